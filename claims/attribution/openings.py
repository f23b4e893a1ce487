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
_ASIDES = frozenset(("without", "citing", "quoting", "as"))
_TOLD = frozenset(("told", "tells", "telling"))
_BOUND = subjects.BREAKERS | {"as"}
_JOINTS = frozenset(("and", "but", "while", "though", "although", "according", "which", "who"))
_FURTHEST = 12


def opened(copy: Copy, content: Spans, source: Spans, cue: Spans) -> Spans:
    """`content` with the begin of its first piece behind the cue where the words put it."""
    if not cue:
        return content
    behind = next((n for n, piece in enumerate(content) if piece.start >= cue[-1].end), None)
    if behind is None:
        return content
    piece = content[behind]
    low, high = copy.range(piece)
    if low and copy.low[low] in ("'s", "’s") and copy.low[low - 1] in subjects.WEEKDAYS:
        start = low - 1  # "said | Tuesday's fire had been small"
    else:
        start = _begin(copy, low, high, (*source, *content[:behind]))
    if start == low or high - start < 2:
        return content
    return (*content[:behind], copy.span(start, high), *content[behind + 1 :])


def rejoined(copy: Copy, content: Spans, source: Spans, cue: Spans) -> Spans:
    """`content` with the verb of a subject that an inserted speaker cut off: "The yard, Lind said, | was | sold"."""
    if not source or not cue:
        return content
    begin, end = (f(x for s in (*source, *cue) for x in s) for f in (min, max))
    left = [piece for piece in content if piece.end <= begin]
    start = copy.range(Span(end, end + 1))[0]
    if not left or not _inserted(copy, left[-1], begin, start):
        return content
    right = next((piece for piece in content if piece.start >= end), None)
    if right is not None:
        low, high = copy.range(right)
        near = start + 1 < low <= start + 4 and subjects.has_finite(copy, start + 1, low)
        joined = copy.span(start + 1, high)
        return tuple(joined if piece == right else piece for piece in content) if near else content
    stop = _predicate_end(copy, start + 1)
    return (*content, copy.span(start + 1, stop)) if stop - start > 2 else content


def _inserted(copy: Copy, left: Span, begin: int, after: int) -> bool:
    """Whether a speaker stands between commas behind an unquoted piece."""
    _, high = copy.range(left)
    first = copy.range(Span(begin, begin + 1))[0]
    unquoted = high > 0 and copy.quote_of[high - 1] < 0
    return unquoted and first - high == 1 and copy.low[high] == "," and copy.low[after : after + 1] == (",",)


def _predicate_end(copy: Copy, low: int) -> int:
    """Where a predicate that begins at a word ends: at the sentence's end, or before a comma that joins a clause."""
    _, high = copy.range(copy.sentences[copy.sentence_at(copy.start[low])]) if low < len(copy.low) else (0, 0)
    verb = low + 1 if low + 1 < high and copy.low[low] == "but" else low
    if verb >= high or copy.quote_of[verb] >= 0 or not subjects.is_finite(copy, verb):
        return low
    for at in range(verb, high):
        following = copy.low[at + 1] if at + 1 < high else ""
        if copy.low[at] in subjects.STOPS or (
            copy.low[at] == "," and (following in _JOINTS or following[-3:] == "ing")
        ):
            return at
    return high


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
    if copy.low[low] in _ASIDES:
        return next(
            (i + 1 for i in range(low, min(high - 2, low + _FURTHEST)) if copy.low[i : i + 2] == (",", "that")), low
        )
    hangs = copy.low[low] in prepositions or copy.low[low - 1] in prepositions or copy.low[low - 1] in _TOLD
    return _that_ahead(copy, low, high) if hangs else low


def _that_ahead(copy: Copy, low: int, high: int) -> int:
    """The "that" behind where or how it was said: "in a note | to the owners that the ferry was unsafe"."""
    for at in range(low + 1, min(high - 2, low + _FURTHEST)):
        if copy.low[at] == "that":
            after = at + 2 if copy.low[at + 1] in subjects.MARKS else at + 1
            clause = subjects.begins_phrase(copy, after) and not subjects.is_finite(copy, after)
            return at if clause else low
        if copy.low[at] in (",", *subjects.STOPS) or subjects.is_finite(copy, at):
            return low
    return low
