"""Bytes in, stories out: the door of the room that knows wire formats.

`read` takes one document as it was received and gives the stories in it, each as one version of one item, and a
Problem for whatever could not be read. It never raises, whatever the bytes: a bad item costs its neighbours nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import MalformedStory, StoryError
from claims.records import Document, Problem, Story
from claims.wire import unpack
from claims.wire.formats import FORMATS, chosen
from claims.wire.hint import Hint

__all__ = ["FORMATS", "Hint", "read"]

_DEEPEST = 3  # archives in archives


def read(document: Document, hint: Hint = Hint()) -> Iterator[Story | Problem]:  # noqa: B008 - frozen
    """The stories of `document`, in its order, and a Problem for each part that is none.

    Archives and compressed files are unpacked; their members' origin is "archive.zip!member". Raises nothing.
    """
    return _read(document, hint, 0)


def _read(document: Document, hint: Hint, depth: int) -> Iterator[Story | Problem]:
    try:
        if len(document.content) > hint.max_size and not depth:
            size = f"{len(document.content):,} bytes: more than the {hint.max_size:,} that are read"
            raise MalformedStory(size, "--max-size allows more")
        if unpack.is_packed(document.content):
            yield from _unpacked(document, hint, depth)
        else:
            yield from _stories(document, hint)
    except StoryError as error:
        yield problem(error, document)


def _unpacked(document: Document, hint: Hint, depth: int) -> Iterator[Story | Problem]:
    if depth >= _DEEPEST:
        raise MalformedStory("archives packed in archives too deeply", "unpack it by hand")
    for member in unpack.members(document, hint):
        if isinstance(member, Problem):
            yield member
        else:
            yield from _read(member, hint, depth + 1)


def _stories(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    row = chosen(document, hint.format)
    found = False
    for made in row.reader(document, hint):
        found = True
        yield made
    if not found:
        raise MalformedStory(f"no story in it (read as {row.name})")


def problem(error: StoryError, document: Document) -> Problem:
    """The one place where an error in the input becomes a value."""
    return Problem(error.origin or document.origin, error.message, error.where, error.hint or "")
