"""The tagger's outermost attributions and the rules' findings as one list.

The tagger finds most and cuts contents best; the rules know what it was told by (frames, media), find attributions
without a verb and noun-phrase contents, and read within a content for the nested ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.attribution import colons, contents, continued, nested, parting, predicates, rebuttals, subjects, voices
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.kinds import is_voice
from claims.attribution.righted import righted
from claims.attribution.tagger import Tagged
from claims.text import Span, Spans, cover, size, trim

ALONE = {
    "np": 0.65,
    "object": 0.65,
    "of": 0.75,
    "as": 0.4,
    "reckoning": 0.75,
    "verbless": 0.7,
    "colon": 0.8,
    "for": 0.6,
    "according": 0.6,
    "that": 0.5,
    "tally": 0.8,
    "post": 0.7,
    "continued": 0.9,
}
"""How sure an attribution is, by frame, that only the rules see; what the tagger should have seen is left out."""


def fuse(copy: Copy, tagged: Sequence[Tagged], ruled: Sequence[Found]) -> tuple[Found, ...]:
    """All attributions: the tagger's with what the rules know of them, the nested ones, and the rules' own."""
    top = [f for f in ruled if not f.outer]
    near = _Near(ruled)
    merged: list[Found] = []
    used: set[int] = set()
    for one in (righted(copy, one, near.around(one)) for one in tagged):
        same = next((f for f in near.around(one) if id(f) not in used and not f.outer and _same(copy, one, f)), None)
        if same is not None:
            used.add(id(same))
        whole = rebuttals.read(copy, _merge(copy, one, same))
        for part in parting.parted(copy, whole, (f for f in near.within(whole.content) if id(f) not in used)):
            merged.append(part)
    merged = parting.without_swallowed(merged)
    for holder in tuple(merged):
        for inner in near.within(holder.content):
            if id(inner) not in used and _inside(inner, holder) and nested.is_told(copy, inner, holder):
                used.add(id(inner))
                merged.append(replace(inner, outer=(holder,)))
    merged = [colons.cut(copy, f) for f in nested.passed_on(copy, merged, ruled)]
    merged.extend(rebuttals.loose(copy, merged))
    taken = _taken(copy, merged)
    merged.extend(
        _alone(copy, f) for f in top if id(f) not in used and _stands_alone(copy, f) and not _clashes(f, taken)
    )
    return tuple(sorted(continued.carried(copy, merged), key=lambda f: (f.content[0], len(f.outer))))


def _stands_alone(copy: Copy, found: Found) -> bool:
    """Whether the rules may be believed where the tagger sees nothing; before "he said" only with a voice for sure."""
    if found.frame == "clause":
        return bool(found.source) and subjects.counters(copy, copy.range(found.source[0])[0] - 1)
    return found.frame in ALONE and (found.frame != "post" or all(is_voice(copy, *copy.range(s)) for s in found.source))


class _Near:
    """The rules' findings by place."""

    def __init__(self, ruled: Sequence[Found]) -> None:
        """Sorts them once, so that each look-up is short."""
        places = sorted((_extent(f).start, number) for number, f in enumerate(ruled))
        self._sorted = [ruled[number] for _, number in places]
        self._starts = [start for start, _ in places]

    def around(self, one: Tagged) -> Iterable[Found]:
        extent = cover((*one.source, *one.cue, *one.content))
        return self._between(extent)

    def within(self, content: Spans) -> Iterable[Found]:
        return self._between(cover(content))

    def _between(self, extent: Span) -> Iterable[Found]:
        low = bisect_left(self._starts, extent.start - 400)
        high = bisect_left(self._starts, extent.end)
        return self._sorted[low:high]


def _extent(found: Found) -> Span:
    return cover((*found.source, *found.cue, *found.content))


def shared(one: Spans, other: Spans) -> int:
    """How many characters two sets of spans share."""
    total = 0
    for start, end in one:
        for low, high in other:
            if start < high and low < end:
                total += (end if end < high else high) - (start if start > low else low)
    return total


def _same(copy: Copy, one: Tagged, other: Found) -> bool:
    if one.cue and other.cue and not (other.frame == "colon" and _is_mark(copy, one.cue)):
        return shared(one.cue, other.cue) > 0 and (
            shared(one.content, other.content) > 0
            or (other.frame == "post" and shared(one.source, other.source) > 0)
            or (other.frame in ("that", "clause") and contents.is_joined(copy, one.content, other.source))
        )
    return shared(one.content, other.content) > 0.5 * max(size(one.content), size(other.content))


def _is_mark(copy: Copy, cue: Spans) -> bool:
    """Whether all that was marked as the cue is a colon."""
    return all(copy.body[s.start : s.end] == ":" for s in cue)


