"""Where quotations stand in a paragraph, by the marks of real copy: curly, straight, doubled, guillemets, single.

A mark left open holds to the end of its paragraph (news copy opens a quotation anew in each paragraph and closes it
once). Single marks count as quotation marks only where they cannot be apostrophes and outside double ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.text import Span

_DOUBLE = re.compile(r"[\"“”„«»‟＂]|''|``")
# What stands before a mark is looked at behind it: a search for a set of characters is several times faster.
_SINGLE_OPEN = re.compile(r"[‘'‚](?<![\w.,!?…].)(?=[\w“\"$£€¿¡…(])")
_SINGLE_CLOSE = re.compile(r"[’'‘](?<=[\w.,!?…;:)-].)(?!\w)")
_OPENING = frozenset("“„«‟") | {"``"}
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the span with its marks, the span of the words, and whether the closing mark is there."""

    outer: Span
    inner: Span
    closed: bool = True
    single: bool = False


def find(text: str, within: Span) -> tuple[Quotation, ...]:
    """The quotations of one paragraph, outermost ones only, in order."""
    doubles = _doubles(text, within)
    singles = _singles(text, within, doubles)
    return tuple(sorted((*doubles, *singles), key=lambda q: q.outer))


def _doubles(text: str, within: Span) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, within.start, within.end):
        if opened is None:
            if mark.group() not in _CLOSING and not _inches(text, mark):
                opened = mark
        elif mark.group() not in _OPENING:
            found.append(Quotation(Span(opened.start(), mark.end()), Span(opened.end(), mark.start())))
            opened = None
    if opened is not None:
        found.append(Quotation(Span(opened.start(), within.end), Span(opened.end(), within.end), closed=False))
    return tuple(q for q in found if q.inner.start < q.inner.end)


def _inches(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark is that of a measure: a 6" gun."""
    return mark.group() == '"' and mark.start() > 0 and text[mark.start() - 1].isdigit()


def _singles(text: str, within: Span, doubles: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    openers = [m.start() for m in _SINGLE_OPEN.finditer(text, within.start, within.end)]
    if not openers:
        return ()
    closers = [m.start() for m in _SINGLE_CLOSE.finditer(text, within.start, within.end)]
    found: list[Quotation] = []
    at = within.start
    nearest = 0
    inside = 0
    for start in openers:
        while inside < len(doubles) and doubles[inside].outer.end <= start:
            inside += 1
        if start < at or (inside < len(doubles) and doubles[inside].outer.start <= start):
            continue
        while nearest < len(closers) and closers[nearest] <= start:
            nearest += 1
        close = _closer(text, closers, nearest, within.end)
        if close is None:
            continue
        found.append(Quotation(Span(start, close + 1), Span(start + 1, close), single=True))
        at = close + 1
    return tuple(found)


def _closer(text: str, closers: list[int], first: int, end: int) -> int | None:
    """The closing mark of a single quotation: not the apostrophe of "the workers' rights" if a better one follows."""
    if first >= len(closers):
        return None
    at = closers[first]
    plural = text[at - 1] == "s" and at + 2 < end and text[at + 1].isspace() and text[at + 2].islower()
    if plural and text[at] == "'" and first + 1 < len(closers):
        following = closers[first + 1]
        if following - at < 300 and text[following - 1] in ",.!?" and not _SINGLE_OPEN.search(text, at + 1, following):
            return following
    return at
