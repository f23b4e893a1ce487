"""A person's word about a claim and an event: kept for good, read before any score, refused where it contradicts."""

from __future__ import annotations

from claims import events
from claims.desk import refreshing
from claims.desk.opened import Opened, Run
from claims.desk.placing import Room, titled
from claims.errors import NotFound, Refused
from claims.records import Claim, Judgement
from claims.store import events as homes
from claims.store import judgements, reading
from claims.store.engine import Connection


def judge(opened: Opened, word: Judgement, reason: str) -> None:
    """Keep the judgement and move the claim as it says. `NotFound`, `Refused`."""
    run = Run(opened, "judge", {"claim": f"C-{word.claim_id}", "event": f"E-{word.event_id}", "same": word.same})
    with run.transaction(opened.writing) as connection:
        claim = _claim(run, connection, word)
        if _contradicts(connection, word):
            return
        activity_id = run.activity(connection)
        _anchor(run, connection, word, activity_id)
        judgement_id = judgements.add(connection, word, reason, activity_id)
        if word.same:
            place = homes.Place(claim.id, word.event_id, judgement_id=judgement_id)
            homes.settle(connection, [place], activity_id)
            homes.inherit(connection, {claim.id: claim.event_id or word.event_id})
        elif claim.event_id == word.event_id:
            _move_out(run, connection, claim, activity_id)
    refreshing.refresh(run, opened.writing)
    run.finish(opened.writing, f"C-{word.claim_id} {'is' if word.same else 'is not'} E-{word.event_id}")


def _claim(run: Run, connection: Connection, word: Judgement) -> Claim:
    found = reading.by_id(connection, [word.claim_id], run.opened.clock())
    if not found:
        raise NotFound(f"There is no claim C-{word.claim_id}.", "claims list lists all.")
    heir = homes.resolve(connection, word.event_id)
    if heir is None:
        raise NotFound(f"There is no event E-{word.event_id}.", "claims events lists all.")
    if heir != word.event_id:
        raise Refused(f"E-{word.event_id} was merged into E-{heir}.", f"Decide about E-{heir}.")
    return found[0]


def _contradicts(connection: Connection, word: Judgement) -> bool:
    """True where the same was said before; `Refused` where the contrary was."""
    for kept in judgements.standing(connection, [word.claim_id]):
        said = kept.judged
        if said == word:
            return True
        about_it = said.event_id == word.event_id
        if about_it or (said.same and word.same):
            verdict = "belongs" if said.same else "does not belong"
            raise Refused(
                f"{kept.actor} decided that C-{said.claim_id} {verdict} to E-{said.event_id}.",
                "claims undo takes that decision back.",
            )
    members = homes.members(connection, [word.event_id]).get(word.event_id, [])
    if not word.same and members == [word.claim_id]:
        raise Refused(f"C-{word.claim_id} is the only claim of E-{word.event_id}: without it there is no event.")
    return False


def _anchor(run: Run, connection: Connection, word: Judgement, activity_id: int) -> None:
    """Pin the earliest other member of an event nobody has a word about, so that the decision has something to hold."""
    if any(
        k.judged.same and k.judged.claim_id != word.claim_id
        for k in judgements.standing(connection, event_id=word.event_id)
    ):
        return
    members = homes.members(connection, [word.event_id]).get(word.event_id, [])
    others = reading.by_id(connection, [i for i in members if i != word.claim_id], run.opened.clock())
    pinned = {
        kept.judged.claim_id for kept in judgements.standing(connection, [c.id for c in others]) if kept.judged.same
    }
    free = [claim for claim in others if claim.id not in pinned]
    if free:
        anchor = min(free, key=lambda claim: (claim.first_seen or claim.story.arrived, claim.id))
        pin = judgements.add(connection, Judgement(anchor.id, word.event_id, True), "anchors the event", activity_id)
        homes.settle(connection, [homes.Place(anchor.id, word.event_id, judgement_id=pin)], activity_id)


def _move_out(run: Run, connection: Connection, claim: Claim, activity_id: int) -> None:
    room = Room(run, connection)
    groups = {event: [m for m in members if m.id != claim.id] for event, members in room.near(claim).items()}
    placement = events.place(claim, groups, room.judged)
    target = placement.event_id
    if target is None:
        target = homes.make(connection, titled([claim]), activity_id)
    homes.settle(connection, [homes.Place(claim.id, target, placement.score, placement.features)], activity_id)
