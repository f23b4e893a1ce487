"""Text proposes, the frame decides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claims import events
from claims.records import Claim
from tests.copydesk import MONDAY, claim

FERRY = "Ferry sinks off Vellmar"


def test_one_event_told_in_other_words_is_nearer_than_another_event_told_in_the_same_words() -> None:
    told = claim(1, "a missile struck the grain terminal at Odrava, killing four dockers", "the port authority")
    again = claim(2, "four dock workers died when the Odrava grain terminal was hit", "the mayor of Odrava")
    template = claim(3, "a missile struck the bus depot at Kesten, killing nine drivers", "the transport ministry")
    assert events.likeness(told, again).score > events.likeness(told, template).score


def test_likeness_is_symmetric_and_between_nothing_and_one() -> None:
    one = claim(1, "the ferry sank within ten minutes", "the coastguard", headline=FERRY)
    other = claim(2, "the ferry was overloaded", "a survivor", headline=FERRY)
    assert events.likeness(one, other) == events.likeness(other, one)
    assert 0.5 < events.likeness(one, other).score <= 1
    unlike = claim(3, "the central bank raised its key rate", "the bank", headline="Rates up in Norland")
    assert events.likeness(one, unlike).score < 0.2


def test_another_year_takes_away() -> None:
    now = claim(1, "the ferry was overloaded", "the coastguard", headline=FERRY)
    then = claim(2, "in 2019 the ferry was overloaded", "the coastguard", headline=FERRY)
    same = claim(3, "the old ferry was overloaded", "the coastguard", headline=FERRY)
    assert events.likeness(now, then).score < 0.5 < events.likeness(now, same).score
    phrases = [f.phrase for f in events.likeness(now, then).features if f.name == "time"]
    assert phrases == ["one speaks of the days of its story, the other of 2019"]


def test_the_paragraph_lends_its_time_to_a_silent_sentence() -> None:
    paragraph = "Another ferry of the line went down in 2019. Nobody had counted the passengers, he said."
    silent = claim(1, "Nobody had counted the passengers", "he", headline=FERRY, paragraph=paragraph)
    now = claim(2, "Nobody had checked the passengers", "he", headline=FERRY)
    assert any(f.name == "time" for f in events.likeness(silent, now).features)


def test_a_month_that_the_other_calls_by_its_year_is_one_time() -> None:
    year = claim(1, "in 2019 a ferry sank here", "the mayor", headline=FERRY)
    month = claim(2, "in March 2019 a ferry sank here", "a fisherman", headline=FERRY)
    assert not any(f.name == "time" for f in events.likeness(year, month).features)


def test_days_between_the_stories_take_away() -> None:
    first = claim(1, "marchers filled the square", "the police", headline="March in Vellmar")
    later = MONDAY + timedelta(days=7)
    week = claim(2, "the square was full", "a steward", headline="Second march in Vellmar", published=later)
    same = claim(3, "the square was full", "a steward", headline="Second march in Vellmar")
    assert events.likeness(first, week).score < events.likeness(first, same).score


def test_reasons_name_the_shared_words_as_they_are_written() -> None:
    one = claim(1, "the Odrava terminal was hit", "the mayor")
    other = claim(2, "Odrava's terminal burned", "a docker")
    (text,) = (f for f in events.likeness(one, other).features if f.name == "text")
    assert text.phrase.startswith("both speak of ")
    assert "Odrava" in text.phrase


def test_texts_without_a_word_have_no_likeness_and_no_error() -> None:
    assert events.likeness(claim(1, "…"), claim(2, "")).score < 0.5


@pytest.mark.parametrize("published", [None, MONDAY])
def test_an_undated_story_is_days_apart_from_none(published: object) -> None:
    dated = claim(1, "the dam held", "the engineer")
    other = claim(2, "the dam held", "the engineer", published=None)
    assert not any(f.name == "days" for f in events.likeness(dated, other).features)


def test_the_terms_of_a_claim_are_its_most_telling_heaviest_first() -> None:
    terms = events.terms(claim(1, "the Odrava grain terminal was hit by a missile", headline="Strike on Odrava"))
    assert 0 < len(terms) <= 8
    weights = [term.weight for term in terms]
    assert weights == sorted(weights, reverse=True)
    assert terms[0].term == "odrava"


def _events(claims: list[Claim]) -> set[frozenset[int]]:
    return set(events.partition(claims))


def test_a_look_alike_of_another_year_is_an_event_of_its_own() -> None:
    one = [
        claim(n, text, "the coastguard", story=1, headline=FERRY, start=90 * n)
        for n, text in enumerate(
            [
                "the ferry sank in ten minutes",
                "the ferry carried 90 passengers",
                "in 2019 another ferry sank off Vellmar",
                "the ferry's hull was cracked",
            ]
        )
    ]
    assert _events(one) == {frozenset({0, 1, 3}), frozenset({2})}


def test_stories_on_one_matter_are_one_event_though_their_headlines_share_no_word() -> None:
    one = ["the ferry Alma sank off Vellmar", "the Alma's captain left the bridge", "the Alma carried 90 passengers"]
    two = [
        "the Alma's owner blamed the captain of the ferry",
        "passengers of the Alma had no vests",
        "the Alma sank fast",
    ]
    claims = [claim(n, t, "the coastguard", story=1, headline="Night at sea", start=90 * n) for n, t in enumerate(one)]
    claims += [
        claim(9 + n, t, "a survivor", story=2, headline="Who is to blame?", start=90 * n) for n, t in enumerate(two)
    ]
    assert len(_events(claims)) == 1


def test_no_claims_make_no_events() -> None:
    assert events.partition([]) == ()
