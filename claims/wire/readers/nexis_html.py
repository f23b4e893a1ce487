"""Nexis exports saved as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup, nexis, xml
from claims.wire.envelope import story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.sniff import Clues

_HEAD = 16_384
_NUMBERED = re.compile(r">\s*(?:dokument\s|document\s)?\d+ (?:of|von|de) \d+(?: DOCUMENTS?)?\s*<", re.I)


def sniffer(clues: Clues) -> bool:
    """A page with the comment Nexis leaves in it, or that numbers its documents near the top."""
    marked = "LXNComment" in clues.text[:_HEAD] or _NUMBERED.search(clues.text[:_HEAD])
    return clues.root in ("html", "body", "head") and bool(marked)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each document of the export as a story. Raises MalformedStory where the page is no Nexis export."""
    parsed = xml.page(document.content)
    found = nexis.documents(markup.text(parsed.root).split("\n\n"))
    if not found:
        raise MalformedStory("no documents of a Nexis export in it")
    for number, paragraphs in enumerate(found, 1):
        yield or_problem(partial(_story, paragraphs, document, hint), document, f"document {number}")


def _story(paragraphs: list[str], document: Document, hint: Hint) -> Story:
    return story(nexis.parts(paragraphs), document, hint, "nexis-html")
