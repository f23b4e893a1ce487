"""The end of an import: the claims it brought, placed once more with each other in view.

Placing one claim after another depends on their order: the first stories of a day open events that a later one shows to
be one. So the claims an import brought, and those of the events they went to, are grouped together at its end. Only the
import's own claims move, with those of imports that were stopped before their end or ran beside it: whichever import
ends last leaves what one of all their stories would. What was there before moves when somebody asks for
`claims regroup`.
"""

from __future__ import annotations

from collections.abc import Set

from claims import events
from claims.desk.opened import Run, Transactions
from claims.desk.placing import titled
from claims.desk.regrouping import reason
from claims.records import Claim
from claims.store import activities, doubts, judgements, reading
from claims.store import claims as identities
from claims.store import events as homes
from claims.store.engine import Connection

MOST = 10_000  # claims grouped at once; a larger import is left as it was placed, and `claims regroup` mends it


def settle(run: Run, begin: Transactions) -> None:
    """Move the run's claims to the events that all of them together suggest; finish what stopped runs left so."""
    with run.transaction(begin) as connection:  # one transaction: a run beside this one must not move them meanwhile
        stopped = [i for i in activities.unended(connection, "import") if i != run.begun]
        own = _own(run, connection, stopped)
        if own and (plan := _plan(run, connection, own)):
            _write(run, connection, plan)
        for activity_id in stopped:
            activities.finish(connection, activity_id, run.opened.clock(), "interrupted")


def _own(run: Run, connection: Connection, stopped: list[int]) -> set[int]:
    """The claims of the run, of those that were stopped, and of those at work at the time of any of them."""
    mine = {run.begun} if run.begun is not None else set()
    beside = activities.overlapping(connection, "import", mine.union(stopped))
    return {*run.brought, *identities.made_by(connection, set(beside) - mine)}


_Group = tuple[int | None, list[Claim], list[Claim]]  # the event it keeps (None: a new one), members, those that move


def _plan(run: Run, connection: Connection, own: Set[int]) -> tuple[list[_Group], dict[int, int]] | None:
    """The groups with a claim to move, and the event of every claim before."""
    touched = sorted(set(homes.homes(connection, sorted(own)).values()))
    ids = sorted(i for members in homes.members(connection, touched).values() for i in members)
    if len(ids) > MOST:
        return None
    claims = {claim.id: claim for claim in reading.by_id(connection, ids, run.opened.clock())}
    before = homes.homes(connection, ids)
    judged = [kept.judged for kept in judgements.standing(connection)]
    groups = events.partition(list(claims.values()), judged)
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
    for target, members, moved in plan:
        event_id = target or homes.make(connection, titled(moved), activity_id)
        places = [reason(claim, event_id, members, (), {}) for claim in moved]
        homes.settle(connection, places, activity_id)
        doubts.dissolve(connection, [claim.id for claim in moved])
    homes.inherit(connection, before)
