"""Denials: "has denied involvement" answers who said so, even where the two share two words."""

from __future__ import annotations

from claims.disputes.answers import answers
from claims.disputes.reading import Reading
from claims.disputes.setting import Setting
from claims.records import ClaimKind, DisputeKind, Finding, Relation


def denial(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """`one` denies what `other` says; None where `one` is no denial or `other` is one too.

    A reply in the negative ("Not a shot was fired") counts as an answer without a word of denying: it contradicts.
    """
    if not (one.denies or one.negated) or other.denies or (other.negated and not one.denies):
        return None
    score, features = answers(one, other, setting)
    if one.denies:
        relation, kind = Relation.DENIES, DisputeKind.DENIAL
        explanation = f"{one.who} denies what {other.who} says: “{other.quoted}”."
    else:
        relation, kind = Relation.CONTRADICTS, DisputeKind.NEGATION
        explanation = f"{one.who} says “{one.quoted}”, against what {other.who} says: “{other.quoted}”."
    return Finding(
        relation=relation,
        score=round(score, 4),
        kind=kind,
        aspect=aspect(one, other),
        left_value=f"denies: {one.quoted}" if one.denies else one.quoted,
        right_value=other.quoted,
        explanation=explanation,
        features=features,
    )


def aspect(one: Reading, other: Reading) -> str:
    """What the two are at odds about."""
    kinds = {one.claim.passage.kind, other.claim.passage.kind}
    if ClaimKind.RESPONSIBILITY in kinds or other.accuses:
        return "responsibility"
    return "legality" if one.legal and other.legal else "occurrence"
