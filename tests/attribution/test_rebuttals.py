"""What somebody denies in a loose clause behind another's words, and what only looks like that."""

from __future__ import annotations

import pytest

from claims.records import Polarity
from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "first", "claimant", "words"),
    [
        (
            "The firm is broke, Ann Hay said, a claim the bank called “pure fantasy”.",
            "The firm is broke",
            "the bank",
            "a claim … pure fantasy",
        ),
        (
            "The firm is broke, Ann Hay said, a report the bank dismissed as “pure fantasy”.",
            "The firm is broke",
            "the bank",
            "a report … as “pure fantasy”",
        ),
        (
            "The mill had leaked for years, workers said, which Toplan denies.",
            "The mill had leaked for years",
            "Toplan",
            "The mill had leaked for years",
        ),
        (
            "The ministry said 12 people died, a figure hotly disputed by doctors.",
            "12 people died",
            "doctors",
            "a figure",
        ),
        ("The ministry said 12 people died, a figure doctors dispute.", "12 people died", "doctors", "a figure"),
        (
            "Norbank is looking for a buyer, two people told the paper, which the bank denied.",
            "Norbank is looking for a buyer",
            "the bank",
            "Norbank is looking for a buyer",
        ),
        ("The ministry said Norbank was broke, a claim the bank denies.", "Norbank was broke", "the bank", "a claim"),
        ("The mayor said the firm had lied, a charge that Toplan rejects.", "the firm had lied", "Toplan", "a charge"),
    ],
)
def test_a_denial_in_a_loose_clause_is_a_claim_of_whoever_denies(
    text: str, first: str, claimant: str, words: str
) -> None:
    found = {(p.text, p.claimant): p.polarity for p in claims_of(text)}
    assert found[(words, claimant)] is Polarity.DENIES
    assert [polarity for (said, who), polarity in found.items() if (said, who) != (words, claimant)] == [
        Polarity.ASSERTS
    ]
    assert any(said == first for said, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The mill had leaked for years, workers said, which Toplan does not dispute.",
        "The mill had leaked for years, workers said, a charge the bank made last year.",
        "They made an offer, which the union rejected.",
        "The minister said it was a figure the bank disputed.",
    ],
)
def test_what_nobody_denies_in_a_loose_clause_is_no_denial(text: str) -> None:
    assert all(p.polarity is Polarity.ASSERTS for p in claims_of(text))
