"""Which attributions inside a content are somebody else's claim: "RIA reported that Lapin told Xi that …".

A wrong one takes the claim away from who made it, so only a speaker for sure counts, with a verb that tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.attribution import subjects
from claims.attribution.board import within
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.kinds import is_voice
from claims.text import Spans

TELLING = frozenset(
    """say tell add announce assert claim report state write warn deny confirm admit insist argue declare acknowledge
    testify inform assure""".split()
)
"""Verbs by which somebody else's claim is told within a content; what a speaker thinks or hopes himself is none."""
_ANSWERING = frozenset("answer reply respond explain recall note complain promise recount shout".split())
"""Verbs that tell as well, where it is said at once through whom: "…, he answered, according to two who heard it"."""
FRAMES = frozenset(("that", "clause", "quote", "post", "according"))
_NOUNS = frozenset("states reports claims notes charges state report claim note charge".split())
"""Cues that are nouns where no "that" follows: "member states", "press reports"."""
_TAKEN_BACK = frozenset(("reported", "announced", "reportedly"))
_NO_SPEAKER = frozenset("those one other others percent pct % any what who".split())
_ASIDES = frozenset(("who", "whose", "that", "which", ","))
_FIRST_PERSON = frozenset(("us", "me"))


def is_told(copy: Copy, inner: Found, holder: Found) -> bool:
    """Whether a nested attribution is another's claim; what "they told us" in a quotation is the quoted one's story."""
    if any(copy.body[s.start : s.end].lower() in _FIRST_PERSON for s in inner.medium):
        return False
    telling = not inner.verb or inner.verb in TELLING or (holder.frame == "according" and inner.verb in _ANSWERING)
    return inner.frame in FRAMES and telling and _has_speaker(copy, inner) and not _is_noun(copy, inner)


def _has_speaker(copy: Copy, inner: Found) -> bool:
    if not inner.source:
        return False
    low, high = copy.range(inner.source[0])
    words = copy.low[low:high]
    if not words or words[0].isdigit() or not _NO_SPEAKER.isdisjoint((words[0], words[-1])):
        return False
    aside = next((i for i in range(low + 1, high) if copy.low[i] in _ASIDES), high)
    return is_voice(copy, low, high) and not subjects.has_finite(copy, low, aside)


def _is_noun(copy: Copy, inner: Found) -> bool:
    """Whether the cue is a noun or a participle after all: "Gulf states", "four miners reported missing"."""
    if not inner.cue or inner.frame not in ("clause", "that"):
        return False
    low, high = copy.range(inner.cue[-1])
    after = copy.low[high] if high < len(copy.low) else ""
    if high <= low or after == "that":
        return False
    if copy.low[high - 1] in _TAKEN_BACK:
        return after == "missing" or (high - low == 1 and not subjects.begins_phrase(copy, high))
    return high - low == 1 and copy.low[low] in _NOUNS


_PASSING_ON = frozenset(("report", "say", "announce", "write"))


def passed_on(copy: Copy, merged: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """`merged`, where a sentence's last words pass on what somebody said before: "Lapin said …, RIA reported."."""
    left: list[Found | None] = list(merged)
    places = sorted((f.cue[0].start, n) for n, f in enumerate(merged) if f.cue and not f.outer)
    known = {f.cue for f in merged if f.outer}
    for inner in ruled:
        if (
            inner.cue in known
            or len(inner.outer) != 1
            or inner.outer[0].frame != "post"
            or inner.outer[0].verb not in _PASSING_ON
        ):
            continue
        outer = inner.outer[0]
        if is_told(copy, inner, outer) and inner.cue[0].start < outer.cue[0].start:
            _under(left, places, inner, outer)
    return _by_nearest([f for f in left if f is not None])


_MOST = 8
"""Attributions under one that are looked at for one that holds another."""


def _by_nearest(merged: Sequence[Found]) -> list[Found]:
    """`merged`, with what somebody says within what another says, under one who passes on both, under that other."""
    under: dict[Spans, list[Found]] = {}
    for one in merged:
        if len(one.outer) == 1 and one.outer[0].cue:
            under.setdefault(one.outer[0].cue, []).append(one)
    return [
        _within_other(one, under[one.outer[0].cue][:_MOST]) if len(one.outer) == 1 and one.outer[0].cue else one
        for one in merged
    ]


def _within_other(one: Found, beside: Sequence[Found]) -> Found:
    parts = (*one.source, *one.cue)
    for other in beside:
        holds = other is not one and other.source and other.content != one.content and one.source
        if holds and within(parts, other.content) > 0.9 and within(one.content, other.content) > 0.9:
            return replace(one, outer=(replace(other, outer=()), *other.outer))
    return one


_REACH = 60
"""Characters that a cue may begin before another that it shares words with."""


def _sharing(left: Sequence[Found | None], places: Sequence[tuple[int, int]], cue: Spans) -> int | None:
    """The number of an outermost attribution whose cue shares words with `cue`."""
    for place in range(bisect_left(places, (cue[0].start - _REACH, 0)), len(places)):
        start, number = places[place]
        if start >= cue[-1].end:
            return None
        one = left[number]
        if one is not None and not one.outer and within(one.cue, cue) > 0:
            return number
    return None


def _under(left: list[Found | None], places: Sequence[tuple[int, int]], inner: Found, outer: Found) -> None:
    """Puts the inner attribution under the outer one in `left`, whichever of the two it holds."""
    at, above = _sharing(left, places, inner.cue), _sharing(left, places, outer.cue)
    if at is None and above is None:
        return
    holder = left[above] if above is not None else None
    if at is None and above is not None and holder is not None:
        if within(holder.source, (*inner.source, *inner.cue)) == 0:
            left[above] = above_it = replace(holder, content=outer.content)
            left.append(replace(inner, outer=(above_it,)))
        return
    if above is not None:
        left[above] = None
    if at is not None and above != at and (kept := left[at]) is not None:
        left[at] = replace(kept, outer=(outer,))
