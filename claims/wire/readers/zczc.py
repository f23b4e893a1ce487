r"""ZCZC … NNNN: the telegraph envelope, as AAP uses it (a mark before each header line) and as others do.

    ZCZC AAP            $Harbour closed in Qld        *07000000
    %A                  :(CAIRNS)                     @QLD
    #Storm_BC1          &AAPIS\Leea                   The harbour is closed, its master says.     NNNN

AAP's results desk marks the same lines otherwise: $ category, : keyword, = take key, ^ headline, *T a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import lines, squeeze
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint

_ENVELOPE = re.compile(r"^[ \t\x01\x02]*ZCZC\b[ \t]*(?P<sender>[^\r\n]{0,80})\r?$", re.M)
_END = re.compile(r"^[ \t]*N{4}[ \t\x03\x04]*\r?$", re.M)
_MARKED = re.compile(r"[%#$:&~^!+=]\S.*|\*\d{5,}|\*[A-Z]|@[A-Z]{2,}|[%#$:&~*@^]")
_PLACE = re.compile(r"\(([^()]{2,60})\)")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each envelope of the file as a story."""
    decoded = decode(document.content)
    found = list(_ENVELOPE.finditer(decoded.text))
    if not found:
        raise MalformedStory("no ZCZC in it")
    ends = [*(match.start() for match in found[1:]), len(decoded.text)]
    for number, (match, end) in enumerate(zip(found, ends, strict=True), 1):
        made = partial(_story, match, decoded.text[match.end() : end], document, hint, decoded.warnings)
        yield or_problem(made, document, f"telegram {number}" if len(found) > 1 else "")


def _story(match: re.Match[str], text: str, document: Document, hint: Hint, notes: tuple[str, ...]) -> Story:
    if end := _END.search(text):
        text = text[: end.start()]
    header, start = _header(text)
    sender = squeeze(match["sender"])
    place = _PLACE.fullmatch(header.get(":", ""))
    headline = header.get("^") or (header.get("$", "") if len(header.get("$", "")) > 2 else "")
    parts = Parts(
        body=text[start:].strip(),
        headline=headline,
        agency=sender if re.fullmatch(r"[A-Za-z]{2,12}", sender) else None,
        slugline=header.get("#") or ("" if place else header.get(":", "")),
        located=place[1] if place else None,
        plain=not headline,
        warnings=notes if end else (*notes, "no NNNN: the telegram may be cut short"),
    )
    return story(parts, document, hint, "zczc")


def _header(text: str) -> tuple[dict[str, str], int]:
    """Header lines by their mark, and where the copy starts; a bullet ("* Prime Minister …") is copy."""
    found: dict[str, str] = {}
    for span in lines(text):
        line = text[span.start : span.end].strip()
        if line and _MARKED.fullmatch(line) is None:
            return found, span.start
        if line:
            found.setdefault(line[0], line[1:].strip())
    return found, len(text)
