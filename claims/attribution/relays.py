"""Words that came through somebody: "citing the ministry", "quoted Lapin as saying", "in a statement carried by SPA".

The outlet's own attribution is found already; here the one whose words they are becomes the claimant, and the outlet the
link after him.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.attribution import clauses, media, subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.subjects import Range
from claims.text import Span, Spans

_CITING = frozenset(("citing", "quoting"))
_QUOTED = frozenset(("quoted", "quotes", "quote", "quoting", "cited", "citing"))
TELLING = frozenset(("told", "tells", "tell", "telling"))
_MEDIUM_BEFORE = {
    "interview": frozenset(("with", "to", "on", "for")),
    "carried": frozenset(("by", "on", "in")),
    "published": frozenset(("by", "in")),
    "printed": frozenset(("by", "in")),
    "broadcast": frozenset(("by", "on")),
    "aired": frozenset(("by", "on")),
    "speaking": frozenset(("to", "on")),
    "told": frozenset(("on",)),
}
"""Words before a medium through which somebody spoke, with the prepositions that follow them."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """ "… quoted NP as saying": the words of the quoted, of "as saying", and the passive's "by NP"."""

    quoted: Range
    saying: Range
    by: Range | None


def relay(copy: Copy, found: Sequence[Found]) -> tuple[Found, ...]:
    """`found` with the nested attributions of those who were cited or quoted."""
    result = list(found)
    for at, word in enumerate(copy.low):
        if copy.quote_of[at] >= 0:
            continue
        if word == "to" and at + 1 < len(copy.low) and copy.low[at - 1 if at else 0] != "according":
            _to_medium(copy, at, result)
        elif word == "according" and at + 2 < len(copy.low) and copy.low[at + 1] == "to":
            _according_to_medium(copy, at, result)
        elif word in TELLING:
            _told(copy, at, result)
        if word in _QUOTED and (saying := _as_saying(copy, at)) is not None:
            _quoted(copy, at, saying, result)
        elif word in _CITING or (word in _QUOTED and at > 0 and copy.low[at - 1] in ("which", "that")):
            _cited(copy, at, result)
        elif word in _MEDIUM_BEFORE:
            _through(copy, at, result)
    return tuple(result)


def _sentence(copy: Copy, at: int) -> Range:
    return copy.range(copy.sentences[copy.sentence_at(copy.start[at])])


def _as_saying(copy: Copy, at: int) -> _Saying | None:
    end = _sentence(copy, at)[1]
    for i in range(at + 1, min(end - 1, at + 22)):
        if copy.low[i] == "as" and copy.low[i + 1] in ("saying", "telling", "having"):
            between = (at + 1, i)
            if copy.low[at - 1 if at else 0] in ("was", "were", "been", "is", "are"):
                by = (at + 2, i) if copy.low[at + 1] == "by" else None
                subject = subjects.before(copy, subjects.verb_group_start(copy, at, _sentence(copy, at)[0]), _sentence(copy, at)[0])
                return None if subject is None else _Saying(subject, (i, i + 2), by)
            return _Saying(between, (i, i + 2), None) if between[1] > between[0] else None
    return None


def _quoted(copy: Copy, at: int, saying: _Saying, result: list[Found]) -> None:
    said = copy.span(*saying.saying)
    itself = copy.span(at, at + 1)
    base = next((f for f in result if not f.outer and (_touches(f.cue, said) or _touches(f.cue, itself))), None)
    base = base if base is not None and _says_more(base, voice_of(copy, saying)) else _nearest(copy, at, result)
    if base is None:
        return
    voice = (voice_of(copy, saying),)
    content = tuple(s for s in base.content if not s.overlap(voice[0]))
    if not content:
        return
    if saying.by is None and _touches(base.voice or base.source, voice[0]):
        return  # "Lapin was quoted as saying …": he is the source already
    outer = replace(base, content=content)
    if saying.by is not None:
        outer = replace(outer, source=(copy.span(*saying.by),), voice=(copy.span(*saying.by),))
    result[result.index(base)] = outer
    result.append(
        Found(voice, (said,), content, "relayed", "say", confidence=base.confidence, outer=(outer,), voice=voice)
    )


def voice_of(copy: Copy, saying: _Saying) -> Span:
    """The words that name the quoted."""
    return copy.span(*saying.quoted)


