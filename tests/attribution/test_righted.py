"""Who a speaker is described as, and what others said, is not what he said."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of, said


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("The firm, which denies any fraud, said two directors resigned.", "The firm", "two directors resigned"),
        ("The rebels, who claim to hold the port, said 40 men surrendered.", "The rebels", "40 men surrendered"),
        ("Eva Lind, who denies the charges, said two drivers left.", "Eva Lind", "two drivers left"),
    ],
)
def test_what_a_speaker_denies_in_passing_is_not_what_he_says(sentence: str, speaker: str, words: str) -> None:
    assert (speaker, words) in said(sentence)
    assert {claimant for claimant, _ in said(sentence)} == {speaker}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The mill, which lost money, will shut, said Eva Lind.", "The mill, which lost money, will shut"),
        ("The road, which links the port, was shut, Eva Lind said.", "The road, which links the port, was shut"),
    ],
)
def test_a_subject_with_a_relative_clause_and_its_verb_can_be_what_was_said(sentence: str, words: str) -> None:
    assert said(sentence) == [("Eva Lind", words)]


def test_an_apposition_beside_the_speaker_is_no_claim() -> None:
    text = 'The dam broke on Monday.\n\nThe mayor, Eva Lind, said the town was flooded. "We had no warning," she said.'
    assert said(text) == [("Eva Lind", "the town was flooded"), ("Eva Lind", "We had no warning")]


def test_why_a_source_is_not_named_is_no_claim() -> None:
    text = (
        "A harbour official, who spoke on the condition of anonymity because he was not authorized to discuss the "
        "inquiry, said a pump had failed."
    )
    assert said(text) == [("A harbour official", "a pump had failed")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Net buying may double or triple this year, Eva Lind of Nordbank, said.", "Eva Lind"),
        ("Output could double and treble in May, Eva Lind, said.", "Eva Lind"),
    ],
)
def test_the_last_words_of_a_claim_are_not_its_speaker(sentence: str, speaker: str) -> None:
    assert [claimant for claimant, _ in said(sentence)] == [speaker]


def test_whom_a_claim_contradicts_said_something_else() -> None:
    text = "Lind said the dam was safe, contradicting engineers who said it was cracked."
    assert said(text) == [("Lind", "the dam was safe"), ("engineers", "it was cracked")]


def test_the_figure_of_whom_a_claim_contradicts_is_not_the_first_speakers() -> None:
    text = "Police said 12 people had died, contradicting the mayor, who put the toll at 31."
    assert ("Police", "the toll at 31") not in said(text)
    assert ("Police", "12 people had died") in said(text)


def test_whom_a_quotation_contradicts_said_something_else() -> None:
    text = '"No one was hurt," Lind said, contradicting hospital officials who said 31 people had died.'
    assert said(text) == [("Lind", "No one was hurt"), ("hospital officials", "31 people had died")]


def test_whom_somebody_contradicts_at_the_start_is_no_claim() -> None:
    assert said("Contradicting police, doctors said 31 people had died.") == [("doctors", "31 people had died")]


def test_a_gerund_can_be_what_is_spoken_of() -> None:
    (claim,) = said("Comparing the two mills, Lind said, was like weighing rain.")
    assert claim[1].startswith("Comparing the two mills")


def test_a_toll_that_is_denied_behind_a_claim_is_no_part_of_it() -> None:
    first, *_ = said("Police said 12 people had died, denying reports that 31 had been killed.")
    assert first == ("Police", "12 people had died")


@pytest.mark.parametrize("who", ["The families disputing the claim", "The man denying the charge"])
def test_a_speaker_told_by_what_he_disputes_keeps_his_name(who: str) -> None:
    assert who in [claimant for claimant, _ in said(f"{who} said the dam had been cracked for years.")]


def test_a_disputed_toll_is_not_among_the_figures_of_whoever_disputes_it() -> None:
    first, *others = claims_of("The minister said 12 people had died, disputing a toll of 31 given by police.")
    assert first.text == "12 people had died"
    assert [figure.low for figure in first.figures] == [12]
    assert all(claim.polarity.value == "denies" for claim in others)


def test_a_fine_is_disputed_within_what_was_said() -> None:
    (first,) = said("The minister said the firm had sued, disputing the fine.")
    assert first[1].endswith("disputing the fine")


@pytest.mark.parametrize("sentence", ["Hart, who Kosta says lied, has left.", "Hart, who Kosta says has lied, is ill."])
def test_who_speaks_within_a_relative_clause_is_its_subject(sentence: str) -> None:
    (claim,) = claims_of(sentence)
    assert claim.claimant == "Kosta"
    assert claim.text.endswith("lied")


def test_a_recalled_envoy_is_no_claim() -> None:
    assert said("Norland recalled its ambassador from Velin on Monday.") == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ('"It was dark," the guard, who was alone that night, said.', ("the guard", "It was dark")),
        ("Hart, who says Kosta lied, was cleared on Monday.", ("Hart", "Kosta lied")),
    ],
)
def test_a_relative_clause_of_the_speaker_and_its_noun_are_no_words_of_his(
    sentence: str, claim: tuple[str, str]
) -> None:
    assert said(sentence) == [claim]


def test_a_clause_goes_on_behind_what_its_speaker_says_in_passing() -> None:
    text = "Norland said the Army of Dawn, a militia which it says is armed by Kelouria, had burned two villages."
    whole, *inner = claims_of(text)
    assert whole.text.endswith("had burned two villages")
    assert all(claim.text == "is armed by Kelouria" for claim in inner)
