"""What follows a colon as somebody's word: "The firm rejected the charge: it was checked.", "Lapin's reply: no."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.cues import Cue, cues
from claims.attribution.edges import content_span
from claims.attribution.found import Found
from claims.attribution.kinds import is_voice
from claims.attribution.lexicon import word_list
from claims.attribution.subjects import Range

_DIFFERING = frozenset(
    """disagreed disagrees disagree differed differs demurred agreed objected objects budge differently""".split()
)
_HAVING = frozenset(
    "had has have gave gives issued issues offered offers repeated repeats was is were are made makes took".split()
)
_POINTING = frozenset(("he", "she", "it", "they", "one"))
_NEAR = 6
"""Words between what is uttered and the colon."""


def read(copy: Copy, low: int, high: int) -> Iterator[Found]:
    """The attributions of a unit whose content stands behind a colon, and whose cue does not stand right before it."""
    if ":" not in copy.low[low:high]:
        return
    for colon in range(low + 2, high - 2):
        if copy.low[colon] != ":" or copy.quote_of[colon] >= 0 or copy.words[colon - 1][0].isdigit():
            continue
        begin = next((i + 1 for i in range(colon - 1, low, -1) if copy.low[i] in (";", ":")), low)
        found = _reaction(copy, begin, colon) or _utterance(copy, begin, colon)
        content = content_span(copy, colon + 1, high)
        if found is not None and content is not None and _is_statement(copy, colon, high):
            source, cue = found
            yield Found(
                (copy.span(*source),), (copy.span(*cue),), (content,), "colon", confidence=0.85
            )  # the cue's verb is not that of the content: what was rejected is denied, what follows is said
        return


def cut(copy: Copy, one: Found) -> Found:
    """An attribution without the reporter's own words before a colon: "The firm rejected that: | it was so, it said".

    "It" and "he" are then whoever those words are about.
    """
    if one.outer or not one.content or not one.cue or one.cue[0].start < one.content[0].end:
        return one
    low, high = copy.range(one.content[0])
    colon = next((i for i in range(low + 2, high - 2) if copy.low[i] == ":" and copy.quote_of[i] < 0), None)
    if colon is None or not _is_statement(copy, colon, high):
        return one
    found = _reaction(copy, low, colon) or _utterance(copy, low, colon)
    content = content_span(copy, colon + 1, high)
    if found is None or content is None:
        return one
    pronoun = one.source and copy.body[one.source[0].start : one.source[0].end].lower() in _POINTING
    voice = (copy.span(*found[0]),) if pronoun else one.voice
    return replace(one, content=(content, *one.content[1:]), voice=voice)


def _is_statement(copy: Copy, colon: int, high: int) -> bool:
    return copy.quote_of[min(colon + 1, high - 1)] >= 0 or subjects.has_finite(copy, colon + 1, high)


def _reaction(copy: Copy, low: int, colon: int) -> tuple[Range, Range] | None:
    """ "The firm rejected the charge: …", "Lapin disagreed: …"."""
    known: list[Cue] = [c for c in cues(copy, low, colon) if "deny" in c.verb.frames and not c.passive]
    if known and (source := _speaker(copy, known[-1].group, low)) is not None:
        return source, (known[-1].group, known[-1].end)
    at = next((i for i in range(max(low, colon - _NEAR), colon) if copy.low[i] in _DIFFERING), None)
    source = _speaker(copy, at, low) if at is not None else None
    return None if at is None or source is None else (source, (at, at + 1))


def _utterance(copy: Copy, low: int, colon: int) -> tuple[Range, Range] | None:
    """ "Lapin had one sentence for reporters: …", "Lapin was adamant: …"."""
    uttered = word_list("utterances.txt")
    noun = next((i for i in range(colon - 1, max(low, colon - _NEAR), -1) if copy.low[i] in uttered), None)
    if noun is None:
        return None
    owner = next((i for i in range(noun - 1, max(low, noun - _NEAR), -1) if copy.low[i] in ("'s", "'")), None)
    if owner is not None and noun == colon - 1 and is_voice(copy, low, owner):
        return (low, owner), (noun, noun + 1)
    verb = next((i for i in range(noun - 1, max(low, noun - _NEAR) - 1, -1) if copy.low[i] in _HAVING), None)
    source = _speaker(copy, verb, low) if verb is not None else None
    return None if verb is None or source is None else (source, (verb, noun + 1))


def _speaker(copy: Copy, verb: int, low: int) -> Range | None:
    group = subjects.verb_group_start(copy, verb, low)
    source = subjects.before(copy, group, low) if group > low else None
    return source if source is not None and is_voice(copy, *source) else None
