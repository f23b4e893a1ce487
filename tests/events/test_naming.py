"""An event is called by the headline that speaks for most of its claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claims import events
from tests.copydesk import MONDAY, claim


def test_the_most_central_headline_without_its_marks_is_the_title() -> None:
    claims = [
        claim(1, "the ferry sank in minutes", story=1, headline="UPDATE 2-Ferry sinks off Vellmar"),
        claim(2, "the ferry was overloaded", story=2, headline="CORRECTED-Ferry sinks off Vellmar"),
        claim(3, "nobody had counted them", story=3, headline="Grief in a small port"),
    ]
    named = events.name(claims)
    assert named.title == "Ferry sinks off Vellmar"
    assert named.slug == "ferry-sinks-vellmar"


def test_without_headlines_a_claim_gives_the_title_cut_at_a_word() -> None:
    text = "the terminal " + "and the quay beside it " * 8
    title = events.name([claim(1, text)]).title
    assert title.endswith("…")
    assert len(title) <= 91


def test_the_days_are_those_of_the_stories() -> None:
    claims = [
        claim(1, "it sank"),
        claim(2, "it sank", published=MONDAY + timedelta(days=2)),
        claim(3, "it", published=None),
    ]
    named = events.name(claims)
    assert (named.starts, named.ends) == (date(2031, 5, 12), date(2031, 5, 14))


def test_an_event_without_days_or_places_says_so() -> None:
    named = events.name([claim(1, "it sank", published=None)])
    assert (named.starts, named.ends, named.located) == (None, None, None)


def test_the_name_does_not_hang_on_order() -> None:
    claims = [
        claim(n, f"the ferry {word}", story=n, headline=f"Ferry {word}") for n, word in enumerate(["sank", "burned"])
    ]
    assert events.name(claims) == events.name(claims[::-1])


def test_a_title_without_a_telling_word_still_has_a_slug() -> None:
    assert events.name([claim(1, "…", headline="???")]).slug == "event"


def test_without_headlines_a_whole_sentence_gives_the_title() -> None:
    said = claim(1, "that the quay had given way", sentence="The harbour master said that the quay had given way.")
    bare = replace(said, story=replace(said.story, lead=""))
    assert events.name([bare]).title == "The harbour master said that the quay had given way."


def test_what_only_looks_like_a_place_is_not_where_it_happened() -> None:
    said = claim(1, "the quay had given way", headline="Quay gives way in Vellmar")
    seeming = replace(said, passage=replace(said.passage, places=("Easter", "Ahrens")))
    assert events.name([seeming]).located == "Vellmar"
    assert events.name([replace(seeming, story=replace(seeming.story, headline="Quay gives way"))]).located is None


def test_of_places_named_as_often_the_dateline_has_it() -> None:
    said = claim(1, "the talks had failed")
    told = replace(said.passage, places=("Athens", "Beijing"))
    story = replace(said.story, dateline="BEIJING, May 12")
    assert events.name([replace(said, passage=told, story=story)]).located == "Beijing"
