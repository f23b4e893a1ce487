"""`claims import`: documents to stories, versions, claims, events and disputes; one short transaction a story.

A story that fails takes nothing with it, and a stop in the middle leaves whole stories: what is still to be worked out
(titles and disputes of the events a story touched) is marked in the same transaction and done at the end of the run,
or by the next one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from claims import attribution, wire
from claims.desk import agencynames, refreshing, settling
from claims.desk.cleaning import clean, storable
from claims.desk.filters import ImportOptions
from claims.desk.opened import Opened, Run, Transactions
from claims.desk.reading import read_ahead
from claims.desk.receiving import Received, receive, unchanged
from claims.records import Document, Imported, Passage, Problem, PubStatus, Story, StoryKind
from claims.store import sources
from claims.store.engine import Rejected

# Marks of copy that came along and is not for publication: bytes that hold one are known by their digest only.
_NOT_FOR_PRINT = (b"* * *", b"# notebook", b"not intended for publication", b"not for publication")


def import_documents(
    opened: Opened, documents: Iterable[Document | Problem], options: ImportOptions
) -> Iterator[Imported | Problem]:
    """What became of each story, and of each file that could not be read, in the order of `documents`."""
    _check_agency(opened, options.agency)
    run = Run(opened, "import", _parameters(options))
    counted: Counter[str] = Counter()
    with opened.transactions(keep=not options.dry_run) as begin:
        for outcome in _outcomes(run, begin, documents, options):
            counted[outcome.status if isinstance(outcome, Imported) else "not read"] += 1
            yield outcome
        settling.settle(run, begin)
        refreshing.refresh(run, begin)
        run.finish(begin, " · ".join(f"{word} {number}" for word, number in sorted(counted.items())))


def import_stories(opened: Opened, stories: Iterable[Story]) -> Iterator[Imported]:
    """The same for stories that were read already."""
    run = Run(opened, "import")
    with opened.transactions(keep=True) as begin:
        for story in stories:
            yield _story(run, begin, clean(story), None)
        settling.settle(run, begin)
        refreshing.refresh(run, begin)
        run.finish(begin, "")


def _check_agency(opened: Opened, name: str | None) -> None:
    if name is None:
        return
    with opened.reading() as connection:
        if sources.known_agency(connection, name):
            return
    raise agencynames.unknown(name)


def _parameters(options: ImportOptions) -> dict[str, Any]:
    given = {"format": options.format, "agency": options.agency, "date": options.date and options.date.isoformat()}
    return {name: value for name, value in given.items() if value not in (None, "auto")}


def _hint(options: ImportOptions) -> wire.Hint:
    return wire.Hint(
        format=options.format,
        agency=options.agency,
        date=options.date,
        max_text=options.max_text,
        columns=options.columns,
        max_size=options.max_size,
    )


def _outcomes(
    run: Run, begin: Transactions, documents: Iterable[Document | Problem], options: ImportOptions
) -> Iterator[Imported | Problem]:
    if options.jobs == 1:
        for document in documents:
            yield from _document(run, begin, document, options)
        return
    for item in read_ahead(documents, _hint(options), options.jobs):
        if isinstance(item, Problem):
            yield item
            continue
        document, found = item
        row = _row(document)
        for each in found:
            yield each if isinstance(each, Problem) else _story(run, begin, each.story, row, each.passages)


def _document(
    run: Run, begin: Transactions, document: Document | Problem, options: ImportOptions
) -> Iterator[Imported | Problem]:
    if isinstance(document, Problem):
        yield document
        return
    row = _row(document)
    for item in wire.read(document, _hint(options)):
        yield item if isinstance(item, Problem) else _story(run, begin, clean(item), row)


def _row(document: Document) -> dict[str, Any]:
    content = document.content
    folded = content.replace(b"\x00", b"").lower()
    return {
        "digest": hashlib.sha256(content).hexdigest(),
        "origin": storable(document.origin),
        "size": len(content),
        "content": None if any(mark in folded for mark in _NOT_FOR_PRINT) else content,
    }


def _story(
    run: Run,
    begin: Transactions,
    story: Story,
    document: dict[str, Any] | None,
    passages: tuple[Passage, ...] | None = None,
) -> Imported:
    """What became of one story; `passages` where they were extracted ahead."""
    with begin() as connection:  # a look first: what is known needs neither extraction nor the writers' turn
        known = unchanged(connection, story)
    if known is not None:
        return known
    if story.status is PubStatus.CANCELED or story.kind is StoryKind.KILL:
        passages = ()
    elif passages is None:
        passages = attribution.extract(story)
    try:
        with run.transaction(begin) as connection:
            received = Received(story, passages, document and {**document, "media_type": story.format})
            return receive(run, connection, received)
    except Rejected as error:
        return _failed(story, error)


def _failed(story: Story, error: Rejected) -> Imported:
    return Imported(
        story=None,
        agency=story.agency or sources.UNKNOWN,
        item=story.guid or "",
        version=0,
        kind=story.kind,
        status="failed",
        origin=story.origin,
        warnings=story.warnings,
        message=error.message,
        remedy=error.hint,
    )
