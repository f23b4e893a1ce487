"""Bytes in, stories out: the door of the room that knows wire formats.

`read` takes one document as it was received and gives the stories in it, each as one version of one item, and a
Problem for whatever could not be read. It never raises, whatever the bytes: a bad item costs its neighbours nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import StoryError
from claims.records import Document, Problem, Story
from claims.wire.formats import FORMATS, named, sniffed
from claims.wire.hint import Hint

__all__ = ["FORMATS", "Hint", "read"]


def read(document: Document, hint: Hint = Hint()) -> Iterator[Story | Problem]:  # noqa: B008 - frozen
    """The stories of `document`, in its order, and a Problem for each part that is none.

    Archives and compressed files are unpacked; their members' origin is "archive.zip!member". Raises nothing.
    """
    try:
        row = sniffed(document) if hint.format == "auto" else named(hint.format)
        yield from row.reader(document, hint)
    except StoryError as error:
        yield problem(error, document)


def problem(error: StoryError, document: Document) -> Problem:
    """The one place where an error in the input becomes a value."""
    return Problem(error.origin or document.origin, error.message, error.where, error.hint or "")
