"""Confidence as a share of claims that are right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.attribution.certainty import KNOTS, certainty

_SHARE = st.floats(0, 1)


def test_the_table_rises() -> None:
    assert list(KNOTS) == sorted(KNOTS)
    assert [right for _, right in KNOTS] == sorted(right for _, right in KNOTS)


@given(_SHARE, _SHARE, _SHARE)
def test_a_surer_speaker_never_makes_a_claim_less_sure(attribution: float, one: float, other: float) -> None:
    assert certainty(attribution, min(one, other)) <= certainty(attribution, max(one, other))
    assert 0 <= certainty(attribution, one) <= 1
