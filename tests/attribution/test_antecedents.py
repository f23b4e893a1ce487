"""Whom a pronoun stands for: clauses of the same sentence, subjects before, whoever spoke; nobody where none fits."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Roger Federo said he was not worried. That meant Rafael Nadar had a chance to rest his knee, "
            "but cost him the match practice he says he needs.",
            "Rafael Nadar",
        ),
        (
            "Adriana Burnet said she had lost her car.\n\n"
            "When Daisy Riolan was five months pregnant, she posted that she was looking for help.",
            "Daisy Riolan",
        ),
        ("Israel will not talk to Hart, the man who they say planned the raid.", "Israel"),
        (
            "Her own research shows that half of the mothers are poor. In the fall, Jane Robers won't teach. "
            "The decision was hard. “I've given my life to it,” she said.",
            "Jane Robers",
        ),
        (
            "A tiny book has been printed, Toplan Printing said. It shows flowers such as the cherry and the plum, "
            "it said, adding the pages could not be read.",
            "Toplan Printing",
        ),
        (
            "VELIN: Norland's top yards are set to raise pay.\n\n"
            "SORR: Drinks giant Orsa-Kola is “cooperating fully” with the police over the maps, it said.",
            "Orsa-Kola",
        ),
        (
            "Norland's carriers are grounded.\n\nThe Norland carrier has cancelled its flights to Sorr. "
            "It said the launch of a new route had been delayed.",
            "The Norland carrier",
        ),
        ("Six days after she said it would go on, Chief Executive Cecilia Yang put the bill aside.", "Cecilia Yang"),
        ("A group of 27 judges disagreed. “It was no riot,” they wrote in a letter.", "A group of 27 judges"),
        ("Adam Rowan denied it. In the evening Dale Theron withdrew. “I was wrong,” he said.", "Dale Theron"),
        ("Officials in Velin were unmoved. “They knew nothing last year,” one said.", "one of the officials in Velin"),
        (
            "Xu Jinpo has promised reform, officials said. Xu said it was late. His father Xu Zhongo, an elder, was "
            "purged. Xu joined the party. He told Ran that he liked the film.",
            "Xu Jinpo",
        ),
        (
            "Adriana Burnet said she had lost her car. When Dajza Riolan was at home, she said she needed help.",
            "Dajza Riolan",
        ),
        (
            "The union said pay was low. No member of the board has spoken. It added that talks were over.",
            "The union",
        ),
    ],
)
def test_a_pronoun_stands_for_the_nearest_that_agrees_with_it(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


def test_the_place_before_an_item_of_a_list_says_nothing() -> None:
    passages = claims_of("The top stories:\n\nLONDON: Norland's yards are set to raise pay, the union said.")
    assert [p.claimant for p in passages] == ["the union"]


def test_a_ship_is_not_he() -> None:
    text = "Matteo Ferri said the lights went out. When the Costa Fortuna struck the rock, he said he was asleep."
    assert claims_of(text)[-1].claimant == "Matteo Ferri"


def test_the_name_of_one_is_not_several_for_its_ending() -> None:
    text = "Reuters said the road was shut. Two reporters at the scene saw smoke. All said they were in shock."
    assert claims_of(text)[-1].claimant == "Two reporters at the scene"


def test_she_and_her_husband_are_both_told() -> None:
    passage = claims_of("Jane Robers was at home. She and her husband said sleep was out of the question.")[-1]
    assert passage.claimants == ("Jane Robers", "her husband")
