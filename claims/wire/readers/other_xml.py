"""XML that is none of the formats: refused by the name of its root element, never taken for plain text."""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import UnknownFormat
from claims.records import Document, Problem, Story
from claims.wire import xml
from claims.wire.hint import Hint
from claims.wire.markup import local
from claims.wire.sniff import Clues


def sniffer(clues: Clues) -> bool:
    """An XML declaration, or a root element in a namespace."""
    return clues.text.startswith("<?xml") or (clues.root != "" and "xmlns" in clues.attributes)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:  # noqa: ARG001 - all readers have one shape
    """Nothing. Raises UnknownFormat with the root element's name, or MalformedStory where it is no XML either."""
    root = xml.parse(document.content).root
    raise UnknownFormat(f"XML of a kind that is not read: its root element is {local(root)!r}", "name it with --format")
