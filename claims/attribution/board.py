"""The attributions of a story while the chains are made: looked up by where their cue stands, replaced, dropped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.text import Span, Spans

_NEIGHBOURS = 8
"""Attributions on either side that are looked at: more do not stand in a sentence."""


class Board:
    """The attributions so far; the outermost ones can be looked up by where their cue (or content) stands."""

    def __init__(self, copy: Copy, found: Sequence[Found]) -> None:
        """Notes where the cue of every outermost attribution stands."""
        self.copy = copy
        self._found: list[Found | None] = list(found)
        self._places = sorted(((f.cue or f.content)[0].start, n) for n, f in enumerate(found) if not f.outer)

    def all(self) -> tuple[Found, ...]:
        """Those that are left, in the order in which they came."""
        return tuple(f for f in self._found if f is not None)

    def add(self, one: Found) -> None:
        """One more; it will not be looked up."""
        self._found.append(one)

    def put(self, number: int, one: Found) -> None:
        """In place of the one with that number."""
        self._found[number] = one

    def drop(self, number: int) -> None:
        """Without the one with that number."""
        self._found[number] = None

    def around(self, at: int) -> list[tuple[int, Found]]:
        """The outermost attributions near a word, in its sentence, with their numbers."""
        sentence = self.copy.sentences[self.copy.sentence_at(self.copy.start[at])]
        middle = bisect_left(self._places, (self.copy.start[at], 0))
        near = self._places[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS]
        numbers = [n for place, n in near if sentence.start <= place < sentence.end]
        return [(n, f) for n in numbers if (f := self._found[n]) is not None]

    def nearest(self, at: int, *, beside: bool = True) -> tuple[int, Found] | None:
        """Of those with a cue, the one whose cue stands nearest; `beside`: but for the word itself."""
        itself = self.copy.span(at, at + 1) if beside else Span(0, 0)
        near = [(n, f) for n, f in self.around(at) if f.cue and not touches(f.cue, itself)]
        return min(near, key=lambda x: abs(x[1].cue[0].start - self.copy.start[at]), default=None)


def touches(spans: Spans, other: Span) -> bool:
    """Whether any of the spans shares a character with another."""
    return any(s.overlap(other) for s in spans)


def within(spans: Spans, others: Spans) -> float:
    """How much of `spans`, 0 to 1, lies in `others`."""
    size = sum(s.end - s.start for s in spans)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in others)
    return shared / size if size else 0.0
