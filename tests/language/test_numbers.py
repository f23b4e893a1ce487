from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.numbers import apart, figures
from claims.records import Figure


def seen(text: str) -> list[tuple[str, float | None, float | None, str | None, str | None]]:
    """Words, interval, what is counted and the action of each figure."""
    return [
        (text[f.span.start : f.span.end], f.low, f.high, f.counted, f.action)
        for f in figures(text)
        if f.span is not None
    ]


def test_a_list_shares_the_action_that_ends_it() -> None:
    assert seen("More than 50 rebels, three field guns and two trucks were destroyed.") == [
        ("More than 50 rebels", 51, None, "rebels", "destroyed"),
        ("three field guns", 3, 3, "field guns", "destroyed"),
        ("two trucks", 2, 2, "trucks", "destroyed"),
    ]


def test_each_verb_takes_the_number_beside_it() -> None:
    assert seen("The blast killed 12 people, wounding 30") == [
        ("12 people", 12, 12, "people", "killed"),
        ("30", 30, 30, "people", "wounded"),
    ]
    assert seen("At least 9 miners were killed and 21 injured") == [
        ("At least 9 miners", 9, None, "miners", "killed"),
        ("21 injured", 21, 21, "miners", "wounded"),
    ]


def test_a_word_in_quotation_marks_may_be_what_is_counted() -> None:
    assert seen("killed more than 70 “bandits”") == [("more than 70 “bandits", 71, None, "bandits", "killed")]


def test_who_does_it_is_not_who_suffers_it() -> None:
    assert [action for *_, action in seen("Seven soldiers killed 40 militants")] == [None, "killed"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("thirteen people", 13, 13),
        ("a dozen officers", 12, 12),
        ("dozens of houses", 24, None),
        ("hundreds of houses", 200, None),
        ("tens of thousands of refugees", 20_000, None),
        ("half a million people", 500_000, 500_000),
        ("some 1.2 million people", 1_200_000, 1_200_000),
        ("nearly 200 people", 200, 200),
        ("at least 12 people", 12, None),
        ("more than 70 people", 71, None),
        ("fewer than 20 people", None, 19),
        ("up to 30 people", None, 30),
        ("no more than 50 people", None, 50),
        ("50 or more people", 50, None),
        ("between 30 and 40 people", 30, 40),
        ("30 to 40 people", 30, 40),
        ("30-40 people", 30, 40),
        ("two hundred and six people", 206, 206),
        ("twenty-nine people", 29, 29),
        ("4,229 people", 4229, 4229),
    ],
)
def test_an_amount_is_an_interval(text: str, low: float | None, high: float | None) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("30 percent of voters", 30, "%"),
        ("12 per cent", 12, "%"),
        ("5.5% growth", 5.5, "%"),
        ("two-thirds of the seats", 66.67, "%"),
        ("$5bn in aid", 5e9, "USD"),
        ("1.5 billion euros", 1.5e9, "EUR"),
        ("£20 a head", 20, "GBP"),
        ("500 metres from the shore", 500, "m"),
        ("a magnitude 6.1 earthquake", 6.1, "magnitude"),
        ("a 6.1-magnitude earthquake", 6.1, "magnitude"),
    ],
)
def test_a_measure_has_its_unit(text: str, low: float, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.unit) == (low, unit)


@pytest.mark.parametrize(
    ("text", "value", "action"),
    [
        ("the death toll has risen to 137", 137, "killed"),
        ("the number of wounded was corrected to 107, not 170", 107, "wounded"),
        ("the toll rose from 133 to 137", 137, "killed"),
        ("cut the toll to 190 from 202", 190, "killed"),
        ("put the number of its staff killed in the raid on its clinic at nine", 9, "killed"),
        ("put the dead at 12", 12, "killed"),
        ("no one was killed", 0, "killed"),
        ("there were no casualties", 0, "casualties"),
    ],
)
def test_a_toll_without_a_noun_behind_it_is_read_from_what_stands_before(text: str, value: float, action: str) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high, figure.action) == (value, value, action)


@pytest.mark.parametrize(
    "text",
    [
        "in 2016 and since 1998, on March 11 and on 3 May 2004",
        "the 2016 election and the 1990s",
        "at 10:30 a.m., at 10.30 GMT, at eleven, until six, at five past ten",
        "a 62-year-old teacher; Anna Bell, 62, said so; he is 62 years old",
        "twice as many; three times as many as before; ten times the size",
        "a Boeing 737, flight MH17, Article 5, Covid-19, the G20, Deck 4, No. 10",
        "the third and the 21st",
        "won 3-1 on 9/11, 24/7",
        "call +1 202 555 0123",
        "one of the men, one day, the two countries, his two sons",
        "two more than a week earlier; men over 65",
        "a two-day visit by a 12-member team",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert seen(text) == []


def test_place_and_day_stand_with_the_figure() -> None:
    (figure,) = figures("At least 12 people had died in Kharkiv by Friday.")
    assert (figure.place, figure.as_of) == ("Kharkiv", "Friday")


@pytest.mark.parametrize(
    ("one", "other", "disjoint"),
    [
        (Figure(12, 12), Figure(15, 15), True),
        (Figure(71, None), Figure(60, 60), True),
        (Figure(71, None), Figure(80, 80), False),
        (Figure(200, 200, approximate=True), Figure(190, 190), False),
        (Figure(None, 30), Figure(31, None), True),
        (Figure(None, None), Figure(5, 5), False),
    ],
)
def test_figures_are_apart_where_no_number_fits_both(one: Figure, other: Figure, disjoint: bool) -> None:
    assert apart(one, other) is apart(other, one) is disjoint


@given(st.text())
def test_any_text_gives_figures_inside_it(text: str) -> None:
    for figure in figures(text):
        assert figure.span is not None
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@given(st.lists(st.sampled_from("at least 12 , and 30 - to dead killed % $ million a dozen of the . \n".split(" "))))
def test_any_run_of_number_words_gives_figures_in_order(words: list[str]) -> None:
    text = " ".join(words)
    spans = [figure.span for figure in figures(text) if figure.span]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "piece", ["12 dead, ", "1 ", "1.1.", "9", "at least ", "in 2016 and ", "12-13 ", "one ", "no one "]
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = process_time()
        figures(text)
        return process_time() - start

    short, long = seconds(20_000), seconds(80_000)
    assert long < 12 * short + 0.5


def test_a_range_shares_a_scale_word_and_nothing_else() -> None:
    assert [(f.low, f.high) for f in figures("Bonuses were $500 to $2,000 a month.")] == [(500, 2000)]
    assert [(f.low, f.high) for f in figures("It costs 5 to 6 million euros.")] == [(5e6, 6e6)]
    assert [(f.low, f.high) for f in figures("Between 900 and 1.2 million people fled.")] == [(900, 1.2e6)]


@given(
    st.lists(
        st.sampled_from("between from 5 500 2,000 6 million 1.2 bn to - and or $ people at least up".split()),
        max_size=12,
    )
)
def test_a_figure_never_begins_above_its_end(words: list[str]) -> None:
    for figure in figures(" ".join(words)):
        assert figure.low is None or figure.high is None or figure.low <= figure.high
