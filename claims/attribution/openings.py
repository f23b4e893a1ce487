"""Where a content begins, where what was labelled starts late or early.

"said nearly | two million": the degree belongs to the number. "says on | its site that it is open": the site belongs to
the saying. "prices may rise just as | demand grows, he said": no sentence begins behind "as".
"""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import word_list
from claims.text import Span, Spans

_DEGREES = frozenset("nearly almost about some roughly approximately around over only".split())
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands millions half all
    every everyone everything a an one twenty thirty forty fifty""".split()
)
_BOUND = subjects.BREAKERS | {"as"}
_FURTHEST = 9


def opened(copy: Copy, content: Spans, source: Spans, cue: Spans) -> Spans:
    """`content` with the begin of its first piece behind the cue where the words put it."""
    if not cue:
        return content
    behind = next((n for n, piece in enumerate(content) if piece.start >= cue[-1].end), None)
    if behind is None:
        return content
    piece = content[behind]
    low, high = copy.range(piece)
    start = _begin(copy, low, high, (*source, *content[:behind]))
    if start == low or high - start < 2:
        return content
    return (*content[:behind], copy.span(start, high), *content[behind + 1 :])


def bound(copy: Copy, piece: Span) -> bool:
    """Whether a piece before the speaker begins within a clause: behind "as", "while" or a preposition."""
    low, _ = copy.range(piece)
    return low > 0 and (copy.low[low - 1] in _BOUND or copy.low[low - 1] in word_list("prepositions.txt"))


def _begin(copy: Copy, low: int, high: int, taken: Spans) -> int:
    if low >= high or low == 0 or copy.quote_of[low] >= 0:
        return low
    number = copy.low[low] in _NUMBERS or copy.low[low][0].isdigit()
    if number and copy.low[low - 1] in _DEGREES and not any(s.end > copy.start[low - 1] for s in taken):
        return low - 1
    prepositions = word_list("prepositions.txt")
    hangs = copy.low[low] in prepositions or copy.low[low - 1] in prepositions
    return _that_ahead(copy, low, high) if hangs else low


def _that_ahead(copy: Copy, low: int, high: int) -> int:
    """The "that" behind where or how it was said: "in a note | to the owners that the ferry was unsafe"."""
    for at in range(low + 1, min(high - 2, low + _FURTHEST)):
        if copy.low[at] == "that":
            clause = subjects.begins_phrase(copy, at + 1) and not subjects.is_finite(copy, at + 1)
            return at if clause else low
        if copy.low[at] in (",", *subjects.STOPS) or subjects.is_finite(copy, at) or copy.quote_of[at] >= 0:
            return low
    return low
