"""Through whom a claim came: nested attributions, media that were told, outlets that cite."""

from __future__ import annotations

import pytest

from claims.attribution import media
from tests.attribution.claims_of import chains, claims_of


def test_a_nested_claim_is_that_of_the_inner_speaker_through_the_outer_one() -> None:
    body = "The state news agency RIA reported that Igor Lapin told the president that the two would work together."
    (passage,) = claims_of(body)
    assert [link.name for link in passage.chain] == ["Igor Lapin", "The state news agency RIA"]
    assert passage.text == "that the two would work together"
    outer = passage.chain[-1].content
    assert body[outer[0].start : outer[-1].end].startswith("that Igor Lapin told")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“Absurd,” Igor Lapin told Interfax.", ("Igor Lapin", "Interfax")),
        ("Igor Lapin told state television that the road was open.", ("Igor Lapin", "state television")),
        ("Igor Lapin said in an interview with Xinhua that the road was open.", ("Igor Lapin", "Xinhua")),
        ("The road was open, the ministry said, according to Interfax.", ("the ministry", "Interfax")),
        ("The road is open, Kyodo reported, citing government sources.", ("government sources", "Kyodo")),
        ("State radio quoted Igor Lapin as saying that the road was open.", ("Igor Lapin", "State radio")),
        ("Lapin was quoted by La Gazzetta as saying that the road was open.", ("Lapin", "La Gazzetta")),
        ("Igor Lapin told Europe 1 that the road was open.", ("Igor Lapin", "Europe 1")),
        ("Igor Lapin told state news agency Sonda that it was open.", ("Igor Lapin", "Sonda")),
        ("Igor Lapin, speaking to the broadcaster Canal Norte, reported that it fell.", ("Igor Lapin", "Canal Norte")),
        ("The road was open, the ministry announced by way of the China Daily.", ("the ministry", "the China Daily")),
        (
            "The road was open, the ministry said on Friday, the agency RIA reported.",
            ("the ministry", "the agency RIA"),
        ),
        ("“It fell,” Igor Lapin told the mayor, according to two people there.", ("Igor Lapin", "two people there")),
        ("“It is open,” Igor Lapin answered, according to three people there.", ("Igor Lapin", "three people there")),
        ("“It happens every spring,” the paper quoted Igor Lapin as saying.", ("Igor Lapin", "the paper")),
        ("The road was open, a palace official was quoted as saying by Interfax.", ("a palace official", "Interfax")),
        ("Two channels are quoting “two sources” as saying that the road was open.", ("two sources", "Two channels")),
        ("“It is open,” the mayor was quoted by local news agencies as saying.", ("the mayor", "local news agencies")),
        ("The Courier reported that it fell, citing “traders in the port”.", ("traders in the port", "The Courier")),
        ("RIA reported, citing the ministry, that the road was open.", ("the ministry", "RIA")),
        ("RIA said, citing a letter from a port engineer, that the road was open.", ("a port engineer", "RIA")),
        ("Ten people were hurt, RIA reported, attributing the figures to the police.", ("the police", "RIA")),
        ("Ten were missing, Radio Delta reported, citing the coastguard.", ("the coastguard", "Radio Delta")),
        ("Interfax, citing an aide close to the mayor, said it was open.", ("an aide close to the mayor", "Interfax")),
        ("AFP, citing the coastguard, reported that ten were missing.", ("the coastguard", "AFP")),
        ("Igor Lapin, quoted by SPA, said the road was open.", ("Igor Lapin", "SPA")),
        ("“It is open,” Igor Lapin said, as quoted by the SPA news agency.", ("Igor Lapin", "the SPA news agency")),
        ("Igor Lapin, cited by Radio Delta, said that it was open.", ("Igor Lapin", "Radio Delta")),
        ("According to a doctor quoted by Radio Delta, nine people died.", ("a doctor", "Radio Delta")),
        ("Ten were hurt, according to state media, which cited the coast guard.", ("the coast guard", "state media")),
    ],
)
def test_who_passed_it_on_follows_the_claimant(text: str, chain: tuple[str, ...]) -> None:
    assert chain in chains(text, agency="Halden News")


@pytest.mark.parametrize(
    "text",
    [
        "Igor Lapin told reporters that the road was open.",
        "Igor Lapin told a television channel that the road was open.",
        "Igor Lapin told Halden News that the road was open.",
        "Igor Lapin told parliament that the road was open.",
        "Igor Lapin told Sorr that the road was open.",
        "Igor Lapin told European governments that the road was open.",
        "Igor Lapin told the press that the road was open.",
        "Igor Lapin told them that the road was open.",
    ],
)
def test_reporters_an_unnamed_channel_and_the_storys_own_agency_are_no_link(text: str) -> None:
    assert chains(text, agency="Halden News") == [("Igor Lapin",)]


def test_what_a_speaker_says_of_himself_is_one_claim() -> None:
    assert chains("Igor Lapin said he had told the guards to leave.") == [("Igor Lapin",)]


def test_a_day_or_a_people_is_no_medium() -> None:
    assert media.medium("Wednesday", ()) is None
    assert media.medium("Russian", ()) is None
    assert media.medium("Interfax and meets Baltic envoys", ()) == "Interfax"