def _says_more(base: Found, voice: Span) -> bool:
    """Whether an attribution holds words beside the name of the quoted."""
    return any(not s.overlap(voice) for s in base.content)


def _cited(copy: Copy, at: int, result: list[Found]) -> None:
    end = _sentence(copy, at)[1]
    phrase = _cited_phrase(copy, at + 1, end)
    if phrase is None:
        return
    voice = (copy.span(*phrase),)
    base = _nearest(copy, at, result)
    for n, one in enumerate(result):
        if not one.outer and _touches(one.cue, copy.span(at, at + 1)) and _touches(one.content, voice[0]):
            result[n] = replace(one, frame="cited")
    if base is None or _touches(base.content, voice[0]):
        return
    result.append(
        Found(voice, (copy.span(at, at + 1),), base.content, "relayed", "cite", confidence=base.confidence, outer=(base,), voice=voice)
    )


def _cited_phrase(copy: Copy, low: int, end: int) -> Range | None:
    phrase = subjects.after(copy, low, end)
    if phrase is None:
        return None
    stop = next((i for i in range(phrase[0], phrase[1]) if copy.low[i] == "," and i > phrase[0]), phrase[1])
    return (phrase[0], stop) if stop > phrase[0] else None


def _nearest(copy: Copy, at: int, found: Iterable[Found], *, beside: bool = True) -> Found | None:
    """The outermost attribution of the sentence whose cue stands nearest; `beside`: but for the word itself."""
    low, high = _sentence(copy, at)
    span = copy.span(low, high)
    here = copy.start[at]
    itself = copy.span(at, at + 1) if beside else Span(0, 0)
    near = [f for f in found if not f.outer and f.cue and f.cue[0].overlap(span) and not _touches(f.cue, itself)]
    return min(near, key=lambda f: abs(f.cue[0].start - here), default=None)


def _touches(spans: Spans, other: Span) -> bool:
    return any(s.overlap(other) for s in spans)


def _told(copy: Copy, at: int, result: list[Found]) -> None:
    """Notes who was told, where the rules did not: "…", Lapin told Interfax."""
    span = copy.span(at, at + 1)
    for n, one in enumerate(result):
        if not one.medium and _touches(one.cue, span):
            end = clauses.addressee_end(copy, at + 1, _sentence(copy, at)[1])
            if end > at + 1:
                result[n] = replace(one, medium=(copy.span(at + 1, end),))
            return


def _through(copy: Copy, at: int, result: list[Found]) -> None:
    """Notes a medium named beside the cue: "said in an interview with …", "in a statement carried by …"."""
    if at + 2 >= len(copy.low) or copy.low[at + 1] not in _MEDIUM_BEFORE[copy.low[at]]:
        return
    _note_medium(copy, at, subjects.after(copy, at + 2, _sentence(copy, at)[1]), result)


def _note_medium(copy: Copy, at: int, phrase: Range | None, result: list[Found]) -> None:
    base = _nearest(copy, at, result, beside=False)
    if phrase is None or base is None or base.medium:
        return
    words = copy.span(*phrase)
    if not _touches(base.content, words):
        result[result.index(base)] = replace(base, medium=(words,))


def _to_medium(copy: Copy, at: int, result: list[Found]) -> None:
    """ "said of the account to TASS", "To RTL he says …": a medium behind "to"."""
    end = clauses.addressee_end(copy, at + 1, _sentence(copy, at)[1])
    if end > at + 1 and media.medium(copy.body[copy.start[at + 1] : copy.end[end - 1]], ()) is not None:
        _note_medium(copy, at, (at + 1, end), result)


def _according_to_medium(copy: Copy, at: int, result: list[Found]) -> None:
    """ "…, the ministry said, according to Interfax": the agency passed on what the ministry said."""
    end = _sentence(copy, at)[1]
    phrase = subjects.after(copy, at + 2, end)
    if phrase is None or media.medium(copy.body[copy.start[phrase[0]] : copy.end[phrase[1] - 1]], ()) is None:
        return
    others = [f for f in result if not _touches(f.cue, copy.span(at, at + 1))]
    base = _nearest(copy, at, others)
    if base is not None and base.source and copy.start[at] - base.cue[-1].end < 40:
        _note_medium(copy, at, phrase, result)

