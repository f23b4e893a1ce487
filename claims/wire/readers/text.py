"""Plain text: the body is the decoded file, and nothing in it moves."""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Document, Problem, Story
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.hint import Hint


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """One story; NUL becomes U+FFFD, one for one. Raises MalformedStory where there is no text."""
    decoded = decode(document.content)
    body = decoded.text.replace("\x00", "\ufffd")
    yield story(Parts(body=body, plain=True, warnings=decoded.warnings), document, hint, "text")
