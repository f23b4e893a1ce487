"""One short transaction a story: what fails takes nothing with it, what is cut off is caught up."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from claims.desk import Desk
from claims.desk.filters import ImportOptions
from claims.errors import UnknownAgency
from claims.records import Document, Imported, Problem
from claims.store import engine
from claims.store.tables import Activity, Event
from claims.store.tables import Document as Kept
from tests.desk.stories import BLAST, at, attributed, imported

NOTE = b"ALDEN, March 10 (AFP) - The fish market will stay closed for a week, Mayor Lena Voss told reporters.\n"


def test_a_story_the_database_refuses_takes_nothing_with_it_and_the_rest_goes_on(desk: Desk) -> None:
    with engine.writing(desk._opened.engine) as connection:
        connection.execute(text("CREATE UNIQUE INDEX strict ON story_version (headline)"))
    twins = [replace(BLAST, guid=f"item-{n}", headline=headline) for n, headline in enumerate(("One", "One", "Two"))]
    outcomes = imported(desk, *twins)
    assert [outcome.status for outcome in outcomes] == ["new", "failed", "new"]
    assert outcomes[1].message
    assert outcomes[1].remedy
    assert {claim.story.guid for claim in desk.claims()} == {"item-0", "item-2"}
    assert desk.check() == []


def test_documents_are_kept_by_their_digest_with_the_run_that_brought_them(desk: Desk) -> None:
    outcomes = list(desk.import_documents([Document("note.txt", NOTE), Document("again.txt", NOTE)]))
    assert [outcome.status for outcome in outcomes if isinstance(outcome, Imported)] == ["new", "unchanged"]
    with engine.reading(desk._opened.engine) as connection:
        (row,) = connection.execute(select(Kept.__table__)).all()
        (activity,) = connection.execute(select(Activity.__table__)).all()
    assert (row.digest, row.origin, row.content) == (hashlib.sha256(NOTE).hexdigest(), "note.txt", NOTE)
    assert (activity.command, activity.actor, activity.summary) == ("import", "mara", "new 1 · unchanged 1")
    assert activity.ended_at is not None


def test_a_tail_that_is_not_for_publication_is_not_stored(desk: Desk) -> None:
    tail = NOTE + b"\n* * *\n\n# Notebook\nnot intended for publication\nThe mayor's phone: 555 0199\n"
    list(desk.import_documents([Document("note.txt", tail)]))
    with engine.reading(desk._opened.engine) as connection:
        (row,) = connection.execute(select(Kept.__table__)).all()
    assert row.content is None
    assert "555" not in desk.story("S-1").versions[0].body


def test_what_cannot_be_read_is_told_in_its_place(desk: Desk) -> None:
    given: list[Document | Problem] = [
        Problem("a.txt", "no such file"),
        Document("empty.txt", b""),
        Document("note.txt", NOTE),
    ]
    outcomes = list(desk.import_documents(given))
    assert [type(outcome) for outcome in outcomes] == [Problem, Problem, Imported]


def test_an_agency_nobody_knows_is_refused_with_the_nearest_names(desk: Desk) -> None:
    with pytest.raises(UnknownAgency, match="Reuterz") as caught:
        list(desk.import_documents([], ImportOptions(agency="Reuterz")))
    assert "Reuters" in (caught.value.hint or "")


def test_what_an_import_that_was_cut_off_left_to_do_is_done_by_the_next(desk: Desk) -> None:
    outcomes = desk.import_stories([BLAST, attributed(("Ada Renn", "nobody was warned"), guid="b", published=at(1))])
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    with engine.reading(desk._opened.engine) as connection:
        assert any(connection.execute(select(Event.stale)).scalars())
    imported(desk, BLAST)
    with engine.reading(desk._opened.engine) as connection:
        assert not any(connection.execute(select(Event.stale)).scalars())


def test_at_most_one_doubt_is_listed_for_ten_claims(desk: Desk) -> None:
    vague = [
        replace(BLAST, guid=f"v{n}", published=at(n), body=f"It was {n} degrees in Alden, they said.")
        for n in range(12)
    ]
    imported(desk, *vague)
    assert len(desk.doubts()) <= -(-len(list(desk.claims())) // 10)
    assert len(desk.doubts(limit=1)) <= 1
