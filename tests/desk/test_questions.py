"""What the desk is asked: who, list, search, events, show, as of a time, and what must not go out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.desk import Desk
from claims.desk.filters import ClaimFilter, DisputeFilter, EventFilter, ImportOptions, WhoFilter
from claims.errors import Ambiguous, NotFound
from claims.records import ClaimStatus, Document, Polarity, PubStatus, StoryKind
from tests.desk.stories import at, attributed, imported, story

BRIDGE = attributed(
    ("Ilse Maren", "Brenmark was behind the bombing of the Sarn bridge"),
    ("Jorin Hask", "the night train had been carrying soldiers"),
    guid="bridge",
    headline="Corvania blames Brenmark for bombing of Sarn bridge",
)
FERRY = attributed(
    ("the coastguard", "68 survivors of the ferry were picked up"),
    guid="ferry",
    agency="BBC",
    published=at(5),
    headline="Ferry capsizes off Kellan",
    credits=("Reuters",),
)


def texts(desk: Desk, wanted: ClaimFilter) -> list[str]:
    return [claim.passage.text for claim in desk.claims(wanted)]


def test_claims_are_listed_by_what_is_asked(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    soldiers, ferry = "the night train had been carrying soldiers", "68 survivors of the ferry were picked up"
    assert len(texts(desk, ClaimFilter())) == 3
    assert texts(desk, ClaimFilter(claimant="hask")) == [soldiers]
    assert texts(desk, ClaimFilter(agency="bbc")) == [ferry]
    assert texts(desk, ClaimFilter(agency="Reuters")) == [ferry]
    assert texts(desk, ClaimFilter(since=at(1))) == [ferry]
    assert len(texts(desk, ClaimFilter(until=at(1)))) == 2
    assert texts(desk, ClaimFilter(text="SOLDIERS train")) == [soldiers]
    assert texts(desk, ClaimFilter(text="100%_")) == []
    assert texts(desk, ClaimFilter(event="ferry kellan")) == [ferry]
    assert texts(desk, ClaimFilter(polarity=Polarity.DENIES)) == []
    assert len(texts(desk, ClaimFilter(limit=2))) == 2


def test_an_event_is_found_by_its_id_or_by_words_spelled_loosely(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    ferry = desk.event("ferry")
    assert desk.event(f"E-{ferry.id}") == desk.event(f"e{ferry.id}") == desk.event("Kelan fery capsize") == ferry
    assert (ferry.stories, ferry.claims, ferry.agencies) == (1, 1, ("BBC", "Reuters"))
    with pytest.raises(NotFound, match="zebra"):
        desk.event("zebra")
    with pytest.raises(NotFound, match="E-99"):
        desk.event("E-99")


def test_words_that_fit_several_events_list_them(desk: Desk) -> None:
    other = replace(FERRY, guid="ferry-2", published=at(2000), headline="Ferry runs aground in Norden")
    imported(desk, FERRY, other)
    if len(desk.events()) > 1:
        with pytest.raises(Ambiguous) as caught:
            desk.event("ferry")
        assert len(caught.value.matches) == 2


def test_search_finds_claims_and_events_in_spite_of_spelling(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    found = desk.search("soldiers")
    assert [claim.passage.claimant for claim in found.claims] == ["Jorin Hask"]
    assert [claim.passage.claimant for claim in desk.search("survivers").claims] == ["the coastguard"]
    assert [event.title for event in desk.search("capsizes").events] == ["Ferry capsizes off Kellan"]
    assert desk.search("").claims == desk.search("zebra").claims == ()


def test_events_are_listed_by_what_is_asked(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    assert [e.title for e in desk.events(EventFilter(agency="BBC"))] == ["Ferry capsizes off Kellan"]
    assert [e.title for e in desk.events(EventFilter(since=at(3)))] == ["Ferry capsizes off Kellan"]
    assert [e.title for e in desk.events(EventFilter(query="brige"))] == [BRIDGE.headline]


def test_show_tells_a_claim_a_story_and_an_event_apart(desk: Desk) -> None:
    imported(desk, BRIDGE)
    view = desk.show("C-1")
    assert view.claim.id == 1  # type: ignore[union-attr]
    assert [a.command for a in view.activities] == ["import"]  # type: ignore[union-attr]
    assert view.activities[0].actor == "mara"  # type: ignore[union-attr]
    assert desk.show("S-1").guid == "bridge"  # type: ignore[union-attr]
    assert desk.show("bridge") == desk.show("E-1")
    for nothing in ("C-99", "S-99", "D-99", "R-1", "X-1"):
        with pytest.raises(NotFound):
            desk.show(nothing)


def test_an_entry_of_the_review_queue_is_shown_by_its_id(desk: Desk) -> None:
    unclear = story(
        "Mayor Lena Voss met Tom Harrow at the Orlo mill on Tuesday.",
        "He said the fire at the mill had been laid.",
        headline="Mayor visits Orlo mill",
    )
    imported(desk, unclear)
    for entry in desk.doubts():
        assert desk.show(f"V-{entry.id}") == entry
    with pytest.raises(NotFound, match="V-99"):
        desk.show("V-99")


def test_search_passes_over_the_small_words_of_a_question(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    assert [c.passage.claimant for c in desk.search("who was behind the bombing").claims] == ["Ilse Maren"]
    assert [c.passage.claimant for c in desk.search("who saw the soldiers").claims] == ["Jorin Hask"]


def test_search_finds_a_claim_by_the_headline_it_stands_under(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    for words in ("survivors", "survivors capsizes", "the capsizes survivors of"):
        assert [c.passage.claimant for c in desk.search(words).claims] == ["the coastguard"]


def test_the_count_of_a_listing_does_not_hang_on_its_limit(desk: Desk) -> None:
    imported(desk, BRIDGE, FERRY)
    assert len(list(desk.claims(ClaimFilter(limit=1)))) == 1
    assert desk.count(ClaimFilter(limit=1)) == 3


def test_as_of_a_time_the_desk_knows_only_what_it_could_have_known(desk: Desk) -> None:
    newer = attributed(
        ("Ilse Maren", "Brenmark was behind the bombing of the Sarn bridge"),
        ("Erik Sandoval", "Brenmark knew nothing of it"),
        guid="bridge",
        published=at(6),
        headline=BRIDGE.headline,
    )
    imported(desk, BRIDGE, newer)
    event = desk.event("bridge")
    then = {claim.passage.claimant for claim in desk.dossier(event, as_of=at(1)).claims}
    now = {claim.passage.claimant for claim in desk.dossier(event).claims}
    assert (then, now) == ({"Ilse Maren", "Jorin Hask"}, {"Ilse Maren", "Erik Sandoval"})
    assert desk.dossier(event, as_of=at(-1)).claims == ()
    assert {c.passage.claimant for c in desk.who(event, WhoFilter(as_of=at(1), all_claims=True)).claims} == then


def test_who_shows_what_is_no_claim_of_fact_only_when_asked(desk: Desk) -> None:
    hope = story(
        "Four people died in the fire at the Orlo mill, the fire brigade said.",
        "We hope that the mill will open again, Petra Lund said.",
        headline="Four die in fire at Orlo mill",
    )
    imported(desk, hope)
    assert {claim.passage.checkable for claim in desk.claims()} == {True, False}
    event = desk.event("mill")
    asked = {
        every: {p.claimant for q in desk.who(event, WhoFilter(all_claims=every)).questions for p in q.positions}
        for every in (False, True)
    }
    assert asked[True] - asked[False] == {"Petra Lund"}


def test_killed_held_and_embargoed_copy_is_named_and_not_quoted(desk: Desk) -> None:
    kill = story("Withdrawn.", guid="bridge", published=at(1), status=PubStatus.CANCELED, kind=StoryKind.KILL)
    embargoed = replace(FERRY, embargoed=at(24 * 365 * 50))
    imported(desk, BRIDGE, kill, embargoed)
    assert list(desk.claims()) == []
    for number in (1, 2, 3):
        claim = desk.show(f"C-{number}").claim  # type: ignore[union-attr]
        dossier = desk.dossier(desk.event(f"E-{claim.event_id}"))
        assert claim.status in (ClaimStatus.WITHDRAWN, ClaimStatus.HELD)
        assert dossier.questions == ()
        assert {c.passage.text + c.sentence + c.story.headline for c in dossier.claims} == {""}
        assert "withheld" in desk.event(f"E-{claim.event_id}").title.lower()
        inside = desk.dossier(desk.event(f"E-{claim.event_id}"), include_withheld=True)
        assert all(c.passage.text for c in inside.claims)
    assert desk.story("S-1").versions[0].body == ""
    assert desk.story("S-1", include_withheld=True).versions[0].body == BRIDGE.body


def test_an_embargo_that_has_ended_holds_nothing_back(desk: Desk) -> None:
    imported(desk, replace(FERRY, embargoed=at(-1)))
    assert len(list(desk.claims())) == 1


def test_disputes_are_listed_with_their_reason_and_question(desk: Desk) -> None:
    denial = story(
        "ALDEN - Brenmark denied any involvement in the bombing of the Sarn bridge.",
        guid="denial",
        agency="Reuters",
        published=at(2),
        headline="Brenmark denies bombing of Sarn bridge",
    )
    accusation = story(
        "ALDEN - Corvania said Brenmark was behind the bombing of the Sarn bridge.",
        guid="accusation",
        published=at(1),
        headline="Corvania blames Brenmark for bombing of Sarn bridge",
    )
    imported(desk, accusation, denial)
    (dispute,) = desk.disputes()
    assert dispute.finding.explanation
    assert {dispute.left.passage.claimant, dispute.right.passage.claimant} == {"Corvania", "Brenmark"}
    assert desk.show(f"D-{dispute.id}") == dispute
    assert desk.disputes(DisputeFilter(min_score=1.1)) == []
    dossier = desk.dossier(desk.event("bombing"), disputed_only=True)
    assert [d.id for d in dossier.disputes] == [dispute.id]
    assert dispute.question in {question.id for question in dossier.questions}
    assert desk.events(EventFilter(disputed=True))[0].disputed == 1
    brenmark = desk.who(desk.event("bombing"), WhoFilter(speaker="brenmark"))
    assert {p.claimant for q in brenmark.questions for p in q.positions} == {"Brenmark"}


def test_a_dry_run_tells_and_keeps_nothing(desk: Desk) -> None:
    document = Document("note.txt", b"ALDEN, March 10 (AFP) - The market is closed, Mayor Lena Voss said.\n")
    (dry,) = desk.import_documents([document], ImportOptions(dry_run=True))
    assert dry.status == "new"  # type: ignore[union-attr]
    assert list(desk.claims()) == []
    (real,) = desk.import_documents([document])
    assert (real.status, real.claims_new) == (dry.status, dry.claims_new)  # type: ignore[union-attr]
