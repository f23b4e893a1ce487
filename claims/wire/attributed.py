"""Rows of attributed claims to stories: what claims-jsonl and claims-csv share.

The body of a story is its rows' texts, a paragraph each, so that every claim has a span. A row's `id` is its identity:
rows with equal text and different ids are different stories, unless they name one story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claims.records import ClaimRow, Document, Problem, Story
from claims.text import Span
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as its table gives it; "" for what it does not say."""

    text: str
    where: str
    external_id: str = ""
    claimant: str = ""
    via: tuple[str, ...] = ()
    agency: str = ""
    published: str = ""
    headline: str = ""
    url: str = ""
    story: str = ""
    warnings: tuple[str, ...] = ()


def grouped(rows: Iterable[Row | Problem], document: Document, hint: Hint, format: str) -> Iterator[Story | Problem]:
    """Stories in the order of their first rows; those of several rows come when all rows are read."""
    shared: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if isinstance(row, Problem):
            yield row
        elif not row.text.strip():
            yield Problem(document.origin, "a row without a text", row.where, "the column of the claims is `text`")
        elif row.story:
            shared.setdefault((row.agency, row.story), []).append(row)
        else:
            yield _story([row], document, hint, format)
    for together in shared.values():
        yield _story(together, document, hint, format)


def _story(rows: list[Row], document: Document, hint: Hint, format: str) -> Story | Problem:
    return or_problem(lambda: story(_parts(rows), document, hint, format), document, rows[0].where)


def _parts(rows: list[Row]) -> Parts:
    texts = [row.text.strip() for row in rows]
    first = rows[0]
    return Parts(
        body=_BETWEEN.join(texts),
        headline=_said(row.headline for row in rows),
        agency=first.agency,
        guid=first.story or (f"row:{first.external_id}" if first.external_id else None),
        published=_said(row.published for row in rows),
        url=_said(row.url for row in rows),
        rows=tuple(_rows(rows, texts)),
        warnings=tuple(dict.fromkeys(note for row in rows for note in row.warnings)),
    )


def _said(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _rows(rows: list[Row], texts: list[str]) -> Iterator[ClaimRow]:
    start = 0
    for row, text in zip(rows, texts, strict=True):
        end = start + len(text)
        yield ClaimRow(Span(start, end), row.claimant or None, row.via, row.external_id or None)
        start = end + len(_BETWEEN)
