"""The rules over a whole story: units of copy in order, each read for attributions, quotations carried on."""

from __future__ import annotations

from dataclasses import replace

from claims.attribution import clauses, colons, edges, phrases, tallies
from claims.attribution.copytext import Copy
from claims.attribution.found import Found

_LONGEST_UNIT = 400
"""Words; a longer stretch without a full stop is read in pieces, so that the work stays linear."""


def units(copy: Copy) -> tuple[tuple[int, int], ...]:
    """Word ranges of what is read as one: a sentence, or several that a quotation joins."""
    found: list[tuple[int, int]] = []
    for sentence in copy.sentences:
        low, high = copy.range(sentence)
        if high <= low:
            continue
        joined = found and low > 0 and copy.quote_of[low] >= 0 and copy.quote_of[low] == copy.quote_of[low - 1]
        if joined and high - found[-1][0] <= _LONGEST_UNIT:
            found[-1] = (found[-1][0], high)
        else:
            found.extend((a, min(a + _LONGEST_UNIT, high)) for a in range(low, high, _LONGEST_UNIT))
    return tuple(found)


def read(copy: Copy) -> tuple[Found, ...]:
    """Every attribution that the rules find, in order of their contents."""
    found: list[Found] = []
    before: Found | None = None
    paragraph = -1
    for low, high in units(copy):
        here = _unit(copy, low, high)
        home = copy.paragraph_at(copy.start[low])
        if not here and before is not None and (carried := _carried_on(copy, before, low, high, home, paragraph)):
            here = [carried]
        found.extend(here)
        outermost = [f for f in here if not f.outer]
        before = outermost[-1] if outermost else None
        paragraph = home
    return tuple(found)


def _unit(copy: Copy, low: int, high: int) -> list[Found]:
    by_verb = clauses.read(copy, low, high)
    without = [f for f in phrases.read(copy, low, high) if not any(_same_words(f, g) for g in by_verb)]
    behind = [
        f for f in colons.read(copy, low, high) if not any(f.cue == g.cue and g.frame == "quote" for g in by_verb)
    ]
    counted = [f for f in tallies.read(copy, low, high) if not any(f.cue[0].overlap(s) for g in by_verb for s in g.cue)]
    return by_verb + without + behind + counted


def _same_words(one: Found, other: Found) -> bool:
    a, b = phrases.extent(one), phrases.extent(other)
    return one.frame in ("verbless", "for") and a.overlap(b) > 0


def _carried_on(copy: Copy, before: Found, low: int, high: int, home: int, paragraph: int) -> Found | None:
    """A sentence that is all quotation goes on with the speaker of the one before it."""
    quotes = {copy.quote_of[i] for i in range(low, high - 1)} - {-1}
    if not quotes or any(copy.quote_of[i] < 0 for i in range(low, high) if copy.words[i][0].isalnum()):
        return None
    opened_anew = home != paragraph
    if opened_anew and not _left_open(copy, before):
        return None
    content = edges.content_span(copy, low, high)
    if content is None:
        return None
    return replace(before, cue=(), content=(content,), frame="continued", medium=(), outer=(), confidence=0.85)


def _left_open(copy: Copy, before: Found) -> bool:
    last = before.content[-1]
    low, high = copy.range(last)
    near = {copy.quote_of[i] for i in range(low, high)} - {-1}
    return any(not copy.quotations[n].closed and copy.quotations[n].inner.overlap(last) > 0 for n in near)
