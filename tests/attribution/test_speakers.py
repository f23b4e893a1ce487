"""Who is meant: pronouns, offices, last names and ages, resolved over the story."""

from __future__ import annotations

import pytest

from claims.attribution.speakers.phrase import read
from claims.records import SourceKind
from tests.attribution.claims_of import claims_of, said


def last_claimant(text: str) -> str:
    return claims_of(text)[-1].claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Defence Minister Igor Lapin said the port was safe. He said the road was not.", "Igor Lapin"),
        ("Igor Lapin, the governor, said the port was safe. The governor said the road was not.", "Igor Lapin"),
        ("Igor Lapin, the governor, said the port was safe.\n\nLapin said the road was not.", "Igor Lapin"),
        ("Marta Kovel, 62, said the port was safe. It was cold. The 62-year-old said the road was not.", "Marta Kovel"),
        ("The head of the port, Luca Berardi, said on Monday that the port was safe.", "Luca Berardi"),
        ("Wen Daoming of the city's river bureau said the port was safe.", "Wen Daoming"),
        (
            "Ruritania's interior ministry said two had died. It said a third was missing.",
            "Ruritania's interior ministry",
        ),
        ("Ukraine denied it had fired. They claim that the shell came from the east.", "Ukraine"),
    ],
)
def test_a_source_is_named_by_the_fullest_name_of_the_story(text: str, claimant: str) -> None:
    assert last_claimant(text) == claimant


def test_he_goes_back_to_the_man_who_was_named_since_somebody_else_spoke() -> None:
    text = (
        "A doctor, who would not be named, said the ward was full.\n\n"
        "Anton Reuss, head of the rights group Appeal, gave another count. “Fifty, perhaps more,” he said by telephone."
    )
    assert last_claimant(text) == "Anton Reuss"


def test_she_is_not_the_man_who_spoke_last() -> None:
    text = "Marta Kovel runs the clinic. Her neighbour Peter Ahlers said it was shut. She said it had never closed."
    assert last_claimant(text) == "Marta Kovel"


def test_a_source_that_nobody_fits_gets_no_name_and_a_doubt() -> None:
    passage = claims_of("“Nobody came,” he said.")[0]
    assert passage.claimant == ""
    assert passage.doubt is not None
    assert passage.confidence < 0.5


def test_joint_voices_are_all_claimants() -> None:
    passage = claims_of("Police and witnesses said the gate had been open.")[0]
    assert [name.lower() for name in passage.claimants] == ["police", "witnesses"]


def test_an_unnamed_source_is_typed() -> None:
    passage = claims_of("Two port officials said the gate had been open.")[0]
    assert not passage.named
    assert passage.claimant_kind is SourceKind.UNNAMED
    assert passage.unnamed is not None
    assert passage.unnamed.count == "two"
    assert passage.unnamed.role == "port officials"


@pytest.mark.parametrize(
    ("phrase", "person"),
    [
        ("Defence Minister Igor Lapin", "Igor Lapin"),
        ("spokesman Col. Darren Pruett", "Darren Pruett"),
        ("Igor Lapin, the acting governor of Orsk", "Igor Lapin"),
        ("the head of the port, Luca Berardi", "Luca Berardi"),
        ("A team from South Orsk", ""),
        ("A spokesman for Mr Lapin", ""),
        ("the Center for River Journalism", ""),
        ("India's Foreign Ministry", ""),
        ("Hurricane Maria", ""),
        ("The Latvian", ""),
        ("Latvian Ernests Ozols", "Ernests Ozols"),
    ],
)
def test_the_name_in_a_phrase_is_that_of_its_head(phrase: str, person: str) -> None:
    assert read(phrase).person == person


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Moscow", SourceKind.GOVERNMENT),
        ("the interior ministry", SourceKind.GOVERNMENT),
        ("police", SourceKind.ORGANISATION),
        ("officials", SourceKind.UNNAMED),
        ("Reuters", SourceKind.AGENCY),
        ("Igor Lapin", SourceKind.PERSON),
    ],
)
def test_sources_are_of_a_kind(phrase: str, kind: SourceKind) -> None:
    assert read(phrase).kind is kind


def test_a_relative_clause_and_a_predicate_are_no_part_of_a_name() -> None:
    assert read("a field officer who was allowed one day in the delta").text == "a field officer"
    assert said("An official there added that the well was dry.")[0][0] == "An official there"


