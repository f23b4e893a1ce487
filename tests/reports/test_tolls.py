from __future__ import annotations

from dataclasses import replace

from claims.records import Figure
from claims.reports.tolls import count, spoken, tolls
from tests.reports.desk_copy import ACCUSED, NINE, TOLL, at


def test_a_toll_is_read_from_the_first_to_the_last_whatever_the_order_of_positions() -> None:
    backwards = replace(TOLL, positions=TOLL.positions[::-1])
    for question in (TOLL, backwards):
        (line,) = tolls(question)
        assert (line.speaker, line.values) == ("Interior Ministry", ("at least 4", "9"))
        assert [claim.id for claim in line.claims] == [4, 5]


def test_a_count_that_an_update_raised_stands_where_the_update_does() -> None:
    updated = replace(NINE, first_seen=at(4))
    (line,) = tolls(replace(TOLL, positions=(replace(TOLL.positions[1], claims=(updated,)), TOLL.positions[0])))
    assert line.values == ("at least 4", "9")


def test_equal_counts_are_told_once() -> None:
    again = replace(TOLL.positions[1], claims=(NINE, replace(NINE, id=6)))
    (line,) = tolls(replace(TOLL, positions=(TOLL.positions[0], again)))
    assert line.values == ("at least 4", "9")
    assert len(line.claims) == 3


def test_a_count_reads_as_people_write_it() -> None:
    assert spoken(Figure(19, 19)) == "19"
    assert spoken(Figure(60001, None, approximate=True)) == "more than 60,000"
    assert spoken(Figure(11, None)) == "at least 11"
    assert spoken(Figure(None, 200)) == "at most 200"
    assert spoken(Figure(12, 15)) == "12–15"
    assert spoken(Figure(36, 44, approximate=True)) == "about 36–44"
    assert spoken(Figure(2.5, 2.5)) == "2.5"


def test_a_claim_without_a_number_gives_its_words() -> None:
    assert count(ACCUSED) == "Brenmark had sent the bombers"
