"""What looks like an attribution and is an act, an accusation or the author's own thought."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The harbour club has conceded only six goals in its last nine matches.",
        "Mr Halvorsen, 81, is known for his light touch, allowing foremen to run the sheds as they like.",
        "The shortage underscores a critical challenge for the island in its effort to double its output.",
        "New quarries would offer another source of fees, rents and jobs.",
        "Stung by the criticism, Governor Anna Reuss revised her plan and went home.",
        "Ida Brandt won the guild's supporting actress prize for her role as a lighthouse keeper.",
    ],
)
def test_an_act_is_no_claim(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The head of a shipyard and two naval engineers have been arrested on suspicion of fraud.",
        "The unrest began after the arrest of two teenagers accused of spraying slogans on the court house.",
        "A landslide in which more than 40 people are feared dead has cut the road to Velin.",
        "They have been charged with treason.",
    ],
)
def test_who_is_accused_claims_nothing(text: str) -> None:
    assert claims_of(text) == ()


def test_what_the_author_must_do_is_no_claim() -> None:
    assert claims_of("We must ensure that the 900 local officers receive training.") == ()


def test_a_demand_is_still_an_attribution() -> None:
    (demand,) = claims_of("The union called on the council to open the lock.")
    assert demand.claimant == "The union"
    assert not demand.checkable


def test_what_somebody_did_not_say_is_no_fact() -> None:
    assert not [p for p in claims_of("The notice did not specify the type of vessel.") if p.checkable]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Two of the engineers put it at nearly 40.", "it at nearly 40"),
        ("Igor Lapin dismissed this as “a tale for children”.", "this as “a tale for children”"),
        (
            "The port police had said at dusk that at least six boats were adrift off the quay.",
            "that at least six boats were adrift off the quay",
        ),
        (
            "The weekly Anker reported last month that after the fire nobody had been told.",
            "that after the fire nobody had been told",
        ),
    ],
)
def test_a_pointing_word_before_a_figure_or_a_clause_points_nowhere(text: str, content: str) -> None:
    assert [p.text for p in claims_of(text)] == [content]


def test_he_said_this_while_points_elsewhere() -> None:
    assert claims_of("Igor Lapin said this while opening a conference in Bari.") == ()


def test_to_go_on_is_to_say() -> None:
    claim = claims_of("Igor Lapin spoke for an hour.\n\nThe gates had been shut since noon, he went on.")[-1]
    assert (claim.claimant, claim.text) == ("Igor Lapin", "The gates had been shut since noon")


@pytest.mark.parametrize(
    "text", ["The railway sees it differently.", "Few in Norland believe it.", "Germany and others warned against it."]
)
def test_what_is_only_pointed_back_at_is_no_claim(text: str) -> None:
    assert claims_of(text) == ()


def test_a_bare_denial_is_one() -> None:
    assert [c.text for c in claims_of("The railway was accused of theft.\n\nIts chairman, Igor Lapin, denied it.")] == [
        "it"
    ]
