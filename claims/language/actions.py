"""What is said to have happened to what is counted, as classes: "dead", "died", "deaths" and "toll" are all `killed`.

The forms stand in `data/actions.csv`. Which action belongs to which number is read from the clause: what stands
closest and in the right shape wins ("12 dead", "killed 12", "12 men and three women were wounded", "the toll is 12").
"""

from __future__ import annotations

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
    """The class of the form at token `at`; "shot down" is one form of two words."""
    word = sequence[at].word
    if word in ("shot", "brought") and at + 1 < len(sequence) and sequence[at + 1].word == "down":
        return "intercepted"
    return action_of(word)


def action(sequence: Sequence[Token], first: int, last: int, taken: Sequence[tuple[int, int]]) -> str | None:
    """The action that belongs to the number phrase at tokens [first, last) of one clause.

    `taken` are the token ranges of all number phrases of the clause, in order; they are stepped over as members of one
    list.
    """
    return (
        _inside(sequence, first, last)
        or _right(sequence, last, ())
        or _left(sequence, first, ())
        or _right(sequence, last, taken)
        or _left(sequence, first, taken)
        or _toll(sequence, first)
        or _apart(sequence, last, first, taken)
    )


def _inside(sequence: Sequence[Token], first: int, last: int) -> str | None:
    for at in range(last - 1, first - 1, -1):
        if found := _at(sequence, at):
            return found
    return None


def _right(sequence: Sequence[Token], at: int, taken: Sequence[tuple[int, int]]) -> str | None:
    """ "12 (people) were (reportedly) killed"; over the further members of a list where `taken` is given."""
    ends = dict(taken)
    for _ in range(_REACH):
        if at >= len(sequence):
            return None
        word = sequence[at].word
        if (found := _at(sequence, at)) and not _has_object(sequence, at):
            return found
        if at in ends:
            at = ends[at]
        elif word in _AUXILIARY or (taken and word in _LIST_JOINTS):
            at += 1
        else:
            return None
    return None


def _has_object(sequence: Sequence[Token], at: int) -> bool:
    """Whether the form governs what follows ("12 soldiers killed 30 militants") and so is no participle."""
    if at + 1 >= len(sequence) or (at and sequence[at - 1].word in _AUXILIARY - {"who", "which", "that", "people"}):
        return False
    word = sequence[at + 1].word
    return word in _OBJECT_OPENS or word[:1].isdigit()


def _left(sequence: Sequence[Token], first: int, taken: Sequence[tuple[int, int]]) -> str | None:
    """ "killed (the) 12", "killing 12 and 30": the verb in front, over the members before where `taken` is given."""
    starts = {last: start for start, last in taken}
    at = first - 1
    for _ in range(_REACH):
        if at < 0:
            return None
        if found := _at(sequence, at):
            return found
        if at + 1 in starts:
            at = starts[at + 1] - 1
        elif sequence[at].word in (_BETWEEN | _LIST_JOINTS if taken else _BETWEEN):
            at -= 1
        else:
            return None
    return None


def _toll(sequence: Sequence[Token], first: int) -> str | None:
    """ "the death toll has risen to 12", "the number of wounded was corrected to 107"."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if sequence[at].word in _TOLLS:
            near = sequence[max(0, at - 1) : min(first, at + 4)]
            return next((found for token in near if (found := action_of(token.word))), None)
    return None


def _apart(sequence: Sequence[Token], last: int, first: int, taken: Sequence[tuple[int, int]]) -> str | None:
    """Any action of the clause that no other number stands closer to, first behind, then in front."""
    after = min((start for start, _ in taken if start >= last), default=len(sequence))
    before = max((end for _, end in taken if end <= first), default=0)
    behind = range(last, min(after, last + _REACH))
    in_front = range(first - 1, max(before, first - _REACH) - 1, -1)
    for at in behind:
        if (found := _at(sequence, at)) and not _has_object(sequence, at):
            return found
    return next((found for at in in_front if (found := _at(sequence, at))), None)
