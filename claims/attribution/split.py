"""Several claims of one attribution: each further clause with its own subject, each sentence of a quotation.

"The bridge fell and 12 people died, he said" makes two claims; "He fled and hid" one. What a clause says of when, why
or under what condition stays with it.
"""

from __future__ import annotations

from itertools import pairwise

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.edges import content_span
from claims.text import Span, Spans

_JOINTS = frozenset(("and", "but", "while", "so", "yet"))
_LONGEST_QUOTED = 25
"""Words up to which the sentences of one uninterrupted quotation are one claim."""
_SHORTEST = 3
"""A claim of its own has at least so many words."""


_RELATIVES = frozenset("who whom whose which where when".split())
_ASKED = frozenset("why how when where because".split())
_SUBORDINATES = frozenset("when once if although though because while as since until unless after before where".split())
_EACH = frozenset("each every this that last next".split())
_TIMES = frozenset("time day week month year season night evening morning".split())
_PURPOSES = frozenset("needed required used designed intended meant supposed expected believed".split())


def split(copy: Copy, content: Spans) -> tuple[Spans, ...]:
    """The contents of the single claims in `content`, in order; a broken clause keeps its pieces together."""
    groups: list[list[Span]] = []
    for span in content:
        pieces = _pieces(copy, span)
        if groups and _is_joint(copy, groups[-1]):
            groups.pop()  # "But," she said, "she had no choice"
        if groups and (_leads_in(copy, groups[-1], span) or not _own_clause(copy, pieces[0])):
            groups[-1].append(pieces.pop(0))
        groups.extend([p] for p in pieces)
    return tuple(tuple(g) for g in groups if g)


def _is_joint(copy: Copy, pieces: list[Span]) -> bool:
    """Whether a group is no more than a joining word."""
    low, high = copy.range(pieces[0])
    return len(pieces) == 1 and high - low == 1 and copy.low[low] in _JOINTS


def _leads_in(copy: Copy, pieces: list[Span], span: Span) -> bool:
    """Whether a group is what a clause begins with, cut off by an inserted speaker: "In May, he said, | it burned"."""
    low, high = copy.range(pieces[-1])
    if len(pieces) > 1 or copy.sentence_at(pieces[-1].start) != copy.sentence_at(span.start):
        return False
    if copy.quote_of[low] != copy.quote_of[copy.range(span)[0]] and copy.quote_of[high - 1] >= 0:
        return False  # "No," she said: a quotation stands on its own
    return copy.low[high - 1] in _ASKED or copy.low[low] in _SUBORDINATES or not subjects.has_finite(copy, low, high)


def _own_clause(copy: Copy, span: Span) -> bool:
    """Whether a further piece stands on its own: "and the inquiry goes on", not "a nurse among them"."""
    low, high = copy.range(span)
    while low < high and copy.low[low] in subjects.MARKS:
        low += 1
    if high <= low:
        return False
    if copy.words[low][0].isupper() and _ended_before(copy, low):
        return True
    start = low + 1 if copy.low[low] in _JOINTS or copy.low[low] == "that" else low
    if start < high and copy.low[start] == "that":
        start += 1
    if start + 1 < high and copy.low[start] in ("only", "even"):
        start += 1
    return start < high and has_subject(copy, start, high)


def _ended_before(copy: Copy, low: int) -> bool:
    """Whether a sentence ended before a word (a full stop within four marks to the left)."""
    for at in range(low - 1, max(-1, low - 5), -1):
        if copy.low[at] in (".", "!", "?"):
            return True
        if copy.words[at][0].isalnum():
            return False
    return False


def _pieces(copy: Copy, span: Span) -> list[Span]:
    low, high = copy.range(span)
    cuts = [low, *(_cuts(copy, low, high)), high]
    found: list[Span] = []
    for a, b in pairwise(cuts):
        piece = content_span(copy, a, b)
        if piece is not None:
            found.append(piece)
    return found or [span]


_DIVIDING = frozenset((".", "!", "?", ";", "while", "and", "but"))


def _cuts(copy: Copy, low: int, high: int) -> list[int]:
    cuts: list[int] = []
    last = low
    for at in range(low + 1, high):
        if copy.low[at] not in _DIVIDING or at - last < _SHORTEST or high - at < _SHORTEST:
            continue
        start = _clause_after(copy, at, last, high)
        if start is not None:
            cuts.append(start)
            last = start
    return cuts


