"""Reading every story anew: identities stay, what a person decided stays, and twice changes nothing."""

from __future__ import annotations

from sqlalchemy import text

from claims.desk import Desk
from claims.store import engine
from tests.desk.stories import BLAST, imported, saying


def spoil(desk: Desk, statement: str) -> None:
    """Change what an older version of the software would have found."""
    with engine.writing(desk._opened.engine) as connection:
        connection.execute(text(statement))
    desk._opened.recall.kept.clear()


def test_the_same_software_finds_the_same(desk: Desk) -> None:
    imported(desk, BLAST)
    found = desk.reextract()
    assert (found.new, found.changed, found.gone, found.applied) == (0, 0, 0, False)
    assert found.unchanged == len(list(desk.claims()))
    desk.reextract(apply=True)
    assert all(a.command == "import" for a in desk.show("C-1").activities)  # type: ignore[union-attr]


def test_what_is_read_otherwise_changes_under_the_same_id(desk: Desk) -> None:
    imported(desk, BLAST)
    before = {claim.id: claim.passage for claim in desk.claims()}
    spoil(desk, "UPDATE appearance SET polarity = 'denies', text = 'the market is closed' WHERE claim_id = 1")
    assert desk.reextract().applied is False
    assert next(c for c in desk.claims() if c.id == 1).passage.text == "the market is closed"
    desk.reextract(apply=True)
    again = {claim.id: claim.passage for claim in desk.claims()}
    assert sorted(map(repr, again.values())) == sorted(map(repr, before.values()))
    assert desk.reextract(apply=True).unchanged == len(before)
    assert desk.check() == []


def test_a_claim_no_longer_found_goes_unless_a_person_decided_about_it(desk: Desk) -> None:
    imported(desk, BLAST)
    real = saying(desk.claims())
    for number in (1, 3):  # deciding about 1 anchors the event with 2
        spoil(
            desk,
            f"UPDATE appearance SET text = 'nothing of the kind {number}' WHERE claim_id = {number}",
        )
        spoil(desk, f"UPDATE attribution SET name = 'Nobody' WHERE appearance_id = {number}")
    event = next(claim.event_id for claim in desk.claims() if claim.id == 1)
    assert event
    desk.judge(1, event, True)
    desk.reextract(apply=True)
    texts = [claim.passage.text for claim in desk.claims()]
    assert "nothing of the kind 1" in texts
    assert "nothing of the kind 3" not in texts
    assert set(saying(desk.claims())) >= set(real)
    assert desk.check() == []
