"""What somebody denies behind what another said: "…, a charge Bari denies", "…, something the port has denied".

The noun that sums up the charge is the content; what follows the verb is the reporter's again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.kinds import is_voice
from claims.text import Span, Spans

NOUNS = frozenset(
    """
        something charge claim accusation allegation charges claims accusations allegations assertion assertions report
        reports figure figures version account suggestion contention
    """.split()
)
"""What sums up, behind a comma, what somebody said."""
_DENIES = frozenset("denies deny denied denying disputes disputed dispute".split())
_TURNS_DOWN = frozenset(
    "rejects rejected reject dismissed dismisses dismiss contests contested refuted refutes".split()
)
_CALLS = frozenset("called calls".split())
REBUTS = _DENIES | _TURNS_DOWN
FRAME = "rebuttal"
"""The frame of a denial in a loose clause: it denies, however its content reads."""
_NOT = frozenset(("not", "never", "n't"))
_LONGEST = 8
"""Words of whoever denies, and of a description before the noun."""


def read(copy: Copy, one: Found) -> Found:
    """`one`, or where it is a rebuttal: with the noun before its speaker as its content."""
    if not one.source or not one.cue or one.outer:
        return one
    verb = next((i for i in range(*copy.range(one.cue[-1])) if copy.low[i] in REBUTS), None)
    if verb is None:
        return one
    if len(one.source) > 1:  # "a charge | Toplan" of "a charge rejected by Toplan"
        whole = _at(copy, verb)
        apart = whole is not None and whole.content[0].overlap(one.source[0])
        return replace(one, source=whole.source, content=whole.content, voice=whole.source) if whole and apart else one
    low, high = copy.range(one.source[0])
    noun = next((i for i in (low, low - 1, low - 2) if i > 1 and copy.low[i] in NOUNS), None)
    if noun is None or noun >= high - 1 or (noun < low - 1 and copy.low[low - 1] not in ("that", "which")):
        return one
    first = noun - 1 if copy.low[noun - 1] in ("a", "an") else noun
    if copy.low[first - 1] != ",":
        return one
    speaker = Span(copy.start[max(low, noun + 1)], one.source[0].end)
    return replace(one, source=(speaker,), content=(copy.span(first, noun + 1),), voice=(speaker,))


def loose(copy: Copy, known: Sequence[Found]) -> Iterator[Found]:
    """The rebuttals in a loose clause that are not `known`: ", which Bari denied", ", a figure disputed by doctors"."""
    verbs = [at for at, w in enumerate(copy.low) if (w in REBUTS or w in _CALLS) and copy.quote_of[at] < 0]
    if not verbs:
        return
    taken = {i for one in known for i in copy.within(one.cue)}
    for at in verbs:
        one = _at(copy, at) if at not in taken else None
        if one is not None and _text(copy, one.content) == "which":
            said = _said_before(copy, one.content[0], known)
            one = replace(one, content=said) if said else None
        if one is not None:
            yield one


def _at(copy: Copy, at: int) -> Found | None:
    return _passive(copy, at) if copy.low[at + 1 : at + 2] == ("by",) else _active(copy, at)


def _text(copy: Copy, content: Spans) -> str:
    return copy.body[content[0].start : content[-1].end].lower()


def _said_before(copy: Copy, which: Span, known: Sequence[Found]) -> Spans:
    """What "which" goes back to: what somebody else said before it in the sentence; () where nobody did."""
    low = copy.sentences[copy.sentence_at(which.start)].start
    said = [f for f in known if not f.outer and f.cue and low <= f.cue[-1].start and f.cue[-1].end <= which.start]
    said = [f for f in said if any(subjects.has_finite(copy, *copy.range(s)) for s in f.content)]
    last = max(said, key=lambda f: f.cue[-1].start, default=None)
    return tuple(s for s in last.content if low <= s.start and s.end <= which.start) if last is not None else ()


def _active(copy: Copy, at: int) -> Found | None:
    """ ", which the bank denied", ", a report the bank dismissed as “pure fantasy”"."""
    low, high = copy.range(copy.sentences[copy.sentence_at(copy.start[at])])
    group = subjects.verb_group_start(copy, at, low)
    if not _NOT.isdisjoint(copy.low[group:at]):
        return None
    noun = next((i for i in range(group - 2, max(low, group - _LONGEST), -1) if copy.low[i] in NOUNS | {"which"}), None)
    first = _opening(copy, noun, low) if noun is not None else None
    if noun is None or first is None or (copy.low[noun] == "which" and copy.low[at] not in _DENIES):
        return None
    start = noun + 2 if copy.low[noun + 1] in ("that", "which") else noun + 1
    if start >= group or not _speaks(copy, start, group):
        return None
    verdict = _verdict(copy, at + 1, high)
    if copy.low[at] in _CALLS and verdict is None:
        return None
    content = (copy.span(first, noun + 1), *((verdict,) if verdict is not None else ()))
    source = (copy.span(start, group),)
    frame = "np" if copy.low[at] in _CALLS else FRAME
    return Found(source, (copy.span(group, at + 1),), content, frame, "deny", confidence=_SURE, voice=source)


def _passive(copy: Copy, at: int) -> Found | None:
    """ ", a figure disputed by doctors"."""
    low, high = copy.range(copy.sentences[copy.sentence_at(copy.start[at])])
    noun = at - 2 if at - 1 > low and copy.low[at - 1].endswith("ly") else at - 1
    first = _opening(copy, noun, low) if noun > low and copy.low[noun] in NOUNS and copy.low[at] in REBUTS else None
    phrase = subjects.after(copy, at + 2, high) if first is not None else None
    if first is None or phrase is None:
        return None
    stop = next((i for i in range(*phrase) if copy.low[i] == ","), phrase[1])
    source = (copy.span(phrase[0], stop),)
    if not is_voice(copy, phrase[0], stop):
        return None
    return Found(
        source, (copy.span(at, at + 1),), (copy.span(first, noun + 1),), FRAME, "deny", confidence=_SURE, voice=source
    )


_SURE = 0.75


def _opening(copy: Copy, noun: int, low: int) -> int | None:
    """The first word of the loose phrase that the noun ends; None where no comma or dash stands before it."""
    for at in range(noun, max(low, noun - 4), -1):
        if copy.low[at - 1] == "," or copy.low[at - 1] in subjects.DASHES:
            return at if at == noun or copy.low[at] in ("a", "an") else None
    return None


def _speaks(copy: Copy, low: int, high: int) -> bool:
    """Whether the words between noun and verb are whoever denies, and no more."""
    plain = all(copy.words[i][0].isalnum() or copy.low[i] in ("'s", "’s", "-", ".", "&") for i in range(low, high))
    return plain and not subjects.has_finite(copy, low, high) and is_voice(copy, low, high)


def _verdict(copy: Copy, at: int, high: int) -> Span | None:
    """What the rebuttal calls it: "as “pure fantasy”"; None where it goes on otherwise."""
    mark = at + 1 if copy.low[at : at + 1] == ("as",) else at
    if mark >= high or copy.quote_of[mark] < 0:
        return None
    quotation = copy.quotations[copy.quote_of[mark]]
    return Span(copy.start[at], quotation.outer.end) if mark > at else quotation.inner
