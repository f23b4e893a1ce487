"""Denials: "has denied involvement" answers who said so, even where the two share two words."""

from __future__ import annotations

from claims.disputes.answers import answers
from claims.disputes.reading import Reading
from claims.disputes.setting import Setting
from claims.records import ClaimKind, DisputeKind, Finding, Relation


def denial(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """`one` denies what `other` says; None where `one` is no denial or `other` is one too."""
    if not one.denies or other.denies:
        return None
    score, features = answers(one, other, setting)
    return Finding(
        relation=Relation.DENIES,
        score=round(score, 4),
        kind=DisputeKind.DENIAL,
        aspect=aspect(one, other),
        left_value=f"denies: {one.quoted}",
        right_value=other.quoted,
        explanation=f"{one.who} denies what {other.who} says: “{other.quoted}”.",
        features=features,
    )


def aspect(one: Reading, other: Reading) -> str:
    """What the two are at odds about."""
    kinds = {one.claim.passage.kind, other.claim.passage.kind}
    if ClaimKind.RESPONSIBILITY in kinds or other.accuses:
        return "responsibility"
    return "legality" if one.legal and other.legal else "occurrence"
