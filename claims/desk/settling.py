"""The end of an import: the claims it brought, placed once more with each other in view.

Placing one claim after another depends on their order: the first stories of a day open events that a later one shows to
be one. So the claims an import brought, and those of the events they went to, are grouped together at its end. Only the
import's own claims move; what was there before moves when somebody asks for `claims regroup`.
"""

from __future__ import annotations

from claims import events
from claims.desk.opened import Run, Transactions
from claims.desk.placing import titled
from claims.desk.regrouping import reason
from claims.records import Claim
from claims.store import doubts, judgements, reading
from claims.store import events as homes
from claims.store.engine import Connection

MOST = 10_000  # claims grouped at once; a larger import is left as it was placed, and `claims regroup` mends it


def settle(run: Run, begin: Transactions) -> None:
    """Move the run's claims to the events that all of them together suggest."""
    if not run.brought:
        return
    with begin() as connection:
        plan = _plan(run, connection)
    if plan:
        with run.transaction(begin) as connection:
            _write(run, connection, plan)


_Group = tuple[int | None, list[Claim], list[Claim]]  # the event it keeps (None: a new one), members, those that move


def _plan(run: Run, connection: Connection) -> tuple[list[_Group], dict[int, int]] | None:
    """The groups with a claim to move, and the event of every claim before."""
    touched = sorted(set(homes.homes(connection, run.brought).values()))
    ids = sorted(i for own in homes.members(connection, touched).values() for i in own)
    if len(ids) > MOST:
        return None
    claims = {claim.id: claim for claim in reading.by_id(connection, ids, run.opened.clock())}
    before = homes.homes(connection, ids)
    judged = [kept.judged for kept in judgements.standing(connection)]
    groups = events.partition(list(claims.values()), judged)
    own = set(run.brought)
    plan: list[_Group] = []
    for group, target in zip(groups, events.carry_over(groups, before, judged), strict=True):
        members = [claims[i] for i in sorted(group)]
        moved = [claim for claim in members if claim.id in own and (target is None or before[claim.id] != target)]
        if moved:
            plan.append((target, members, moved))
    return (plan, before) if plan else None


def _write(run: Run, connection: Connection, planned: tuple[list[_Group], dict[int, int]]) -> None:
    plan, before = planned
    activity_id = run.activity(connection)
    now = homes.homes(connection, sorted(before))
    for target, members, moved in plan:
        unmoved = [claim for claim in moved if now.get(claim.id) == before[claim.id]]  # since the plan was made
        if unmoved:
            event_id = target or homes.make(connection, titled(unmoved), activity_id)
            places = [reason(claim, event_id, members, (), {}) for claim in unmoved]
            homes.settle(connection, places, activity_id)
            doubts.dissolve(connection, [claim.id for claim in unmoved])
    homes.inherit(connection, before)
