"""Stories as JSON: ours, ninjs, AP's, and what crawlers and services make of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from claims.records import Problem, PubStatus, Story, StoryKind
from tests.wire.reading import one, read, refused

BODY = "OSLO, May 24 (Reuters) - The harbour was closed on Friday, its master said.\n\nShips waited outside."


def ours(**members: Any) -> str:
    return json.dumps({"agency": "AFP", "id": "a-1", "headline": "Harbour closed", "body": BODY, **members})


def ninjs(**members: Any) -> str:
    item = {"uri": "urn:x:1", "type": "text", "version": "2", "versioncreated": "2024-05-24T10:00:00Z"}
    return json.dumps({**item, "pubstatus": "usable", "headline": "Harbour closed", "body_text": BODY, **members})


def test_stories_jsonl_is_a_version_a_line() -> None:
    first, second = read(ours() + "\n" + ours(version=2, published="2024-05-24T11:00:00Z") + "\n")
    assert isinstance(first, Story)
    assert isinstance(second, Story)
    assert (first.agency, first.guid, first.version, first.kind) == ("AFP", "a-1", None, StoryKind.NEW)
    assert (second.version, second.kind) == ("2", StoryKind.UPDATE)
    assert second.body == BODY


@pytest.mark.parametrize(
    ("members", "kind", "status"),
    [
        ({"kind": "corrected"}, StoryKind.CORRECTED, PubStatus.USABLE),
        ({"status": "corrected"}, StoryKind.CORRECTED, PubStatus.USABLE),
        ({"status": "canceled"}, StoryKind.KILL, PubStatus.CANCELED),
        ({"status": "withheld"}, StoryKind.NEW, PubStatus.WITHHELD),
        ({"version": 3, "headline": "CORRECTED-Harbour closed"}, StoryKind.CORRECTED, PubStatus.USABLE),
        ({"version": 3, "kind": "new"}, StoryKind.NEW, PubStatus.USABLE),
        ({"version": 3, "body": f"(Corrects day in paragraph 1)\n\n{BODY}"}, StoryKind.CORRECTED, PubStatus.USABLE),
    ],
)
def test_what_a_version_is_comes_from_kind_status_wording_and_number(
    members: dict[str, Any], kind: StoryKind, status: PubStatus
) -> None:
    story = one(ours(**members))
    assert (story.kind, story.status) == (kind, status)


def test_an_agency_the_table_does_not_know_is_added_with_a_warning() -> None:
    story = one(ours(agency="Meridian Press"))
    assert story.agency == "Meridian Press"
    assert any("not in the table" in note for note in story.warnings)


def test_lines_end_at_the_newline_only() -> None:
    story = one(
        json.dumps({"id": "1", "headline": "H", "body": "It\u2028rained all\u0085day."}, ensure_ascii=False) + "\n"
    )
    assert story.body == "It\u2028rained all\u0085day."


def test_a_broken_line_is_named_and_the_others_come_in() -> None:
    first, broken, last = read(ours(id="1") + "\n" + ours()[:40] + "\n\n" + ours(id="3"))
    assert isinstance(first, Story)
    assert isinstance(last, Story)
    assert isinstance(broken, Problem)
    assert (broken.where, broken.remedy) == ("line 2", "each line holds one JSON object")


def test_a_tail_behind_the_json_is_never_ignored_in_silence() -> None:
    story, tail = read(ninjs() + "\n}}}garbage")
    assert isinstance(story, Story)
    assert isinstance(tail, Problem)


@pytest.mark.parametrize("key", ["body_text", "body_html", "body_xhtml"])
def test_ninjs_1_has_its_text_under_several_names(key: str) -> None:
    story = one(ninjs(**{"body_text": None, key: "<p>It rained.</p><p>It rained on.</p>"}))
    assert "It rained on." in story.body


def test_ninjs_gives_id_version_time_and_status() -> None:
    story = one(ninjs(pubstatus="canceled", located="Oslo", byline="Ann Lee", source="dpa", language="en-GB"))
    assert (story.format, story.guid, story.version, story.agency) == ("ninjs", "urn:x:1", "2", "dpa")
    assert (story.status, story.located, story.byline, story.language) == (PubStatus.CANCELED, "Oslo", "Ann Lee", "en")
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)


@pytest.mark.parametrize(("created", "kind"), [("versioncreated", "contenttype"), ("versionCreated", "contentType")])
def test_ninjs_2_and_3_have_lists_of_headlines_and_bodies(created: str, kind: str) -> None:
    item = {
        "uri": "urn:x:1",
        "type": "text",
        created: "2024-05-24T10:00:00Z",
        "headlines": [{"role": "short", "value": "Closed"}, {"role": "main", "value": "Harbour closed"}],
        "bodies": [
            {"role": "main", kind: "text/plain", "value": "It rained. It rained on."},
            {"role": "rich", kind: "application/xhtml+xml", "value": "<p>It rained.</p> <p>It rained on.</p>"},
        ],
    }
    story = one(json.dumps(item))
    assert (story.headline, story.body) == ("Harbour closed", "It rained.\n\nIt rained on.")
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)


def test_a_picture_is_no_story() -> None:
    assert "picture" in refused(ninjs(type="picture", body_text=None)).message


def test_the_headline_of_ninjs_is_text_whatever_is_in_it() -> None:
    assert one(ninjs(headline="<b>Harbour</b> &amp; sea")).headline == "Harbour & sea"


def test_ap_json_with_its_text_along_is_a_story() -> None:
    item = {
        "altids": {"itemid": "abc"},
        "version": 3,
        "headline": "Harbour closed",
        "provider": "AP",
        "pubstatus": "usable",
    }
    links = {"links": [{"rel": "canonical", "href": "https://apnews.com/abc"}], "bylines": [{"by": "By ANN LEE"}]}
    answer = {"api_version": "2.0", "data": {"item": {**item, **links}}, "nitf": {"body_html": "<p>It rained.</p>"}}
    story = one(json.dumps(answer))
    assert (story.format, story.agency, story.guid, story.version) == ("apjson", "AP", "abc", "3")
    assert (story.body, story.byline, story.url) == ("It rained.", "By ANN LEE", "https://apnews.com/abc")


def test_ap_json_that_only_links_to_its_text_is_refused_and_says_so() -> None:
    answer = {"api_version": "2.0", "data": {"item": {"altids": {"itemid": "abc"}, "headline": "Harbour closed"}}}
    assert "only a link" in refused(json.dumps(answer)).message


PLAIN = "The harbour was closed on Friday, its master said.\n\nShips waited outside."
TIME = "2024-05-24T10:00:00"


@pytest.mark.parametrize(
    "article",
    [
        {"title": "Closed", "maintext": PLAIN, "date_publish": "2024-05-24 10:00:00", "source_domain": "www.bbc.co.uk"},
        {"title": "Closed", "content": PLAIN, "publishedAt": TIME, "source": {"id": "x", "name": "BBC News"}},
        {"title": {"rendered": "Closed"}, "content": {"rendered": PLAIN}, "date": TIME, "link": "https://bbc.com/a"},
        {"_source": {"headline": "Closed", "text": PLAIN, "published": TIME, "publisher": "BBC"}},
        {"headline": "Closed", "articleBody": PLAIN, "datePublished": TIME, "publisher": {"name": "BBC"}},
        {
            "webTitle": "Closed",
            "fields": {"bodyText": PLAIN},
            "webPublicationDate": TIME,
            "webUrl": "https://bbc.com/a",
        },
        {"title": "Closed", "text": PLAIN.split("\n\n"), "publish_date": TIME, "domain": "bbc.com"},
        {
            "title": "Closed",
            "body_html": "<p>" + PLAIN.replace("\n\n", "</p><p>") + "</p>",
            "date": TIME,
            "site": "BBC",
        },
    ],
)
def test_articles_of_crawlers_and_services_name_the_same_things_otherwise(article: dict[str, Any]) -> None:
    story = one(json.dumps(article))
    assert (story.headline, story.agency, story.body) == ("Closed", "BBC", PLAIN)
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)


@pytest.mark.parametrize("wrapper", ["articles", "items", "_items", "results"])
def test_an_answer_that_wraps_a_list_holds_its_stories(wrapper: str) -> None:
    stories = [json.loads(ninjs()), json.loads(ninjs(uri="urn:x:2"))]
    for answer in ({"status": "ok", wrapper: stories}, {"status": "ok", "response": {wrapper: stories}}):
        found = read(json.dumps(answer))
        assert [made.guid for made in found if isinstance(made, Story)] == ["urn:x:1", "urn:x:2"]


def test_junk_in_an_array_is_counted_item_by_item() -> None:
    found = read(json.dumps([1, None, "x", {}, [], json.loads(ninjs())]))
    assert sum(isinstance(made, Story) for made in found) == 1
    assert [made.where for made in found if isinstance(made, Problem)] == [f"item {n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("[" * 200_000 + "]" * 200_000, "nested too deeply"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "nested too deeply"),
        ("{'uri':'x'}", "no JSON"),
        (ninjs()[:-40], "no JSON"),
        ('{"file": "a.txt", "headline": "H"}', "no text among its members"),
        (ninjs(body_text=12345), "no text"),
        (ours(body=["a", 1]), "no text"),
    ],
)
def test_what_is_no_story_is_refused_with_a_reason(content: str, word: str) -> None:
    assert word in refused(content).message


def test_broken_json_is_refused_with_its_place() -> None:
    assert refused('{\n "uri": "x",\n "headline": oops}').where == "line 3, column 14"


def test_a_member_that_stands_twice_is_told() -> None:
    story = one('{"uri": "u", "type": "text", "headline": "One", "headline": "Two", "body_text": "It rained all day."}')
    assert story.headline == "Two"
    assert any("twice" in note for note in story.warnings)


@pytest.mark.parametrize("number", ["9" * 6_000, str(2**70), "1e400", "NaN", "Infinity", "true", "[1]", "{}"])
def test_odd_numbers_cost_no_story(number: str) -> None:
    assert one(ninjs(version=0).replace('"version": 0', f'"version": {number}')).body == BODY


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_comes_in_every_unicode(encoding: str) -> None:
    assert one(ninjs().encode(encoding)).headline == "Harbour closed"


def test_half_a_pair_of_surrogates_is_replaced() -> None:
    story = one('{"uri": "u", "type": "text", "headline": "bad \\ud83d half", "body_text": "It rained all day."}')
    assert story.headline == "bad \ufffd half"


def test_an_article_without_a_text_is_its_teaser_and_says_so() -> None:
    story = one(
        json.dumps({"title": "Closed", "description": "The harbour was closed on Friday.", "url": "https://bbc.com/a"})
    )
    assert story.body == "The harbour was closed on Friday."
    assert "no text but a teaser of 6 words" in story.warnings


def test_a_description_without_a_headline_is_no_story() -> None:
    assert "no text" in refused('{"name": "x", "description": "A package of things."}').message
