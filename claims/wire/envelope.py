"""What every reader shares: raw parts of one item in, one `Story` out.

A reader fills `Parts` with what its format says, as it says it. Here agency names go through the table, times are
parsed, dateline, byline, credit line and site scraps are found in the body, kind and status are read from the wording
where the metadata are silent, and language and length decide whether claims can be extracted. What had to be guessed,
mended or left out becomes a warning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from claims.errors import MalformedStory
from claims.records import ClaimRow, Document, Story
from claims.text import Span, Spans
from claims.wire.hint import Hint


@dataclass(frozen=True, slots=True)
class Parts:
    """One item as its format gives it: strings as found, untrimmed and unchecked; only `body` is required.

    `body` is final: spans point into it. Readers of marked-up formats join paragraphs with an empty line.
    """

    body: str
    headline: str = ""
    agency: str | None = None  # who sent it, as the input names it: provider, source, distributor
    publisher: str | None = None  # on whose site it stood: counts where neither the input nor the copy names an agency
    guid: str | None = None
    version: str | None = None
    published: datetime | str | None = None  # a string is parsed; when this version was made
    embargoed: datetime | str | None = None
    kind: str | None = None  # what the metadata call it: "corrected", "update"; None: the wording decides
    status: str | None = None  # "stat:canceled", "usable"; None: the wording decides
    slugline: str = ""
    byline: str = ""
    credit_line: str = ""
    dateline: str | None = None  # as the input gives it; None: looked for in the body
    located: str | None = None
    ed_note: str = ""
    language: str | None = None  # as stated: "en", "en-GB", "eng", "ENGLISH"
    url: str | None = None
    headline_span: Span | None = None  # where the reader knows headline and envelope lines to stand in the body
    skip: Spans = ()  # what the reader knows to be no copy; what is found here is added
    rows: tuple[ClaimRow, ...] = ()
    plain: bool = False  # plain text: headline, byline and site scraps may stand in the body and are looked for
    warnings: tuple[str, ...] = ()


def story(parts: Parts, document: Document, hint: Hint, format: str) -> Story:
    """The story those parts make. Raises MalformedStory where there is no text."""
    if not parts.body.strip():
        raise MalformedStory("no text in it")
    return Story(body=parts.body, origin=document.origin, format=format, headline=parts.headline)
