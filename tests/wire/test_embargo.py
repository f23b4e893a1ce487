"""Lines at the top of copy that forbid its use before a time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.records import Document, PubStatus, Story
from claims.wire import Hint, read
from claims.wire.embargo import read as line

COPY = "LODEM, Oct 2 (AP) - The bank of Lodem will lower its rate to 3 percent, Governor Ute Bann said."


def story(text: str) -> Story:
    (found,) = read(Document("story.txt", text.encode()), Hint())
    assert isinstance(found, Story)
    return found


@pytest.mark.parametrize(
    ("first", "until"),
    [
        ("EMBARGOED UNTIL 0001 GMT 1 JAN 2099", datetime(2099, 1, 1, 0, 1, tzinfo=UTC)),
        ("EMBARGO: Not for publication until 6 a.m. ET, Jan. 3, 2099", datetime(2099, 1, 3, 11, tzinfo=UTC)),
        ("Not for release or broadcast before 00:01 GMT, 1 Jan 2099", datetime(2099, 1, 1, 0, 1, tzinfo=UTC)),
        ("*** STRICTLY EMBARGOED UNTIL 0001 HRS GMT ON 1 JANUARY 2099 ***", datetime(2099, 1, 1, 0, 1, tzinfo=UTC)),
        ("HOLD FOR RELEASE UNTIL Thursday, Jan. 1, 2099", datetime(2099, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_first_line_of_plain_text_forbids_it_until_a_time(first: str, until: datetime) -> None:
    for text in (f"{first}\n\n{COPY}\n\nMore later.", f"Bank of Lodem lowers rate\n{first}\n\n{COPY}\n\nMore later."):
        found = story(text)
        assert found.embargoed == until
        assert any(found.body[s.start : s.end] == first for s in found.skip)
        assert found.status is PubStatus.USABLE
        assert "embargoed until 2099" in " ".join(found.warnings)


def test_a_headline_below_the_line_is_the_headline() -> None:
    found = story(f"EMBARGOED UNTIL 0001 GMT 1 JAN 2099\nBank of Lodem lowers rate\n\n{COPY}\n\nMore later.")
    assert found.headline == "Bank of Lodem lowers rate"


def test_copy_forbidden_until_a_time_nobody_can_read_is_held() -> None:
    found = story(f"EMBARGOED UNTIL MONDAY NOON\n\n{COPY}\n\nMore later.")
    assert (found.status, found.embargoed) == (PubStatus.WITHHELD, None)
    assert "held until it is released" in " ".join(found.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Embargo to hurt farmers in Lodem",
        "Embargo until elections hurts farmers",
        "Embargoed goods stay in port until Monday",
        "The embargo lasts until 2030, the ministry said.",
    ],
)
def test_a_story_about_an_embargo_is_under_none(text: str) -> None:
    assert line(text) is None
    assert story(f"{text}\n\n{COPY}\n\nMore later.").embargoed is None


def test_the_header_of_a_press_release_forbids_it_too() -> None:
    header = "Source: Lodem Harbour Ltd.\nEmbargoed until 0001 GMT 1 JAN 2099\nHarbour buys crane for all the ships\n\n"
    found = story(f"{header}{COPY}\n\nMore later.")
    assert found.embargoed == datetime(2099, 1, 1, 0, 1, tzinfo=UTC)
