"""Other towns take away; what the copy does not place takes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims import events
from claims.records import Claim
from tests.copydesk import claim


def _crash(number: int, town: str, dead: str) -> Claim:
    text = f"a coach overturned in {town}, killing {dead} people"
    return claim(number, text, "the police", headline=f"Coach overturns in {town}")


def _apart(a: Claim, b: Claim) -> list[str]:
    return [feature.phrase for feature in events.likeness(a, b).features if feature.name == "place"]


def test_look_alikes_in_two_towns_on_one_day_are_two_events() -> None:
    claims = [_crash(1, "Harnow", "four"), _crash(2, "Harnow", "six"), _crash(3, "Belvik", "nine")]
    assert events.partition(claims) == (frozenset({1, 2}), frozenset({3}))
    assert events.place(claims[2], {7: claims[:2]}).event_id is None


def test_the_reason_names_both_towns_and_is_symmetric() -> None:
    one, other = _crash(1, "Harnow", "four"), _crash(2, "Belvik", "nine")
    assert _apart(one, other) == ["one is placed in Harnow, the other in Belvik"]
    assert events.likeness(one, other) == events.likeness(other, one)


@pytest.mark.parametrize("spelling", ["Kharkov", "Kharkiv", "KHARKIV"])
def test_one_town_spelled_two_ways_is_one_event(spelling: str) -> None:
    claims = [_crash(1, "Kharkiv", "four"), _crash(2, spelling, "six")]
    assert events.partition(claims) == (frozenset({1, 2}),)


def test_an_unknown_town_spelled_two_ways_is_one_town() -> None:
    assert not _apart(_crash(1, "Belvik", "four"), _crash(2, "Bellvik", "four"))


def test_a_country_is_no_town_and_what_is_not_placed_takes_nothing_away() -> None:
    town = _crash(1, "Harnow", "four")
    assert not _apart(town, _crash(2, "Norway", "four"))
    assert not _apart(town, _crash(3, "northern Norway", "four"))
    assert not _apart(town, claim(4, "a coach overturned, killing four people", headline="Coach overturns"))


def test_a_government_named_by_its_capital_is_placed_nowhere() -> None:
    assert not _apart(_crash(1, "Harnow", "four"), claim(2, "Oslo would pay for the coach", "a minister"))


def test_a_town_that_the_other_copy_names_at_all_is_not_elsewhere() -> None:
    here = _crash(1, "Harnow", "four")
    there = claim(2, "the driver had been treated in Belvik", "the police", headline="Harnow coach driver named")
    assert not _apart(here, there)


def test_a_dateline_parts_nothing_since_it_says_where_copy_was_filed() -> None:
    plain = claim(1, "a coach overturned, killing four people", "the police", headline="Coach overturns")
    here = replace(plain, story=replace(plain.story, id=1, dateline="HARNOW, Norland"))
    there = replace(plain, id=2, story=replace(plain.story, id=2, guid="b", dateline="BELVIK"))
    assert len(events.partition([here, there])) == 1
