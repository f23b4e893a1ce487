"""A real round-up, credited to three agencies: who says what in it, and nobody says what he did not say."""

from __future__ import annotations

import pytest

from claims.attribution import extract
from claims.records import Passage, Polarity, Story
from tests.shared import shared


@pytest.fixture(scope="module")
def passages() -> tuple[Passage, ...]:
    return extract(Story(body=shared("samples/text/round-up-beijing-moscow.txt").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("claimant", "words"),
    [
        ("Mikhail Mishustin", "unprecedented high level"),
        ("Mikhail Mishustin", "work together"),
        ("Xi Jinping", "firmly support"),
        ("The United States", "neither encouraged nor supported"),
        ("Matthew Miller", "entirely up to Ukraine"),
        ("RIA", "70 militants"),
        ("Moscow", "came from Ukraine"),
        ("Ukraine", "involvement"),
        ("Ukraine", "two paramilitary forces"),
        ("Sergei Shoigu", "strong response"),
        ("Rishi Sunak", "support Kiev"),
        ("Denis Pushilin", "Artemovsk"),
    ],
)
def test_each_claim_of_the_round_up_is_found_with_its_claimant(
    passages: tuple[Passage, ...], claimant: str, words: str
) -> None:
    assert [p.claimant for p in passages if words in p.text] == [claimant]


def test_the_claim_that_came_through_an_agency_says_so(passages: tuple[Passage, ...]) -> None:
    assert [p.via for p in passages if "work together" in p.text] == [("Russian state news agency RIA",)]


def test_the_denial_is_a_denial(passages: tuple[Passage, ...]) -> None:
    assert [p.polarity for p in passages if "involvement" in p.text] == [Polarity.DENIES]
