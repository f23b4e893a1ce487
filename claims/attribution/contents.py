"""Where a content begins and ends, when the tagger and the rules do not agree, and which of its pieces are strays."""

from __future__ import annotations

from claims.attribution import breaks, openings, strays, subjects, trimming
from claims.attribution.board import within
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import word_list
from claims.attribution.split import has_subject
from claims.attribution.subjects import MARKS
from claims.text import Span, Spans, size

_SHORTER = frozenset(("np", "as", "object", "of"))
"""Frames whose content is a noun phrase: the tighter reading is the better one."""
_CLAUSES = frozenset(("that", "clause"))
_OPEN = frozenset(("that", "clause", "as"))
_BEHIND = frozenset(("post", "according"))
_INSERTED = frozenset(("post", "quote"))
_DEPENDENT = frozenset(("which", "because", "with", "most", "although", "though", "including", "some"))
_WHEN = frozenset(("as", "while", "when", "after", "before"))
_JOINTS = frozenset(("but", "and", "while", "though", "although"))
_SPEAKERS = frozenset(("it", "he", "she", "they"))
_ACTS = frozenset("ordered orders instructed instructs commanded commands told tells asked asks".split())
"""What the speaker of a sentence does and does not tell of himself in it."""
_BE = frozenset("is are was were".split())
_GAP = 3
"""Words between two pieces that are filled in where they are neither source nor cue,"""
_WITHIN = 14
"""and where the second piece begins within a phrase."""


def settle(copy: Copy, content: Spans, ruled: Found, source: Spans, cue: Spans) -> Spans:
    """The tagger's `content`, mended by what the rules read with the same cue."""
    if _mistaken(copy, content, ruled, source, cue):
        content = ruled.content
    if ruled.frame == "tally":
        content = content if within(ruled.content, content[:1]) > 0.5 else ruled.content
    elif ruled.frame in _SHORTER and len(copy.within(ruled.content)) >= 2:
        content = _phrase(copy, content, ruled)
    elif ruled.frame in _BEHIND or ruled.frame in _INSERTED:
        content = _inserted(copy, content, ruled, source)
    elif ruled.frame == "reckoning" and size(ruled.content) > size(content):
        content = ruled.content
    elif ruled.frame in _CLAUSES and cue and content[0].start > cue[0].start:
        content = _from(content, ruled.content[0].start)
    if ruled.frame in _CLAUSES and _is_spoken_of(copy, ruled.source):
        content = _up_to(content, ruled.content[-1].end) or ruled.content
    if ruled.frame in _OPEN and breaks.cut_short(copy, content[-1], ruled.content[-1]):
        content = (*content[:-1], breaks.completed(copy, content[-1], ruled.content[-1]))
    if len(content) > 1 and source:
        content = tuple(s for s in content if not any(s.overlap(o) > 0 for o in source)) or content
    return tidy(copy, content, source, cue)


def _phrase(copy: Copy, content: Spans, ruled: Found) -> Spans:
    """The tighter of two readings of a noun phrase, with its noun."""
    if len(content) == 1 and ruled.frame in ("np", "of") and _lacks_noun(copy, content[0], ruled.content[0]):
        content = (Span(content[0].start, ruled.content[0].end),)
    return ruled.content if size(ruled.content) < size(content) else content


def _inserted(copy: Copy, content: Spans, ruled: Found, source: Spans) -> Spans:
    """A content with an attribution behind or in the midst of it, with what of the rest of the sentence is his."""
    if ruled.frame in _INSERTED and len(content) == 1 and len(ruled.content) == 2:
        return (*content, *_subordinate(copy, content[0], ruled.content[1]))
    if ruled.frame in _INSERTED and len(content) > 1 and _tells_act(copy, content[-1], source):
        return content[:-1]
    if ruled.frame == "according" and (rest := _inverted(copy, content, ruled.content)) is not None:
        return (*content, rest)
    if ruled.frame in _BEHIND and openings.bound(copy, content[0]) and ruled.content[0].end > content[0].start:
        return (Span(min(ruled.content[0].start, content[0].start), content[0].end), *content[1:])
    return content


def _mistaken(copy: Copy, content: Spans, ruled: Found, source: Spans, cue: Spans) -> bool:
    """Whether the tagger looked on the wrong side of the cue.

    "…, Lind said as | she opened the yard" says when it was said; "the yard is old, but | Lind said it is sound" joins
    the reporter's clause to her name.
    """
    if not source or not cue:
        return False
    if ruled.frame == "post" and content[0].start > cue[-1].end and ruled.content[0].end <= cue[0].start:
        low, _ = copy.range(content[0])
        return not _WHEN.isdisjoint((copy.low[low - 1], copy.low[low]))
    if ruled.frame not in _CLAUSES or ruled.content[0].start < cue[-1].end:
        return False
    if is_joined(copy, content[:1], source):
        return True
    return len(content) == 1 and size(content) < size(ruled.content) and breaks.breaks_off(copy, content[0], ruled)


def is_joined(copy: Copy, content: Spans, source: Spans) -> bool:
    """Whether the words before a speaker are a clause of the reporter's: "…, but | Lind | said it is sound"."""
    low, _ = copy.range(source[0])
    return content[-1].end <= source[0].start and low > 0 and copy.low[low - 1] in _JOINTS


