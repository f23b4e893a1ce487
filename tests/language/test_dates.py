from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language import dates

PUBLISHED = datetime(2024, 3, 23, 9, 0, tzinfo=UTC)  # a Saturday


def days(text: str, *, future: bool = False) -> list[tuple[date, date, bool]]:
    return [(w.start, w.end, w.inferred) for w in dates.whens(text, published=PUBLISHED, future=future)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 11 March 2004", date(2004, 3, 11)),
        ("on March 11, 2004", date(2004, 3, 11)),
        ("on Thursday, March 11, 2004", date(2004, 3, 11)),
        ("on Sept. 3, 1999", date(1999, 9, 3)),
        ("on the 3rd of May 2020", date(2020, 5, 3)),
        ("on 2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_full_date_is_read_as_written(text: str, day: date) -> None:
    assert days(text) == [(day, day, False)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Friday", date(2024, 3, 22)),
        ("on Friday 12 people died", date(2024, 3, 22)),
        ("on Saturday", date(2024, 3, 23)),
        ("last Saturday", date(2024, 3, 16)),
        ("last Monday", date(2024, 3, 18)),
        ("next Tuesday", date(2024, 3, 26)),
        ("yesterday", date(2024, 3, 22)),
        ("March 11", date(2024, 3, 11)),
        ("on 12 December", date(2023, 12, 12)),
        ("on 2 April", date(2024, 4, 2)),
        ("three days ago", date(2024, 3, 20)),
    ],
)
def test_a_day_without_its_year_is_inferred_from_the_day_of_publication(text: str, day: date) -> None:
    assert days(text) == [(day, day, True)]


def test_a_plan_looks_ahead() -> None:
    assert days("on Friday", future=True) == [(date(2024, 3, 29), date(2024, 3, 29), True)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("in 2016", (date(2016, 1, 1), date(2016, 12, 31), False)),
        ("since 2015-16", (date(2015, 1, 1), date(2016, 12, 31), False)),
        ("in March 2004", (date(2004, 3, 1), date(2004, 3, 31), False)),
        ("last year", (date(2023, 1, 1), date(2023, 12, 31), True)),
        ("overnight", (date(2024, 3, 22), date(2024, 3, 23), True)),
        ("from 3 to 5 March", (date(2024, 3, 3), date(2024, 3, 5), True)),
        ("in February", (date(2024, 2, 1), date(2024, 2, 29), True)),
    ],
)
def test_longer_times_are_spans_of_days(text: str, span: tuple[date, date, bool]) -> None:
    assert days(text) == [span]


@pytest.mark.parametrize("text", ["He may march on.", "February 31", "the sun", "March 10:30", "room 2016", "sat down"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert days(text) == []


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    found = dates.whens("On Friday, March 11, and in 1998")
    assert [when.start for when in found] == [date(1998, 1, 1)]
    assert len(dates.spans("On Friday and in 1998")) == 2


@given(st.text(), st.datetimes())
def test_any_text_and_any_day_give_days_in_order(text: str, published: datetime) -> None:
    for when in dates.whens(text, published=published):
        assert when.start <= when.end
        assert when.span is not None
        assert 0 <= when.span.start < when.span.end <= len(text)


@given(
    st.sampled_from(["999 years ago", "next year", "12 January", "in December", "last month", "overnight", "tomorrow"]),
    st.datetimes(),
)
def test_the_ends_of_the_calendar_are_no_error(text: str, published: datetime) -> None:
    dates.whens(text, published=published)
