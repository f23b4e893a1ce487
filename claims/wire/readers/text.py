"""Plain text: the body is the decoded file, and nothing in it moves.

Headline, byline, dateline, credits and the scraps of saved pages are recognised in it and stand as spans. Only the
header of a press release is cut off in front:

    Source: Harbour Ltd.
    MEDIA RELEASE PR1234
    Harbour buys crane for all the ships …                  ← headline, may run over lines

    OSLO, Norway, Feb. 1, 2017 /PRNewswire-AsiaNet/ --      ← dateline, where it stands alone
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.records import Document, Problem, Story
from claims.text import Span, paragraphs, squeeze
from claims.wire import datelines, embargo
from claims.wire.datelines import Dateline
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.hint import Hint

_RELEASE = re.compile(
    r"(?:\s*(?:source\s?:[^\n]{1,120}|(?:media|press|news) (?:release|statement|advisory)\b[^\n]{0,60}|"
    r"for (?:immediate )?release\b[^\n]{0,60}|(?:embargoed|not for release) (?:until|before)\b[^\n]{0,60})\r?\n){1,4}",
    re.I,
)
_LONGEST_HEADLINE = 400


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """One story; NUL becomes U+FFFD, one for one. Raises MalformedStory where there is no text."""
    decoded = decode(document.content)
    body = decoded.text.replace("\x00", "\ufffd")
    notes = (*decoded.warnings, *(("NUL characters replaced by U+FFFD",) if "\x00" in decoded.text else ()))
    parts = Parts(body=body, plain=True, warnings=notes)
    yield story(_released(body, notes) or parts, document, hint, "text")


def _released(body: str, notes: tuple[str, ...]) -> Parts | None:
    """The parts of a press release, None where the text does not begin as one."""
    if (label := _RELEASE.match(body)) is None:
        return None
    header = [squeeze(line) for line in label[0].splitlines() if line.strip()]
    forbids = next((line for line in header if embargo.read(line)), "")
    if forbids and len(header) == 1:  # above a story, not a release: it is found where it stands
        return None
    blocks = paragraphs(body[label.end() : label.end() + 4_000])
    if len(blocks) < 2 or blocks[0].end - blocks[0].start > _LONGEST_HEADLINE:
        return None
    headline, *rest = (Span(a + label.end(), b + label.end()) for a, b in blocks)
    filed = datelines.at(body, rest[0])
    start = rest[0].start
    if filed and filed.span.end >= rest[0].end and len(rest) > 1:
        start = rest[1].start
    title = squeeze(body[headline.start : headline.end])
    parts = Parts(body=body[start:], headline=title, ed_note=forbids, warnings=notes)
    return parts if start == rest[0].start or filed is None else _filed(parts, filed)


def _filed(parts: Parts, filed: Dateline) -> Parts:
    """The parts with what the dateline says that was cut off with the header."""
    sender = filed.agency.short if filed.agency else filed.mark
    return replace(parts, agency=sender, dateline=filed.place, published=filed.day)
