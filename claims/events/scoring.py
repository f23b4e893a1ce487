"""Raw scores of pairs of claims, feature by feature, for one pair or for millions at once.

One path for both: `likeness` of two claims and the grouping of a whole desk use the same arrays, so that what is
shown as a reason is what decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from claims.events.reading import Reading, Time, read, unit, word_bag
from claims.events.sites import Site, elsewhere
from claims.events.vectors import Floats, Ints, Packed, Rows, dots, pack, rows
from claims.events.weights import BESIDE_FADES, MATTER_FROM, MATTER_SURE, WEIGHTS
from claims.records import Claim


class Scores:
    """Scores pairs among `claims`, given by their positions in it.

    Two stories are on one matter only as far as the claims given here tell: a story with a single claim has no
    profile of its own.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.readings = [read(claim) for claim in claims]
        self._words = rows([r.word_row for r in self.readings])
        self._trigrams = rows([r.trigram_row for r in self.readings])
        numbers = {story: n for n, story in enumerate(dict.fromkeys(r.story for r in self.readings))}
        self.stories: Ints = np.array([numbers[r.story] for r in self.readings], np.int64)
        self.profiles = profiles(claims, self.stories)
        self._days = np.array([np.nan if r.day is None else r.day for r in self.readings], np.float64)
        self._starts = np.array([r.start for r in self.readings], np.float64)
        self._times, self._apart = _times(self.readings)
        self._sites, self._kinds = _sites(self.readings)

    def features(self, left: Ints, right: Ints) -> dict[str, Floats]:
        """What each feature gives to each pair (left[k], right[k]), weights included; `left` must be sorted."""
        text = (dots(self._words, left, right) + dots(self._trigrams, left, right)) / 2
        same = self.stories[left] == self.stories[right]
        away = np.abs(self._days[left] - self._days[right])
        near = np.exp(-np.abs(self._starts[left] - self._starts[right]) / BESIDE_FADES)
        return {
            "text": text,
            "matter": WEIGHTS.matter * self.matter(self.stories[left], self.stories[right]),
            "beside": WEIGHTS.beside * np.where(same, near, 0.0),
            "days": WEIGHTS.days * np.log1p(np.nan_to_num(away)),
            "time": WEIGHTS.time * self._apart[self._times[left], self._times[right]],
            "place": WEIGHTS.place * self._elsewhere(left, right),
        }

    def raw(self, left: Ints, right: Ints) -> Floats:
        """The raw score of each pair: the sum of its features."""
        total: Floats = sum(self.features(left, right).values(), np.zeros(len(left)))
        return total

    def _elsewhere(self, left: Ints, right: Ints) -> Floats:
        """1 where two claims are placed in different towns, else 0; each two sites are compared once."""
        one, other = self._sites[left], self._sites[right]
        (placed,) = np.nonzero((one != other) & (one > 0) & (other > 0))
        found = np.zeros(len(left), np.float64)
        if not len(placed):
            return found
        count = len(self._kinds)
        codes, back = np.unique(one[placed] * count + other[placed], return_inverse=True)
        differ = [elsewhere(self._kinds[code // count], self._kinds[code % count]) for code in codes.tolist()]
        found[placed] = np.array(differ, np.float64)[back.reshape(-1)]
        return found

    def matter(self, left: Ints, right: Ints) -> Floats:
        """How surely two stories are on one matter, 0 to 1; 1 for one and the same story."""
        keys, back = np.unique(np.stack((left, right), axis=1), axis=0, return_inverse=True)
        cosines = dots(self.profiles, keys[:, 0].copy(), keys[:, 1].copy())
        sure = np.clip((cosines - MATTER_FROM) / (MATTER_SURE - MATTER_FROM), 0.0, 1.0)
        sure[keys[:, 0] == keys[:, 1]] = 1.0
        found: Floats = sure[back.reshape(-1)]
        return found


def profiles(claims: Sequence[Claim], stories: Ints) -> Rows:
    """For each story what its headline and claims say taken together; empty for a story with a single claim."""
    texts: dict[int, dict[str, None]] = {}
    for claim, story in zip(claims, stories.tolist(), strict=True):
        texts.setdefault(story, {claim.story.headline: None})[claim.sentence] = None
    return rows([_profile(tuple(parts)) for _, parts in sorted(texts.items())])


@lru_cache(maxsize=4096)  # an import meets the same stories for claim after claim
def _profile(texts: tuple[str, ...]) -> Packed:
    if len(texts) <= 2:
        return pack({})
    total: dict[str, float] = defaultdict(float)
    for text in texts:
        for term, value in word_bag(text).items():
            total[term] += value
    return pack(unit(total))


def _times(readings: Sequence[Reading]) -> tuple[Ints, Floats]:
    """Each reading's times as a number, and a table that says which two numbers are times apart."""
    numbers: dict[frozenset[Time], int] = {}
    of = np.array([numbers.setdefault(r.times, len(numbers)) for r in readings], np.int64)
    kinds = list(numbers)
    apart = np.array([[float(_differ(a, b)) for b in kinds] for a in kinds], np.float64)
    return of, apart.reshape(len(kinds), len(kinds))


def _sites(readings: Sequence[Reading]) -> tuple[Ints, list[Site]]:
    """Each reading's site as a number, and the sites by number; 0 is nowhere."""
    numbers = {Site(): 0}
    of = np.array([numbers.setdefault(r.site, len(numbers)) for r in readings], np.int64)
    return of, list(numbers)


def _differ(a: frozenset[Time], b: frozenset[Time]) -> bool:
    """Whether two claims speak of different times; a whole year holds its months."""
    if not a or not b:
        return bool(a) != bool(b)
    return not any(x[0] == y[0] and (x[1] == y[1] or 0 in (x[1], y[1])) for x in a for y in b)
