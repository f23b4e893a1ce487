"""A transcript: "DUNN: The doses are in Ostava. Nobody threw them away." is all Dunn's, and what he tells of others.

Read where speakers take turns: at least three paragraphs open with a name in capitals, and one of them comes back.
What stands in paragraphs without such a name is left alone, as are "Q:" and "A:", which name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.edges import content_span
from claims.attribution.found import Found
from claims.text import Span

LABEL = re.compile(r"[A-Z][A-Z .'’-]{1,30}[A-Z](?: \([^)\n]{1,40}\))?:\s")
_FEWEST = 3
_VERDICT = re.compile(r",? (?:and|but) (?:that|this|it|he|she)(?:['’]s| (?:is|was|were)) ")


def turns(copy: Copy) -> dict[int, Span]:
    """The name before the colon, by paragraph, of every turn of a story that is a transcript; else {}."""
    opened = [(n, part.start) for n, part in enumerate(copy.paragraphs) if LABEL.match(copy.body, part.start, part.end)]
    labels = {n: Span(start, copy.body.index(":", start)) for n, start in opened}
    names = [copy.body[s.start : s.end] for s in labels.values()]
    return labels if len(names) >= _FEWEST and 1 < len(set(names)) < len(names) else {}


def read(copy: Copy, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """`found`, with what every speaker of a transcript says; who is quoted in a turn is so through its speaker."""
    speaking = turns(copy)
    if not speaking:
        return found
    said = {n: one for n, label in speaking.items() if (one := _turn(copy, n, label)) is not None}
    labels = frozenset(speaking.values())
    kept = [_within(copy, f, said) for f in found if labels.isdisjoint(f.source)]
    return tuple(sorted((*kept, *said.values()), key=lambda f: (f.content[0], len(f.outer))))


def _turn(copy: Copy, number: int, label: Span) -> Found | None:
    """All that is stated in a turn; its questions and mere words are left out."""
    part = copy.paragraphs[number]
    content = tuple(_stated(copy, Span(label.end + 1, part.end)))
    colon = Span(label.end, label.end + 1)
    return Found((label,), (colon,), content, "turn", confidence=0.85) if content else None


def _stated(copy: Copy, turn: Span) -> Iterator[Span]:
    low, high = copy.range(turn)
    start = low
    for at in range(low, high):
        ends = at + 1 == high or copy.sentence_at(copy.start[at]) != copy.sentence_at(copy.start[at + 1])
        if not ends:
            continue
        tells = subjects.has_finite(copy, start, at + 1) or any(w[0].isdigit() for w in copy.low[start : at + 1])
        content = content_span(copy, start, at + 1) if tells and copy.low[at] != "?" else None
        if content is not None:
            yield content
        start = at + 1


def _within(copy: Copy, one: Found, said: dict[int, Found]) -> Found:
    """An attribution that a speaker makes in his turn, through him, and without his own verdict on it."""
    holder = said.get(copy.paragraph_at(one.content[0].start))
    if holder is None or one.outer:
        return one
    content = tuple(_without_verdict(copy, s) for s in one.content)
    return replace(one, content=content, outer=(holder,))


def _without_verdict(copy: Copy, span: Span) -> Span:
    found = _VERDICT.search(copy.body, span.start + 1, span.end)
    return Span(span.start, found.start()) if found is not None else span
