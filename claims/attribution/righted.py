"""Attributions that the tagger read the wrong way round: a speaker's own description taken for what was said.

"The company, which denies wrongdoing, said | two men resigned", "The mayor, | Ann Hay, | said the road was shut".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.attribution import relatives, subjects
from claims.attribution.board import touches, within
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import word_list
from claims.attribution.tagger import Tagged
from claims.text import Span

_CLAUSES = frozenset(("that", "clause", "quote"))
_RELATIVES = frozenset(("who", "which", "whose", "where"))
_WHEN = frozenset("when while as before after since until because if though although where".split())
_NO_ENDS = frozenset((",", "neither", "either", "nor"))
"""What belongs to the verb behind a speaker, never to his name."""
_ALL = 0.95
"""How much of a piece lies in the description of the speaker."""


def righted(copy: Copy, one: Tagged, near: Iterable[Found]) -> Tagged:
    """`one` without the words of its speaker's description, or turned round where it has no others."""
    one = _of_relative(copy, _without_relative(copy, _bared(copy, one)))
    if not one.cue or not one.content or one.content[0].start >= one.cue[0].start:
        return one
    ruled = next((f for f in near if _is_before(f) and any(touches(f.cue, s) for s in one.cue)), None)
    if ruled is None or not _is_description(copy, ruled.source[0]):
        return one
    said = tuple(s for s in one.content if within((s,), ruled.source) < _ALL)
    if said == one.content:
        return one
    if said:
        behind = bool(one.source) and one.source[0].start > one.cue[0].start
        return one if behind else replace(one, content=said)
    return replace(one, source=ruled.source, content=ruled.content) if _is_surely(copy, one, ruled) else one


def _bared(copy: Copy, one: Tagged) -> Tagged:
    """Leaves out of a source what no phrase ends with: "Ann Hay|," before "asked", "the firm | neither" denied it."""
    source = tuple(s for piece in one.source if (s := _bare(copy, piece)) is not None)
    return replace(one, source=source) if source and source != one.source else one


def _bare(copy: Copy, piece: Span) -> Span | None:
    low, high = copy.range(piece)
    end = high
    while end > low and copy.low[end - 1] in _NO_ENDS:
        end -= 1
    return piece if end == high else copy.span(low, end) if end > low else None


def _of_relative(copy: Copy, one: Tagged) -> Tagged:
    """With "who" for the source, where another was taken: "| Police | …, contradicting the mayor, who | put …"."""
    at = copy.range(one.cue[0])[0] - 1 if one.cue else -1
    if at < 2 or copy.low[at] != "who" or len(one.source) != 1 or one.source[0].end > copy.start[at]:
        return one
    voice = relatives.antecedent(copy, at)
    low, _ = copy.range(voice[0]) if voice else (0, 0)
    if not voice or not subjects.counters(copy, low - 1) or touches(one.source, voice[0]):
        return one
    return replace(one, source=(copy.span(at, at + 1),))


def _without_relative(copy: Copy, one: Tagged) -> Tagged:
    """Leaves out of a content what lies between source and cue, or is who "who" goes back to.

    "…," the guard, | who was alone, | said; | Hart, | who says Lind lied; | Contradicting him, | Lind said ….
    """
    if not one.source or not one.cue or len(one.content) < 2:
        return one
    first, start, end = one.source[0].start, one.source[-1].end, one.cue[0].start
    relative = copy.low[copy.range(one.source[0])[0]] in _RELATIVES
    kept = tuple(
        s
        for s in one.content
        if not (start <= s.start and s.end <= end and copy.low[copy.range(s)[0]] in _RELATIVES)
        and not (relative and s.end <= first and _is_name(copy, s))
        and not (s.end <= first and end <= one.content[-1].start and _is_participle(copy, s, one.content[-1]))
    )
    return replace(one, content=kept) if kept and kept != one.content else one


def _is_participle(copy: Copy, piece: Span, rest: Span) -> bool:
    """Whether a circumstance of the saying, no subject of `rest`, stands here: "| Denying it, | Lind said …"."""
    low, high = copy.range(piece)
    if not copy.low[low].endswith("ing") or copy.low[low] in word_list("prepositions.txt") or copy.quote_of[low] >= 0:
        return False
    verb, _ = copy.range(rest)
    return not subjects.has_finite(copy, low, high) and not subjects.is_finite(copy, verb)


def _is_name(copy: Copy, piece: Span) -> bool:
    """Whether nothing but a noun phrase stands here, and a relative clause behind it."""
    low, high = copy.range(piece)
    after = high + 1 if copy.low[high : high + 1] == (",",) else high
    follows = after < len(copy.low) and copy.low[after] in _RELATIVES
    return follows and copy.quote_of[low] < 0 and not subjects.has_finite(copy, low, high)


def _is_before(found: Found) -> bool:
    """Whether a speaker stands before his verb, and what he said behind it."""
    if found.outer or found.frame not in _CLAUSES or not found.source or not found.cue:
        return False
    return found.source[-1].end <= found.cue[0].start and found.cue[-1].end <= found.content[0].start


def _is_surely(copy: Copy, one: Tagged, ruled: Found) -> bool:
    """Whether who speaks stands before the cue for sure, and a clause that may be what he said behind it."""
    low, high = copy.range(ruled.source[0])
    before = bool(one.source) and one.source[-1].end <= one.cue[0].start
    first = copy.low[copy.range(ruled.content[0])[0]]
    told = first not in word_list("prepositions.txt") and first not in _WHEN
    return told and (before or not _RELATIVES.isdisjoint(copy.low[low:high]))


def _is_description(copy: Copy, source: Span) -> bool:
    """Whether a phrase holds an apposition or a relative clause, and no main verb."""
    low, high = copy.range(source)
    comma = next((i for i in range(low, high) if copy.low[i] == ","), None)
    return comma is not None and not subjects.has_finite(copy, low, comma)
