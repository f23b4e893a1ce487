"""Stored relations keep their ids while they hold, on whichever side they are found."""

from __future__ import annotations

from claims.desk import Desk
from claims.records import DisputeKind, Finding, Relation
from claims.store import disputes, engine
from claims.store.disputes import Related
from tests.desk.stories import attributed, imported

DENIES = Finding(Relation.DENIES, 0.9, DisputeKind.DENIAL, "responsibility", "no", "yes", "Brenmark denies it.")
LOWER = Finding(Relation.DENIES, 0.8, DisputeKind.DENIAL, "responsibility", "no", "yes", "Brenmark denies it.")
COUNT = Finding(Relation.CONTRADICTS, 0.7, DisputeKind.FIGURE, "killed", "12", "15", "12 is not 15.")


def test_relations_keep_their_ids_while_they_hold(database_url: str) -> None:
    with Desk.open(database_url) as desk:
        imported(desk, attributed(("Lena Voss", "one"), ("Ada Renn", "two"), ("Tom Harrow", "three"), guid="a"))
        with engine.writing(desk._opened.engine) as connection:

            def sync(*found: Related) -> dict[tuple[int, int], disputes.Stored]:
                disputes.sync(connection, 1, found, lambda: 1)
                stored = disputes.listed(connection, event_id=1)
                return {(s.related.left_id, s.related.right_id): s for s in stored}

            first = sync(Related(2, 1, DENIES), Related(1, 3, COUNT))
            assert first[2, 1].related.finding == DENIES
            again = sync(Related(2, 1, LOWER), Related(3, 2, COUNT))
            assert again[2, 1].id == first[2, 1].id
            assert again[2, 1].related.finding.score == 0.8
            assert (1, 3) not in again
            assert again[3, 2].id not in {stored.id for stored in first.values()}
            assert sync() == {}
