"""Responsibility: two speakers name different culprits for one act."""

from __future__ import annotations

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.language import places
from claims.records import ClaimKind, DisputeKind, Finding, Relation

# How alike two sentences of different stories must be to be about one act.
_ALIKE = 0.15


def responsibility(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """`one` says another did it than `other` says; None where either names nobody, or they agree."""
    mine, theirs = culprits(one), culprits(other)
    if one.denies or other.denies or not mine or not theirs or mine & theirs:
        return None
    alike = cosine(one.sentence, other.sentence)
    near = setting.same_story and setting.apart <= 2
    if not near and alike < _ALIKE:
        return None
    left, right = " and ".join(sorted(mine)), " and ".join(sorted(theirs))
    return Finding(
        relation=Relation.CONTRADICTS,
        score=round(min(0.95, (0.55 if near else 0.4) + alike), 4),
        kind=DisputeKind.RESPONSIBILITY,
        aspect="responsibility",
        left_value=left,
        right_value=right,
        explanation=f"{one.says} it was {left}, {other.says} it was {right}.",
    )


def culprits(reading: Reading) -> frozenset[str]:
    """The countries a claim of responsibility names as doers, but for the claimant's own: a side accuses others."""
    if reading.claim.passage.kind is not ClaimKind.RESPONSIBILITY or reading.negated:
        return frozenset()
    own = set(places.nations(reading.claim.passage.claimant))
    return frozenset(places.nations(reading.claim.passage.text)) - own
