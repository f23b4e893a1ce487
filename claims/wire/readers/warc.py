"""Web archives (WARC 1.x, ISO 28500): each page that was fetched whole, as the HTML reader reads it.

Read here and not by warcio, which prints what foreign files hold to the terminal and stumbles over records without an
address. Pictures, scripts and error answers are what pages are made of, and are passed over.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.readers import html
from claims.wire.sniff import Clues

_PAGE = re.compile(r"\b(?:text/html|application/xhtml\+xml)\b", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_VERSION = b"WARC/"
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 65_536
_ANSWER = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its fields by lower-case name, and its block."""

    fields: dict[str, str]
    block: bytes


def sniffer(clues: Clues) -> bool:
    """The first record's version line."""
    return clues.head.startswith(_VERSION)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each page as a story, its origin "archive!address". Raises MalformedStory for no page or a damaged archive."""
    found = 0
    for record in _records(document.content):
        if (page := _page(record, hint)) is not None:
            found += 1
            address, declared, content = page
            made = Document(f"{document.origin}!{address}", content)
            yield or_problem(partial(_story, made, declared, address, hint), made, address)
    if not found:
        raise MalformedStory("no page in the web archive")


def _story(page: Document, declared: str | None, address: str, hint: Hint) -> Story:
    return next(html.page(page, hint, "warc", declared, address))


def _records(content: bytes) -> Iterator[_Record]:
    """The records, one after the other. Raises MalformedStory where one is cut off or says no length."""
    at = number = 0
    while (at := _skip_blank(content, at)) < len(content):
        number += 1
        head, start = _head(content, at)
        fields = _fields(head)
        length = fields.get("content-length", "")
        if not head.startswith(_VERSION) or not length.isdigit() or start + int(length) > len(content):
            raise MalformedStory("the web archive is damaged or cut off", "fetch it again", where=f"record {number}")
        at = start + int(length)
        yield _Record(fields, content[start:at])


def _skip_blank(content: bytes, at: int) -> int:
    while content[at : at + 1] in (b"\r", b"\n", b" "):
        at += 1
    return at


def _head(content: bytes, at: int) -> tuple[bytes, int]:
    """The header lines at `at`, and where what follows the empty line begins."""
    end = _HEAD_END.search(content, at, at + _LONGEST_HEAD)
    return (content[at : end.start()], end.end()) if end else (content[at : at + _LONGEST_HEAD], len(content))


def _fields(head: bytes) -> dict[str, str]:
    lines = head.decode("utf-8", "replace").split("\n")[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _page(record: _Record, hint: Hint) -> tuple[str, str | None, bytes] | None:
    """Address, stated encoding and content of a page that was answered with 200; None for anything else."""
    if record.fields.get("warc-type", "").lower() != "response":
        return None
    head, start = _head(record.block, 0)
    answer = _ANSWER.match(head)
    fields = _fields(head)
    kind = fields.get("content-type", "text/html")
    if answer is None or answer.group(1) != b"200" or not _PAGE.search(kind):
        return None
    content = _decoded(record.block[start:], fields, hint.max_size)
    charset = _CHARSET.search(kind)
    address = record.fields.get("warc-target-uri", "").strip("<>") or "page"
    return address, charset.group(1) if charset else None, content


def _decoded(body: bytes, fields: dict[str, str], limit: int) -> bytes:
    """The body without chunks and compression; as it is where it does not hold what the fields say."""
    if fields.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    if fields.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        return _inflated(body, limit)
    return body


def _joined(body: bytes) -> bytes:
    pieces = []
    at = 0
    while (size := _CHUNK.match(body, at)) and (length := int(size.group(1), 16)):
        pieces.append(body[size.end() : size.end() + length])
        at = _skip_blank(body, size.end() + length)
    return b"".join(pieces) or body


def _inflated(body: bytes, limit: int) -> bytes:
    """Unpacked up to `limit` bytes; many archives keep the header and unpack the body, which is then left alone."""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(body, limit)
        except zlib.error:
            continue
    return body
