"""The review queue: what the machine would not decide alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from claims.records import ClaimStatus, Doubt
from claims.store.claims import chunks
from claims.store.tables import Claim
from claims.store.tables import Doubt as DoubtTable

SHARE = 10  # claims for one entry: a queue nobody can finish is no queue


def keep(connection: Connection, claim_ids: Sequence[int], found: Iterable[Doubt], activity_id: int) -> int:
    """Make the open doubts about those claims exactly `found` (their ids are ignored); how many are open now.

    The first of a doubt's ids is its claim ("C-17"). What a person settled stays settled.
    """
    rows = {(d.subject, " ".join(d.ids)): d for d in found}
    present: set[tuple[str, str]] = set()
    for chunk in chunks(claim_ids):
        for doubt in connection.execute(select(DoubtTable.__table__).where(DoubtTable.claim_id.in_(chunk))):
            if doubt.settled_by_id is None and (doubt.subject, doubt.key) not in rows:
                connection.execute(delete(DoubtTable).where(DoubtTable.id == doubt.id))
            present.add((doubt.subject, doubt.key))
    new = [_row(key, doubt, activity_id) for key, doubt in rows.items() if key not in present]
    if new:
        connection.execute(insert(DoubtTable), new)
    return len(rows)


def _row(key: tuple[str, str], doubt: Doubt, activity_id: int) -> dict[str, object]:
    return {
        "subject": key[0],
        "key": key[1],
        "claim_id": int(doubt.ids[0].removeprefix("C-")),
        "reason": doubt.reason,
        "score": doubt.score,
        "settled_by_id": None,
        "activity_id": activity_id,
    }


def dissolve(connection: Connection, claim_ids: Sequence[int]) -> None:
    """Drop the open doubts about the events of those claims: they were placed anew, with more in view."""
    about_event = (DoubtTable.subject == "event", DoubtTable.settled_by_id.is_(None))
    for chunk in chunks(claim_ids):
        connection.execute(delete(DoubtTable).where(DoubtTable.claim_id.in_(chunk), *about_event))


def by_id(connection: Connection, number: int) -> Doubt | None:
    """One entry, settled or not; None where there is none."""
    row = connection.execute(select(DoubtTable.__table__).where(DoubtTable.id == number)).first()
    return Doubt(row.id, row.subject, tuple(row.key.split(" ")), row.reason, row.score) if row else None


def listed(connection: Connection, limit: int | None = None) -> list[Doubt]:
    """Open doubts about current claims, most useful first, at most one for ten claims."""
    current = Claim.status == ClaimStatus.CURRENT
    claims = connection.execute(select(func.count()).select_from(Claim).where(current)).scalar_one()
    most = -(-claims // SHARE)
    statement = (
        select(DoubtTable.__table__)
        .join(Claim, Claim.id == DoubtTable.claim_id)
        .where(DoubtTable.settled_by_id.is_(None), current)
        .order_by(DoubtTable.score.desc(), DoubtTable.id)
        .limit(most if limit is None else min(limit, most))
    )
    return [
        Doubt(row.id, row.subject, tuple(row.key.split(" ")), row.reason, row.score)
        for row in connection.execute(statement)
    ]
