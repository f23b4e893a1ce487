"""What a source leaves open, is asked, or is not named for is not taken for its claim."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Police said they could not confirm reports that 12 soldiers had died.",
        "The ministry said it had no information on whether 12 had died.",
        "The army said it was unable to verify claims that 40 were held.",
        "Police said they were investigating reports that 12 were killed.",
        "The minister said there was no confirmation that 12 had died.",
        "The ministry did not deny that 7 soldiers had died.",
    ],
)
def test_a_report_that_is_left_open_gives_its_teller_no_figure(text: str) -> None:
    assert [p.figures for p in claims_of(text)] == [()]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Police said they could confirm that 12 soldiers had died.", [12]),
        ("Police said they were investigating the deaths of 12 people.", [12]),
        ("The army denied that 7 soldiers had died.", [7]),
        ("Police said they could not confirm reports that 12 soldiers had died, but three were hurt.", [3]),
        ("Police said 12 soldiers had died but could not say whether 40 more were missing.", [12]),
    ],
)
def test_a_figure_that_is_given_stays(text: str, figures: list[int]) -> None:
    assert [f.low for p in claims_of(text) for f in p.figures] == figures


def test_who_did_not_deny_it_has_claimed_nothing() -> None:
    assert not any(p.checkable for p in claims_of("Ms Hay did not deny that she had met him."))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Asked whether he would resign, Mr Hay replied: "No."', ["No"]),
        ('Ann Hay, asked whether he would resign, replied: "No."', ["No"]),
        ('Asked by a reporter whether he would resign, Mr Hay said: "I will stay."', ["I will stay"]),
        ("Opposition lawmakers asked why the bridge had not been closed.", ["why the bridge had not been closed"]),
    ],
)
def test_a_question_is_not_that_of_whoever_was_asked(text: str, said: list[str]) -> None:
    assert [p.text for p in claims_of(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "A union official, who spoke to The Associated Press on the condition of anonymity because he was not"
        " authorized to discuss the inquiry, said a detector had failed.",
        "Two officials, who asked not to be named because they were not allowed to speak to the media,"
        " said a detector had failed.",
    ],
)
def test_why_a_source_is_not_named_is_no_claim_of_it(text: str) -> None:
    assert [p.text for p in claims_of(text)] == ["a detector had failed"]


def test_what_a_source_tells_of_anonymity_is_its_claim() -> None:
    text = "Ms Hay said the witness was granted anonymity because he feared for his life."
    assert [p.text for p in claims_of(text)] == ["the witness was granted anonymity because he feared for his life"]


@pytest.mark.parametrize(
    "text",
    ["Police did not say who was behind the attack.", "Ms Hay refused to say whether troops had left the valley."],
)
def test_what_was_not_said_is_no_claim(text: str) -> None:
    assert claims_of(text) == ()


def test_a_quoted_sentence_about_silence_is_a_claim() -> None:
    assert [p.text for p in claims_of('"He did not say how he knew," Ms Hay said.')] == ["He did not say how he knew"]