def test_the_reason_for_leaving_out_a_name_is_kept() -> None:
    text = "A port official, speaking on condition of anonymity because the inquiry had begun, said the gate was open."
    unnamed = claims_of(text)[0].unnamed
    assert unnamed is not None
    assert unnamed.reason == "on condition of anonymity because the inquiry had begun"


def test_it_goes_back_to_the_body_that_the_sentence_before_is_about() -> None:
    text = "Police said the road was shut.\n\nThe river authority raised its warning. The dam would hold, it said."
    assert claims_of(text)[-1].claimant == "The river authority"


def test_a_manager_who_is_not_named_is_whom_he_means() -> None:
    text = "Olga Brandt said the bank was sound. A cash manager put it otherwise. “We are counting coins,” he said."
    assert claims_of(text)[-1].claimant == "A cash manager"


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "“Talks are off,” Foreign Minister Pierre Lenoir said of President Karim al-Haddad.\n\nHaddad turned on "
            "the island this month.\n\n“Who expects calm?” Haddad told a weekly. He said the island was silent.",
            "Karim al-Haddad",
        ),
        (
            "Six guards died on Sunday, two police sources said.\n\nTwelve raiders fell in Velin, the sources added."
            "\n\nThe raid came at dawn, the sources said.",
            "two police sources",
        ),
        (
            "“Thieves came in through a shop,” said Delcredit.\n\nNordbank, the source of the list, said it was safe."
            "\n\nThe thieves knew the victims, it said.",
            "Nordbank",
        ),
        (
            "The Coastal Protection Agency ordered filters in 2011. A state news agency praised it.\n\nThe filters "
            "would cut dust by half, the agency said.",
            "Coastal Protection Agency",
        ),
        (
            "It would cost billions, said Lily Brandt, a scholar.\n\nThe plan is an issue, with Hilda Moravec -- who "
            "wants duties up -- attacking it. “It would be a gift to the rich,” she said.",
            "Hilda Moravec",
        ),
        (
            "The airline Nordwind has dropped its flights to Velin. It said the new route was put off.",
            "Nordwind",
        ),
        (
            "“It begins soon,” mission chief Hilde Brandt said.\n\nThe former Danish minister said people fled.",
            "Hilde Brandt",
        ),
        (
            "Rowing is safe, Nenad Kostic told a paper.\n\nThe 54-year-old Serbian said the race was not.",
            "Nenad Kostic",
        ),
        (
            "Ruritania will seek more aid this week, its finance minister said on Monday.",
            "Ruritania's finance minister",
        ),
        ("\u200bForeign Minister Igor Lapin\u200b said the gate was open.", "Igor Lapin"),
        (
            "Karim Haddad heads the Delta Farmers Group in Velin, which says that it has 900 members.",
            "Delta Farmers Group in Velin",
        ),
    ],
)
def test_the_last_of_these_claims_is_by(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant.removeprefix("the ") == claimant


def test_a_couple_shares_a_last_name() -> None:
    text = "The boy's parents, Erin and Justin Haddad, said that the gate was open."
    assert claims_of(text)[0].claimants == ("Erin Haddad", "Justin Haddad")


@pytest.mark.parametrize("text", ["Western said the gate was open.", "The average said the gate was open."])
def test_no_speaker_is_better_than_a_word_that_names_nobody(text: str) -> None:
    assert all(claim.claimant == "" for claim in claims_of(text))


@pytest.mark.parametrize("phrase", ["", "\u200b", ",", "the", "and the"])
def test_a_phrase_without_a_word_names_nobody(phrase: str) -> None:
    assert read(phrase).person == ""


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Commercial Steel Inc <CSI.N> said it had sold a mill.", "Commercial Steel Inc"),
        ("<Harbour Garment Co> said it had sold a mill.", "Harbour Garment Co"),
        ("U.S. Secretary of State Karl Weiss said the gate was open.", "Karl Weiss"),
        ("The Sunday Courier said the gate was open.", "The Sunday Courier"),
        ("Speaker of the House Karl Weiss dropped it. In July, Weiss said the town was a suburb.", "Karl Weiss"),
        ("A party strategist said polls were bad. The strategist said the money was gone.", "A party strategist"),
    ],
)
def test_a_name_is_told_without_what_only_stands_beside_it(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


def test_a_player_is_told_by_where_he_is_from() -> None:
    text = "Latvian Ernests Ozols won. Anna Reuss said it was close.\n\nIt was wet, the Latvian said."
    assert claims_of(text)[-1].claimant == "Ernests Ozols"
