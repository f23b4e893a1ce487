"""Short ways for tests to read a document given as text or bytes."""

from __future__ import annotations

from claims import wire
from claims.records import Document, Problem, Story
from claims.wire.hint import Hint


def read(content: str | bytes, origin: str = "sample", format: str = "auto") -> list[Story | Problem]:
    """Everything `wire.read` makes of the content."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return list(wire.read(Document(origin, data), Hint(format=format)))


def one(content: str | bytes, origin: str = "sample", format: str = "auto") -> Story:
    """The one story in it; fails where there is a problem or more than one."""
    found = read(content, origin, format)
    assert len(found) == 1, found
    assert isinstance(found[0], Story), found[0]
    return found[0]


def refused(content: str | bytes, origin: str = "sample", format: str = "auto") -> Problem:
    """The one problem in it; fails where a story came out."""
    found = read(content, origin, format)
    assert len(found) == 1, found
    assert isinstance(found[0], Problem), found[0]
    return found[0]
