from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.wire.times import parse


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, part: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, part, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2024-05-24T10:00:00Z", at(2024, 5, 24, 10)),
        ("2024-05-24T10:00:00+02:00", at(2024, 5, 24, 8)),
        ("2024-05-24T10:00:00.123456789Z", at(2024, 5, 24, 10, 0, 0, 123456)),
        ("20130709T103700+0000", at(2013, 7, 9, 10, 37)),
        ("2022-06-26T23:54:25+0000", at(2022, 6, 26, 23, 54, 25)),
        ("2024-05-24T10:00Z", at(2024, 5, 24, 10)),
        ("Fri, 24 May 2024 10:00:00 GMT", at(2024, 5, 24, 10)),
        ("Fri, 24 May 2024 10:00:00 -0400", at(2024, 5, 24, 14)),
        ("Fri, 24 May 2024 10:00:00 EST", at(2024, 5, 24, 15)),
        ("Tue, 5 Nov 2019 09:00:00 +0000 (UTC)", at(2019, 11, 5, 9)),
        ("Fri May 24 10:00:00 UTC 2024", at(2024, 5, 24, 10)),
        ("May 24, 2024 10:15 AM EDT", at(2024, 5, 24, 14, 15)),
        ("2 Sept 2019 4:05 p.m. EDT", at(2019, 9, 2, 20, 5)),
        ("Saturday 5 October 2019 10.15 BST", at(2019, 10, 5, 9, 15)),
        ("21 Nov 2018 23:22 GMT", at(2018, 11, 21, 23, 22)),
        ("12:04 GMT, 3 May 2024", at(2024, 5, 3, 12, 4)),
        ("10:15 AM EDT, Fri May 24, 2024", at(2024, 5, 24, 14, 15)),
    ],
)
def test_a_time_with_a_zone_is_an_instant(written: str, when: datetime) -> None:
    found = parse(written)
    assert (found.when, found.zone_known, found.note) == (when, True, "")


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2024-05-24", at(2024, 5, 24)),
        ("2017-07-17 17:03:00", at(2017, 7, 17, 17, 3)),
        ("26-FEB-1987 15:01:01.79", at(1987, 2, 26, 15, 1, 1, 790000)),
        ("January 11, 2010 Monday", at(2010, 1, 11)),
        ("Feb. 1, 2017", at(2017, 2, 1)),
        ("24. Mai 2024", at(2024, 5, 24)),
        ("3. Dezember 2018 14:05 Uhr", at(2018, 12, 3, 14, 5)),
        ("24 mai 2024 à 10h15", at(2024, 5, 24, 10, 15)),
        ("1 de mayo de 2024", at(2024, 5, 1)),
        ("24 мая 2024", at(2024, 5, 24)),
        ("20240524100000", at(2024, 5, 24, 10)),
    ],
)
def test_a_time_without_a_zone_is_kept_as_written_and_marked(written: str, when: datetime) -> None:
    found = parse(written)
    assert (found.when, found.zone_known) == (when, False)


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "0000-00-00",
        "2025-02-30T10:00:00Z",
        "2024-05-24T25:61:61Z",
        "2024-05-24T10:00:00+99:00",
        "-0001-01-01",
        "10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-05:00",
        "13:99",
        "32 May 2024",
        "May 24",
        "x" * 10_000,
    ],
)
def test_nonsense_gives_no_time_and_is_quoted(written: str) -> None:
    found = parse(written)
    assert found.when is None
    assert written[:20] in found.note


def test_nothing_at_all_is_no_date() -> None:
    assert parse(" \n").note == "no date"


def test_figures_that_can_be_two_days_are_left_out() -> None:
    assert parse("05/06/2024").when is None
    assert "two days" in parse("05/06/2024").note


def test_figures_that_can_be_one_day_only_are_read_and_said_so() -> None:
    found = parse("24/05/2024 10:00")
    assert found.when == at(2024, 5, 24, 10)
    assert "24 May 2024" in found.note


def test_seconds_since_1970_are_read_and_said_so() -> None:
    assert parse("1716540000").when == at(2024, 5, 24, 8, 40)
    assert parse("1716540000").note


def test_a_zone_whose_name_is_not_sure_leaves_the_time_as_written() -> None:
    found = parse("2024-05-24 10:00 IST")
    assert (found.when, found.zone_known) == (at(2024, 5, 24, 10), False)
    assert "ist" in found.note


def test_an_hour_that_the_clocks_skipped_is_told() -> None:
    assert "no 02:30" in parse("2024-03-31T02:30:00 Europe/Berlin").note


def test_a_date_no_story_can_have_is_none() -> None:
    assert parse("9999-12-31T23:59:59Z").when is None
    assert parse("1899-01-01").note == "a date before 1900"


@given(st.text(max_size=90))
def test_no_text_makes_it_raise(written: str) -> None:
    found = parse(written)
    assert found.when is None or found.when.tzinfo is UTC


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2100, 1, 1)))
def test_iso_times_come_back_as_they_went_in(when: datetime) -> None:
    assert parse(when.isoformat() + "Z").when == when.replace(tzinfo=UTC)