@pytest.mark.parametrize(
    "text",
    [
        "“The road is open,” Igor Lapin wrote in a letter to the Oslo papers.",
        "Igor Lapin, on his way from Bari to Pune, said that the road was open.",
        "Igor Lapin, who works for a firm sold to Nordwind last year, said that the road was open.",
    ],
)
def test_where_a_letter_a_man_or_a_firm_goes_is_no_medium(text: str) -> None:
    assert chains(text) == [("Igor Lapin",)]


def test_a_name_is_that_of_a_medium_where_the_story_says_so() -> None:
    body = "The Turna news website was first with it.\n\nIgor Lapin told Turna that the road was open."
    assert ("Igor Lapin", "Turna") in chains(body)
    assert media.medium("Turna", ()) is None


def test_what_is_cited_is_a_claimant_only_where_it_speaks() -> None:
    body = "Traders expect the rate to fall, the Nordwind bank said, citing weak demand in Norland."
    assert all("weak" not in chain[0] for chain in chains(body))
    body = "Citing “weak demand in Norland,” Igor Lapin said in a report that the rate would fall."
    assert all("weak" not in chain[0] for chain in chains(body))


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Diplomats said member states were unable to settle the matter.", "Diplomats"),
        ("The mayor said press reports it had failed were exaggerated.", "The mayor"),
        ("The navy confirmed that four miners reported missing were killed in the blast.", "The navy"),
        ("The mayor said relatives in Norland had reported missing a boy of nine.", "The mayor"),
        ("Norland sold 12 tonnes, slightly below the 14 tonnes reported in May, the bank said.", "the bank"),
    ],
)
def test_a_noun_that_looks_like_a_verb_makes_nobody_a_speaker(text: str, claimant: str) -> None:
    assert set(chains(text)) == {(claimant,)}


def test_whoever_is_quoted_by_a_pronoun_is_not_the_outlet() -> None:
    body = "Igor Lapin spoke.\n\nHe had seen it fall, Igor Lapin said.\n\n“It fell,” the paper quoted him as saying."
    assert chains(body)[-1] == ("Igor Lapin", "the paper")


def test_he_who_answered_is_none_of_those_who_heard_it() -> None:
    body = "Igor Lapin was asked about it.\n\n“The road is open,” he answered, according to three people there."
    assert chains(body)[-1] == ("Igor Lapin", "three people there")


def test_a_medium_that_was_told_stays_where_another_passed_it_on() -> None:
    body = "“The road is open,” the deputy minister, Igor Lapin, told Radio Norte, according to the Harbour Courier."
    assert chains(body) == [("Igor Lapin", "Radio Norte", "the Harbour Courier")]


def test_a_hastily_called_meeting_calls_nobody() -> None:
    body = "The tank had leaked, Igor Lapin told a hastily called news conference on Monday, citing the harbour agency."
    assert ("the harbour agency", "Igor Lapin") in chains(body)


def test_whoever_is_meant_by_who_stands_before_it() -> None:
    body = "Two officials briefed on the inquiry, who were not authorised to speak to the press, said it had failed."
    assert {c[0][:13] for c in chains(body)} == {"Two officials"}


def test_what_goes_on_behind_a_citation_belongs_to_the_claim() -> None:
    body = "Still adrift, according to Interfax, which quoted the coast guard, were nine boats from Lind."
    (claim,) = claims_of(body)
    assert (claim.claimant, claim.text) == ("the coast guard", "Still adrift … were nine boats from Lind")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "According to the Courier, the bank said the mill would close.",
            (("the bank", "the Courier"), "the mill would close"),
        ),
        (
            "According to the Courier, Ann Hay told the board that the mill would close.",
            (("Ann Hay", "the Courier"), "that the mill would close"),
        ),
        (
            "The mill would close, its chairman told staff, according to the Financial Times.",
            (("its chairman", "the Financial Times"), "The mill would close"),
        ),
        (
            "President says troops have left the border zone -state TV",
            (("President", "state TV"), "troops have left the border zone"),
        ),
        (
            "Ann Hay told the Today programme she had met the mayor twice.",
            (("Ann Hay", "the Today programme"), "she had met the mayor twice"),
        ),
        (
            "Igor Brenko told RIA that Orlin had told Xi that the road was open.",
            (("Orlin", "Igor Brenko", "RIA"), "that the road was open"),
        ),
        ("The mayor said the road was open - and safe", (("The mayor",), "the road was open - and safe")),
        ("Ann Hay told the governor Monday that it was open.", (("Ann Hay",), "that it was open")),
    ],
)
def test_who_passed_it_on_is_told_before_behind_and_in_a_chain(text: str, claim: tuple[tuple[str, ...], str]) -> None:
    assert [(tuple(link.name for link in p.chain), p.text) for p in claims_of(text)] == [claim]


def test_what_one_said_and_another_passed_on_is_one_claim() -> None:
    assert chains("Ten were missing, the coastguard said, AFP reported.") == [("the coastguard", "AFP")]
