"""IPTC 7901, the text format of European agencies: SOH header, keywords, STX headline and text, ETX time, EOT.

    <SOH>eca0003 3 i 38  dpa 0045            By dpa correspondents =
    Ports/storms/                            Oslo (dpa) - The harbour was closed …
    <STX>REFILE                              …
    Harbour closed by storm                  <ETX>212322 GMT Nov 18 <EOT>

The service number ("eca0003") is used again every day, so it is no identity; the text's fingerprint is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claims.records import Document, Problem, Story
from claims.text import Span, lines, squeeze
from claims.wire import life
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import known_agency, or_problem
from claims.wire.hint import Hint

_HEADER = re.compile(r"\x01?\s*([A-Za-z]{1,5}\d{1,6}) +(\d) +([A-Za-z]{1,3}) +(\d+)? *([^\n\r]{0,40})")
_FOOTER = re.compile(r"\x03\s*(\d{6}) *([A-Z]{1,5})? +([A-Za-zäÄ]{3,9})\.? +(\d{2}|\d{4})\b")
_LABELS = re.compile(
    r"\W*(?:urgent|extra|flash|bulletin|eil|blitz|preview|roundup|round-up|feature|news feature|analysis|interview|"
    r"advisory|profile|background|background(?:er)?|eilmeldung|zusammenfassung|korrektur|berichtigung|hintergrund|"
    r"wiederholung|achtung|meldung|vorschau|reportage|kommentar|ausblick|porträt)\W*",
    re.I,
)
_BYLINE = re.compile(r"(?:by|von|par|por)\s", re.I)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each transmission of the spool file as a story."""
    decoded = decode(document.content)
    starts = [match.start() for match in re.finditer("\x01", decoded.text)] or [0]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(decoded.text)], strict=True), 1):
        piece = decoded.text[start:end]
        made = partial(_story, piece, document, hint, decoded.warnings)
        yield or_problem(made, document, f"transmission {number}" if len(starts) > 1 else "")


def _story(piece: str, document: Document, hint: Hint, notes: tuple[str, ...]) -> Story:
    header = _HEADER.match(piece)
    front, _, rest = piece.partition("\x02")
    if not rest:
        front, rest = "", piece[header.end() :] if header else piece
    text, _, _ = rest.partition("\x03")
    text = text.partition("\x04")[0]
    heading, start = _heading(text)
    footer = _FOOTER.search(piece)
    headline, note, byline = _sorted(heading)
    parts = Parts(
        body=text[start:].strip("\x7f\x00 \t\r\n"),
        headline=headline,
        published=_time(footer) if footer else None,
        slugline=squeeze(front[header.end() :] if header else front),
        byline=byline,
        ed_note=note,
        agency=next(filter(None, map(known_agency, re.split(r"[\s-]+", header[5]))), None) if header else None,
        warnings=notes if footer else (*notes, "no end mark: the transmission may be cut short"),
    )
    return story(parts, document, hint, "iptc7901")


def _heading(text: str) -> tuple[list[str], int]:
    """The lines before the copy, and where the copy starts: behind "=", else behind the first empty line."""
    found: list[str] = []
    for span in lines(text, Span(0, min(len(text), 2_000))):
        line = text[span.start : span.end].strip()
        if not line:
            if found:
                return found, span.end
            continue
        found.append(line.rstrip(" ="))
        if line.endswith("="):
            return found, span.end
        if len(found) > 8:
            break
    return [], 0


def _sorted(heading: list[str]) -> tuple[str, str, str]:
    """Headline, advisory ("REFILE / 1ST LEAD") and byline."""
    labels = [line for line in heading if _LABELS.fullmatch(line) or life.is_tag(line)]
    names = [line for line in heading if _BYLINE.match(line) and line != heading[0]]
    rest = [line for line in heading if line not in labels and line not in names]
    return " ".join(rest), " / ".join(labels), " ".join(names)


def _time(footer: re.Match[str]) -> str:
    """ "212322 GMT Nov 18" is the 21st at 23:22."""
    day, hour, minute = footer[1][:2], footer[1][2:4], footer[1][4:]
    year = footer[4] if len(footer[4]) == 4 else f"20{footer[4]}"
    return f"{day} {footer[3]} {year} {hour}:{minute} {footer[2] or ''}".strip()
