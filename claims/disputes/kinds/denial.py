"""Denials: "has denied involvement" answers who said so, even where the two share two words."""

from __future__ import annotations

from claims.disputes.answers import answers
from claims.disputes.binding import may_deny, may_negate
from claims.disputes.reading import Reading
from claims.disputes.setting import Setting
from claims.language.speaking import itself_denies, verb
from claims.records import ClaimKind, DisputeKind, Finding, Relation


def denial(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """`one` denies what `other` says; None where `one` is no denial or `other` is one too.

    A reply in the negative ("Not a shot was fired") counts as an answer without a word of denying: it contradicts.
    """
    if not (may_deny(one, other, setting) if one.denies else one.negated and _answered(one, other)):
        return None
    score, features = answers(one, other, setting)
    if one.denies:
        relation, kind = Relation.DENIES, DisputeKind.DENIAL
        explanation = f"{one.who} {_denies(one)} what {other.says}{_matter(one, other)}: “{other.quoted}”."
    else:
        relation, kind = Relation.CONTRADICTS, DisputeKind.NEGATION
        explanation = f"{one.says} “{one.quoted}”, against what {other.says}: “{other.quoted}”."
    return Finding(
        relation=relation,
        score=round(score, 4),
        kind=kind,
        aspect=aspect(one, other),
        left_value=_denied(one) if one.denies else one.quoted,
        right_value=other.quoted,
        explanation=explanation,
        features=features,
    )


def _answered(one: Reading, other: Reading) -> bool:
    return not (other.denies or other.negated) and may_negate(one, other)


def _denies(reading: Reading) -> str:
    return verb(reading.claim.passage, "denies", "deny")


def _matter(one: Reading, other: Reading) -> str:
    """That it is about who did it, where it is: a reader of the one sentence must see that."""
    return " about responsibility" if aspect(one, other) == "responsibility" else ""


def _denied(reading: Reading) -> str:
    """What the denier denies; a bare "this" or "it" is no more than that it is denied, words of denial are quoted."""
    if itself_denies(reading.claim):
        return f"denies it: “{reading.quoted}”"
    return f"denies: {reading.quoted}" if reading.bag else "denies it"


def aspect(one: Reading, other: Reading) -> str:
    """What the two are at odds about."""
    kinds = {one.claim.passage.kind, other.claim.passage.kind}
    if ClaimKind.RESPONSIBILITY in kinds or other.accuses:
        return "responsibility"
    return "legality" if one.legal and other.legal else "occurrence"
