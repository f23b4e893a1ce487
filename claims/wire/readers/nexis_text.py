"""Nexis exports as plain text: "1 of 10 DOCUMENTS" before each story, fields in capitals around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup, nexis
from claims.wire.encoding import decode
from claims.wire.envelope import story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.sniff import Clues

_NUMBERED = re.compile(
    r"^[ \t]{0,80}(?:\d{1,4} (?:of|von|de) \d{1,4} (?:DOCUMENTS?|DOKUMENTEN?)|Dokument \d+ von \d+)[ \t]*\r?$", re.M
)


def sniffer(clues: Clues) -> bool:
    """A line that numbers a document, near the top."""
    return _NUMBERED.search(clues.text, 0, 8_000) is not None


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each document of the export as a story. Raises MalformedStory where there is none."""
    decoded = decode(document.content)
    found = nexis.documents(markup.from_plain(decoded.text).split("\n\n"))
    if not found:
        raise MalformedStory("no documents of a Nexis export in it")
    for number, paragraphs in enumerate(found, 1):
        yield or_problem(partial(_story, paragraphs, document, hint), document, f"document {number}")


def _story(paragraphs: list[str], document: Document, hint: Hint) -> Story:
    return story(nexis.parts(paragraphs), document, hint, "nexis-text")
