"""Names of persons and bodies: particles, suffixes, offices with a place, short forms that copy goes on with."""

from __future__ import annotations

import pytest

from claims.attribution.speakers.persons import person_in
from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("“Prices are low,” Marta \u200bKovel said.\n\n“We shall buy,” \u2060Kovel said.", "Marta Kovel"),
        (
            "Commission President Ilse von der Heide hailed the vote. “It was fair,” von der Heide said.",
            "Ilse von der Heide",
        ),
        (
            "President Armand Costa Jr said the tax was gone. It rained. Costa said prices would fall.",
            "Armand Costa Jr",
        ),
        ("Velin coach Andre Vidal-Boas knows the cup. Vidal-Boas said the match was lost.", "Andre Vidal-Boas"),
        ("Former Velin striker Samuel N'Dori will play. “We played well,” N'Dori told the team.", "Samuel N'Dori"),
        ("Velin striker Samuel Eto'u will play. “We played well,” Eto’u said.", "Samuel Eto'u"),
        ("It is a hard week for coach Guus Hidding's side. “We are sad,” said Dutchman Hidding.", "Guus Hidding"),
        ("Denis Ten won silver. Ten, a grandson of a general, said the medal was his town's first.", "Denis Ten"),
        ("Ivo Al Raud said the road was shut. But Al Raud is afraid. “It will not help,” he said.", "Ivo Al Raud"),
        ("Toplan Printing said the letters were tiny. Toplan said it would ask for the record.", "Toplan Printing"),
        ("Xu Jinpo leads the party. His father Xu Zhongo was purged. Xu fled. Xu said it was late.", "Xu Jinpo"),
        ("Velin-based Toplan said the letters were tiny.", "Toplan"),
    ],
)
def test_copy_goes_on_with_a_short_form_of_the_name(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Ruritanian Ambassador to Norland Hasan Fathi", "Hasan Fathi"),
        ("UN High Commissioner for Refugees Antonio Gutierre", "Antonio Gutierre"),
        ("Mayor of Velin Martin Costa", "Martin Costa"),
        ("Norland's Minister of Foreign Affairs", ""),
        ("Director of Human Rights Watch", ""),
    ],
)
def test_the_name_behind_an_office_is_not_what_the_office_is_for(phrase: str, name: str) -> None:
    assert person_in(phrase)[0] == name


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Neither Batin nor its owner called back. Batin said in May that the plant was safe.", "Batin"),
        ("Only Tanfold was cleared. Tanfold said the plant was safe.", "Tanfold"),
        ("Brekk Ferries runs the ship. The owner, Maro Lines, said the ship was safe.", "Maro Lines"),
        ("The train was late. The railroad, Great Lakes Central, said the train had derailed.", "Great Lakes Central"),
        ("Jan Brod slept. Brod said nobody was hurt.", "Jan Brod"),
        ("In April Reuss said the road was open.", "Reuss"),
        ("Labour's Ann Hay said the bill was bad.", "Ann Hay"),
        ("Norland's Christian Democrats said the bill was bad.", "Norland's Christian Democrats"),
        ("Norland's Environment Inspectorate said the river was clean.", "Norland's Environment Inspectorate"),
        ("Dam operator Hydroamer said the dam was safe.", "Hydroamer"),
        ("The former governor, Reuss, said it was over.", "The former governor"),
    ],
)
def test_words_beside_a_name_are_no_part_of_it(text: str, claimant: str) -> None:
    assert claims_of(text)[-1].claimant == claimant


def test_whose_somebody_is_stays_out_of_a_name_that_the_story_knows() -> None:
    first, *_ = claims_of("“We had no choice,” Norland's Olaf Brandt said.\n\nBrandt said he was sorry.")
    assert first.claimant == "Olaf Brandt"


@pytest.mark.parametrize(
    ("behind", "claimant"),
    [
        ("“It is safe,” Tanfold's managing director, Colin Marr, told the paper.\n\nMarr ate fish.", "Tanfold"),
        ("Marr said it was safe.\n\n“It is,” Colin Marr, 49, a carpenter, said.", "The company"),
        ("Toplan said it would cut 40 posts.", "Toplan"),
    ],
)
def test_a_company_that_the_lead_describes_is_named_by_its_name_or_by_its_executive_s(
    behind: str, claimant: str
) -> None:
    body = f"The company whose plant turned the river white said on Monday that 200 litres had leaked.\n\n{behind}"
    assert claims_of(body)[0].claimant == claimant


def test_both_speak_and_neither_is_called_both() -> None:
    (passage,) = claims_of("Both the ministry and the bank said the road was open.")
    assert passage.claimants == ("the ministry", "the bank")
    (passage,) = claims_of("Both men said the road was open.")
    assert passage.claimants == ("Both men",)
