"""Two attributions that were read as one: "said it was safe and warned of ice", "…, though the mayor said …".

The rules see where the second begins. What follows is no longer the first one's content; it is a claim of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from claims.attribution import predicates, subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import forms, word_list
from claims.text import Span

_TURNS = frozenset(("but", "while", "although", "though", "whereas"))
_JOINTS = frozenset(("and", "but"))
_ADVERBS = frozenset("also then later again even repeatedly".split())
_SAYING = frozenset(("that", "clause", "quote"))
_PHRASE = 10
"""Words of a speaker within a piece, before his verb."""
_SURE = 0.9
"""The second attribution is as sure as the first, times this."""


def parted(copy: Copy, one: Found, others: Iterable[Found]) -> Iterator[Found]:
    """`one`, without the words from which another begins, and that other one. `others`: what the rules found near."""
    content = one.content[-1]
    if not one.cue or content.start < one.cue[-1].end:
        yield one
        return
    others = tuple(others)
    added = next((f for f in others if f.cue and f.cue[0].start == content.start and not f.outer), None)
    if added is not None and len(one.content) > 1:
        yield replace(one, content=one.content[:-1])
        yield replace(added, confidence=min(added.confidence, one.confidence * _SURE))
        return
    beside = _beside(copy, one, content) if len(one.content) > 1 else None
    if beside is not None:
        yield replace(one, content=one.content[:-1])
        yield beside
        return
    near = [other for other in others if _lies_within(copy, content, other)]
    goes_on = [(at, _beginning(copy, near, at)) for at in _goes_on(copy, one, content)]
    turns = [(at, other) for other in near if (at := _turns(copy, content, other)) is not None]
    turns.extend((at, other) for other in near if (at := _counts(copy, content, other)) is not None)
    at, other = min((*goes_on, *turns), key=lambda x: x[0], default=(-1, None))
    kept = _before(copy, content, at) if at >= 0 else None
    if kept is None:
        yield one
        return
    yield replace(one, content=(*one.content[:-1], kept))
    if other is not None:
        yield replace(other, confidence=min(other.confidence, one.confidence * _SURE))


def _beside(copy: Copy, one: Found, content: Span) -> Found | None:
    """Who speaks beside the first, if a last piece tells it: "…, with a source familiar with | the talks saying …"."""
    low, high = copy.range(content)
    floor = copy.range(copy.sentences[copy.sentence_at(content.start)])[0]
    for at in range(low, min(low + _PHRASE, high - 1)):
        if copy.quote_of[at] >= 0 or "ing" not in _spoken().get(copy.low[at], ()):
            continue
        speaker = predicates.of_participle(copy, at, floor)
        if speaker is None or speaker[0] > low:
            return None
        source, cue = (copy.span(*speaker),), (copy.span(at, at + 1),)
        said = (Span(copy.start[at + 1], content.end),)
        return Found(source, cue, said, "clause", confidence=one.confidence * _SURE, voice=source)
    return None


def _counts(copy: Copy, content: Span, other: Found) -> int | None:
    """The joint behind which the speaker gives a figure: "counted the boats | and arrived at 70"."""
    if other.frame != "tally" or other.source[0].end > content.start:
        return None
    at = copy.range(other.cue[0])[0] - 1
    return at if copy.low[at] in _JOINTS else None


def without_swallowed(found: Sequence[Found]) -> list[Found]:
    """`found` without what the tagger alone saw of a clause that is the content of another as a whole."""
    wholes = sorted((f.content[-1].start, f.content[-1].end, n) for n, f in enumerate(found) if _is_whole(f))
    longest = max((end - start for start, end, _ in wholes), default=0)
    return [f for f in found if f.frame != "tagged" or not _is_swallowed(f, found, wholes, longest)]


def _is_whole(one: Found) -> bool:
    return one.frame in ("that", "clause") and not one.outer


def _is_swallowed(one: Found, found: Sequence[Found], wholes: Sequence[tuple[int, int, int]], longest: int) -> bool:
    """Whether one of `wholes` (start, end, number; sorted, none longer than `longest`) swallows it."""
    first = min(s.start for s in (*one.cue, *one.content))
    near = wholes[bisect_left(wholes, (first - longest,)) : bisect_left(wholes, (first,))]
    return any(_swallows(found[number], one) for _, end, number in near if end > first)


def _swallows(whole: Found, one: Found) -> bool:
    """Whether `one` has its cue and its content in that of `whole`, but no source: "may explain the drop"."""
    content = whole.content[-1]
    parts = (*one.cue, *one.content)
    inside = all(content.start < s.start and s.end <= content.end for s in parts)
    return inside and not any(s.start >= content.start for s in one.source)


def _lies_within(copy: Copy, content: Span, other: Found) -> bool:
    """Whether `other` has its cue in the content, outside quotation marks, and is told by nobody there."""
    inside = bool(other.cue) and not other.outer and content.start < other.cue[0].start < content.end
    return inside and copy.quote_of[copy.range(other.cue[0])[0]] < 0


def _goes_on(copy: Copy, one: Found, content: Span) -> Iterator[int]:
    """The words at which the speaker's next verb is joined: "… and warned that", "… but also hinted"."""
    cue = {form for i in range(*copy.range(one.cue[-1])) for form in _spoken().get(copy.low[i], ())}
    low, high = copy.range(content)
    for at in range(low + 2, high - 2):
        if copy.low[at] in _JOINTS and copy.quote_of[at] < 0:
            verb = at + 2 if copy.low[at + 1] in _ADVERBS else at + 1
            if not cue.isdisjoint(_spoken().get(copy.low[verb], ())) or _calls_for(copy, verb, cue):
                yield at


def _calls_for(copy: Copy, verb: int, cue: set[str]) -> bool:
    """Whether "called for", "calling on" stands here, in a form of the cue's."""
    form = {"called": "past", "calls": "third", "calling": "ing"}.get(copy.low[verb])
    return form in cue and copy.low[verb + 1] in ("for", "on")


@cache
def _spoken() -> dict[str, frozenset[str]]:
    """The forms that a word is of a verb of which only a speaker can be the subject."""
    found: dict[str, set[str]] = {}
    for lemma in word_list("speech.txt"):
        for name, word in forms(lemma):
            if name in ("third", "past", "ing"):
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _turns(copy: Copy, content: Span, other: Found) -> int | None:
    """The word at which somebody else's words begin: ", though the mayor said"."""
    source = copy.range(other.source[0])[0]
    if not source or content.start >= other.source[0].start:
        return None
    turned = copy.low[source - 1] in _TURNS or subjects.counters(copy, source - 1)
    return source - 1 if turned and other.frame in _SAYING else None


def _beginning(copy: Copy, near: Iterable[Found], at: int) -> Found | None:
    """What the rules found with the verb that is joined at `at`."""
    return next((f for f in near if copy.range(f.cue[0])[0] in (at + 1, at + 2)), None)


def _before(copy: Copy, content: Span, at: int) -> Span | None:
    low, _ = copy.range(content)
    while at > low and copy.low[at - 1] in (",", "--", "–", "—", "-"):
        at -= 1
    return copy.span(low, at) if at - low >= 2 else None
