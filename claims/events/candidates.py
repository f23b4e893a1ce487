"""Which pairs of claims are worth scoring: those that share a rare term, and all of two stories on one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np

from claims.events.reading import Bag
from claims.events.scoring import Scores
from claims.events.vectors import Ints, dots
from claims.events.weights import MATTER_SURE

# How many of a claim's most telling terms look for others, and of a story's profile.
_TERMS, _PROFILE_TERMS = 16, 24
# How far in time (in bearers) a term looks: all of a rare term's bearers meet, those of a common one only when near.
_REACH, _MEETINGS = 200, 50_000
# How many of the stories on its matter a story's claims are all compared with, the likest first.
_MATES = 10


def pairs(scores: Scores) -> tuple[Ints, Ints]:
    """Pairs (left < right) of positions, sorted, each once."""
    count = len(scores.readings)
    earliest = sorted(range(count), key=lambda n: (scores.readings[n].day or 0.0, n))
    sharing = _sharing([top(r.words, _TERMS) for r in scores.readings], earliest)
    codes = _once([a * count + b for a, b in (*sharing, *_within_matters(scores))])
    return codes // max(count, 1), codes % max(count, 1)


def top(bag: Bag, count: int) -> list[str]:
    """The heaviest terms of a bag, ties by term."""
    return [term for term, _ in sorted(bag.items(), key=lambda item: (-item[1], item[0]))[:count]]


def _once(parts: Sequence[Ints]) -> Ints:
    """All codes of `parts`, sorted, each once; a plain sort is several times faster here than `np.unique`'s hashing."""
    codes = np.sort(np.concatenate([np.zeros(0, np.int64), *parts]))
    found: Ints = codes[np.diff(codes, prepend=-1) != 0]
    return found


def _sharing(terms: Sequence[Sequence[str | int]], order: Sequence[int]) -> list[tuple[Ints, Ints]]:
    """Pairs of positions that share a term; of a term with many bearers only those near each other in `order`."""
    bearers: dict[str | int, list[int]] = defaultdict(list)
    for position in order:
        for term in terms[position]:
            bearers[term].append(position)
    return [_ascending(np.array(own, np.int64), _reach(len(own))) for own in bearers.values() if len(own) > 1]


def _reach(bearers: int) -> int:
    return max(1, min(_REACH, _MEETINGS // bearers))


def _ascending(positions: Ints, reach: int) -> tuple[Ints, Ints]:
    near, far = _offsets(min(len(positions), 4 * reach), reach)
    first = np.concatenate([positions[near + skip] for skip in _skips(len(positions), reach)])
    second = np.concatenate([positions[far + skip] for skip in _skips(len(positions), reach)])
    return np.minimum(first, second), np.maximum(first, second)


def _skips(count: int, reach: int) -> list[int]:
    """Where windows of 4 x reach begin, each overlapping the next by `reach`, so that no near pair is lost."""
    window = 4 * reach
    if count <= window:
        return [0]
    return [*range(0, count - window, 3 * reach), count - window]


@cache
def _offsets(count: int, reach: int) -> tuple[Ints, Ints]:
    """All (i, j) below `count` with i < j <= i + reach."""
    near, far = np.triu_indices(count, 1)
    keep = far - near <= reach
    return near[keep].astype(np.int64), far[keep].astype(np.int64)


def _within_matters(scores: Scores) -> list[tuple[Ints, Ints]]:
    """All pairs of claims of one story, and of two stories that are surely on one matter."""
    members: dict[int, list[int]] = defaultdict(list)
    for position, story in enumerate(scores.stories.tolist()):
        members[story].append(position)
    own = {story: np.array(positions, np.int64) for story, positions in members.items()}
    found = [_ascending(positions, len(positions)) for positions in own.values() if len(positions) > 1]
    for one, other in _matters(scores, len(members)):
        first, second = (grid.reshape(-1) for grid in np.meshgrid(own[one], own[other]))
        found.append((np.minimum(first, second), np.maximum(first, second)))
    return found


def _matters(scores: Scores, stories: int) -> list[tuple[int, int]]:
    profiles = scores.profiles
    terms: list[list[int]] = []
    for story in range(stories):
        own = slice(profiles.starts[story], profiles.starts[story + 1])
        order = np.argsort(-profiles.values[own], kind="stable")[:_PROFILE_TERMS]
        terms.append(profiles.columns[own][order].tolist())
    sharing = _sharing(terms, range(stories))
    codes = _once([a * stories + b for a, b in sharing])
    left, right = codes // stories, codes % stories
    cosines = dots(profiles, left, right)
    mates: dict[int, int] = defaultdict(int)
    found = []
    for n in np.lexsort((right, left, -cosines)).tolist():
        a, b = int(left[n]), int(right[n])
        if cosines[n] >= MATTER_SURE and min(mates[a], mates[b]) < _MATES:
            found.append((a, b))
            mates[a] += 1
            mates[b] += 1
    return found
