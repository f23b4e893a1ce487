"""New claims to events: candidates by shared terms, the best event by likeness, doubts to the review queue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from claims import events
from claims.desk.opened import Run
from claims.records import Claim, ClaimStatus, Doubt, Judgement
from claims.store import doubts, judgements, reading, terms
from claims.store import events as homes
from claims.store.engine import Connection

EVENTS = 5  # compared with a claim: those whose members share the most telling terms
MEMBERS = 12  # of an event compared with a claim; of a larger event an even sample, which has nearly the same mean
NEIGHBOURS = 200  # claims with the most shared weight whose events are looked at


def place(run: Run, connection: Connection, claim_ids: Sequence[int], activity_id: int) -> int:
    """Give each of those claims, which have none, an event; how many doubts that leaves."""
    new = reading.by_id(connection, claim_ids, run.opened.clock())
    found = [doubt for claim in new for doubt in _place_one(run, connection, claim, activity_id)]
    return doubts.keep(connection, claim_ids, found, activity_id)


def _place_one(run: Run, connection: Connection, claim: Claim, activity_id: int) -> Iterable[Doubt]:
    groups = index_and_find(run, connection, claim)
    barred = judged(connection, claim, groups)
    placement = events.place(claim, groups, barred)
    event_id = placement.event_id
    if event_id is None:
        event_id = homes.make(connection, titled([claim]), activity_id)
    settled = homes.Place(claim.id, event_id, placement.score, placement.features)
    homes.settle(connection, [settled], activity_id)
    homes.consider(connection, claim.id, ((c.event_id, c.score, c.features) for c in placement.candidates))
    if claim.passage.doubt:
        yield Doubt(0, "speaker", (f"C-{claim.id}",), claim.passage.doubt, round(1 - claim.passage.confidence, 4))
    if placement.doubtful:
        best = placement.candidates[0]
        reason = "no event is surely it; nearest" if placement.event_id is None else "more than one event fits"
        phrase = "; ".join(feature.phrase for feature in best.features[:2])
        yield Doubt(0, "event", (f"C-{claim.id}", f"E-{best.event_id}"), f"{reason}: {phrase}", best.score)


def refile(run: Run, connection: Connection, claim_ids: Sequence[int]) -> None:
    """File claims whose words changed under their new terms; they keep their events."""
    for claim in reading.by_id(connection, claim_ids, run.opened.clock()):
        weighted = [(term.term, term.weight) for term in events.terms(claim)]
        terms.keep(connection, claim.id, terms.day_of(claim.story.published), weighted)


def index_and_find(run: Run, connection: Connection, claim: Claim) -> dict[int, list[Claim]]:
    """File a claim under its terms, and the events nearest by them, with their members to compare."""
    weighted = [(term.term, term.weight) for term in events.terms(claim)]
    day = terms.day_of(claim.story.published)
    near = terms.neighbours(connection, day, weighted)
    terms.keep(connection, claim.id, day, weighted)
    near.pop(claim.id, None)
    strongest = sorted(near, key=lambda i: (-near[i], i))[:NEIGHBOURS]
    weights: dict[int, float] = {}
    for claim_id, event_id in homes.homes(connection, strongest).items():
        weights[event_id] = max(weights.get(event_id, 0.0), near[claim_id])
    chosen = sorted(weights, key=lambda e: (-weights[e], e))[:EVENTS]
    return _members(run, connection, chosen)


def _members(run: Run, connection: Connection, event_ids: Sequence[int]) -> dict[int, list[Claim]]:
    sampled = {event: sample(ids) for event, ids in homes.members(connection, event_ids).items()}
    wanted = sorted({claim_id for ids in sampled.values() for claim_id in ids})
    found = {claim.id: claim for claim in run.opened.recall.claims(connection, wanted, run.opened.clock())}
    return {event: [found[i] for i in ids if i in found] for event, ids in sampled.items()}


_T = TypeVar("_T")


def sample(ids: Sequence[_T]) -> Sequence[_T]:
    """At most `MEMBERS` of them, evenly spaced."""
    if len(ids) <= MEMBERS:
        return ids
    return [ids[n * len(ids) // MEMBERS] for n in range(MEMBERS)]


def judged(connection: Connection, claim: Claim, groups: Mapping[int, Sequence[Claim]]) -> list[Judgement]:
    """What people decided about a claim, and about those it is compared with."""
    ids = [claim.id, *(member.id for members in groups.values() for member in members)]
    return [kept.judged for kept in judgements.standing(connection, ids)]


def titled(claims: Sequence[Claim]) -> homes.Title:
    """What the event of those claims is called; nothing of copy that must not go out stands in a title."""
    shown = [claim for claim in claims if claim.status in (ClaimStatus.CURRENT, ClaimStatus.SUPERSEDED)]
    if not shown:
        agencies = ", ".join(sorted({claim.story.agency for claim in claims}))
        return homes.Title(f"Copy withheld ({agencies})", homes.WITHHELD)
    naming = events.name(shown)
    return homes.Title(naming.title or "Untitled", naming.slug, naming.starts, naming.ends, naming.located)
