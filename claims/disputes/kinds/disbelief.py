"""Disbelief: a text without a speaker that calls a story untrue: "Hoax: no ferry ever sank off Vellmar"."""

from __future__ import annotations

from functools import cache
from importlib import resources

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.language.lexicon import Phrases
from claims.records import DisputeKind, Finding, Relation

# How alike the two must be for the disbelief to be about the other text.
_ALIKE = 0.15
_WHOLE = 0.8  # of its sentence


def disbelief(one: Reading, other: Reading, _setting: Setting) -> Finding | None:
    """`one`, a headline or bare sentence, does not believe what `other` says; None where both or neither do."""
    if not _stands_alone(one) or not _disbelieves(one) or _disbelieves(other):
        return None
    alike = cosine(one.bag, other.bag)
    if alike < _ALIKE:
        return None
    return Finding(
        relation=Relation.DENIES,
        score=round(min(0.95, 0.55 + 0.4 * alike), 4),
        kind=DisputeKind.DENIAL,
        aspect="occurrence",
        left_value=one.quoted,
        right_value=other.quoted,
        explanation=f"“{one.quoted}” calls into question that “{other.quoted}”.",
    )


def _stands_alone(reading: Reading) -> bool:
    """Whether it is a headline or bare sentence, and no part of one whose speaker was not found."""
    claim = reading.claim
    return not claim.passage.claimant and len(claim.passage.text) >= _WHOLE * len(claim.sentence)


def _disbelieves(reading: Reading) -> bool:
    return _words().among(reading.words)


@cache
def _words() -> Phrases:
    text = (resources.files("claims.disputes") / "disbelief.txt").read_text(encoding="utf-8")
    return Phrases(line for line in text.splitlines() if line and not line.startswith("#"))
