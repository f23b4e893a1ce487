"""`claims regroup`: the events as a function of the stories and the judgements alone.

Placing looks at what is there when a claim comes in; regrouping looks at all claims at once. It shows what would move,
and writes when asked to. Written twice it changes nothing, ids included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims import events
from claims.desk import refreshing
from claims.desk.opened import Opened, Run
from claims.desk.placing import sample, titled
from claims.desk.views import Move, Regrouping
from claims.records import Claim, Judgement
from claims.store import disputes as relations
from claims.store import doubts, judgements, listing, reading
from claims.store import events as homes
from claims.store.engine import Connection


def regroup(opened: Opened, apply: bool) -> Regrouping:
    """Which claims change their event; written with `apply`."""
    run = Run(opened, "regroup")
    if not apply:
        with opened.reading() as connection:
            return _Plan(opened, connection).regrouping(applied=False)
    with run.transaction(opened.writing) as connection:
        plan = _Plan(opened, connection)
        found = plan.regrouping(applied=True)
        if found.moves:
            plan.write(run)
        relations.follow(connection)
    refreshing.refresh(run, opened.writing)
    run.finish(opened.writing, f"{len(found.moves)} claims moved")
    return found


class _Plan:
    """The groups there should be, and the event each of them keeps (None: a new one)."""

    def __init__(self, opened: Opened, connection: Connection) -> None:
        self.connection = connection
        ids = listing.appearances(connection, listing.Wanted())
        self.claims = {claim.id: claim for claim in reading.claims(connection, ids, opened.clock())}
        self.judged = [kept.judged for kept in judgements.standing(connection)]
        self.before = homes.homes(connection)
        self.groups = events.partition(list(self.claims.values()), self.judged)
        self.targets = events.carry_over(self.groups, self.before, self.judged)

    def regrouping(self, *, applied: bool) -> Regrouping:
        moves = tuple(
            Move(claim_id, self.before.get(claim_id), target, self.claims[claim_id].passage.text)
            for group, target in zip(self.groups, self.targets, strict=True)
            for claim_id in sorted(group)
            if target is None or self.before.get(claim_id) != target
        )
        return Regrouping(moves, applied, len(set(self.before.values())), len(self.groups))

    def write(self, run: Run) -> None:
        activity_id = run.activity(self.connection)
        pins = {kept.judged.claim_id: kept.id for kept in judgements.standing(self.connection) if kept.judged.same}
        for group, target in zip(self.groups, self.targets, strict=True):
            members = [self.claims[claim_id] for claim_id in sorted(group)]
            event_id = target or homes.make(self.connection, titled(members), activity_id)
            moved = [claim for claim in members if self.before.get(claim.id) != event_id]
            places = [reason(claim, event_id, members, self.judged, pins) for claim in moved]
            if places:
                homes.settle(self.connection, places, activity_id)
                doubts.dissolve(self.connection, [claim.id for claim in moved])
        homes.inherit(self.connection, self.before)


def reason(
    claim: Claim, event_id: int, members: Sequence[Claim], judged: Sequence[Judgement], pins: Mapping[int, int]
) -> homes.Place:
    """A claim's place in the event of those members, and why: its pin (claim → judgement) or its likeness to them."""
    if claim.id in pins:
        return homes.Place(claim.id, event_id, judgement_id=pins[claim.id])
    others = [member for member in members if member.id != claim.id]
    own = [judgement for judgement in judged if judgement.claim_id == claim.id and judgement.same]
    found = events.place(claim, {event_id: sample(others)}, own) if others else None
    return homes.Place(claim.id, event_id, found.score if found else None, found.features if found else ())
