"""claims-jsonl: claims that came attributed already, one a line: a desk's old spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.records import Document, Problem, Story
from claims.wire.attributed import Row, grouped
from claims.wire.hint import Hint
from claims.wire.jsoncopy import records
from claims.wire.members import Members
from claims.wire.sniff import Clues


def sniffer(clues: Clues) -> bool:
    """A `text` beside members of ours, and nothing that makes it an article."""
    articles = {"title", "body", "author", "authors", "content"}
    return "text" in clues.keys and bool(clues.keys & {"id", "claimant", "via", "story"}) and not clues.keys & articles


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """A story for each row, or for the rows of one `story` together; a Problem for each line that is no claim."""
    return grouped(_rows(document, hint), document, hint, "claims-jsonl")


def _rows(document: Document, hint: Hint) -> Iterator[Row | Problem]:
    for record in records(document):
        if isinstance(record, Problem):
            yield record
            continue
        members = Members(record.value, hint.columns)
        yield Row(
            text=members.prose("text"),
            where=record.where,
            external_id=members.text("id"),
            claimant=members.text("claimant"),
            via=_names(members.value("via")),
            agency=members.text("agency"),
            published=members.text("published"),
            headline=members.prose("headline"),
            url=members.text("url"),
            story=members.text("story"),
            warnings=(*record.warnings, *members.warnings),
        )


def _names(via: Any) -> tuple[str, ...]:
    several = via if isinstance(via, list) else [via]
    return tuple(name.strip() for name in several if isinstance(name, str) and name.strip())
