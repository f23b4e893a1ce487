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
