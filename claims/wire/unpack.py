"""Zip and gzip, unpacked in memory: nothing is written, names of members are only names, and a bomb is refused early.

A member may unpack to the size that a file may have, an archive to ten times that; what grows more than two hundred
times beyond its first megabyte is taken for a bomb.
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from claims.errors import MalformedStory, StoryError
from claims.records import Document, Problem
from claims.wire.hint import Hint

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_STEP = 65_536
_FREE = 1_000_000  # bytes that may come out whatever went in
_RATIO = 200
_ARCHIVE = 10  # times the size of a file, for all members of an archive together
_MOST_MEMBERS = 20_000
_OFFICE = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "mimetype", "META-INF/container.xml")


def is_packed(content: bytes) -> bool:
    """Whether it is gzip or a zip archive; Word files are zip archives too, but no container of stories."""
    if content.startswith(_GZIP):
        return True
    return content.startswith((_ZIP, _EMPTY_ZIP)) and not _is_office(content)


def _is_office(content: bytes) -> bool:
    """Whether the archive is one document: told from the names in its directory, or near its start if that is lost."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(name in archive.NameToInfo for name in _OFFICE)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        return any(name.encode() in content[:4_096] for name in _OFFICE)


def members(document: Document, hint: Hint) -> Iterator[Document | Problem]:
    """What is packed in `document`, as documents with origin "archive!member".

    Raises MalformedStory for a damaged archive or a bomb; a member that is too large, encrypted or damaged is a
    Problem and costs the others nothing.
    """
    if document.content.startswith(_GZIP):
        yield Document(_gzip_origin(document.origin), _gunzipped(document.content, hint.max_size))
    else:
        yield from _zipped(document, hint)


def _gzip_origin(origin: str) -> str:
    name = origin.replace("\\", "/").rpartition("/")[2].rpartition("!")[2]
    inner = name[:-3] if name.lower().endswith(".gz") else name.removesuffix(".tgz")
    return f"{origin}!{inner or 'content'}"


def _gunzipped(content: bytes, most: int) -> bytes:
    """All members of a gzip file, one after the other."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            return _taken(packed, len(content), most)
    except (EOFError, zlib.error, OSError) as error:
        raise MalformedStory(f"the compressed file is damaged: {error}", "fetch it again") from error


def _taken(packed: IO[bytes] | gzip.GzipFile, size: int, most: int) -> bytes:
    """Everything that comes out of a stream, unless it is too much. Raises MalformedStory then."""
    out = bytearray()
    while piece := packed.read(_STEP):
        out += piece
        _check(len(out), size, most)
    return bytes(out)


def _check(size: int, packed: int, most: int) -> None:
    if size > most:
        raise MalformedStory(f"unpacks to more than {most:,} bytes", "--max-size allows more")
    if size > _FREE and size > packed * _RATIO:
        raise MalformedStory(f"unpacks to more than {_RATIO} times its size: taken for a bomb", "unpack it by hand")


def _zipped(document: Document, hint: Hint) -> Iterator[Document | Problem]:
    try:
        with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
            yield from _unzipped(archive, document, hint)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise MalformedStory(f"the archive is damaged: {error}", "fetch it again") from error


def _unzipped(archive: zipfile.ZipFile, document: Document, hint: Hint) -> Iterator[Document | Problem]:
    files = [member for member in archive.infolist() if not member.is_dir()]
    if not files:
        raise MalformedStory("an empty archive")
    left = hint.max_size * _ARCHIVE
    for member in files[:_MOST_MEMBERS]:
        origin = f"{document.origin}!{member.filename}"
        try:
            content = _inflated(archive, member, min(hint.max_size, left))
        except StoryError as error:
            yield Problem(origin, error.message, error.where, error.hint or "")
            continue
        left -= len(content)
        yield Document(origin, content)
    if len(files) > _MOST_MEMBERS:
        yield Problem(
            document.origin, f"{len(files) - _MOST_MEMBERS:,} of its members left out", "", "split the archive"
        )


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if member.flag_bits & 1:
        raise MalformedStory("encrypted", "unpack it by hand")
    try:
        with archive.open(member) as packed:
            return _taken(packed, max(member.compress_size, 1), most)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise MalformedStory(f"damaged in the archive: {error}", "fetch it again") from error
