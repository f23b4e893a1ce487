"""New claims to events: candidates by shared terms, the best event by likeness, doubts to the review queue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claims import events
from claims.desk.opened import Run
from claims.records import Claim, ClaimStatus, Doubt, Judgement
from claims.store import doubts, judgements, reading, terms
from claims.store import events as homes
from claims.store.engine import Connection

EVENTS = 5  # compared with a claim: those whose members share the most telling terms
MEMBERS = 12  # of an event compared with a claim; of a larger event an even sample, which has nearly the same mean


def place(run: Run, connection: Connection, claim_ids: Sequence[int], activity_id: int) -> int:
    """Give each of those claims, which have none, an event; how many doubts that leaves."""
    new = reading.by_id(connection, claim_ids, run.opened.clock())
    if not new:
        return 0
    room = Room(run, connection)
    file(connection, new)
    found = [_settled(room, claim, activity_id) for claim in new]
    homes.settle(connection, [home for home, _ in found], activity_id)
    considered = [
        (c.id, e.event_id, e.score, e.features) for c, (_, p) in zip(new, found, strict=True) for e in p.candidates
    ]
    homes.consider(connection, considered)
    told = [doubt for claim, (_, placement) in zip(new, found, strict=True) for doubt in _doubts(claim, placement)]
    return doubts.keep(connection, claim_ids, told, activity_id)


def file(connection: Connection, claims: Iterable[Claim]) -> None:
    """File claims under their terms, and under no others."""
    terms.keep(connection, [(c.id, terms.day_of(c.story.published), weighted(c)) for c in claims])


def refile(run: Run, connection: Connection, claim_ids: Sequence[int]) -> None:
    """File claims whose words changed under their new terms; they keep their events."""
    file(connection, reading.by_id(connection, claim_ids, run.opened.clock()))


def weighted(claim: Claim) -> list[terms.Weighted]:
    """A claim's telling terms with their weights."""
    return [(term.term, term.weight) for term in events.terms(claim)]


@dataclass(slots=True)
class Room:
    """The events near the claims of one story, each read once, with those of its claims that were placed already."""

    run: Run
    connection: Connection
    judged: list[Judgement] = field(default_factory=list)
    placed: dict[int, int] = field(default_factory=dict)  # claim → event, not yet written
    _members: dict[int, list[Claim]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.judged = [kept.judged for kept in judgements.standing(self.connection)]

    def near(self, claim: Claim) -> dict[int, Sequence[Claim]]:
        """The events whose members share the most telling terms with a claim, each with members to compare."""
        day = terms.day_of(claim.story.published)
        weights: dict[int, float] = {}
        for near in terms.neighbours(self.connection, day, weighted(claim)):
            event = self.placed.get(near.claim_id, near.event_id)
            if event is not None and near.claim_id != claim.id:
                weights[event] = max(weights.get(event, 0.0), near.weight)
        chosen = sorted(weights, key=lambda e: (-weights[e], e))[:EVENTS]
        self._read(chosen)
        return {event: sample(self._members[event]) for event in chosen}

    def _read(self, event_ids: Iterable[int]) -> None:
        missing = [event for event in event_ids if event not in self._members]
        sampled = {event: sample(ids) for event, ids in homes.members(self.connection, missing).items()}
        wanted = sorted({claim_id for ids in sampled.values() for claim_id in ids})
        recalled = self.run.opened.recall.claims(self.connection, wanted, self.run.opened.clock())
        found = {claim.id: claim for claim in recalled}
        for event in missing:
            self._members[event] = [found[i] for i in sampled.get(event, ()) if i in found]

    def add(self, claim: Claim, event_id: int) -> None:
        """A claim of the story was placed there."""
        self.placed[claim.id] = event_id
        self._read([event_id])
        self._members[event_id].append(claim)


def _settled(room: Room, claim: Claim, activity_id: int) -> tuple[homes.Place, events.Placement]:
    placement = events.place(claim, room.near(claim), room.judged)
    event_id = placement.event_id
    if event_id is None:
        event_id = homes.make(room.connection, titled([claim]), activity_id)
    room.add(claim, event_id)
    return homes.Place(claim.id, event_id, placement.score, placement.features), placement


def _doubts(claim: Claim, placement: events.Placement) -> Iterable[Doubt]:
    if claim.passage.doubt:
        yield Doubt(0, "speaker", (f"C-{claim.id}",), claim.passage.doubt, round(1 - claim.passage.confidence, 4))
    if placement.doubtful:
        best = placement.candidates[0]
        reason = "no event is surely it; nearest" if placement.event_id is None else "more than one event fits"
        phrase = "; ".join(feature.phrase for feature in best.features[:2])
        yield Doubt(0, "event", (f"C-{claim.id}", f"E-{best.event_id}"), f"{reason}: {phrase}", best.score)


_T = TypeVar("_T")


def sample(ids: Sequence[_T]) -> Sequence[_T]:
    """At most `MEMBERS` of them, evenly spaced."""
    if len(ids) <= MEMBERS:
        return ids
    return [ids[n * len(ids) // MEMBERS] for n in range(MEMBERS)]


def titled(claims: Sequence[Claim]) -> homes.Title:
    """What the event of those claims is called; nothing of copy that must not go out stands in a title."""
    shown = [claim for claim in claims if claim.status in (ClaimStatus.CURRENT, ClaimStatus.SUPERSEDED)]
    if not shown:
        agencies = ", ".join(sorted({claim.story.agency for claim in claims}))
        return homes.Title(f"Copy withheld ({agencies})", homes.WITHHELD)
    naming = events.name(shown)
    return homes.Title(naming.title or "Untitled", naming.slug, naming.starts, naming.ends, naming.located)
