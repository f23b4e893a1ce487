"""Invented wire copy for the tests of the desk, built as a reader would hand it on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from claims.desk import Desk
from claims.records import Claim, ClaimRow, Imported, Story
from claims.text import Span

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def at(hours: float) -> datetime:
    """That many hours after noon of the day the tests are set in."""
    return NOON + timedelta(hours=hours)


def story(*paragraphs: str, agency: str | None = "AFP", published: datetime | None = NOON, **more: Any) -> Story:
    """A story of those paragraphs, as plain text."""
    return Story(body="\n\n".join(paragraphs), agency=agency, published=published, **more)


def attributed(*said: tuple[str, str], **more: Any) -> Story:
    """A story whose claims come attributed: pairs of claimant and words, a paragraph each."""
    rows, start = [], 0
    for claimant, words in said:
        rows.append(ClaimRow(Span(start, start + len(words)), claimant))
        start += len(words) + 2
    return story(*(words for _, words in said), rows=tuple(rows), **more)


def imported(desk: Desk, *stories: Story) -> list[Imported]:
    """What became of those stories."""
    return list(desk.import_stories(stories))


def saying(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Claimant and words of claims, in order of the words."""
    return sorted((claim.passage.claimant, claim.passage.text) for claim in claims)


BLAST = story(
    "ALDEN, March 10 - A blast tore through the fish market of Alden on Tuesday.",
    "At least 12 people were killed and 170 were wounded in the blast, the health ministry said.",
    "The market will stay closed for a week, Mayor Lena Voss told reporters.",
    "A gas line had been leaking since Sunday, said Tom Harrow, who runs a stall at the market.",
    guid="blast-1",
    version="1",
    headline="Blast at Alden fish market kills at least 12",
)
