"""Places: the same said to have happened elsewhere; a country and a town in it do not compete."""

from __future__ import annotations

from claims.disputes.reading import Bag, Reading, bag, cosine
from claims.disputes.setting import Setting
from claims.language import places
from claims.records import DisputeKind, Finding, Relation

_ALIKE = 0.7


def place(one: Reading, other: Reading, _setting: Setting) -> Finding | None:
    """`one` puts elsewhere what `other` says, in nearly the same words; compared at equal precision."""
    mine, theirs = _towns(one), _towns(other)
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs or one.denies or other.denies:
        return None
    if one.claim.passage.figures and other.claim.passage.figures:
        return None  # what is counted in two towns is two counts
    named = bag(" ".join(mine | theirs))
    alike = cosine(_without(one, named), _without(other, named))
    if alike < _ALIKE or one.negated != other.negated:
        return None
    (left,), (right,) = mine, theirs
    return Finding(
        relation=Relation.CONTRADICTS,
        score=round(min(0.85, alike), 4),
        kind=DisputeKind.PLACE,
        aspect="place",
        left_value=left,
        right_value=right,
        explanation=f"{one.says} it was in {left}, {other.says} in {right}.",
    )


def _towns(reading: Reading) -> frozenset[str]:
    """The places of a claim that the gazetteer knows and that are no countries: only of these are two surely two."""
    named = reading.claim.passage.places
    return frozenset(name for name in named if places.country_of(name) and not places.is_country(name))


def _without(reading: Reading, named: Bag) -> Bag:
    return bag(" ".join(t.word for t in reading.words if not bag(t.word).keys() & named.keys()))
