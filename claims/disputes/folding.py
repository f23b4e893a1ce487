"""Which propositions of an event answer one question: those that a relation of one kind ties together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.disputes.counting import action
from claims.disputes.finding import Pair
from claims.disputes.reading import Reading, cosine
from claims.disputes.scenes import one_scene
from claims.records import ClaimKind, DisputeKind

_OWN = {DisputeKind.FIGURE: "figure", DisputeKind.DATE: "date", DisputeKind.PLACE: "place"}
_SAID = "said"  # the key of all that is denied, negated or told otherwise
_NEAR = 0.06  # how alike two sentences must be for a claim of responsibility to be about the act in question
_DOERS = frozenset("behind responsible responsibility blame blamed culprits perpetrators".split())


@dataclass(slots=True)
class Draft:
    """A question in the making: propositions (each a list of claims that say it) and the pairs among them."""

    members: list[list[Reading]]
    pairs: list[Pair]

    @property
    def responsibility(self) -> bool:
        """Whether what is at odds is who did it."""
        return any(pair.finding.aspect == "responsibility" for pair in self.pairs)


def drafts(groups: list[list[Reading]], pairs: Sequence[Pair]) -> list[Draft]:
    """`groups` by question; a pair whose ends answer two questions already (a count, and who did it) joins neither.

    A claim of responsibility that nobody answers stands with the disputed question of who was behind it, and a count
    that contradicts nobody ("at least 11", beside 19 and 27) with the question of that count.
    """
    forest = _Forest(groups)
    for pair in sorted(forest.known(pairs), key=forest.rank):
        forest.tie(pair)
    return _with_counts(_with_doers(forest.drafts()))


class _Forest:
    """Propositions, tied by pairs; each tree keeps the kind of its first (surest) tie."""

    def __init__(self, groups: list[list[Reading]]) -> None:
        self._groups = groups
        self._home = {reading.claim.id: n for n, own in enumerate(groups) for reading in own}
        self._root = list(range(len(groups)))
        self._key: dict[int, str] = {}
        self._tied: list[Pair] = []

    def known(self, pairs: Sequence[Pair]) -> list[Pair]:
        return [pair for pair in pairs if pair.left_id in self._home and pair.right_id in self._home]

    def rank(self, pair: Pair) -> tuple[float, int, int]:
        """Surest first, then by the order of the propositions, which is by content."""
        return -pair.finding.score, self._home[pair.left_id], self._home[pair.right_id]

    def tie(self, pair: Pair) -> None:
        a, b = sorted((self._top(self._home[pair.left_id]), self._top(self._home[pair.right_id])))
        key = _key(pair)
        held = {self._key[n] for n in (a, b) if n in self._key}
        if held - {key} and (len(held) > 1 or key != _SAID or (a in self._key and b in self._key)):
            return
        self._root[b] = a
        self._key[a] = min(held, default=key) if held - {key} else key
        self._tied.append(pair)

    def drafts(self) -> list[Draft]:
        found: dict[int, Draft] = defaultdict(lambda: Draft([], []))
        for n, own in enumerate(self._groups):
            found[self._top(n)].members.append(own)
        for pair in self._tied:
            found[self._top(self._home[pair.left_id])].pairs.append(pair)
        return list(found.values())

    def _top(self, n: int) -> int:
        while self._root[n] != n:
            n = self._root[n]
        return n


def _key(pair: Pair) -> str:
    """Counts are tied by what they count, days and places by being such, all else by being said and denied."""
    own = _OWN.get(pair.finding.kind) if pair.finding.kind else None
    return f"figure {pair.finding.aspect}" if own == "figure" else own or _SAID


def _with_doers(found: list[Draft]) -> list[Draft]:
    """Claims of who did it join the disputed question of that, where one sentence is about the same act."""
    asked = [draft for draft in found if draft.responsibility]
    kept: list[Draft] = []
    for draft in found:
        home = max(asked, key=lambda each: _likeness(each, draft), default=None)
        if home and not draft.pairs and _of_doers(draft.members[0][0]) and _likeness(home, draft) >= _NEAR:
            home.members += draft.members
        else:
            kept.append(draft)
    return kept


def _with_counts(found: list[Draft]) -> list[Draft]:
    asked = [draft for draft in found if any(pair.finding.kind is DisputeKind.FIGURE for pair in draft.pairs)]
    kept: list[Draft] = []
    for draft in found:
        home = next((each for each in asked if not draft.pairs and _counts_same(each, draft.members[0][0])), None)
        if home:
            home.members += draft.members
        else:
            kept.append(draft)
    return kept


def _counts_same(asked: Draft, reading: Reading) -> bool:
    """Whether the first count of a claim is of those to whom the same happened, in one time and place."""
    figures = reading.claim.passage.figures
    done = action(figures[0]) if figures else None
    what = {pair.finding.aspect for pair in asked.pairs if pair.finding.kind is DisputeKind.FIGURE}
    return done in what and all(one_scene(reading, other) for other in _paired(asked))


def _of_doers(reading: Reading) -> bool:
    words = {token.word for token in reading.words}
    return reading.claim.passage.kind is ClaimKind.RESPONSIBILITY or not _DOERS.isdisjoint(words)


def _likeness(asked: Draft, draft: Draft) -> float:
    return max((cosine(mine.sentence, draft.members[0][0].sentence) for mine in _paired(asked)), default=0.0)


def _paired(draft: Draft) -> Iterator[Reading]:
    tied = {claim for pair in draft.pairs for claim in (pair.left_id, pair.right_id)}
    yield from (reading for own in draft.members for reading in own if reading.claim.id in tied)
