"""Killed, held and embargoed copy: its words come out by no door, and the counts are of what is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.desk import Desk
from claims.desk.filters import ClaimFilter, DisputeFilter, WhoFilter
from claims.records import ClaimStatus, PubStatus, Story, StoryKind
from tests.desk.stories import at, imported, story

LATER = datetime(2100, 1, 1, tzinfo=UTC)
_WORDS = "poisoned the wells"


def fire(agency: str, dead: int, who: str, **more: object) -> Story:
    return story(
        "TELLO, March 10 - Fire broke out at the Arbel cotton mill in Tello on Tuesday.",
        f"Exactly {dead} workers were killed in the fire at the Arbel mill in Tello, {who} said.",
        f"The owner of the Arbel mill in Tello had {_WORDS}, {who} said." if agency == "AP" else "The fire is out.",
        agency=agency,
        guid=f"mill-{agency}",
        headline=f"Fire at Tello cotton mill kills {dead}" + (f", owner {_WORDS}" if agency == "AP" else ""),
        **{"version": "1", **more},  # type: ignore[arg-type]
    )


FREE, SECRET = fire("AFP", 12, "police"), fire("AP", 17, "Governor Ada Moe")
EMBARGOED = replace(SECRET, embargoed=datetime(2099, 1, 1, tzinfo=UTC))
KILL = replace(SECRET, version="2", published=at(2), kind=StoryKind.KILL, status=PubStatus.CANCELED, body="KILL.")
HOLD = replace(SECRET, version="2", published=at(2), kind=StoryKind.HOLD, status=PubStatus.WITHHELD, body="HOLD.")


def everything(desk: Desk, as_of: datetime | None) -> str:
    event = desk.event(f"E-{next(iter(desk.claims(ClaimFilter()))).event_id}")
    told = [str(desk.who(event, WhoFilter(as_of=as_of)))]
    dossier = desk.dossier(event, as_of=as_of)
    return "\n".join([*told, str(dossier)])


@pytest.mark.parametrize("stop", [KILL, HOLD, None])
def test_no_time_that_is_asked_for_shows_words_that_must_not_go_out(desk: Desk, stop: Story | None) -> None:
    imported(desk, FREE, *((SECRET, stop) if stop else (EMBARGOED,)))
    for as_of in (None, at(1), at(3), LATER):
        text = everything(desk, as_of)
        assert _WORDS not in text
        assert "17 workers" not in text
        assert "12 workers" in text
    event = desk.event("E-1")
    then = desk.dossier(event, as_of=LATER if stop is None else at(1))
    assert {c.status for c in then.claims if c.story.agency == "AP"} == {
        ClaimStatus.WITHDRAWN if stop is KILL else ClaimStatus.HELD
    }
    shown = desk.dossier(event, as_of=at(1), include_withheld=True)
    assert (_WORDS in str(shown)) is (stop is not None)  # under embargo at that time: not known


def test_the_counts_are_of_the_claims_and_disputes_that_are_shown(desk: Desk) -> None:
    imported(desk, FREE, EMBARGOED, replace(fire("Reuters", 14, "the coroner"), guid="mill-R"))
    listed = list(desk.claims(ClaimFilter()))
    events = desk.events()
    assert sum(event.claims for event in events) == len(listed) == 2
    assert sum(event.stories for event in events) == 2
    assert sum(event.disputed for event in events) == len(desk.disputes(DisputeFilter())) == 1
    assert "AP" not in events[0].agencies


def test_what_changed_from_copy_to_its_kill_is_told_without_its_words(desk: Desk) -> None:
    imported(desk, FREE, SECRET)
    (outcome,) = imported(desk, KILL)
    told = "\n".join(outcome.notes)
    found = desk.diff(f"S-{outcome.story}")
    assert "withdrawn: (not shown)" in told
    for text in (told, str(found)):
        assert _WORDS not in text
        assert "17 workers" not in text


def test_the_mark_of_a_correction_before_a_colon_is_no_change_of_the_headline(desk: Desk) -> None:
    note = "(Corrects number of dead in paragraph 2 to 17, not 12)"
    old = fire("AFP", 12, "police")
    new = fire("AFP", 17, "police", version="2", published=at(2), kind=StoryKind.CORRECTED, ed_note=note)
    imported(desk, old)
    (outcome,) = imported(desk, replace(new, headline=f"CORRECTED: {old.headline}"))
    assert not any("headline" in line for line in outcome.notes)
    assert any("as announced" in line for line in outcome.notes)
