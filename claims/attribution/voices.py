"""The phrase that names the speaker, whole: what the tagger marks may be cut short, doubled, or only "who"."""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.kinds import kind_of_noun
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.subjects import Range
from claims.records import SourceKind
from claims.text import Span, Spans

_SAID = frozenset("said says told tells".split())
_RELATIVES = frozenset(("who", "which", "that", "whose"))


def whole(copy: Copy, source: Spans, cue: Spans) -> Spans:
    """The noun phrase of the speaker around `source`; the antecedent for "who"; () where there is no source."""
    if not source:
        return ()
    piece = _nearest(source, cue)
    low, high = copy.range(piece)
    if high <= low and (named := _beside(copy, piece, cue)):
        return named
    if high <= low or (high - low == 1 and copy.low[low] in ("his", "her", "its", "their")):
        return (piece,)
    return _before_relative(copy, _without_verb(copy, _whole(copy, piece, cue, low, high)))


def _beside(copy: Copy, piece: Span, cue: Spans) -> Spans:
    """The phrase before the cue, where all that was marked of it is no word: the ticker behind a company's name."""
    if not cue or piece.start > cue[0].start:
        return ()
    at, _ = copy.range(cue[0])
    floor = copy.range(copy.sentences[copy.sentence_at(piece.start)])[0]
    found = subjects.before(copy, subjects.verb_group_start(copy, at, floor), floor) if at > floor else None
    return (copy.span(*found),) if found is not None else ()


def antecedent(copy: Copy, source: Spans, voice: Spans) -> Spans:
    """Of a source in two pieces, one of them the pronoun `voice`, the other piece: whom the pronoun goes back to."""
    if len(source) < 2 or not voice:
        return ()
    others = [s for s in source if not s.overlap(voice[0]) and s.start < voice[0].start]
    if not others:
        return ()
    low, high = copy.range(others[-1])
    return _without_verb(copy, (copy.span(*_stretched(copy, low, high, ())),)) if high > low else ()


def _without_verb(copy: Copy, voice: Spans) -> Spans:
    """A phrase without the predicate that slipped in: "an official there | added"."""
    low, high = copy.range(voice[0])
    for at in range(low + 1, high):
        if copy.low[at] in ("who", "whose", "that", "which", ","):
            return voice
        if _is_verb(copy, at) and copy.low[at] not in ("'s", "'") and copy.words[at][0].islower():
            return (copy.span(low, at),)
    return voice


def _is_verb(copy: Copy, at: int) -> bool:
    return subjects.is_finite(copy, at) or copy.low[at] in _SAID


def _whole(copy: Copy, piece: Span, cue: Spans, low: int, high: int) -> Spans:
    if copy.low[low] in _RELATIVES:
        return _antecedent(copy, low) or (piece,)
    floor = copy.range(copy.sentences[copy.sentence_at(piece.start)])[0]
    full = _before_cue(copy, piece, cue, floor) if cue and piece.start < cue[0].start else _after_cue(copy, piece)
    return (copy.span(*(full or _stretched(copy, low, high, cue))),)


def _nearest(source: Spans, cue: Spans) -> Span:
    """Of several pieces the one beside the cue, but a name before a pronoun."""
    if len(source) == 1 or not cue:
        return max(source, key=lambda s: s.end - s.start)
    return min(source, key=lambda s: min(abs(cue[0].start - s.end), abs(s.start - cue[-1].end)))


def _antecedent(copy: Copy, relative: int) -> Spans | None:
    at = relative - 1 if relative > 0 and copy.low[relative - 1] == "," else relative
    floor = copy.range(copy.sentences[copy.sentence_at(copy.start[relative])])[0]
    found = subjects.before(copy, at, floor) if at > floor else None
    if found is None:
        return None
    return (copy.span(_nearest_noun(copy, copy.low[relative], *found), found[1]),)


def _before_relative(copy: Copy, voice: Spans) -> Spans:
    """Of a phrase that ", who" or ", which" follows, the noun that it goes back to."""
    low, high = copy.range(voice[0])
    if high + 1 >= len(copy.words) or high <= low or copy.low[high] != "," or copy.low[high + 1] not in _RELATIVES:
        return voice
    return (copy.span(_nearest_noun(copy, copy.low[high + 1], low, high), high),)


_LINKS = frozenset("of with for from in at on by to between against behind about over".split())
_OPENS = frozenset("the a an his her its their".split())


def _nearest_noun(copy: Copy, relative: str, low: int, high: int) -> int:
    """Where, within a phrase of several nouns, the one begins that "who" (a person) or "which" (a body) goes back to.

    "friction with Mayor Brandt, who", "the head of the Farmers' Group in Velin, which"; nothing of the phrase is cut
    behind the noun, and it stays whole where no noun of it fits better.
    """
    starts = [
        i for i in range(low + 1, high) if copy.low[i - 1] in _LINKS or copy.low[i - 1] == "'s" or copy.low[i] in _OPENS
    ]
    for start in reversed(starts):
        if _fits(phrases.read(copy.body[copy.start[start] : copy.end[high - 1]]), relative):
            return start
    return low


def _fits(read: Phrase, relative: str) -> bool:
    if relative in ("who", "whom", "whose"):
        return bool(read.person) or (relative != "whose" and kind_of_noun(read.head) is SourceKind.PERSON)
    return relative == "which" and kind_of_noun(read.head) in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT)


def _before_cue(copy: Copy, piece: Span, cue: Spans, floor: int) -> Range | None:
    """The phrase up to the cue, where it holds the piece and begins with it ("a person close to | the bank")."""
    at, _ = copy.range(cue[0])
    verb = subjects.verb_group_start(copy, at, floor) if at > floor else at
    found = subjects.before(copy, verb, floor) if verb > floor else None
    if found is None:
        return None
    low, high = copy.range(piece)
    return found if found[0] <= high and low <= found[1] and found[0] <= low + 1 else None


def _after_cue(copy: Copy, piece: Span) -> Range | None:
    low, _ = copy.range(piece)
    end = copy.range(copy.sentences[copy.sentence_at(piece.start)])[1]
    found = subjects.after(copy, low, end)
    return found if found is not None and copy.span(*found).end >= piece.end else None


def _stretched(copy: Copy, low: int, high: int, cue: Spans) -> Range:
    """A phrase cut short, up to its cue or to the end of the name: "a person close to | the bank", "Mr | Lapin"."""
    if cue and cue[0].start > copy.start[low]:
        verb = subjects.verb_group_start(copy, copy.range(cue[0])[0], high)
        gap = range(high, verb)
        if len(gap) <= 8 and not any(copy.low[i] in (",", *subjects.STOPS) or subjects.is_finite(copy, i) for i in gap):
            return low, max(high, verb)
    if copy.low[high - 1] == "'s":
        return low, next((i for i in range(high, min(len(copy.words), high + 6)) if _ends_name(copy, i)), high)
    while (
        high < len(copy.words)
        and copy.words[high][0].isupper()
        and copy.words[high - 1][0].isupper()
        and high - low < 9
    ):
        high += 1
    return low, high


def _ends_name(copy: Copy, at: int) -> bool:
    word = copy.low[at]
    return (
        not word[0].isalnum() or word in subjects.WEEKDAYS or word in ("on", "in", "at") or subjects.is_finite(copy, at)
    )
