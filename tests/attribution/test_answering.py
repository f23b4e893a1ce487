"""A negated sentence denies where it answers an accusation, and not where it is news."""

from __future__ import annotations

import pytest

from claims.records import Polarity
from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors accuse Erik Dunn of taking money from the fund. Dunn said he never touched a cent.",
        "Prosecutors say Dunn lent Keller money. Dunn said he lent him nothing.",
        'Prosecutors accuse Dunn of bribing Keller. "I gave him nothing," Dunn said.',
    ],
)
def test_what_somebody_never_did_is_a_denial_where_he_was_accused(text: str) -> None:
    assert claims_of(text)[-1].polarity is Polarity.DENIES


@pytest.mark.parametrize(
    "text",
    [
        'The roof of a hall fell in on Friday. "No one was hurt," the mayor, Ann Hay, said.',
        "A hotel burned on Friday. No one was hurt in the fire, police said.",
        'The storm hit on Friday. "We have no water and no light," the mayor, Ann Hay, said.',
    ],
)
def test_a_negation_that_answers_nobody_is_no_denial(text: str) -> None:
    assert claims_of(text)[-1].polarity is Polarity.ASSERTS
