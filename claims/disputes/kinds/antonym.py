"""Antonyms: the same said with opposite words: rose and fell, safe and unsafe."""

from __future__ import annotations

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.language.antonyms import antonyms
from claims.language.stems import stem
from claims.records import DisputeKind, Finding, Relation

_ALIKE = 0.3


def antonym(one: Reading, other: Reading, _setting: Setting) -> Finding | None:
    """`one` says with an opposite word what `other` says, and the rest of their words agree."""
    words = opposed(one, other)
    if words is None or one.denies or other.denies or one.negated != other.negated:
        return None
    alike = cosine(one.bag, other.bag)
    if alike < _ALIKE:
        return None
    return Finding(
        relation=Relation.CONTRADICTS,
        score=round(min(0.9, 0.3 + 0.8 * alike), 4),
        kind=DisputeKind.ANTONYM,
        aspect="occurrence",
        left_value=words[0],
        right_value=words[1],
        explanation=f"{one.says} “{one.quoted}”, {other.says} “{other.quoted}”: {words[0]} against {words[1]}.",
    )


def opposed(one: Reading, other: Reading) -> tuple[str, str] | None:
    """The first word of `one` (and the stem in `other`) that are antonyms and stand on one side only.

    Words of up to three letters count for nothing: "off" and "on" are opposites of nothing by themselves.
    """
    for word in (token.word for token in one.words if len(token.word) > 3):
        against = antonyms(word) & (other.stems - one.stems)
        if against and stem(word) not in other.stems:
            return word, next((t.word for t in other.words if stem(t.word) in against), min(against))
    return None
