"""Words are put in nobody's mouth: silences, negative subjects, favours denied, persons addressed."""

from __future__ import annotations

import pytest

from claims.records import Polarity
from tests.attribution.claims_of import chains, claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Minister Petr Sandel refused to say whether the gates had been shut.",
        "The harbour office declined to comment on claims that two barges had sunk.",
        "The pumping firm neither confirmed nor denied that its gates had failed.",
        "The pumping firm could neither confirm nor deny that its gates had failed.",
        "Nobody denied that the bridge was hit.",
        "None of the guards said that the gate was open.",
        "The court denied a request for access to the quay.",
        "The consulate denied her a visa.",
    ],
)
def test_a_silence_a_negative_subject_and_a_denied_favour_assert_nothing(text: str) -> None:
    assert all(not p.checkable and p.polarity is Polarity.ASSERTS for p in claims_of(text))


def test_neither_is_no_part_of_a_name_and_nobody_is_no_claimant() -> None:
    names = {p.claimant for p in claims_of("The pumping firm neither confirmed nor denied that its gates had failed.")}
    assert names <= {"The pumping firm", ""}
    assert all(not p.claimants for p in claims_of("Nobody denied that the bridge was hit."))


def test_a_comment_after_a_silence_is_a_claim() -> None:
    found = claims_of("The harbour office declined to comment on the fire but said two barges had sunk.")
    assert any(p.checkable and "two barges had sunk" in p.text for p in found)


def test_a_person_addressed_is_no_medium() -> None:
    text = "Presidents Petr Sandel and Marta Kovel met in Orsk. Sandel told Kovel that the port had been shut."
    assert all(len(chain) == 1 for chain in chains(text))
    assert ("Petr Sandel", "the BBC") in chains("Petr Sandel told the BBC that the port had been shut.")


def test_they_does_not_go_back_to_one_unnamed_speaker() -> None:
    found = claims_of('A guard spoke first. "They shelled us first," he said. They said they had not.')
    assert found[-1].claimant != "A guard"
