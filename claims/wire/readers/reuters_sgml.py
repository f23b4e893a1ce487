"""Reuters-21578: wire copy of 1987 in SGML, a thousand stories a file.

Elements are found by their tags, for it is no XML: no root, character references that XML forbids, bare `&lt;` marks.
A paragraph begins with an indented line; stories of the sort BRIEF are a headline, of the sort UNPROC a bare text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import Span
from claims.wire import markup
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, stand_in
from claims.wire.hint import Hint
from claims.wire.sniff import root

_OPENING = re.compile(r"<REUTERS\b([^>]*)>", re.I)
_CLOSING = "</REUTERS>"
_NUMBER = re.compile(r'\bNEWID\s*=\s*"?(\w+)"?', re.I)
_SLUG = re.compile(r"\b[a-z] [a-z] ((?:BC|AM|PM|RM)-\S+)")
_TAG = re.compile(r"</?[A-Za-z]+(?:\s[^<>]*)?>")
_CONTROL = re.compile(r"&#(?:\d|[12]\d|3[01]|127);|[\x00-\x08\x0b-\x1f\x7f]")
_INDENTED = re.compile(r"\n[ \t]{2,}(?=\S)")
_SIGN_OFF = re.compile(r"\n\s?(?=reuters?;?\s*$)", re.I)


sniffer = root("REUTERS")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each REUTERS element as a story. Raises MalformedStory where there is none or the last one does not end."""
    decoded = decode(document.content)
    text = decoded.text.replace("\r\n", "\n")
    notes = decoded.warnings
    at = number = 0
    while opening := _OPENING.search(text, at):
        at = text.find(_CLOSING, opening.end())
        if at < 0:
            raise MalformedStory(f"story {number + 1} does not end", "ask for the file again: it may be cut off")
        number += 1
        make = partial(_story, opening.group(1), text[opening.end() : at], notes, document, hint)
        yield or_problem(make, document, f"story {number}")
        notes = ()
    if not number:
        raise MalformedStory("no REUTERS element in it")


def _story(attributes: str, element: str, warnings: tuple[str, ...], document: Document, hint: Hint) -> Story:
    headline = " ".join(_clean(_inside(element, "TITLE")).split())
    body, notes = _copy(element, headline)
    identifier = _NUMBER.search(attributes)
    slug = _SLUG.search(_clean(_inside(element, "UNKNOWN")))
    parts = Parts(
        body=body,
        headline=headline,
        headline_span=Span(0, len(body)) if notes else None,
        agency="Reuters",
        guid=identifier.group(1) if identifier else None,
        published=" ".join(_clean(_inside(element, "DATE")).split()) or None,
        slugline=slug.group(1) if slug else "",
        byline=" ".join(_clean(_inside(element, "AUTHOR")).split()),
        dateline=" ".join(_clean(_inside(element, "DATELINE")).split()) or None,
        language="en",
        warnings=warnings + notes,
    )
    return story(parts, document, hint, "reuters-sgml")


def _copy(element: str, headline: str) -> tuple[str, tuple[str, ...]]:
    """The BODY, else what stands in TEXT beside the other elements, else the headline of a brief."""
    if body := _paragraphs(_inside(element, "BODY")):
        return body, ()
    rest = _inside(element, "TEXT")
    for name in ("TITLE", "DATELINE", "AUTHOR"):
        rest = rest.replace(_inside(rest, name), "") if _inside(rest, name) else rest
    body = _paragraphs(_TAG.sub("", rest))
    return (body, ()) if body else stand_in(headline=headline)


def _paragraphs(copy: str) -> str:
    return markup.from_plain(_SIGN_OFF.sub("\n\n", _INDENTED.sub("\n\n", _clean(copy))))


def _inside(element: str, name: str) -> str:
    """What stands between the tags of the first element of that name; "" where there is none."""
    opening = re.search(rf"<{name}\b[^>]*>", element)
    if opening is None:
        return ""
    end = element.find(f"</{name}>", opening.end())
    return element[opening.end() : end] if end >= 0 else ""


def _clean(text: str) -> str:
    return unescape(_CONTROL.sub("", text))