def _clause_after(copy: Copy, at: int, last: int, high: int) -> int | None:
    """Where a further claim begins if the word at `at` divides: a full stop, a semicolon, a joint before a clause."""
    word = copy.low[at]
    if word in (".", "!", "?") and _starts_sentence(copy, at, high):
        after = _after_marks(copy, at + 1, high)
        same = after < high and 0 <= copy.quote_of[at] == copy.quote_of[after]
        return None if same and after - last + _next_stop(copy, after, high) <= _LONGEST_QUOTED else after
    if copy.quote_of[at] >= 0 and copy.quote_of[last] == copy.quote_of[at]:
        return None  # what is quoted as one sentence is one claim
    if word == ";":
        return at + 1 if subjects.has_finite(copy, at + 1, high) else None
    if word == "while" and copy.low[at - 1] != ",":
        return None  # "he will not travel while he is a suspect"
    if word in ("and", "but", "while") and _complete(copy, last, at) and has_subject(copy, at + 1, high):
        return at + 1
    return None


def _complete(copy: Copy, low: int, at: int) -> bool:
    """Whether the clause to the left has its verb: "the bridge fell and", not "that Moscow and"."""
    if copy.low[at - 1] in ("he", "she", "they", "we", "i") or _between(copy, low, at):
        return False
    opener = max((i for i in range(low, at) if copy.low[i] in ("that", ",", "who", "which", "whether")), default=low)
    return subjects.has_finite(copy, opener, at) or (
        copy.low[opener] == "," and at == opener + 1 and subjects.has_finite(copy, low, at)
    )


def _between(copy: Copy, low: int, at: int) -> bool:
    """Whether a joint is that of "between the old and the new"."""
    begin = next((i for i in range(at - 1, max(low, at - 8) - 1, -1) if copy.low[i] == "between"), None)
    return begin is not None and "and" not in copy.low[begin:at] and not subjects.has_finite(copy, begin, at)


def _next_stop(copy: Copy, at: int, high: int) -> int:
    """How many words the sentence that begins at `at` has."""
    return next((i for i in range(at, high) if copy.low[i] in (".", "!", "?")), high) - at


def _starts_sentence(copy: Copy, at: int, high: int) -> bool:
    after = _after_marks(copy, at + 1, high)
    if after >= high or copy.start[after] == copy.end[at]:
        return False
    return any(
        s.start >= copy.end[at] and s.start <= copy.start[after]
        for s in copy.sentences[copy.sentence_at(copy.start[after]) :][:1]
    )


def _after_marks(copy: Copy, at: int, high: int) -> int:
    while at < high and copy.low[at] in subjects.MARKS and copy.end[at - 1] == copy.start[at]:
        at += 1
    return at


def has_subject(copy: Copy, start: int, high: int) -> bool:
    """Whether a clause with its own subject begins here: a noun phrase, then a finite verb before the next comma."""
    if start >= high:
        return False
    if copy.low[start] == "that":
        return subjects.has_finite(copy, start + 1, min(high, start + 25))
    begins = subjects.begins_phrase(copy, start) and subjects.begins_phrase(copy, _after_time(copy, start, high))
    if not begins or copy.low[start] in _RELATIVES:
        return False
    for at in range(start + 1, min(high, start + 18)):
        if copy.low[at] in (",", ";", ".") and copy.quote_of[at] == copy.quote_of[start]:
            return False
        if copy.low[at] in ("and", "or") and copy.low[start] not in subjects.PRONOUNS:
            if at + 1 < high and copy.low[at + 1] in subjects.PRONOUNS:
                return False  # "and the Gulf and it will last": the clause begins later
            continue
        if copy.low[at] in _RELATIVES or copy.low[at] == "that":
            return False
        if subjects.is_finite(copy, at) and not _is_participle(copy, at):
            return True
    return False


def _after_time(copy: Copy, start: int, high: int) -> int:
    """Where a clause begins behind "each time", "this year": what stands there is no subject."""
    timed = start + 2 < high and copy.low[start] in _EACH and copy.low[start + 1] in _TIMES
    return start + 2 if timed else start


def _is_participle(copy: Copy, at: int) -> bool:
    """Whether a word in -ed describes the noun before it: "the gravel needed to fill the dam"."""
    after = copy.low[at + 1] if at + 1 < len(copy.low) else ""
    return after == "to" and copy.low[at] in _PURPOSES