def _merge(copy: Copy, one: Tagged, same: Found | None) -> Found:
    if same is None:
        voice = predicates.owner(copy, _tagged_voice(copy, one), one.cue)
        content = contents.tidy(copy, one.content, one.source, one.cue)
        sure = one.confidence
        cue = _apart(copy, one.cue, content)
        return Found(one.source, cue, content, "tagged", confidence=sure, tagged=sure, voice=voice)
    if same.frame == "colon" and _is_mark(copy, one.cue):
        one = replace(one, cue=same.cue)
    if _nearer(copy, one, same):
        one = replace(one, source=same.source)
    agree = shared(one.content, same.content) > 0.85 * max(size(one.content), size(same.content))
    content = contents.settle(copy, one.content, same, one.source or same.source, one.cue or same.cue)
    return replace(
        same,
        source=one.source or same.source,
        cue=_apart(copy, one.cue or same.cue, content),
        content=content,
        voice=predicates.owner(copy, _voice(copy, one, same), one.cue or same.cue),
        confidence=min(0.98, one.confidence + (0.04 if agree else 0.0)),
        tagged=one.confidence,
        agreed=agree,
    )


def _apart(copy: Copy, cue: Spans, content: Spans) -> Spans:
    """A cue without the words at its end that the content begins with: "said | Tuesday's fire"."""
    starts = [span.start for span in content]
    ends = [min([at for at in starts if span.start < at < span.end], default=span.end) for span in cue]
    return tuple(trim(copy.body, Span(span.start, end)) for span, end in zip(cue, ends, strict=True))


def _nearer(copy: Copy, one: Tagged, same: Found) -> bool:
    """Whether the rules see a subject between the tagger's source and the cue: "… said, though | Lind | had said"."""
    if same.frame not in ("that", "clause") or not one.source or not one.cue or shared(one.source, same.source):
        return False
    if copy.low[copy.range(same.cue[-1])[1] - 1].endswith("ing"):
        return False
    if shared(one.content, same.source) > 0 and one.source[0].start > one.cue[-1].end:
        return True  # "The bank said it had beaten | analysts' | forecasts"
    return one.source[-1].end <= same.source[0].start and same.source[-1].end <= one.cue[0].start


def _voice(copy: Copy, one: Tagged, same: Found) -> Spans:
    """The rules' phrase for the speaker, where it is about the same words as the tagger's."""
    if not one.source or shared(one.source, same.source) > 0:
        if copy.low[copy.range(same.source[0])[0]] in ("who", "whose", "which") and one.source:
            return _tagged_voice(copy, one)
        voice = _list(copy, one.source, same.source) or voices.of_rule(copy, same.source, same.cue)
        return voices.antecedent(copy, one.source, voice) or voice if _is_pronoun(copy, voice) else voice
    return _tagged_voice(copy, one)


def _list(copy: Copy, tagged: Spans, ruled: Spans) -> Spans:
    """The whole of a list of voices of which the rules see the first: "nine miners, | residents and traders"."""
    if len(tagged) != 1 or tagged[0].start != ruled[0].start or tagged[0].end <= ruled[-1].end:
        return ()
    low, high = copy.range(Span(ruled[-1].end, tagged[0].end))
    return tagged if high > low and copy.low[low] == "," and "and" in copy.low[low:high] else ()


def _tagged_voice(copy: Copy, one: Tagged) -> Spans:
    voice = voices.whole(copy, one.source, one.cue)
    if _reaches_content(copy, one, voice):
        return one.source  # "it may rise or | triple this year, Ann Hay, | said"
    return voices.antecedent(copy, one.source, voice) or voice if _is_pronoun(copy, voice) else voice


def _reaches_content(copy: Copy, one: Tagged, voice: Spans) -> bool:
    """Whether the phrase of a speaker holds words of what he said, before the comma in front of him."""
    if not one.source or shared(one.source, one.content) or not shared(voice, one.content):
        return False
    low, _ = copy.range(one.source[0])
    return low > 0 and copy.low[low - 1] == "," and shared(voice, one.source) > 0


def _is_pronoun(copy: Copy, voice: Spans) -> bool:
    words = [w.lower() for s in voice for w in copy.body[s.start : s.end].split()]
    return len(words) == 1 and words[0] in ("he", "she", "they", "it", "both", "who", "which")


def _inside(inner: Found, outer: Found) -> bool:
    parts = (*inner.source, *inner.cue)
    return (
        bool(parts)
        and shared(parts, outer.content) >= 0.9 * size(parts)
        and shared(inner.content, outer.content) >= 0.9 * size(inner.content)
        and inner.content != outer.content
    )


def _taken(copy: Copy, merged: Sequence[Found]) -> bytearray:
    """A mark for each character of the body that is some attribution's content."""
    marks = bytearray(len(copy.body))
    for one in merged:
        for start, end in one.content:
            marks[start:end] = b"\x01" * (end - start)
    return marks


def _clashes(found: Found, taken: bytearray) -> bool:
    """Whether other attributions already have these words as their content."""
    return sum(taken.count(1, start, end) for start, end in found.content) > 0.3 * size(found.content)


def _alone(copy: Copy, found: Found) -> Found:
    voice = voices.whole(copy, found.source, found.cue) if _is_relative(copy, found.source) else found.voice
    if found.frame == "clause":
        voice = voices.of_rule(copy, found.source, found.cue)
    return replace(found, confidence=found.confidence * ALONE.get(found.frame, 0.6), voice=voice)


def _is_relative(copy: Copy, source: Spans) -> bool:
    return len(source) == 1 and copy.body[source[0].start : source[0].end].lower() in ("who", "which")
