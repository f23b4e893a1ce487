"""One new claim among known events."""

from __future__ import annotations

from claims import events
from claims.records import Judgement
from tests.copydesk import claim

FERRY = [
    claim(1, "the ferry Alma sank off Vellmar in ten minutes", "the coastguard", headline="Ferry sinks off Vellmar"),
    claim(2, "the ferry Alma carried 90 passengers", "its owner", headline="Ferry sinks off Vellmar"),
]
RATES = [claim(3, "inflation would fall below three per cent", "the central bank", headline="Rates up in Norland")]
NEW = claim(4, "the Alma was overloaded when the ferry sank", "a survivor", headline="Ferry sinks off Vellmar")
GROUPS = {11: FERRY, 12: RATES}


def test_a_claim_joins_the_event_whose_members_it_is_like() -> None:
    placement = events.place(NEW, GROUPS)
    assert placement.event_id == 11
    assert placement.score > 0.5
    assert not placement.doubtful
    assert [c.event_id for c in placement.candidates] == [11, 12]
    assert placement.features


def test_a_claim_like_nothing_opens_an_event_without_a_doubt() -> None:
    stranger = claim(5, "the choir would tour the islands", "its conductor", headline="A choir sets out")
    placement = events.place(stranger, GROUPS)
    assert placement.event_id is None
    assert not placement.doubtful


def test_without_events_there_is_nothing_to_consider() -> None:
    assert events.place(NEW, {}) == events.Placement(None, 0.0)


def test_a_pin_decides_and_a_bar_rules_out_whatever_the_words() -> None:
    assert events.place(NEW, GROUPS, [Judgement(4, 12, True)]).event_id == 12
    barred = events.place(NEW, GROUPS, [Judgement(4, 11, False)])
    assert barred.event_id is None
    assert [c.event_id for c in barred.candidates] == [12]


def test_two_events_that_fit_as_well_are_left_to_a_person_and_the_older_is_taken() -> None:
    twins = {21: FERRY, 22: FERRY}
    placement = events.place(NEW, twins)
    assert placement.event_id == 21
    assert placement.doubtful
