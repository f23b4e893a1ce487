"""Words that came through somebody: "citing the ministry", "quoted Lapin as saying", "in a statement carried by SPA".

The outlet's own attribution is found already; here the one whose words they are becomes the claimant, and the outlet
the link after him.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.attribution import adjuncts, media, subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.subjects import Range
from claims.text import Span, Spans, trim

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


_NEIGHBOURS = 8
"""Attributions on either side that are looked at: more do not stand in a sentence."""
_TRIGGERS = frozenset(("to", "according")) | TELLING | _QUOTED | _CITING | _MEDIUM_BEFORE.keys()


@dataclass(frozen=True, slots=True)
class _Saying:
    """ "… quoted NP as saying": the words of the quoted, of "as saying", and the passive's "by NP"."""

    quoted: Range
    saying: Range
    by: Range | None


class _Board:
    """The attributions so far; the outermost ones can be looked up by where their cue (or content) stands."""

    def __init__(self, copy: Copy, found: Sequence[Found]) -> None:
        """Notes where the cue of every outermost attribution stands."""
        self.copy = copy
        self.found = list(found)
        self._places = sorted(((f.cue or f.content)[0].start, n) for n, f in enumerate(found) if not f.outer)

    def add(self, one: Found) -> None:
        """One more, nested."""
        self.found.append(one)

    def around(self, at: int) -> list[tuple[int, Found]]:
        """The outermost attributions near a word, in its sentence, with their numbers."""
        sentence = self.copy.sentences[self.copy.sentence_at(self.copy.start[at])]
        middle = bisect_left(self._places, (self.copy.start[at], 0))
        near = self._places[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS]
        return [(n, self.found[n]) for place, n in near if sentence.start <= place < sentence.end]

    def nearest(self, at: int, *, beside: bool = True) -> tuple[int, Found] | None:
        """Of those with a cue, the one whose cue stands nearest; `beside`: but for the word itself."""
        itself = self.copy.span(at, at + 1) if beside else Span(0, 0)
        near = [(n, f) for n, f in self.around(at) if f.cue and not _touches(f.cue, itself)]
        return min(near, key=lambda x: abs(x[1].cue[0].start - self.copy.start[at]), default=None)


def relay(copy: Copy, found: Sequence[Found]) -> tuple[Found, ...]:
    """`found` with the nested attributions of those who were cited or quoted, and with the media they spoke to."""
    board = _Board(copy, found)
    for at, word in enumerate(copy.low):
        if word in _TRIGGERS and copy.quote_of[at] < 0:
            _look(copy, at, word, board)
    return tuple(board.found)


def _look(copy: Copy, at: int, word: str, board: _Board) -> None:
    left = copy.low[at - 1] if at else ""
    if word == "to":
        if left != "according":
            _to_medium(copy, at, board)
    elif word == "according":
        _according_to_medium(copy, at, board)
    elif word in TELLING:
        _told(copy, at, board)
    elif word in _QUOTED and (saying := _as_saying(copy, at)) is not None:
        _quoted(copy, at, saying, board)
    elif word in _CITING or (word in _QUOTED and left in ("which", "that")):
        _cited(copy, at, board)
    if word in _MEDIUM_BEFORE:
        _through(copy, at, board)


def _sentence(copy: Copy, at: int) -> Range:
    return copy.range(copy.sentences[copy.sentence_at(copy.start[at])])


def _as_saying(copy: Copy, at: int) -> _Saying | None:
    end = _sentence(copy, at)[1]
    for i in range(at + 1, min(end - 1, at + 22)):
        if copy.low[i] == "as" and copy.low[i + 1] in ("saying", "telling", "having"):
            between = (at + 1, i)
            if copy.low[at - 1 if at else 0] in ("was", "were", "been", "is", "are"):
                by = (at + 2, i) if copy.low[at + 1] == "by" else None
                subject = subjects.before(
                    copy, subjects.verb_group_start(copy, at, _sentence(copy, at)[0]), _sentence(copy, at)[0]
                )
                return None if subject is None else _Saying(subject, (i, i + 2), by)
            return _Saying(between, (i, i + 2), None) if between[1] > between[0] else None
    return None


def _quoted(copy: Copy, at: int, saying: _Saying, board: _Board) -> None:
    said, itself, voice = copy.span(*saying.saying), copy.span(at, at + 1), copy.span(*saying.quoted)
    here = (x for x in board.around(at) if _touches(x[1].cue, said) or _touches(x[1].cue, itself))
    base = next((x for x in here if _says_more(x[1], voice)), None) or board.nearest(at)
    if base is None:
        return
    number, one = base
    content = _beside(copy, one.content, voice, said)
    if not content or (saying.by is None and _touches(one.voice or one.source, voice)):
        return  # "Lapin was quoted as saying …": he is the source already
    outer = replace(one, content=content)
    if saying.by is not None:
        outer = replace(outer, source=(copy.span(*saying.by),), voice=(copy.span(*saying.by),))
    board.found[number] = outer
    board.add(_relayed(voice, said, outer, "say"))