def _subordinate(copy: Copy, first: Span, second: Span) -> Spans:
    """What follows an inserted "he said", where it is no clause of the reporter's: "…, he added, which was known"."""
    if second.start < first.end:
        return ()
    low, high = copy.range(second)
    start = low + 2 if low + 2 < high and copy.low[low + 1] in ("only", "even") else low + 1
    named = start < high and copy.low[start] not in subjects.PRONOUNS  # "…, and she gave them a day" tells an act
    joined = named and copy.low[low] in ("and", "but") and has_subject(copy, start, high)
    if joined:
        return (Span(copy.start[low + 1], second.end),)
    return (second,) if copy.low[low] in _DEPENDENT else ()


def _lacks_noun(copy: Copy, piece: Span, ruled: Span) -> bool:
    """Whether a noun phrase has lost its noun behind a number or a determiner: "64 | wrecked houses"."""
    _, high = copy.range(piece)
    last = copy.low[high - 1]
    return (last.isdigit() or last in word_list("determiners.txt")) and breaks.cut_short(copy, piece, ruled)


def _tells_act(copy: Copy, piece: Span, source: Spans) -> bool:
    """Whether a piece behind "he said" tells what he did next: "…, and | it ordered every captain to wait"."""
    low, high = copy.range(piece)
    at = low + 1 if copy.low[low] == "and" else low
    if not source or piece.start < source[-1].end or at + 1 >= high or copy.low[at - 1] != "and":
        return False
    return copy.low[at] in _SPEAKERS and copy.quote_of[at] < 0 and copy.low[at + 1] in _ACTS


def _inverted(copy: Copy, content: Spans, ruled: Spans) -> Span | None:
    """The verb and the subject of "Still adrift, according to X, which quoted Y, | were nine boats"; None elsewhere."""
    if len(content) > 1 or len(ruled) != 2 or ruled[1].start < content[0].end:
        return None
    low, high = copy.range(ruled[1])
    if copy.low[low] not in ("which", "who") or subjects.has_finite(copy, *copy.range(content[0])):
        return None
    comma = next((i for i in range(low + 1, high - 2) if copy.low[i] == ","), None)
    verb = comma is not None and copy.low[comma + 1] in _BE
    return copy.span(comma + 1, high) if comma is not None and verb else None


def _is_spoken_of(copy: Copy, source: Spans) -> bool:
    """Whether a speaker stands in a relative clause about another, behind which the main one goes on: "who X says"."""
    low, high = copy.range(source[0])
    return high - low > 1 and copy.low[low] in ("who", "which")


def tidy(copy: Copy, content: Spans, source: Spans, cue: Spans) -> Spans:
    """Content without stray pieces (words behind no comma, dash or quotation mark), small gaps filled."""
    kept: list[Span] = []
    for piece in strays.without(copy, openings.rejoined(copy, content, source, cue), source, cue):
        if kept and _stray(copy, piece, (*source, *cue)):
            continue
        if kept and _turned(copy, kept[-1], piece, (*source, *cue)):
            continue
        if kept and _fills(copy, kept[-1], piece, (*source, *cue)):
            kept[-1] = Span(kept[-1].start, piece.end)
        else:
            kept.append(piece)
    return trimming.trimmed(copy, openings.opened(copy, tuple(kept), source, cue), source, cue)


def _from(content: Spans, start: int) -> Spans:
    """Content without what stands before `start`: "told | investigators | they saw him"."""
    cut = tuple(Span(max(s.start, start), s.end) for s in content if s.end > start)
    return cut or content


def _up_to(content: Spans, end: int) -> Spans:
    """Content without what stands behind `end`."""
    return tuple(Span(s.start, min(s.end, end)) for s in content if s.start < end)


def _stray(copy: Copy, piece: Span, own: Spans) -> bool:
    low, high = copy.range(piece)
    if low == 0 or high <= low:
        return high <= low
    left = copy.low[low - 1]
    if left in MARKS or copy.low[low] in MARKS or not left[0].isalnum():
        return False
    beside = Span(copy.start[low - 1], copy.end[low - 1])
    if any(s.overlap(beside) for s in own):
        return False
    return high - low < 9 and not subjects.has_finite(copy, low, high)


def _fills(copy: Copy, left: Span, right: Span, own: Spans) -> bool:
    """Whether two pieces are one: nearly nothing between them, and nothing of source or cue."""
    gap = Span(left.end, right.start)
    if gap.end <= gap.start or any(s.overlap(gap) for s in own):
        return False
    low, high = copy.range(gap)
    most = _WITHIN if _within_phrase(copy, right) else _GAP
    return high - low <= most and copy.sentence_at(left.end - 1) == copy.sentence_at(right.start)


def _within_phrase(copy: Copy, piece: Span) -> bool:
    """Whether a piece begins where nothing can: behind a preposition, outside quotation marks."""
    low, _ = copy.range(piece)
    return low > 0 and copy.quote_of[low] < 0 and copy.low[low - 1] in word_list("prepositions.txt")


def _turned(copy: Copy, left: Span, right: Span, own: Spans) -> bool:
    """Whether a piece is of another clause: "how long it will last | , but a body tasked with | the work will meet"."""
    gap = Span(left.end, right.start)
    if gap.end <= gap.start or any(s.overlap(gap) for s in own) or not _within_phrase(copy, right):
        return False
    low, _ = copy.range(gap)
    return copy.low[low] == "," and copy.low[low + 1] in _JOINTS
