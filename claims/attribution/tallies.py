"""Figures that somebody gives: "came to roughly 4,200", "gave a count of 12 bodies", "put it nearer 500 million"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.edges import content_span
from claims.attribution.found import Found
from claims.attribution.kinds import is_voice
from claims.attribution.lexicon import word_list
from claims.attribution.subjects import MARKS, STOPS, Range

_NOUNS = frozenset("figure count toll number range total estimate tally".split())
_GIVING = frozenset("give gives gave giving given issued published offered".split())
_ARRIVING = {"come": "to", "comes": "to", "came": "to", "arrive": "at", "arrives": "at", "arrived": "at"}
_COUNTING = frozenset("counted counts count reckons reckoned figures figured tallied".split())
_CLAIMING = frozenset(("claimed", "claims", "claim"))
_PUTTING = frozenset(("put", "puts"))
_AROUND = frozenset("nearer closer near above below over under".split())
_APPROXIMATE = frozenset(
    """about roughly some around nearly almost over under at least most more less fewer than up to as many between only
    just close well""".split()
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty dozens hundreds thousands".split()
)
_LARGE = frozenset(("million", "billion", "thousand", "hundred"))
_VERBS = _ARRIVING.keys() | _COUNTING | _CLAIMING | _PUTTING | _GIVING
_FURTHEST = 5
"""Words between a verb and the figure."""


def read(copy: Copy, low: int, high: int) -> Iterator[Found]:
    """The figures of a unit that stand behind a verb of reckoning, outside quotations."""
    for at in range(low + 1, high - 1):
        start = _figure(copy, at, high) if copy.low[at] in _VERBS and copy.quote_of[at] < 0 else None
        if start is None:
            continue
        group = subjects.verb_group_start(copy, at, low)
        source = _source(copy, group, low)
        content = content_span(copy, start[0], _end(copy, start[1], high))
        if source is not None and content is not None and is_voice(copy, *source):
            cue = copy.span(group, max(at + 1, start[0]) if copy.low[at] not in _PUTTING else at + 1)
            yield Found((copy.span(*source),), (cue,), (content,), "tally", confidence=0.85)


def _source(copy: Copy, group: int, low: int) -> Range | None:
    """Who stands before a verb group; behind "and", the subject of the sentence."""
    if group > low and copy.low[group - 1] in ("and", "but", "then"):
        return subjects.of_sentence(copy, low, group)
    return subjects.before(copy, group, low) if group > low else None


def _figure(copy: Copy, at: int, high: int) -> Range | None:
    """Where the content begins, and where its figure stands, if the word is the verb of one."""
    word = copy.low[at]
    if word in _ARRIVING:
        return _numbered(copy, at + 2, high) if copy.low[at + 1] == _ARRIVING[word] else None
    if word in _COUNTING:
        return _numbered(copy, at + 1, high)
    if word in _CLAIMING:
        found = _numbered(copy, at + 1, high)
        return found if found is not None and _is_large(copy, found[1], high) else None
    if word in _PUTTING:
        near = next((i for i in range(at + 2, min(high, at + 1 + _FURTHEST)) if copy.low[i] in _AROUND), None)
        found = _numbered(copy, near + 1, high) if near is not None else None
        return (at + 1, found[1]) if found is not None else None
    if word in _GIVING:
        noun = next((i for i in range(at + 1, min(high - 2, at + _FURTHEST)) if copy.low[i] in _NOUNS), None)
        return _numbered(copy, noun + 2, high) if noun is not None and copy.low[noun + 1] == "of" else None
    return None


def _numbered(copy: Copy, start: int, high: int) -> Range | None:
    """A phrase that begins with a figure, "at least" and the like before it."""
    at = start
    while at < min(high, start + 4) and copy.low[at] in _APPROXIMATE:
        at += 1
    counted = at < high and (copy.words[at][0].isdigit() or copy.low[at] in _NUMBERS)
    return (start, at) if counted else None


def _is_large(copy: Copy, at: int, high: int) -> bool:
    return sum(c.isdigit() for c in copy.words[at]) > 3 or (at + 1 < high and copy.low[at + 1] in _LARGE)


def _end(copy: Copy, at: int, high: int) -> int:
    """Where the phrase of a figure ends: a comma, a stop, "because", a verb that goes on."""
    for i in range(at + 1, high):
        word = copy.low[i]
        if word in STOPS or word in MARKS or word == "," or word in subjects.BREAKERS - {"than", "as"}:
            return i
        if word in ("and", "or") and (subjects.is_finite(copy, i + 1) or copy.low[i + 1] in word_list("finite.txt")):
            return i
    return high
