"""Pieces that belong to no content: what opens the sentence of the saying, and what hangs on the speaker or the cue.

"On the eve of | the talks |, France said | it was ready |": the talks are the reporter's. "…," the union said in a
statement on | the strike |: so is the strike. A piece in another sentence than its cue is a quotation, from its start.
"""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import word_list
from claims.text import Span, Spans

_OPENERS = subjects.BREAKERS | {"as"}
_MARKS = frozenset((",", "–", "—", "--", "-", ";"))
_PAUSES = _MARKS | subjects.STOPS | {":"}
_ASKED = frozenset(("asked", "pressed", "questioned", "quizzed"))
_RELATIVE = frozenset(("which", "who", "whose"))


def without(copy: Copy, content: Spans, source: Spans, cue: Spans) -> Spans:
    """`content` without strays; all of it where nothing would be left."""
    if len(content) < 2 or not cue:
        return content
    kept = tuple(piece for piece in content if not _is_stray(copy, piece, content, source, cue))
    return kept or content


def _is_stray(copy: Copy, piece: Span, content: Spans, source: Spans, cue: Spans) -> bool:
    own = (*source, *cue)
    begin, end = min(s.start for s in own), max(s.end for s in own)
    home = {copy.sentence_at(s.start) for s in own}
    if copy.sentence_at(piece.start) not in home and copy.sentence_at(piece.end - 1) not in home:
        return _starts_within(copy, piece)
    if piece.end <= begin:
        right = next((other for other in content if other.start >= end), None)
        return (
            right is not None and copy.sentence_at(right.start) in home and _is_prelude(copy, piece, right, begin, end)
        )
    left = next((other for other in content if other.end <= begin), None)
    return piece.start >= end and left is not None and _hangs(copy, piece, left, source, cue)


def _starts_within(copy: Copy, piece: Span) -> bool:
    """Whether a piece begins in the midst of a sentence that is not the cue's."""
    low, high = copy.range(piece)
    while low + 1 < high and not copy.low[low][0].isalnum():
        low += 1
    first = copy.range(copy.sentences[copy.sentence_at(copy.start[low])])[0]
    light = _OPENERS | word_list("prepositions.txt") | {"and"}
    before = [i for i in range(first, low) if copy.low[i][0].isalnum()]
    new_line = bool(before) and "\n" in copy.body[copy.end[before[-1]] : copy.start[low]]
    return not new_line and any(copy.low[i] not in light for i in before)


def _is_prelude(copy: Copy, piece: Span, right: Span, begin: int, end: int) -> bool:
    """Whether a piece before the speaker opens his sentence, and what he said stands to the `right`."""
    low, high = copy.range(piece)
    if high <= low or copy.quote_of[low] >= 0:
        return False
    if copy.low[low] in _ASKED:
        return True
    if high - low == 1 and copy.low[low] in _RELATIVE:
        return False  # "which, the paper said, was wrong"
    straight = not any(copy.low[i] in _MARKS for i in range(*copy.range(Span(end, right.start))))
    inserted = high < len(copy.low) and copy.low[high] in _MARKS and _words(copy, Span(piece.end, begin)) == 0
    if not inserted:
        return straight
    if copy.quote_of[high - 1] >= 0:
        return False
    anew = straight or _opens_quotation(copy, right)
    opener = copy.low[low] if copy.low[low] in _OPENERS else copy.low[low - 1] if low else ""
    told = copy.low[copy.range(right)[0]] == "that" and not subjects.has_finite(copy, low, high)
    return anew and (told or opener in _OPENERS or opener in word_list("prepositions.txt"))


def _opens_quotation(copy: Copy, piece: Span) -> bool:
    """Whether a piece is a quoted sentence: its first word is quoted and has a capital."""
    first = next((i for i in range(*copy.range(piece)) if copy.words[i][0].isalnum()), None)
    return first is not None and copy.quote_of[first] >= 0 and copy.words[first][0].isupper()


def _words(copy: Copy, span: Span) -> int:
    return sum(copy.low[i][0].isalnum() for i in range(*copy.range(span)))


def _hangs(copy: Copy, piece: Span, left: Span, source: Spans, cue: Spans) -> bool:
    """Whether a piece behind "…, X said" hangs on the cue or on a speaker named behind it."""
    low, high = copy.range(piece)
    if high <= low:
        return False
    apart = _words(copy, Span(max(s.end for s in (*source, *cue)), piece.start)) > 0
    if copy.quote_of[low] < 0 and copy.low[low] in _RELATIVE:
        return apart or (bool(source) and source[0].start > cue[0].start)
    beside = _words(copy, Span(left.end, min(s.start for s in (*source, *cue)))) == 0
    first, last = copy.range(left)
    if not beside or copy.quote_of[last - 1] < 0:
        return False
    if copy.quote_of[first] == copy.quote_of[last - 1] and apart:
        return _before(copy, low) not in _PAUSES  # '"…," Lind told a crowd that | had come by boat'
    if copy.quote_of[low] >= 0:
        return False
    return copy.low[low - 1] not in _MARKS and not subjects.has_finite(copy, low, high)


def _before(copy: Copy, low: int) -> str:
    """The word before a piece, quotation marks left out."""
    return next((copy.low[i] for i in range(low - 1, -1, -1) if copy.low[i] not in subjects.MARKS), "")
