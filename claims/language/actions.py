"""What is said to have happened to what is counted, as classes: "dead", "died", "deaths" and "toll" are all `killed`.

The forms stand in `data/actions.csv`. Which action belongs to which number is read from the clause: what stands
closest and in the right shape wins ("12 dead", "killed 12", "12 men and three women were wounded", "the toll is 12").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from claims.language import lexicon
from claims.language.tokens import Token

_AUXILIARY = frozenset(
    """
    are is was were be been being have has had who which that also all still now already since reportedly reported
    believed feared confirmed known said thought presumed left listed officially so far others other more of them
    people dead and or to not later there could may might would will since getting got
    """.split()
)
_OBJECT_OPENS = frozenset("a an the at more some about his her their its all up".split())
_BETWEEN = frozenset("the of as with another further other :".split())
_LIST_JOINTS = frozenset(", and or as well".split())
_TOLLS = frozenset(
    "toll deaths death dead number figure count total tally casualties fatalities injured wounded".split()
)
_REACH = 14  # tokens within which an action may stand apart from its number


@cache
def _classes() -> dict[str, str]:
    return {word: row["action"] for row in lexicon.table("actions.csv") for word in row["words"].split()}


def action_of(word: str) -> str | None:
    """The class of one folded word form, or None."""
    return _classes().get(word)


def _at(sequence: Sequence[Token], at: int) -> str | None:
    """The class of the form at token `at`; "shot down" and "on board" are one form of two words."""
    word = sequence[at].word
    if word in ("shot", "brought") and at + 1 < len(sequence) and sequence[at + 1].word == "down":
        return "intercepted"
    if word == "on" and at + 1 < len(sequence) and sequence[at + 1].word == "board":
        return "aboard"
    return action_of(word)


class Members:
    """The number phrases of one clause, as token ranges [first, last) in order, to be stepped over as one list."""

    def __init__(self, ranges: Sequence[tuple[int, int]]):
        self.ends = dict(ranges)
        self.starts = {last: first for first, last in ranges}
        self._firsts = [first for first, _ in ranges]
        self._lasts = [last for _, last in ranges]

    def next_after(self, at: int, otherwise: int) -> int:
        """Where the next phrase begins at or behind token `at`."""
        found = bisect_left(self._firsts, at)
        return self._firsts[found] if found < len(self._firsts) else otherwise

    def last_before(self, at: int) -> int:
        """Where the phrase before token `at` ends, 0 where there is none."""
        found = bisect_right(self._lasts, at)
        return self._lasts[found - 1] if found else 0


_ALONE = Members(())


def action(sequence: Sequence[Token], first: int, last: int, members: Members) -> str | None:
    """The action that belongs to the number phrase at tokens [first, last) of one clause."""
    return (
        _inside(sequence, first, last)
        or _right(sequence, last, _ALONE)
        or _left(sequence, first, _ALONE)
        or _right(sequence, last, members)
        or _left(sequence, first, members)
        or _toll(sequence, first)
        or _apart(sequence, last, first, members)
    )


def _inside(sequence: Sequence[Token], first: int, last: int) -> str | None:
    for at in range(last - 1, first - 1, -1):
        if found := _at(sequence, at):
            return found
    return None


def _right(sequence: Sequence[Token], at: int, members: Members) -> str | None:
    """ "12 (people) were (reportedly) killed"; over the further members of its list."""
    for _ in range(_REACH):
        if at >= len(sequence):
            return None
        word = sequence[at].word
        if (found := _at(sequence, at)) and not _has_object(sequence, at):
            return found
        if at in members.ends:
            at = members.ends[at]
        elif word in _AUXILIARY or (members.ends and word in _LIST_JOINTS):
            at += 1
        else:
            return None
    return None


def _has_object(sequence: Sequence[Token], at: int) -> bool:
    """Whether the form governs what follows ("12 soldiers killed 30 militants") and so is no participle."""
    if at + 1 >= len(sequence) or (at and sequence[at - 1].word in _AUXILIARY - {"who", "which", "that", "people"}):
        return False
    if sequence[at].word in ("aboard", "on", "safe", "alive", "missing", "dead"):
        return False
    word = sequence[at + 1].word
    return word in _OBJECT_OPENS or word[:1].isdigit()


def _left(sequence: Sequence[Token], first: int, members: Members) -> str | None:
    """ "killed (the) 12", "killing 12 and 30": the verb in front, over the members before."""
    at = first - 1
    for _ in range(_REACH):
        if at < 0:
            return None
        if found := _at(sequence, at):
            return found
        if at + 1 in members.starts:
            at = members.starts[at + 1] - 1
        elif sequence[at].word in (_BETWEEN | _LIST_JOINTS if members.ends else _BETWEEN):
            at -= 1
        else:
            return None
    return None


def _toll(sequence: Sequence[Token], first: int) -> str | None:
    """ "the death toll has risen to 12", "the number of wounded was corrected to 107"."""
    for at in range(first - 1, max(-1, first - _REACH - 6), -1):
        if sequence[at].word in _TOLLS:
            near = sequence[max(0, at - 1) : min(first, at + 7)]
            return next((found for token in near if (found := action_of(token.word))), None)
    return None


def _apart(sequence: Sequence[Token], last: int, first: int, members: Members) -> str | None:
    """Any action of the clause that no other number stands closer to, first behind, then in front."""
    after = members.next_after(last, len(sequence))
    before = members.last_before(first)
    behind = range(last, min(after, last + _REACH))
    in_front = range(first - 1, max(before, first - _REACH) - 1, -1)
    for at in behind:
        if (found := _at(sequence, at)) and not _has_object(sequence, at):
            return found
    return next((found for at in in_front if (found := _at(sequence, at))), None)
