"""Negation: one says it, the other says the same with "not"."""

from __future__ import annotations

from claims.disputes.binding import may_negate
from claims.disputes.kinds.denial import aspect
from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.records import DisputeKind, Finding, Relation

_ALIKE = 0.5


def negation(one: Reading, other: Reading, _setting: Setting) -> Finding | None:
    """`one` negates what `other` asserts: nearly the same words, and one negation more on one side."""
    alike = cosine(one.bag, other.bag)
    counts = one.claim.passage.figures or other.claim.passage.figures
    if one.denies or other.denies or one.negated == other.negated or alike < _ALIKE or counts:
        return None
    if not (may_negate(one, other) if one.negated else may_negate(other, one)):
        return None
    return Finding(
        relation=Relation.CONTRADICTS,
        score=round(alike - 0.15, 4),
        kind=DisputeKind.NEGATION,
        aspect=aspect(one, other),
        left_value=one.quoted,
        right_value=other.quoted,
        explanation=f"{one.says} “{one.quoted}”, {other.says} “{other.quoted}”: one negates the other.",
    )
