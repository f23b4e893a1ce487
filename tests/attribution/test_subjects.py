"""Whose predicate a cue is: asides before the verb, relative clauses, participles, joined predicates."""

from __future__ import annotations

import pytest

from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Traders were worried. But Nabila Orsin, 49, said she would like the governor to stay.", "Nabila Orsin"),
        ("Abu Amer Hassan, 44, agreed.\n\n“It can harm the talks,” he told a reporter.", "Abu Amer Hassan"),
        (
            "The theatre's crew -- dancers, singers and ushers -- said in a letter that it was forced.",
            "The theatre's crew",
        ),
        ("The coal trade's group - the Coal Board - said its members bought clean power.", "the Coal Board"),
        ("E.OR, Norland's biggest power supplier, said it returned to profit last year.", "E.OR"),
        ("Orsa/Toplan Corp, a unit of Nord Capital Corp said it made a bank its adviser.", "Orsa/Toplan Corp"),
        ("Lloyd's said the ship was lost.", "Lloyd's"),
        ("Only four percent said they had seen the notice.", "four percent"),
        ("The lower house in January said that the bill would pass.", "The lower house"),
        (
            "A geologist with more than 40 years in the trade said it would be hard.",
            "A geologist with more than 40 years in the trade",
        ),
    ],
)
def test_what_stands_around_the_subject_is_no_part_of_it(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Agar, a former baker, is a keen race fan who admits the series was a business decision.", "Agar"),
        ("It ends with Alejandro Agar, the head of Formula X, who says the revolution is coming.", "Alejandro Agar"),
        (
            "The plea was echoed by Joel Charley, vice president of the alliance of relief groups, InterAid, "
            "who said donors had not paid.",
            "Joel Charley",
        ),
        ("It was a godsend for the Swiss great, who said he had hurt his back.", "the Swiss great"),
        (
            "The ban angered his widow Marina Litow, whose lawyers have argued that it is a trick.",
            "Marina Litow's lawyers",
        ),
    ],
)
def test_who_goes_back_to_a_person(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Norland and Ruritania blocked the sanctions against President Igor Lapin, vowing to go on talking.",
            "Norland and Ruritania",
        ),
        (
            "The theatre's crew -- dancers and singers -- said in a letter to President Igor Lapin that it was forced.",
            "The theatre's crew",
        ),
        (
            "An analyst at a leading think tank said that the island may face a crunch.",
            "An analyst at a leading think tank",
        ),
        (
            "There is a need to find a way, a source familiar with the U.N.-led plan told Reuters, noting that some "
            "farmers had lost their corn.",
            "a source familiar with the U.N.-led plan",
        ),
        (
            "Newport welcome Velin after a goalless draw in Norland and Pardo says reaching the final is possible.",
            "Pardo",
        ),
        (
            "Swiss commodities trader Trafiga is already working with a state miner on a sourcing program "
            "announced last month and said the work is legal.",
            "Trafiga",
        ),
        (
            "A push is under way on the plan, the council said, with a source familiar with the talks saying "
            "time was short.",
            "a source familiar with the talks",
        ),
    ],
)
def test_no_subject_stands_behind_a_preposition(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    "source",
    [
        "The chief suspect in the poisoning of former agent Alexander Litow",
        "A lawyer for former minister Igor Lapin",
        "Lawyers for Igor Lapin",
        "Stars like Igor Lapin",
        "An analysis of census data by the Velin Press with the Schooling Collaborative",
    ],
)
def test_a_phrase_about_somebody_is_not_that_person(source: str) -> None:
    assert claims_of(f"{source} said that the road was shut.")[-1].claimant == source


def test_an_office_with_its_task_still_goes_before_a_name() -> None:
    assert claims_of("Norland's chief of staff Benno Gantz said the road was shut.")[-1].claimant == "Benno Gantz"


def test_both_of_those_before_a_plural_verb_speak() -> None:
    passage = claims_of("Even if firms were able to come, activists and residents say they fear for the river.")[-1]
    assert passage.claimants == ("activists", "residents")


def test_states_behind_several_are_no_verb() -> None:
    assert claims_of("The airline flies to Armenia, Iran, Russia and several Arab states.") == ()


def test_two_last_names_are_two_persons() -> None:
    text = "Mayor Anna Reuss met Minister Marta Kovel. It rained. Reuss and Kovel said the road was shut."
    assert claims_of(text)[-1].claimants == ("Anna Reuss", "Marta Kovel")


def test_every_voice_of_a_list_is_a_claimant() -> None:
    passage = claims_of("The price has doubled, according to nine miners, residents and traders.")[-1]
    assert passage.claimants == ("nine miners", "residents", "traders")
