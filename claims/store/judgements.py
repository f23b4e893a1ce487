"""What people decided about claims and events: append-only, taken back by an activity, read before any score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from claims.records import Judgement as Judged
from claims.store.tables import Activity, Judgement


@dataclass(frozen=True, slots=True)
class Kept:
    """A judgement that stands, with its id, its reason and who gave it."""

    id: int
    judged: Judged
    reason: str
    actor: str
    activity_id: int


def standing(connection: Connection, claim_ids: Sequence[int] | None = None, event_id: int | None = None) -> list[Kept]:
    """The judgements not taken back, oldest first; of those claims, of that event, or all."""
    statement = (
        select(Judgement.__table__, Activity.actor)
        .join(Activity, Activity.id == Judgement.activity_id)
        .where(Judgement.retracted_by_id.is_(None))
        .order_by(Judgement.id)
    )
    if claim_ids is not None:
        statement = statement.where(Judgement.claim_id.in_(claim_ids))
    if event_id is not None:
        statement = statement.where(Judgement.event_id == event_id)
    return [
        Kept(row.id, Judged(row.claim_id, row.event_id, row.verdict == "same"), row.reason, row.actor, row.activity_id)
        for row in connection.execute(statement)
    ]


def add(connection: Connection, judged: Judged, reason: str, activity_id: int) -> int:
    """Keep a judgement; its id."""
    values = {
        "claim_id": judged.claim_id,
        "event_id": judged.event_id,
        "verdict": "same" if judged.same else "different",
        "reason": reason,
        "activity_id": activity_id,
        "retracted_by_id": None,
    }
    return int(connection.execute(insert(Judgement).values(values).returning(Judgement.id)).scalar_one())
