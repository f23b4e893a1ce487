"""Web archives (WARC): each page that was fetched whole, as the HTML reader reads it.

Needs the extra `warc`. Pictures, scripts and error answers are what pages are made of, and are passed over.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.readers import html
from claims.wire.sniff import Clues

_PAGE = re.compile(r"\b(?:text/html|application/xhtml\+xml)\b", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)


def sniffer(clues: Clues) -> bool:
    """The first record's version line."""
    return clues.head.startswith(b"WARC/")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each page as a story, its origin "archive!address". Raises MalformedStory for no page or a damaged archive."""
    found = 0
    for address, declared, content in _pages(document, hint):
        found += 1
        page = Document(f"{document.origin}!{address}", content)
        yield or_problem(partial(_story, page, declared, address, hint), page, address)
    if not found:
        raise MalformedStory("no page in the web archive")


def _story(page: Document, declared: str | None, address: str, hint: Hint) -> Story:
    return next(html.page(page, hint, "warc", declared, address))


def _pages(document: Document, hint: Hint) -> Iterator[tuple[str, str | None, bytes]]:
    """Address, stated encoding and content of each page that was answered with 200."""
    if find_spec("warcio") is None:
        raise MalformedStory("web archives are read with an extra", "pip install 'claims-desk[warc]'")
    iterator = import_module("warcio.archiveiterator").ArchiveIterator
    broken = import_module("warcio.exceptions").ArchiveLoadFailed
    try:
        for record in iterator(io.BytesIO(document.content)):
            if (page := _page(record, hint.max_size)) is not None:
                yield page
    except (broken, ValueError, EOFError, OSError, zlib.error) as error:
        raise MalformedStory("the web archive is damaged or cut off") from error


def _page(record: Any, limit: int) -> tuple[str, str | None, bytes] | None:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    kind = headers.get_header("Content-Type") or "text/html"
    if not _PAGE.search(kind):
        return None
    content = record.content_stream().read(limit + 1)
    if len(content) > limit:
        return None
    charset = _CHARSET.search(kind)
    address = record.rec_headers.get_header("WARC-Target-URI") or "page"
    return address.strip("<>"), charset.group(1) if charset else None, content
