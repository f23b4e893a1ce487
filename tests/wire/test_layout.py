from __future__ import annotations

import time

import pytest

from claims.text import Span
from claims.wire.layout import Layout, layout, merged

STORY = "The harbour was closed on Monday, its master said.\n\nShips waited outside for the storm to pass."
PAGE = f"""Home World Harbour closed by storm

Harbour closed by storm

By Ann Lee

{STORY} News from AFP and Reuters.

Share this article

No Comments

Leave A Reply

Please enter your comment!
Please enter your name here"""


def pieces(body: str, found: Layout) -> list[str]:
    return [body[start:end] for start, end in found.skip]


def test_a_saved_page_is_taken_apart() -> None:
    found = layout(PAGE, plain=True)
    assert found.headline == "Harbour closed by storm"
    assert found.byline == "By Ann Lee"
    assert found.credits.agencies == ("AFP", "Reuters")
    assert pieces(PAGE, found)[0] == "Home World Harbour closed by storm"
    assert pieces(PAGE, found)[-1].startswith("Please enter your comment!")
    kept = [PAGE[start:end] for start, end in found.copy]
    assert kept[0] == STORY.partition("\n")[0]
    assert len(kept) == 2


@pytest.mark.parametrize(
    "first",
    [
        "Harbour closed by storm",
        "Harbour Closed By Storm.",
        "Is the harbour safe?",
        "‘We were lucky’: harbour master on the storm",
    ],
)
def test_a_short_first_paragraph_is_the_headline_of_plain_text(first: str) -> None:
    body = f"{first}\n\n{STORY}"
    found = layout(body, plain=True)
    assert found.headline == first
    assert found.headline_span == Span(0, len(first))


@pytest.mark.parametrize(
    "first",
    [
        "OSLO (AP) — The harbour was closed",
        "The harbour was closed on Monday, its master said.",
        "“We are closed,” the harbour master said.",
        "(Adds quotes)",
        "By Ann Lee",
    ],
)
def test_a_sentence_of_the_story_is_no_headline(first: str) -> None:
    assert layout(f"{first}\n\n{STORY}", plain=True).headline == ""


def test_a_headline_of_the_format_is_marked_where_the_body_repeats_it() -> None:
    body = f"HARBOUR CLOSED BY STORM\n\n{STORY}"
    found = layout(body, headline="Harbour closed by storm")
    assert found.headline_span == Span(0, 23)
    assert found.headline == "Harbour closed by storm"


def test_marked_up_copy_has_no_headline_to_guess_and_no_scraps() -> None:
    found = layout(f"Harbour closed\n\n{STORY}\n\nShare this", headline="Storm")
    assert found.headline_span is None
    assert found.skip == ()


def test_a_byline_takes_the_writers_title_with_it() -> None:
    body = f"By ANN LEE\n\nAP Sports Writer\n\nOSLO (AP) — {STORY}"
    assert pieces(body, layout(body)) == ["By ANN LEE", "AP Sports Writer", "OSLO (AP) — "]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert layout("By Friday the ships had left.\n\n" + STORY).byline == ""


def test_words_in_the_middle_of_a_story_are_never_scraps() -> None:
    body = f"{STORY}\n\nShare this\n\n{STORY}"
    assert layout(body, plain=True).skip == ()


def test_spans_that_overlap_become_one() -> None:
    assert merged((Span(5, 9), Span(0, 3), Span(8, 12), Span(4, 4))) == (Span(0, 3), Span(5, 12))


@pytest.mark.parametrize(
    "bait", ["a\n" * 500_000, "By " * 200_000, "(" * 400_000, "x" * 1_000_000, "Share this\n\n" * 50_000]
)
def test_a_very_long_text_takes_no_longer_than_its_ends(bait: str) -> None:
    start = time.perf_counter()
    layout(bait, plain=True)
    assert time.perf_counter() - start < 2
