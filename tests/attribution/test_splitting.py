"""Several claims in one attribution."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of


def words(text: str) -> list[str]:
    return [p.text for p in claims_of(text)]


def test_a_further_clause_with_its_own_subject_is_a_claim_of_its_own() -> None:
    assert words("The dam had held and the lower town was dry, the mayor said.") == [
        "The dam had held",
        "the lower town was dry",
    ]


def test_a_second_verb_of_the_same_subject_is_not() -> None:
    assert words("The mayor said the guards had left the gate and hidden in a barn.") == [
        "the guards had left the gate and hidden in a barn"
    ]


def test_two_subjects_of_one_verb_are_not_divided() -> None:
    assert words("The mayor said that more than 70 boats, four barges and five ferries were lost.") == [
        "that more than 70 boats, four barges and five ferries were lost"
    ]


def test_a_quoted_sentence_is_never_divided() -> None:
    assert words("“He opened the gate, and he asked nobody,” Olga Brandt said.") == [
        "He opened the gate, and he asked nobody"
    ]


def test_the_claims_of_one_attribution_share_its_link() -> None:
    passages = claims_of("The dam had held and the lower town was dry, the mayor said.")
    assert len({p.chain[-1].content for p in passages}) == 1
    assert len({p.content for p in passages}) == 2


def test_a_second_that_clause_is_a_claim_of_its_own() -> None:
    assert words("The mayor said that the gate had been shut, and that printing two lists had confused people.") == [
        "that the gate had been shut",
        "that printing two lists had confused people",
    ]


def test_a_noun_with_its_participle_is_no_clause() -> None:
    assert words(
        "The auditors said the firm inflated estimates for road taxes and the gravel needed to fill the dam."
    ) == ["the firm inflated estimates for road taxes and the gravel needed to fill the dam"]


def test_a_noun_with_its_relative_clause_is_no_clause() -> None:
    assert words(
        "Those killed included the camp doctor and five other nurses whose bus hit a mine, the officials said."
    ) == ["Those killed included the camp doctor and five other nurses whose bus hit a mine"]


def test_who_made_a_promise_together_is_not_divided() -> None:
    assert words(
        "Members questioned how Reuss could go back on a promise she and other deputies made to the town."
    ) == ["how Reuss could go back on a promise she and other deputies made to the town"]


def test_how_long_something_lasts_is_no_claim_of_its_own() -> None:
    texts = [p.text for p in claims_of("Pavel Orban said he would stay abroad while he was a suspect.")]
    assert texts == ["he would stay abroad while he was a suspect"]


def test_a_list_of_places_is_not_divided_before_a_further_clause() -> None:
    text = "Pavel Orban said ships will patrol the Gulf of Sund and Arden Sea east of the cape and it will last a year."
    assert [p.text for p in claims_of(text)][-1] == "it will last a year"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In Norway, police said, 30 people were killed.", "In Norway … 30 people were killed"),
        ("Last year, Olm said, two bridges fell.", "Last year … two bridges fell"),
        ("That's why, Olm said, the dam was shut.", "That's why … the dam was shut"),
    ],
)
def test_what_a_clause_begins_with_is_no_claim_of_its_own(text: str, claim: str) -> None:
    assert [p.text for p in claims_of(text)] == [claim]


def test_a_whole_clause_before_the_speaker_is_a_claim_of_its_own() -> None:
    found = claims_of('"No," Ann Hay said. "The dam was shut in May."')
    assert [p.text for p in found] == ["No", "The dam was shut in May"]
