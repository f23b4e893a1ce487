"""Dates: the same said of days that do not meet."""

from __future__ import annotations

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.records import DisputeKind, Finding, Relation, When

_ALIKE = 0.55


def date(one: Reading, other: Reading, _setting: Setting) -> Finding | None:
    """`one` gives another day for what `other` says, in nearly the same words."""
    mine, theirs = one.claim.passage.when, other.claim.passage.when
    if mine is None or theirs is None or not _apart(mine, theirs) or one.denies or other.denies:
        return None
    alike = cosine(one.bag, other.bag)
    if alike < _ALIKE or one.claim.passage.figures or other.claim.passage.figures:
        return None
    return Finding(
        relation=Relation.CONTRADICTS,
        score=round(min(0.85, alike), 4),
        kind=DisputeKind.DATE,
        aspect="date",
        left_value=spoken(mine),
        right_value=spoken(theirs),
        explanation=f"{one.says} it was on {spoken(mine)}, {other.says} on {spoken(theirs)}.",
    )


def _apart(mine: When, theirs: When) -> bool:
    return mine.end < theirs.start or theirs.end < mine.start


def spoken(when: When) -> str:
    """A day, or the first and last of several."""
    return when.start.isoformat() if when.start == when.end else f"{when.start.isoformat()} to {when.end.isoformat()}"
