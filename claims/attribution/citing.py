"""Whom an outlet cites beside its claim: "citing the ministry", "which credits the navy", "attributing it to him"."""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.kinds import is_voice, speaks
from claims.attribution.lexicon import word_list
from claims.attribution.subjects import MARKS, Range
from claims.text import Span, Spans, trim

CITING = frozenset(("citing", "quoting", "attributing", "crediting"))
RELATIVE = frozenset("cited cites quoted quotes credited credits".split())
"""Verbs that cite behind "which"."""
BY_MEDIUM = frozenset(("quoted", "cited"))
_TO = frozenset(("attributing",))
_WITH = frozenset(("crediting", "credited", "credits"))
_FROM = frozenset(("from", "by", "of"))
_LONGEST = 12


def cited(copy: Copy, at: int, end: int) -> Range | None:
    """The phrase that names whom the word at `at` cites; None where it names nobody."""
    start = at + 1
    if copy.low[at] in _TO:
        to = next((i for i in range(start, min(end, start + _LONGEST)) if copy.low[i] == "to"), None)
        if to is None:
            return None
        start = to + 1
    if copy.low[at] in _WITH:
        end = next((i for i in range(start, min(end, start + _LONGEST)) if copy.low[i] == "with"), start)
    phrase = _phrase(copy, _described(copy, start, end), end)
    if phrase is None:
        return None
    author = _author(copy, *phrase)
    return author if is_voice(copy, *author) else None


def _described(copy: Copy, start: int, end: int) -> int:
    """Where the phrase begins behind "what he described as"."""
    if start < end and copy.low[start] == "what":
        named = (i + 1 for i in range(start, min(end, start + 7)) if copy.low[i] in ("as", "called", "were", "was"))
        return next(named, start)
    return start


def _phrase(copy: Copy, low: int, end: int) -> Range | None:
    if low < end and copy.words[low] in MARKS and copy.quote_of[low] >= 0:
        inner = copy.range(copy.quotations[copy.quote_of[low]].inner)
        return inner if inner[0] < inner[1] <= end else None
    phrase = subjects.after(copy, low, end)
    if phrase is None:
        return None
    return before_comma(copy, phrase)


def before_comma(copy: Copy, phrase: Range) -> Range:
    """A phrase without what follows a comma in it."""
    stop = next((i for i in range(phrase[0] + 1, phrase[1]) if copy.low[i] == ","), phrase[1])
    return (phrase[0], stop)


def _author(copy: Copy, low: int, high: int) -> Range:
    """Whose paper or word it is: "a leaked e-mail from | a council engineer", "figures from | the police"."""
    papers = word_list("papers.txt")
    for at in range(low + 1, high - 1):
        if copy.low[at] in _FROM and copy.low[at - 1] in papers and speaks(copy, at + 1, high):
            return (at + 1, high)
        if copy.low[at] in word_list("prepositions.txt"):
            break
    return (low, high)


def without(copy: Copy, content: Spans, at: int, phrase: Range) -> Spans:
    """A content without the citation: what stands before it, and what goes on behind it (", that …")."""
    left = at - 1 if at and copy.low[at - 1] in ("which", "who") else at
    gap = Span(copy.start[left], copy.end[phrase[1] - 1])
    kept: list[Span] = []
    for span in content:
        before = Span(span.start, min(span.end, gap.start))
        after = Span(max(span.start, gap.end), span.end)
        kept.extend(_trimmed(copy, s) for s in (before, after) if s.start < s.end)
    return tuple(s for s in kept if _size(copy, s) > 1)


def _trimmed(copy: Copy, span: Span) -> Span:
    return trim(copy.body, span, ",;:")


def _size(copy: Copy, span: Span) -> int:
    low, high = copy.range(span)
    return high - low if span.start < span.end else 0
