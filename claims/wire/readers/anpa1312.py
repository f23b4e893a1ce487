"""ANPA 1312, the text format of American agencies: SYN SYN SOH id, a line of codes, STX, "^" lines, indented copy.

    <SYN><SYN><SOH>z1234<US>-----            ^Harbour closed by storm<
    r z<DC3><DC1> BC-Storm 1stLd-Wri …       ^Eds: Updates with quotes.<
    <STX>^BC-EU--Storm, 1st Ld-Wri …<        ^By ANN LEE=
        OSLO (AP) _ The harbour was …        <ETX>AP-WF-02-20-16 0337GMT<

The transmission number is used again within weeks, so it is no identity; the text's fingerprint is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claims.records import Document, Problem, Story
from claims.text import lines, squeeze
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint

_START = re.compile("\x16{1,4}\x01|\x01(?=[A-Za-z]\\d{3,5}\x1f)")
_FOOTER = re.compile(r"\x03?([A-Z]{1,6})-[A-Z]{1,4}-(\d{2})-(\d{2})-(\d{2}) (\d{2})(\d{2})([A-Z]{2,4})?<?")
_END = re.compile(r"\s*\^END<?\s*$")
_LENGTH = re.compile(r",\s?\d*\s*$")
_PHOTOS = re.compile(r"(?:AP )?(?:photo|video|graphic|audio|interactive)s?\b", re.I)
_NOTE = re.compile(r"(?:eds?|editors?)\b[^:]{0,20}:", re.I)
_BYLINE = re.compile(r"by\s", re.I)
_TITLE = re.compile(r"(?:the )?associated press$|.{0,60}\b(?:writer|press|correspondent|editor|bureau)s?$", re.I)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each transmission of the file as a story."""
    decoded = decode(document.content)
    pieces = [piece for piece in _START.split(decoded.text) if piece.strip()]
    for number, piece in enumerate(pieces, 1):
        made = partial(_story, piece, document, hint, decoded.warnings)
        yield or_problem(made, document, f"transmission {number}" if len(pieces) > 1 else "")


def _story(piece: str, document: Document, hint: Hint, notes: tuple[str, ...]) -> Story:
    front, _, text = piece.partition("\x02")
    footer = _FOOTER.search(text)
    text = re.split("[\x03\x04\x0c]", text, maxsplit=1)[0] if footer is None else text[: footer.start()]
    heading, start = _heading(text)
    slugline, rest = (_LENGTH.sub("", heading[0]), heading[1:]) if heading else (squeeze(front), [])
    parts = Parts(
        body=_END.sub("", text[start:].strip("\x03\x04\x0c \t\r\n")),
        headline=next((line for line in rest if not _is_other(line)), ""),
        agency=footer[1] if footer else None,
        published=_time(footer) if footer else None,
        slugline=slugline,
        byline=next((line for line in rest if _BYLINE.match(line)), ""),
        ed_note=" ".join(line for line in rest if _NOTE.match(line)),
        warnings=notes,
    )
    return story(parts, document, hint, "anpa1312")


def _heading(text: str) -> tuple[list[str], int]:
    """The "^" lines before the copy without their marks, and where the copy starts."""
    found: list[str] = []
    for span in lines(text):
        line = text[span.start : span.end]
        if line.strip("\x02 \t") and not line.lstrip("\x02").startswith("^"):
            return found, span.start
        if line.strip("\x02 \t"):
            found.append(line.strip("\x02^<>= \t"))
    return found, len(text)


def _is_other(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_PHOTOS, _NOTE, _BYLINE, _TITLE)) or not line


def _time(footer: re.Match[str]) -> str:
    """ "AP-WF-02-20-16 0337GMT" is month, day, year."""
    return f"20{footer[4]}-{footer[2]}-{footer[3]}T{footer[5]}:{footer[6]} {footer[7] or ''}".strip()
