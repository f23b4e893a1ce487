"""The pieces of a source that name whom it was taken for, without stray words of elsewhere: "Lena … | she |"."""

from __future__ import annotations

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.text import Span, Spans

_JOINED = 3
"""Characters between two pieces of one phrase: a comma, a blank, a bracket."""
_PRONOUNS = frozenset("he she it they i we".split())
_GOES_ON = frozenset("who whom whose which that".split())


def of_speaker(copy: Copy, one: Found, name: str) -> Spans:
    """The source of `one`, where it has several pieces, without those that are no part of the phrase for `name`."""
    if len(one.source) < 2 or not one.cue or not name:
        return one.source
    nearest = _nearest(one)
    named = [s for s in one.source if _names(copy, one, s, name)]
    core = [nearest] if nearest in named or _is_pronoun(copy, nearest) else named
    kept = tuple(s for s in one.source if s in core or any(_joins(copy, s, other) for other in core))
    return kept or one.source


def _names(copy: Copy, one: Found, piece: Span, name: str) -> bool:
    """Whether a piece holds a word of the claimant's name, in the sentence of the cue."""
    if copy.sentence_at(piece.start) != copy.sentence_at(one.cue[0].start):
        return False
    known = {word for word in name.lower().replace("'s", "").split() if len(word) > 2 and word not in ("the", "and")}
    return any(copy.low[at] in known for at in range(*copy.range(piece)))


def _is_pronoun(copy: Copy, piece: Span) -> bool:
    low, high = copy.range(piece)
    return high - low == 1 and copy.low[low] in _PRONOUNS


def _nearest(one: Found) -> Span:
    """The piece that stands nearest to the cue."""
    at = one.cue[0].start
    return min(one.source, key=lambda s: min(abs(s.end - at), abs(s.start - one.cue[-1].end)))


def _joins(copy: Copy, piece: Span, other: Span) -> bool:
    first, second = sorted((piece, other))
    low = copy.range(second)[0]
    return second.start - first.end <= _JOINED or (low < len(copy.low) and copy.low[low] in _GOES_ON)
