"""Where one new claim belongs among the events there are, with what else came close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from claims.events.grouping import decisions
from claims.events.linking import Decided
from claims.events.pairing import explained
from claims.events.scoring import Scores
from claims.events.weights import ACCEPT, SUGGEST, shown
from claims.records import Claim, Feature, Judgement

# Two events nearer to each other than this (in raw score) are too alike to choose between without asking.
_CLOSE = 0.02


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that was considered: its score (0 to 1) and what made it."""

    event_id: int
    score: float
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a claim goes; `event_id` None opens a new event.

    `score` and `features` are those of the chosen event (of the best refused one for a new event); `doubtful` where
    a person should look: nothing is surely it though something is like it, or two events fit as well.
    """

    event_id: int | None
    score: float
    features: tuple[Feature, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    doubtful: bool = False


def place(claim: Claim, groups: Mapping[int, Sequence[Claim]], judgements: Sequence[Judgement] = ()) -> Placement:
    """The event of `groups` (event id → its claims) that `claim` belongs to, by the mean likeness to its members.

    A judgement is read before any score: a pin decides, a bar rules an event out. Ties go to the older event.
    """
    decided = decisions(judgements).get(claim.id, Decided())
    if decided.pinned is not None:
        return Placement(decided.pinned, 1.0)
    ranked = _ranked(claim, {event: own for event, own in groups.items() if own and event not in decided.barred})
    if not ranked:
        return Placement(None, 0.0)
    candidates = tuple(Candidate(event, round(shown(raw), 4), features) for raw, event, features in ranked)
    best = ranked[0][0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    doubtful = SUGGEST <= best < ACCEPT or (best >= ACCEPT and second >= ACCEPT and best - second < _CLOSE)
    chosen = candidates[0].event_id if best >= ACCEPT else None
    return Placement(chosen, candidates[0].score, candidates[0].features, candidates, doubtful)


def _ranked(claim: Claim, groups: Mapping[int, Sequence[Claim]]) -> list[tuple[float, int, tuple[Feature, ...]]]:
    members = dict(sorted(groups.items()))
    scores = Scores([claim, *(member for own in members.values() for member in own)])
    found, start = [], 1
    for event, own in members.items():
        others = np.arange(start, start + len(own))
        start += len(own)
        given = scores.features(np.zeros(len(own), np.int64), others)
        raw = sum(float(np.sort(values).mean()) for values in given.values())  # whatever order the members came in
        found.append((raw, event, explained(given, {})))
    return sorted(found, key=lambda one: (-one[0], one[1]))
