"""What is talked of in a claim and left open: "they could not confirm reports that 12 had died" counts nobody.

Whoever cannot confirm, looks into or knows nothing of a report has not given its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.text import Span, Spans

_NOT = r"(?:not|n['’]t|cannot|never|unable to|yet to|impossible to|no position to)"
_ADVERBS = r"(?: (?:be|been|being|able|immediately|independently|yet|fully|to|\w+ly)){0,4}"
_REPORTS = (
    r"(?:(?:the|these|those|any|some|such|media|press|local|unverified|unconfirmed|further|earlier) ){0,3}"
    r"(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|accounts?|whether|if)"
)
_OPEN = re.compile(
    rf"{_NOT}{_ADVERBS} (?:confirm|verify|verified|corroborate)(?:ed|d)?\b(?! (?:any )?more than)"
    rf"|{_NOT}{_ADVERBS} (?:say|said|know|known|clear|determine|determined|rule out|ruled out) (?:whether|if)\b"
    rf"|\b(?:investigating|examining|checking|probing|verifying|studying|looking into|aware of) {_REPORTS}\b"
    rf"|\b(?:investigate|examine|check|probe|verify|study|look into) {_REPORTS}\b"
    rf"|\bno (?:independent |official |immediate |further )?(?:information|knowledge|word|details|confirmation)"
    rf" (?:(?:on|of|about|as to|regarding|concerning) )?{_REPORTS}\b"
    r"|\bno (?:independent |official |immediate |further )?confirmation (?:of|that)\b"
    r"|\bunclear (?:whether|if)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[;.!?](?=\s|$)|,? but\b|,? (?:al)?though\b")
_HINTS = (
    "n't",
    "n’t",
    "not",
    "never",
    "unable",
    "yet to",
    "unclear",
    "no ",
    "report",
    "claim",
    "alleg",
    "whether",
    "rumo",
)
"""Letters without which nothing is left open."""


def settled(body: str, content: Spans) -> Spans:
    """The content without what it leaves open: the parts whose figures are the claimant's own."""
    return tuple(part for span in content for part in _settled(body, span))


def _settled(body: str, span: Span) -> Iterator[Span]:
    words = body[span.start : span.end].lower()
    at = span.start
    if any(hint in words for hint in _HINTS):
        while (found := _OPEN.search(body, at, span.end)) is not None:
            yield Span(at, found.start())
            end = _ENDS.search(body, found.end(), span.end)
            at = end.start() if end is not None else span.end
    if at < span.end:
        yield Span(at, span.end)
