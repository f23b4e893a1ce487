"""What a correction reaches: the advisory held against it, our reports, other agencies' copy of the old figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.desk import Desk, advisory
from claims.errors import NotFound
from claims.records import PubStatus, Story, StoryKind
from tests.desk.stories import BLAST, at, imported, story


def correction(old: str, new: str, note: str, kind: StoryKind = StoryKind.CORRECTED) -> Story:
    return replace(BLAST, version="2", published=at(2), kind=kind, ed_note=note, body=BLAST.body.replace(old, new))


PICKUP = story(
    "ALDEN - At least 12 people were killed and 170 were wounded in the blast, the health ministry told AFP.",
    "Shops nearby were shut on Tuesday evening.",
    agency="BBC",
    guid="bbc-1",
    published=at(1),
    headline="Blast at Alden fish market kills at least 12",
)


def test_a_correction_names_the_reports_and_the_copy_that_still_say_the_old(desk: Desk) -> None:
    imported(desk, BLAST, PICKUP)
    desk.record_publication("blast.html", "html", [desk.dossier(event) for event in desk.events()])
    (outcome,) = imported(desk, correction("170", "107", "Corrects number of wounded in paragraph 2 to 107, not 170"))
    assert outcome.supersedes == 1
    rests = "\n".join(outcome.notes)
    assert "Rests on v1:" in rests
    assert "report   blast.html" in rests
    assert "by mara" in rests
    assert "others   BBC S-2 ¶1 (cites AFP) still" in rests
    assert "STALE" in rests
    assert [p.place for p in desk.publications()] == ["blast.html"]


def test_copy_that_carries_the_new_figure_or_cites_nobody_is_not_stale(desk: Desk) -> None:
    new = replace(PICKUP, body=PICKUP.body.replace("170", "107"))
    own = replace(PICKUP, body=PICKUP.body.replace(" told AFP", " said"), agency="Reuters", guid="r-1")
    imported(desk, BLAST, new, own)
    (outcome,) = imported(desk, correction("170", "107", ""))
    assert "STALE" not in "\n".join(outcome.notes)


def test_changes_are_told_apart_by_what_the_advisory_announces(desk: Desk) -> None:
    imported(desk, BLAST)
    imported(desk, correction("a week", "two weeks", "Corrects number of wounded in paragraph 2 to 107, not 170"))
    diff = desk.diff("S-1")
    (changed,) = [change for change in diff.claims if change.change == "changed"]
    assert (changed.announced, changed.paragraph) == (False, 3)
    assert set(diff.not_found) == {"paragraph 2", "107"}
    assert any(line.endswith("NOT in the advisory") for line in diff.lines)
    assert any("announced, not found" in line for line in diff.lines)


def test_words_outside_all_claims_are_told_too(desk: Desk) -> None:
    imported(desk, BLAST)
    imported(desk, correction("tore through", "destroyed", "Corrects first paragraph"))
    (text,) = desk.diff("S-1").texts
    assert (text.paragraph, text.announced) == (1, True)


def test_a_refile_that_changes_a_claim_is_odd(desk: Desk) -> None:
    imported(desk, BLAST)
    (outcome,) = imported(desk, correction("170", "107", "Refiles to fix formatting", StoryKind.REFILE))
    assert any(line.startswith("odd: a refile that changes C-") for line in outcome.notes)


def test_a_kill_lists_what_it_withdraws_and_what_rests_on_it(desk: Desk) -> None:
    imported(desk, BLAST, PICKUP)
    kill = story(
        "Withdrawn.", guid="blast-1", version="2", published=at(3), kind=StoryKind.KILL, status=PubStatus.CANCELED
    )
    (outcome,) = imported(desk, kill)
    assert sum("withdrawn:" in line for line in outcome.notes) == outcome.claims_withdrawn
    assert any("STALE" in line for line in outcome.notes)


def test_a_claim_of_another_agency_is_never_altered_by_a_correction(desk: Desk) -> None:
    imported(desk, BLAST, PICKUP)
    before = [claim.passage for claim in desk.claims() if claim.story.agency == "BBC"]
    imported(desk, correction("170", "107", ""))
    assert [claim.passage for claim in desk.claims() if claim.story.agency == "BBC"] == before


def test_versions_that_are_not_there_cannot_be_compared(desk: Desk) -> None:
    imported(desk, BLAST)
    with pytest.raises(NotFound, match="earlier"):
        desk.diff("S-1")
    with pytest.raises(NotFound):
        desk.diff("S-1", 1, 7)
    with pytest.raises(NotFound):
        desk.story("S-9")


@pytest.mark.parametrize(
    ("note", "paragraphs", "numbers"),
    [
        ("Corrects number of wounded in paragraph 3 to 107, not 170", {3}, {"107", "170"}),
        ("Corrects paras 2-4 and headline", {2, 3, 4}, set()),
        ("In paragraphs 3, 5 and 7, corrects spelling of name", {3, 5, 7}, set()),
        ("Corrects last paragraph; removes extraneous word in third graf", {-1, 3}, set()),
        ("Corrects total to 1,200 instead of 12,000", set(), {"1200", "12000"}),
    ],
)
def test_an_advisory_is_read_for_paragraphs_and_numbers(note: str, paragraphs: set[int], numbers: set[str]) -> None:
    read = advisory.read(note, StoryKind.CORRECTED)
    assert read is not None
    assert (set(read.paragraphs), set(read.numbers)) == (paragraphs, numbers)


def test_what_announces_no_correction_is_no_advisory() -> None:
    assert advisory.read("", StoryKind.CORRECTED) is None
    assert advisory.read("Adds quote, details", StoryKind.UPDATE) is None
