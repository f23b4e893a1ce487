"""Titles and disputes of events whose members changed, worked out anew: one short transaction an event."""

from __future__ import annotations

from claims import disputes
from claims.desk.opened import Run, Transactions
from claims.desk.placing import titled
from claims.records import Claim, ClaimStatus
from claims.store import disputes as relations
from claims.store import events, reading
from claims.store.engine import Connection


def refresh(run: Run, begin: Transactions) -> None:
    """Bring every stale event in step, those that an interrupted run left included."""
    with begin() as connection:
        stale = events.stale(connection)
    for event_id in stale:
        with run.transaction(begin) as connection:
            refresh_event(run, connection, event_id)


def refresh_event(run: Run, connection: Connection, event_id: int) -> None:
    """Title and disputes of one event, from its claims that stand in current copy."""
    ids = events.members(connection, [event_id]).get(event_id, [])
    members = reading.by_id(connection, ids, run.opened.clock())
    if members:
        standing = [claim for claim in members if claim.status is ClaimStatus.CURRENT]
        events.rename(connection, event_id, titled(standing or members))
    relations.sync(connection, event_id, _related(members), lambda: run.activity(connection))
    events.fresh(connection, event_id)


def _related(members: list[Claim]) -> list[relations.Related]:
    # Copy under embargo is held today and current tomorrow, when nobody imports: it is compared, and kept back on show.
    shown = (ClaimStatus.CURRENT, ClaimStatus.HELD)
    claims = [claim for claim in members if claim.status in shown and claim.passage.checkable]
    return [relations.Related(pair.left_id, pair.right_id, pair.finding) for pair in disputes.find(claims)]
