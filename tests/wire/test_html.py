from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from claims.wire import article
from tests.wire.reading import one, refused

COPY = [
    "PORT ELLIS (AP) — The ferry sank on Friday after it hit a wreck in the harbour mouth, the coast guard said.",
    "“We took everybody off in twenty minutes,” Captain Ana Bell told reporters on the quay on Friday evening.",
    "The harbour master denied that the wreck had not been marked and said that an inquiry would begin on Monday.",
]


def marked(copy: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in copy)


def page(
    copy: str | None = None,
    head: str = "",
    above: str = "",
    below: str = "",
    **said: Any,
) -> str:
    things = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | said)}</script>' if said else ""
    )
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>Ferry sinks - Harbour Times</title>{head}{things}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>{above}"
        f"<article><h1>Ferry sinks</h1>{marked(COPY) if copy is None else copy}</article>{below}<footer>"
        f"<p>Copyright Harbour Times</p></footer></body></html>"
    )


@pytest.fixture(params=["trafilatura", "own"], autouse=True)
def extractor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Every test runs as with the extra installed, and as without."""
    if request.param == "own":
        monkeypatch.setattr(article, "find_spec", {}.get)
    article._trafilatura.cache_clear()
    yield str(request.param)
    article._trafilatura.cache_clear()


def test_a_page_is_its_article_without_menu_and_headline() -> None:
    story = one(page())
    assert story.body.split("\n\n") == COPY
    assert (story.headline, story.language, story.format) == ("Ferry sinks", "en", "html")


def test_json_ld_is_trusted_before_open_graph_and_the_visible_page() -> None:
    head = (
        "<meta property='og:title' content='Other title'><meta property='article:published_time' content='2020-01-01'>"
    )
    story = one(
        page(
            head=head,
            headline="Ferry&#39;s end",
            datePublished="2024-05-24T10:00:00+02:00",
            author={"name": "Ana Bell"},
        )
    )
    assert (story.headline, story.byline) == ("Ferry's end", "Ana Bell")
    assert story.published == datetime(2024, 5, 24, 8, tzinfo=UTC)


def test_a_date_with_a_time_of_day_is_taken_before_one_without() -> None:
    story = one(page(above="<time datetime='2024-05-24T20:28:55Z'>May 24</time>", datePublished="2024-05-24"))
    assert story.published == datetime(2024, 5, 24, 20, 28, 55, tzinfo=UTC)
    other = one(page(above="<time datetime='2019-01-01T20:28:55Z'>old</time>", datePublished="2024-05-24"))
    assert other.published is not None
    assert other.published.date().isoformat() == "2024-05-24"


def test_agency_copy_on_a_local_site_is_the_agencys_and_the_site_is_told() -> None:
    story = one(page(publisher={"name": "Harbour Times"}, author={"name": "Ana Bell"}))
    assert story.agency == "AP"
    assert "AP copy on the site of Harbour Times" in story.warnings
    by_author = one(
        page(copy="".join(f"<p>{text.replace('(AP) ', '')}</p>" for text in COPY), author="Associated Press")
    )
    assert by_author.agency == "AP"


def test_an_agency_in_a_headline_sends_nothing_and_one_above_the_copy_does() -> None:
    own = marked([text.replace("(AP) ", "") for text in COPY])
    head = "<link rel='canonical' href='https://www.bbc.co.uk/news/1'>"
    titled = page(copy=own, head=head, headline="Reuters names a new editor for the harbour")
    assert one(titled.replace("<h1>Ferry sinks", "<h1>Reuters names a new editor for the harbour")).agency == "BBC"
    assert one(page(copy=f"<p>AFP, MANILA</p>{own}", head=head)).agency == "AFP"
    assert (
        one(page(copy=own, head=head, above="<ul><li><div class='name'>Reuters, TAIPEI</div></li></ul>")).agency
        == "Reuters"
    )
    assert (
        one(page(copy=own, head=head, above="<span class='byline'>By Ana Bell, Associated Press</span>")).agency == "AP"
    )


def test_with_files_from_an_agency_is_still_the_sites_own_story() -> None:
    own = [text.replace("(AP) ", "") for text in COPY] + ["With files from The Associated Press"]
    head = "<link rel='canonical' href='https://www.bbc.co.uk/news/1'>"
    assert one(page(copy=marked(own), head=head)).agency == "BBC"


def test_hidden_text_comments_and_scripts_never_become_copy() -> None:
    hidden = (
        "<p style='display:none'>The mayor said FAKE.</p><p hidden>The mayor said FAKE."
        "</p><!-- The mayor said FAKE. -->"
        "<script>var p = '<p>The mayor said FAKE.</p>'</script><span class='sr-only'>The mayor said FAKE.</span>"
        "<template><p>The mayor said FAKE.</p></template>"
    )
    assert "FAKE" not in one(page(copy=hidden + marked(COPY))).body


def test_teasers_of_other_stories_are_no_copy() -> None:
    teaser = "<p><a href='/x'>MAYOR SAYS HE KNEW NOTHING OF THE WRECK</a></p>"
    card = (
        "<a href='/y'><div><h3>Other</h3><p>The mayor said on Thursday that he had known of the wreck for a year."
        "</p></div></a>"
    )
    found = one(page(copy="".join(f"<p>{text}</p>{teaser}" for text in COPY), below=card)).body
    assert found.split("\n\n") == COPY


def test_lines_above_the_copy_are_no_copy_but_may_hold_the_byline() -> None:
    above = "<p>By Ana Bell, Harbour Times</p><p>3 min read</p>"
    story = one(page(copy=above + marked(COPY)))
    assert story.body.split("\n\n") == COPY


def test_paragraphs_may_be_of_any_element() -> None:
    copy = "".join(f"<div class='paragraph'><span>{text}</span></div>" for text in COPY)
    assert one(page(copy=copy)).body.split("\n\n") == COPY


@pytest.mark.parametrize(
    "block", ["{not json", "[" * 10_000 + "]" * 10_000, '{"@type": [null, 5], "headline": {"x": []}}', "7"]
)
def test_broken_deep_or_odd_json_ld_costs_the_page_nothing(block: str) -> None:
    assert one(page(head=f"<script type='application/ld+json'>{block}</script>")).body.split("\n\n") == COPY


def test_values_of_json_ld_may_have_any_shape() -> None:
    story = one(
        page(
            headline=[{"@value": "Ferry ends"}],
            author=[None, {"name": ["A", "B"]}, "C"],
            publisher=[{"name": "Reuters"}, 5],
        )
    )
    assert (story.headline, story.byline) == ("Ferry ends", "A, B, C")


def test_undeclared_bytes_are_utf_8_and_not_latin_1() -> None:
    assert "“We took everybody off" in one(page().encode()).body


@pytest.mark.parametrize(
    "text",
    [
        (
            "<html><head><title>502 Bad Gateway</title></head><body><center>"
            "<h1>502 Bad Gateway</h1></center></body></html>"
        ),
        (
            "<html><head><title>Sign in</title></head><body><form><input></form>"
            "<p>Please enable cookies.</p></body></html>"
        ),
        (
            "<html><head><title>Just a moment...</title></head><body>"
            "<p>Checking your browser before you go on.</p></body></html>"
        ),
        "<html><body><div></div></body></html>",
    ],
)
def test_error_pages_and_login_walls_are_refused(text: str) -> None:
    assert "no article text" in refused(text).message


def test_a_story_about_an_error_is_a_story() -> None:
    long = marked(COPY * 3)
    assert one(
        page(copy=long, headline="Error 404: ferry not found").replace(
            "<h1>Ferry sinks", "<h1>Error 404: ferry not found"
        )
    )


def test_copy_that_stands_only_in_json_ld_is_found() -> None:
    story = one(page(copy="<div id='app'></div>", headline="Ferry sinks", articleBody="\n\n".join(COPY * 3)))
    assert story.body.startswith("PORT ELLIS")


def test_the_copy_in_json_ld_decides_where_the_page_shows_something_else() -> None:
    other = "".join(
        f"<p>Another story of the day, number {n}, which has nothing to do with any ferry at all.</p>"
        for n in range(60)
    )
    story = one(page(copy=other, headline="Ferry sinks", articleBody="\n\n".join(COPY * 3)))
    assert story.body.startswith("PORT ELLIS")


def test_a_page_is_known_by_its_address_and_changed_by_its_date_of_change() -> None:
    head = (
        "<link rel='canonical' href='https://harbour.example/ferry'>"
        "<meta property='og:url' content='javascript:alert(1)'>"
    )
    story = one(page(head=head, datePublished="2024-05-24T10:00Z", dateModified="2024-05-24T12:00Z"))
    assert (story.guid, story.url, story.version) == ("https://harbour.example/ferry",) * 2 + ("2024-05-24T12:00Z",)


def test_a_page_of_a_fact_check_says_how_to_import_the_claim_it_checks() -> None:
    head = '<script type="application/ld+json">{"@type": "ClaimReview", "claimReviewed": "No ferry sank."}</script>'
    assert any("--format claimreview" in warning for warning in one(page(head=head)).warnings)


def test_order_is_kept_in_a_page_that_closes_nothing() -> None:
    words = one(
        "<html><body><h1>Head<p>PORT ELLIS (AP) - He said<p>one <b>two <i>three</b> four</i><table><tr><td>five"
    ).body.split()
    assert [word for word in words if word in "one two three four five"] == ["one", "two", "three", "four", "five"]


def test_pages_made_to_take_hours_are_refused_at_once() -> None:
    started = time.process_time()
    tag = "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">"
    assert "attributes" in refused(f"<html><body>{tag}{marked(COPY)}").message
    assert "elements" in refused("<html><body><ul>" + "<li>" * 200_000).message
    one("<html><body>" + "<a href='/x'><div>" * 120 + marked(COPY * 200))
    assert time.process_time() - started < 10
