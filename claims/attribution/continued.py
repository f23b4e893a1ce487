"""Whose a paragraph of quotation is that opens with a mark and closes with none: the next one's speaker's.

News copy leaves a quotation open where the same speaker goes on in the next paragraph; he may be named only there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.text import Span


def carried(copy: Copy, found: Iterable[Found]) -> tuple[Found, ...]:
    """`found`, with every paragraph of open quotation given to whoever is named where the quotation goes on."""
    held = list(found)
    opened = {copy.paragraph_at(q.outer.start) for q in copy.quotations if not q.closed and _fills(copy, q.outer)}
    if not opened:
        return tuple(held)
    inside: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(held):
        for number in {copy.paragraph_at(s.start) for s in one.content}:
            inside[number].append(n)
    for number in sorted(opened, reverse=True):
        to = next((n for n in inside.get(number + 1, ()) if _speaks_in(copy, held[n], number + 1)), None)
        if to is not None:
            moved = [s for n in inside.get(number, ()) if n != to for s in _taken(copy, held, n, number)]
            held[to] = replace(held[to], content=(*sorted(moved), *held[to].content))
    return tuple(held)


def _fills(copy: Copy, outer: Span) -> bool:
    """Whether a quotation fills its paragraph from the start."""
    return copy.paragraphs[copy.paragraph_at(outer.start)].start == outer.start


def _speaks_in(copy: Copy, one: Found, number: int) -> bool:
    """Whether the quotation that opens a paragraph is that of an attribution made in the same paragraph."""
    if one.outer or not one.source or not one.cue:
        return False
    if not all(copy.paragraph_at(s.start) == number for s in (*one.source, *one.cue)):
        return False
    first = next((s for s in one.content if copy.paragraph_at(s.start) == number), one.content[0])
    quoted = copy.quote_of[copy.range(first)[0]]
    return quoted >= 0 and copy.quotations[quoted].outer.start == copy.paragraphs[number].start


def _taken(copy: Copy, held: list[Found], n: int, number: int) -> list[Span]:
    """The pieces of an attribution's content in a paragraph that is not its own, taken away from it."""
    one = held[n]
    there = [s for s in one.content if copy.paragraph_at(s.start) == number]
    if one.outer or len(there) == len(one.content) or number in {copy.paragraph_at(s.start) for s in one.cue}:
        return []
    held[n] = replace(one, content=tuple(s for s in one.content if s not in there))
    return there
