from __future__ import annotations

import time

import pytest

from claims.text import paragraphs
from claims.wire.datelines import Dateline, find


def dateline(body: str) -> Dateline | None:
    return find(body, paragraphs(body))


@pytest.mark.parametrize(
    ("body", "place", "agency", "first"),
    [
        ("KYIV, May 24 (Reuters) - Officials met.", "KYIV", "Reuters", "Officials"),
        ("PORT ELLEN, Argentina (AP) _ For years", "PORT ELLEN, Argentina", "AP", "For"),
        ("LANSING, Mich. (AP) — The governor", "LANSING, Mich.", "AP", "The"),
        ("Berlin (dpa) - Talks went on.", "Berlin", "dpa", "Talks"),
        ("San Diego (tca/dpa) - History says", "San Diego", "dpa", "History"),
        ("PARIS, May 24 (AFP) – “We won,” he said.", "PARIS", "AFP", "“We"),
        ("MOSCOW, March 23. /TASS/. The ministry", "MOSCOW", "TASS", "The"),
        ("МОСКВА, 24 мая /ТАСС/. Министр", "МОСКВА", "TASS", "Министр"),
        ("ROUND ROCK, Texas--(BUSINESS WIRE)--A firm", "ROUND ROCK, Texas", "Business Wire", "A"),
        ("TORONTO, Nov. 05, 2019 (GLOBE NEWSWIRE) -- A bank", "TORONTO", "GlobeNewswire", "A"),
        ("(ANSA) - ROMA, 24 MAG - Il governo", "ROMA", "ANSA", "Il"),
        ("Madrid, 24 may (EFE).- El ministro", "Madrid", "EFE", "El"),
        ("WASHINGTON/KYIV, May 24 (Reuters) - Both", "WASHINGTON/KYIV", "Reuters", "Both"),
        ("Paris, France | AFP | The court", "Paris, France", "AFP", "The"),
        ("PERTH, Australia, Jan. 5, 2017 /Xinhua-AsiaNet/ -- A firm", "PERTH, Australia", "AsiaNet", "A"),
        ("(Reuters) - Shares fell.", "", "Reuters", "Shares"),
        ("Islamabad, May 24 (PTI) Pakistan said", "Islamabad", "PTI", "Pakistan"),
        ("* GENEVA, 24 May 2024 (AFP) - Doctors", "GENEVA", "AFP", "Doctors"),
    ],
)
def test_a_dateline_gives_place_and_agency_and_ends_where_the_story_begins(
    body: str, place: str, agency: str, first: str
) -> None:
    found = dateline(body)
    assert found is not None
    assert found.agency is not None
    assert (found.place, found.agency.short) == (place, agency)
    assert body[found.span.end :].startswith(first)


@pytest.mark.parametrize("dash", ["—", "--", "-", "–", "_"])
def test_a_place_in_capitals_needs_no_agency(dash: str) -> None:
    found = dateline(f"ATLANTA {dash} A judge said so.")
    assert found is not None
    assert (found.place, found.agency) == ("ATLANTA", None)


def test_an_agency_the_table_does_not_know_is_given_as_written() -> None:
    found = dateline("HARBOUR CITY, May 3 (Meridian Press) - The port closed.")
    assert found is not None
    assert (found.mark, found.agency, found.day) == ("Meridian Press", None, "May 3")


def test_a_letter_of_another_alphabet_makes_it_another_agency() -> None:
    found = dateline("KYIV, May 24 (R\u0435uters) - Officials met.")
    assert found is not None
    assert found.agency is None


def test_it_may_stand_behind_advisories_bylines_and_bullets() -> None:
    body = "(Adds quotes)\n\n* Toll rises to 12\n\nBy Mara Lind\n\nOSLO, May 24 (Reuters) - It rained."
    found = dateline(body)
    assert found is not None
    assert found.place == "OSLO"


def test_the_ninth_paragraph_is_too_late() -> None:
    assert dateline("So it went on.\n\n" * 8 + "OSLO (AP) - It rained.") is None


@pytest.mark.parametrize(
    "body",
    [
        "John Smith (Labour) - 4,233 votes",
        "Harrisburg (PA) Mayor Linda Thompson said",
        "UPDATE: The toll rises",
        "He said - and meant it - that he would go.",
        "OPEC: what comes next",
        "The ministry (in charge) - said no.",
        "A - B",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(body: str) -> None:
    assert dateline(body) is None


def test_a_transcript_names_speakers_and_no_places() -> None:
    assert dateline("SMITH: I never said that.\n\nJONES: You did.") is None
    found = dateline("KARACHI: The port closed.\n\nIt will open again.")
    assert found is not None
    assert found.place == "KARACHI"


def test_the_date_counts_only_with_its_year() -> None:
    with_year = dateline("AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- A firm said so.")
    without = dateline("KYIV, May 24 (Reuters) - Officials met.")
    assert with_year is not None
    assert without is not None
    assert str(with_year.date().when)[:10] == "2017-02-01"
    assert without.date().when is None


@pytest.mark.parametrize(
    "bait", ["KYIV, " * 50_000 + "(Reuters) - said", "A" * 200_000 + " (", "(" * 100_000, "- " * 90_000]
)
def test_it_takes_no_longer_for_bait(bait: str) -> None:
    start = time.perf_counter()
    dateline(bait)
    assert time.perf_counter() - start < 1
