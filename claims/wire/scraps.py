"""Site scraps: menus, share buttons and comment forms that stand at head and tail of saved text and are no copy."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from claims.text import Span, Spans, fold

_HEAD = 10  # paragraphs looked at from the front
_TAIL = 25
_LONGEST = 160
_STAMP = re.compile(  # "Published 12:04 GMT, 3 May 2024", "3 min read", "2 hours ago", "12 Comments", "1.2K shares"
    r"(?:published|updated|posted|last updated|modified|issued on)\b.{0,80}|[\d.,k]+ (?:mins?|minutes?)(?: to)? read|"
    r"\d+ (?:minutes?|hours?|days?|weeks?) ago|[\d.,]+k? (?:comments?|shares?|views?|likes?)"
)


def find(body: str, paragraphs: Spans) -> Spans:
    """Paragraphs at the head and at the tail that are furniture, and a breadcrumb that ends in the headline."""
    head = _head(body, paragraphs)
    tail = _tail(body, paragraphs[len(head) :])
    return head + tail


def _head(body: str, paragraphs: Spans) -> Spans:
    found = 0
    for n, paragraph in enumerate(paragraphs[:_HEAD]):
        if not (is_scrap(body, paragraph) or _is_breadcrumb(body, paragraphs[n : n + 2])):
            break
        found = n + 1
    return paragraphs[:found] if found < len(paragraphs) else ()


def _tail(body: str, paragraphs: Spans) -> Spans:
    """Everything from the first of the closing run of scraps on; a scrap or two of unknown wording may stand in it."""
    start, strangers = len(paragraphs), 0
    for n in range(len(paragraphs) - 1, max(0, len(paragraphs) - _TAIL), -1):
        if is_scrap(body, paragraphs[n]):
            start, strangers = n, 0
        elif (strangers := strangers + 1) > 1 or paragraphs[n].end - paragraphs[n].start > 60:
            break
    return paragraphs[start:]


def is_scrap(body: str, paragraph: Span) -> bool:
    """Whether the paragraph is site furniture and nothing else."""
    if paragraph.end - paragraph.start > _LONGEST:
        return False
    text = _key(body[paragraph.start : paragraph.end])
    whole, openings = _table()
    return not text or text in whole or _STAMP.fullmatch(text) is not None or text.startswith(openings)


def _is_breadcrumb(body: str, pair: Spans) -> bool:
    """ "Home World HEADLINE" before the headline itself."""
    if len(pair) < 2 or any(span.end - span.start > 300 for span in pair):
        return False
    first, second = (_key(body[span.start : span.end]) for span in pair)
    return len(second) > 10 and first != second and first.endswith(second) and len(first) - len(second) < 80


def _key(text: str) -> str:
    return " ".join(re.findall(r"[\w@.,']+", fold(text))).strip(".,' ")


@cache
def _table() -> tuple[frozenset[str], tuple[str, ...]]:
    text = (resources.files("claims.wire") / "scraps.txt").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    whole = frozenset(_key(entry) for entry in entries if not entry.endswith("…"))
    return whole, tuple(_key(entry.rstrip("…")) + " " for entry in entries if entry.endswith(" …"))
