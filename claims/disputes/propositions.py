"""Which claims of an event say the same thing: one proposition, said or denied."""

from __future__ import annotations

from collections.abc import Sequence

from claims.disputes.counting import one_thing
from claims.disputes.reading import Reading, cosine
from claims.language import numbers
from claims.text import fold

# How far two claims must agree in their own words to be one proposition.
_ALIKE = 0.6


def propositions(readings: Sequence[Reading]) -> list[list[Reading]]:
    """`readings` (in a fixed order) by what they say; each joins the first proposition whose opener it agrees with."""
    found: list[list[Reading]] = []
    for reading in readings:
        home = next((own for own in found if agree(own[0], reading)), None)
        if home is None:
            found.append([reading])
        else:
            home.append(reading)
    return found


def agree(one: Reading, other: Reading) -> bool:
    """Whether two claims assert (or deny) the same."""
    if one.denies != other.denies or one.negated != other.negated:
        return False
    mine, theirs = one.claim.passage.figures, other.claim.passage.figures
    if fold(one.claim.passage.text) == fold(other.claim.passage.text):
        return True
    if mine or theirs:
        return _one_count(one, other)
    return cosine(one.bag, other.bag) >= _ALIKE


def _one_count(one: Reading, other: Reading) -> bool:
    """Whether the two give the same number of one thing, and no other: different figures are no one proposition."""
    mine, theirs = one.claim.passage.figures, other.claim.passage.figures
    pairs = [(m, t) for m in mine for t in theirs if one_thing(m, t, one, other)]
    equal = [m for m, t in pairs if (m.low, m.high) == (t.low, t.high)]
    if not equal or any(m not in equal and all(numbers.apart(m, t) for n, t in pairs if n == m) for m, _ in pairs):
        return False
    return any(m.action for m in equal) or cosine(one.bag, other.bag) >= _ALIKE
