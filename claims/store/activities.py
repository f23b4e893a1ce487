"""Who does what: every derived and human row points to the activity that made it (W3C PROV)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, or_, select, update

from claims.store.tables import Activity


@dataclass(frozen=True, slots=True)
class Work:
    """A run about to write: which command, by whom, with which software and parameters."""

    command: str
    actor: str
    software: str
    parameters: dict[str, Any] = field(default_factory=dict)


def start(connection: Connection, work: Work, now: datetime) -> int:
    """The id of a new activity."""
    values = {
        "command": work.command,
        "actor": work.actor,
        "software": work.software,
        "parameters": work.parameters,
        "started_at": now,
        "summary": "",
    }
    return int(connection.execute(insert(Activity).values(values).returning(Activity.id)).scalar_one())


def finish(connection: Connection, activity_id: int, now: datetime, summary: str) -> None:
    """Say when it ended and what came of it."""
    statement = update(Activity).where(Activity.id == activity_id).values(ended_at=now, summary=summary)
    connection.execute(statement)


def reopen(connection: Connection, activity_id: int) -> None:
    """It is at work, whoever took it for interrupted."""
    closed = update(Activity).where(Activity.id == activity_id, Activity.ended_at.is_not(None))
    connection.execute(closed.values(ended_at=None, summary=""))


def unended(connection: Connection, command: str) -> list[int]:
    """The runs of a command that are at work or were stopped before their end."""
    statement = select(Activity.id).where(Activity.command == command, Activity.ended_at.is_(None))
    return list(connection.execute(statement.order_by(Activity.id)).scalars())


def overlapping(connection: Connection, command: str, ids: Collection[int]) -> list[int]:
    """Those runs, and the runs of a command that had not ended when the first of them began."""
    first = select(func.min(Activity.started_at)).where(Activity.id.in_(ids)).scalar_subquery()
    still = or_(Activity.ended_at.is_(None), Activity.ended_at > first)
    statement = select(Activity.id).where(Activity.command == command, still).order_by(Activity.id)
    return list(connection.execute(statement).scalars()) if ids else []


def listed(connection: Connection, ids: Sequence[int]) -> Sequence[RowMapping]:
    """Those activities, oldest first."""
    statement = select(Activity.__table__).where(Activity.id.in_(ids)).order_by(Activity.id)
    return connection.execute(statement).mappings().all()