def _beside(copy: Copy, content: Spans, voice: Span, said: Span) -> Spans:
    """A content without the name of the quoted: "Lapin as saying | that the road was open"."""
    kept = (s if not s.overlap(voice) else Span(said.end, max(said.end, s.end)) for s in content)
    trimmed = (trim(copy.body, s, ",") for s in kept)
    return tuple(s for s in trimmed if s.start < s.end)


def _relayed(voice: Span, cue: Span, outer: Found, verb: str) -> Found:
    """The attribution to whoever was quoted or cited, within that of the outlet."""
    return Found(
        source=(voice,),
        cue=(cue,),
        content=outer.content,
        frame="relayed",
        verb=verb,
        confidence=outer.confidence,
        outer=(outer,),
        voice=(voice,),
    )


def _says_more(base: Found, voice: Span) -> bool:
    """Whether an attribution holds words beside the name of the quoted."""
    return any(not s.overlap(voice) or s.end > voice.end + 20 for s in base.content)


def _cited(copy: Copy, at: int, board: _Board) -> None:
    phrase = _cited_phrase(copy, at + 1, _sentence(copy, at)[1])
    if phrase is None:
        return
    voice, itself = copy.span(*phrase), copy.span(at, at + 1)
    for number, one in board.around(at):
        if _touches(one.cue, itself) and _touches(one.content, voice):
            board.found[number] = replace(one, frame="cited")
    base = board.nearest(at)
    if base is not None and not _touches(base[1].content, voice):
        board.add(_relayed(voice, itself, base[1], "cite"))


def _cited_phrase(copy: Copy, low: int, end: int) -> Range | None:
    phrase = subjects.after(copy, low, end)
    if phrase is None:
        return None
    stop = next((i for i in range(phrase[0], phrase[1]) if copy.low[i] == "," and i > phrase[0]), phrase[1])
    return (phrase[0], stop) if stop > phrase[0] else None


def _touches(spans: Spans, other: Span) -> bool:
    return any(s.overlap(other) for s in spans)


def _told(copy: Copy, at: int, board: _Board) -> None:
    """Notes who was told, where the rules did not: "…", Lapin told Interfax."""
    itself = copy.span(at, at + 1)
    for number, one in board.around(at):
        if not one.medium and _touches(one.cue, itself):
            end = adjuncts.addressee_end(copy, at + 1, _sentence(copy, at)[1])
            if end > at + 1:
                board.found[number] = replace(one, medium=(copy.span(at + 1, end),))
            return


def _through(copy: Copy, at: int, board: _Board) -> None:
    """Notes a medium named beside the cue: "said in an interview with …", "in a statement carried by …"."""
    if at + 2 < len(copy.low) and copy.low[at + 1] in _MEDIUM_BEFORE[copy.low[at]]:
        _note_medium(copy, at, subjects.after(copy, at + 2, _sentence(copy, at)[1]), board)


def _note_medium(copy: Copy, at: int, phrase: Range | None, board: _Board) -> None:
    base = board.nearest(at, beside=False)
    if phrase is None or base is None or base[1].medium:
        return
    words = copy.span(*phrase)
    if not _touches(base[1].content, words):
        board.found[base[0]] = replace(base[1], medium=(words,))


def _to_medium(copy: Copy, at: int, board: _Board) -> None:
    """ "said of the account to TASS", "To RTL he says …": a medium behind "to"."""
    end = adjuncts.addressee_end(copy, at + 1, _sentence(copy, at)[1])
    if end > at + 1 and _is_medium(copy, (at + 1, end)):
        _note_medium(copy, at, (at + 1, end), board)


def _is_medium(copy: Copy, phrase: Range) -> bool:
    return media.medium(copy.body[copy.start[phrase[0]] : copy.end[phrase[1] - 1]], ()) is not None


def _according_to_medium(copy: Copy, at: int, board: _Board) -> None:
    """ "…, the ministry said, according to Interfax": the agency passed on what the ministry said."""
    if at + 2 >= len(copy.low) or copy.low[at + 1] != "to":
        return
    phrase = subjects.after(copy, at + 2, _sentence(copy, at)[1])
    base = board.nearest(at)
    if phrase is None or base is None or not base[1].source or not _is_medium(copy, phrase):
        return
    if copy.start[at] - base[1].cue[-1].end < 40:
        _note_medium(copy, at, phrase, board)
