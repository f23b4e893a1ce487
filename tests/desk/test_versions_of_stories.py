"""The life of a story: which version of what it is, and what that does to its claims."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.desk import Desk
from claims.desk.filters import ClaimFilter
from claims.records import ClaimStatus, PubStatus, Story, StoryKind
from tests.desk.stories import BLAST, NOON, at, attributed, imported, saying, story

TWO = attributed(("Lena Voss", "the market stays closed"), ("Tom Harrow", "the gas line leaked"), guid="a", version="1")


def statuses(desk: Desk) -> dict[str, ClaimStatus]:
    return {claim.passage.text: claim.status for claim in desk.claims(ClaimFilter(withdrawn=True))}


def test_the_same_item_again_changes_nothing_and_says_so(desk: Desk) -> None:
    first, again = imported(desk, TWO, TWO)
    assert (first.status, first.claims_new) == ("new", 2)
    assert (again.status, again.story, again.version, again.claims_new) == ("unchanged", first.story, 1, 0)


def test_a_newer_version_supersedes_and_keeps_the_ids_of_its_claims(desk: Desk) -> None:
    imported(desk, TWO)
    before = {c.passage.text: c.id for c in desk.claims()}
    newer = attributed(
        ("Lena Voss", "the market stays closed"),
        ("Ada Renn", "nobody was warned"),
        guid="a",
        version="2",
        published=at(2),
    )
    (second,) = imported(desk, newer)
    assert (second.status, second.version, second.supersedes, second.kind) == ("version", 2, 1, StoryKind.UPDATE)
    assert (second.claims_new, second.claims_unchanged, second.claims_withdrawn) == (1, 1, 1)
    assert {c.passage.text for c in desk.claims()} == {"the market stays closed", "nobody was warned"}
    assert next(c.id for c in desk.claims() if c.passage.claimant == "Lena Voss") == before["the market stays closed"]


def test_a_claim_that_an_update_leaves_out_is_superseded_and_one_that_a_correction_drops_is_withdrawn(
    desk: Desk,
) -> None:
    shorter = attributed(("Lena Voss", "the market stays closed"), guid="a", version="2", published=at(2))
    imported(desk, TWO, shorter)
    assert statuses(desk)["the gas line leaked"] is ClaimStatus.SUPERSEDED
    other = replace(TWO, guid="b")
    imported(desk, other, replace(shorter, guid="b", kind=StoryKind.CORRECTED))
    assert ClaimStatus.WITHDRAWN in {c.status for c in desk.claims(ClaimFilter(withdrawn=True, claimant="Harrow"))}


def test_a_claim_that_comes_back_is_the_claim_it_was(desk: Desk) -> None:
    shorter = attributed(("Lena Voss", "the market stays closed"), guid="a", version="2", published=at(1))
    imported(desk, TWO)
    before = {c.id for c in desk.claims()}
    imported(desk, shorter, replace(TWO, version="3", published=at(2)))
    assert {c.id for c in desk.claims()} == before


def test_a_kill_withdraws_and_an_older_copy_that_comes_late_does_not_undo_it(desk: Desk) -> None:
    kill = story(
        "STORY WITHDRAWN", guid="a", version="3", published=at(3), status=PubStatus.CANCELED, kind=StoryKind.KILL
    )
    older = replace(TWO, version="2", published=at(1), body=TWO.body + " ")
    imported(desk, TWO)
    (killed,) = imported(desk, kill)
    assert (killed.claims_withdrawn, killed.claims_new) == (2, 0)
    (late,) = imported(desk, older)
    assert "older than v2, which stays the current version" in late.warnings
    assert late.supersedes is None
    assert set(statuses(desk).values()) == {ClaimStatus.WITHDRAWN}
    assert list(desk.claims()) == []


def test_a_kill_of_the_same_time_and_number_counts_more_than_the_copy(desk: Desk) -> None:
    kill = replace(TWO, status=PubStatus.CANCELED, kind=StoryKind.KILL, rows=(), body="Blast story")
    imported(desk, kill, TWO)
    assert list(desk.claims()) == []


def test_a_hold_holds_and_a_release_brings_back(desk: Desk) -> None:
    hold = story(
        "HOLD the Alden story.", guid="a", version="2", published=at(1), status=PubStatus.WITHHELD, kind=StoryKind.HOLD
    )
    imported(desk, TWO, hold)
    assert set(statuses(desk).values()) == {ClaimStatus.HELD}
    imported(desk, replace(TWO, version="3", published=at(2), kind=StoryKind.RELEASE))
    assert set(statuses(desk).values()) == {ClaimStatus.CURRENT}


def test_the_same_version_with_other_text_is_told_and_neither_is_lost(desk: Desk) -> None:
    other = attributed(("Lena Voss", "the market opens again"), guid="a", version="1")
    imported(desk, TWO)
    (clash,) = imported(desk, other)
    assert any("same item and version as v1, with other text" in warning for warning in clash.warnings)
    assert [version.number for version in desk.story("S-1").versions] == [1, 2]
    assert [version.body for version in desk.story("S-1").versions] == [TWO.body, other.body]


def test_the_version_that_counts_does_not_depend_on_the_order_of_arrival(desk: Desk) -> None:
    versions = [replace(TWO, version=str(n), published=at(n), body=TWO.body + "!" * n) for n in (1, 2, 3)]
    imported(desk, versions[1], versions[2], versions[0])
    current = [version for version in desk.story("S-1").versions if version.current]
    assert [version.version for version in current] == ["3"]
    assert len(list(desk.claims())) == 2


def test_numbers_of_one_minute_decide_where_the_times_are_equal(desk: Desk) -> None:
    tenth = replace(TWO, version="10", body=TWO.body + "!")
    imported(desk, tenth, replace(TWO, version="9"))
    assert [v.version for v in desk.story("S-1").versions if v.current] == ["10"]


def test_without_an_item_id_the_text_is_the_identity(desk: Desk) -> None:
    text = replace(BLAST, guid=None, version=None)
    first, again, other_agency = imported(
        desk, text, replace(text, origin="elsewhere.txt"), replace(text, agency="Reuters")
    )
    assert (first.status, again.status, other_agency.status) == ("new", "unchanged", "new")


def corrected(original: Story, old: str, new: str) -> Story:
    return replace(
        original,
        guid=None,
        version=None,
        kind=StoryKind.CORRECTED,
        published=at(2),
        headline="CORRECTED-" + original.headline,
        body=original.body.replace(old, new),
    )


def test_a_correction_without_an_item_id_finds_its_story_by_its_sentences_in_either_order(desk: Desk) -> None:
    original = replace(BLAST, guid=None, version=None)
    correction = corrected(original, "170 were wounded", "107 were wounded")
    first, second = imported(desk, original, correction)
    assert (second.status, second.story) == ("version", first.story)
    assert imported(desk, correction)[0].status == "unchanged"
    reversed_ = [replace(s, agency="Reuters") for s in (correction, original)]
    newer, older = imported(desk, *reversed_)
    assert older.story == newer.story
    assert [v.kind for v in desk.story(f"S-{newer.story}").versions if v.current] == [StoryKind.CORRECTED]


def test_an_update_of_another_week_or_of_other_words_is_a_story_of_its_own(desk: Desk) -> None:
    original = replace(BLAST, guid=None, version=None)
    late = replace(corrected(original, "170", "107"), published=at(24 * 7))
    other = story(
        "Prices rose in Alden last month, the statistics office said.", kind=StoryKind.UPDATE, published=at(1)
    )
    assert [outcome.status for outcome in imported(desk, original, late, other)] == ["new", "new", "new"]


def test_a_kill_without_an_item_id_finds_its_story_by_the_headline(desk: Desk) -> None:
    original = replace(BLAST, guid=None, version=None)
    kill = story(
        "The story is withdrawn.",
        headline=f"KILL-{original.headline}",
        kind=StoryKind.KILL,
        status=PubStatus.CANCELED,
        published=at(1),
    )
    first, second = imported(desk, original, kill)
    assert second.story == first.story
    assert list(desk.claims()) == []


def test_a_story_of_nobody_we_know_belongs_to_the_agency_unknown(desk: Desk) -> None:
    (outcome,) = imported(desk, replace(BLAST, agency=None, published=None))
    assert outcome.agency == "unknown"
    assert len(outcome.warnings) == 2
    assert imported(desk, replace(BLAST, agency=None, published=None))[0].status == "unchanged"


def test_an_agency_the_table_does_not_know_is_added_by_the_import_with_a_warning(desk: Desk) -> None:
    first, second = imported(desk, replace(TWO, agency="Alden Wire"), replace(TWO, agency="Alden Wire", guid="b"))
    assert first.warnings == ("agency 'Alden Wire' is not in the table; added",)
    assert second.warnings == ()
    assert [(row.short, row.stories, row.known) for row in desk.agencies() if row.stories] == [("Alden Wire", 2, False)]


def test_a_claim_said_twice_in_a_story_is_one_claim_with_two_appearances(desk: Desk) -> None:
    said = ("Lena Voss", "the market stays closed")
    imported(desk, attributed(said, ("Tom Harrow", "the gas line leaked"), said))
    claims = list(desk.claims())
    assert len(claims) == 2
    assert len(desk.show(f"C-{claims[0].id}").appearances) == 2  # type: ignore[union-attr]


def test_another_agency_s_story_with_most_of_its_sentences_is_linked_as_its_copy_in_either_order(desk: Desk) -> None:
    copy = replace(
        BLAST, agency="BBC", guid="bbc", published=at(1), body=BLAST.body + "\n\nThe BBC was there too, it says here."
    )
    first, second = imported(desk, BLAST, copy)
    assert desk.story(f"S-{second.story}").copy_of == first.story
    assert desk.story(f"S-{first.story}").copies == (second.story,)
    week_later = {"BBC": at(24 * 7 + 1), "AFP": at(24 * 7)}
    shifted = [replace(s, guid=f"{s.guid}-x", published=week_later[s.agency or ""]) for s in (copy, BLAST)]
    third, fourth = imported(desk, *shifted)
    assert desk.story(f"S-{third.story}").copy_of == fourth.story


def test_a_pickup_with_edited_sentences_is_a_copy_and_a_story_of_its_own_words_is_none(desk: Desk) -> None:
    edited = BLAST.body.replace("told reporters", "said").replace("the health ministry said", "the ministry said")
    own = story(
        "The fish market of Alden was closed on Wednesday, a day after a blast.",
        "At least 12 people were killed and 170 were wounded in the blast, the health ministry said.",
        "Families waited outside the city hospital for news.",
        "The mayor called for calm at a meeting in the town hall.",
        agency="Reuters",
        guid="own",
        published=at(2),
    )
    first, pickup, other = imported(
        desk, BLAST, replace(BLAST, agency="BBC", guid="x", body=edited, published=at(1)), own
    )
    assert desk.story(f"S-{pickup.story}").copy_of == first.story
    assert desk.story(f"S-{other.story}").copy_of is None


def test_text_no_database_can_hold_is_kept_with_replacement_characters(desk: Desk) -> None:
    odd = story("Alden\x00 is \ud800calm, Mayor Lena Voss said.", headline="A\x00B", guid="n\x00", slugline="\udfff")
    imported(desk, odd)
    version = desk.story("S-1").versions[0]
    assert version.body == "Alden\ufffd is \ufffdcalm, Mayor Lena Voss said."
    assert version.headline == "A\ufffdB"
    assert imported(desk, odd)[0].status == "unchanged"


def test_very_long_ids_and_names_are_kept_apart(desk: Desk) -> None:
    long = [replace(TWO, guid="x" * 5000 + end, agency="A" * 4000) for end in "ab"]
    assert [outcome.status for outcome in imported(desk, *long)] == ["new", "new"]
    assert desk.story("S-1").versions[0].published == NOON


def test_the_figures_of_a_correction_are_told_with_its_advisory(desk: Desk) -> None:
    correction = replace(
        BLAST,
        version="2",
        published=at(2),
        kind=StoryKind.CORRECTED,
        ed_note="Corrects number of wounded in paragraph 2 to 107, not 170",
        body=BLAST.body.replace("170 were", "107 were").replace("Mayor Lena Voss", "Deputy Mayor Lena Voss"),
    )
    imported(desk, BLAST)
    (outcome,) = imported(desk, correction)
    told = "\n".join(outcome.notes)
    assert 'advisory   "Corrects number of wounded' in told
    assert re.search(r'170"? → "?107"?   as announced', told)
    assert "NOT in the advisory" in told
    assert saying(desk.claims(ClaimFilter(text="107")))
