"""The phrase that names the speaker, whole: what the tagger marks may be cut short, doubled, or only "who"."""

from __future__ import annotations

from claims.attribution import relatives, subjects
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import word_list
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.names import PARTICLES
from claims.attribution.subjects import Range
from claims.text import Span, Spans

_SAID = frozenset("said says told tells".split())
_PERSONAL = frozenset(("he", "she", "they", "it"))
_RELATIVES = frozenset(("who", "which", "that", "whose"))


def whole(copy: Copy, source: Spans, cue: Spans) -> Spans:
    """The noun phrase of the speaker around `source`; the antecedent for "who"; () where there is no source."""
    if not source:
        return ()
    piece = _nearest(_joined(copy, source), cue)
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


def of_rule(copy: Copy, source: Spans, cue: Spans) -> Spans:
    """The phrase of a source that the rules read whole, but for a pronoun or "a fan who"."""
    low, high = copy.range(source[-1])
    if high - low > 1 and _is_of_other(copy, high - 1):
        return (copy.span(high - 1, high),)  # the man who | they | say planned it
    if high - low > 1 and copy.low[high - 1] == "who":
        return relatives.antecedent(copy, high - 1) or source
    return whole(copy, source, cue) if source[-1].end - source[0].start < _SHORT else source


_SHORT = 6
"""Characters; a source so short is a pronoun or cut."""


def antecedent(copy: Copy, source: Spans, voice: Spans) -> Spans:
    """Of a source in two pieces, one of them the pronoun `voice`, the other piece: whom the pronoun goes back to."""
    if len(source) < 2 or not voice or _is_of_other(copy, copy.range(voice[0])[0]):
        return ()
    others = [s for s in source if not s.overlap(voice[0]) and s.start < voice[0].start and not _is_pronoun(copy, s)]
    if not others:
        return ()
    low, high = copy.range(others[-1])
    return _without_verb(copy, (copy.span(*_stretched(copy, low, high, ())),)) if high > low else ()


def _is_of_other(copy: Copy, at: int) -> bool:
    """Whether a pronoun speaks within a relative clause about another: "the man who | they"."""
    return at > 0 and copy.low[at] in _PERSONAL and copy.low[at - 1] in ("who", "whom", "which")


def _is_pronoun(copy: Copy, piece: Span) -> bool:
    low, high = copy.range(piece)
    return high - low == 1 and copy.low[low] in phrases.PRONOUNS


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
        if copy.low[low] != "whose" and high - low > 1 and _is_subject(copy, low + 1, high, cue):
            return (copy.span(low + 1, high),)  # Hart, who | Lind | says lied
        found = relatives.antecedent(copy, low)
        if copy.low[low] == "whose" and found is not None and high - low > 1:
            return (*found, copy.span(low + 1, high))  # his widow, whose | lawyers
        return found or (piece,)
    floor = copy.range(copy.sentences[copy.sentence_at(piece.start)])[0]
    full = _before_cue(copy, piece, cue, floor) if cue and piece.start < cue[0].start else _after_cue(copy, piece)
    return (copy.span(*(full or _stretched(copy, low, high, cue))),)


def _is_subject(copy: Copy, low: int, high: int, cue: Spans) -> bool:
    """Whether the words behind a relative pronoun are who speaks, and a verb follows of the one spoken of."""
    if not cue or subjects.verb_group_start(copy, copy.range(cue[0])[0], low) > high:
        return False
    after = copy.range(cue[-1])[1]
    if after >= len(copy.low) or copy.low[after] in word_list("prepositions.txt"):
        return False
    return subjects.begins_phrase(copy, low) and not any(_is_verb(copy, i) for i in range(low, high))


def _joined(copy: Copy, source: Spans) -> Spans:
    """Pieces that only "and" keeps apart as one: "Norland and | others"."""
    joined: list[Span] = []
    for piece in source:
        low = copy.range(piece)[0]
        last = copy.range(joined[-1])[1] if joined else -2
        if joined and (last == low or (last == low - 1 and copy.low[last] == "and")):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)


def _nearest(source: Spans, cue: Spans) -> Span:
    """Of several pieces the one beside the cue, but a name before a pronoun."""
    if len(source) == 1 or not cue:
        return max(source, key=lambda s: s.end - s.start)
    return min(source, key=lambda s: min(abs(cue[0].start - s.end), abs(s.start - cue[-1].end)))


def _before_relative(copy: Copy, voice: Spans) -> Spans:
    """Of a phrase that ", who" or ", which" follows, the noun that it goes back to."""
    low, high = copy.range(voice[0])
    if len(voice) > 1 or high + 1 >= len(copy.words) or high <= low or "," in copy.low[low:high]:
        return voice
    if copy.low[high] != "," or copy.low[high + 1] not in _RELATIVES:
        return voice
    return relatives.antecedent(copy, high + 1) or voice


def _before_cue(copy: Copy, piece: Span, cue: Spans, floor: int) -> Range | None:
    """The phrase up to the cue, where it holds the piece and begins with it ("a person close to | the bank")."""
    at, _ = copy.range(cue[0])
    verb = subjects.verb_group_start(copy, at, floor) if at > floor else at
    found = subjects.before(copy, verb, floor) if verb > floor else None
    if found is None:
        return None
    low, high = copy.range(piece)
    if copy.low[found[0]] in _RELATIVES and found[0] + 1 == low:
        found = (low, found[1])  # Hart, who | Lind | says has lied
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
    while high < len(copy.words) and high - low < 12 and _goes_on(copy, high):
        high += 1
    return low, high


def _goes_on(copy: Copy, at: int) -> bool:
    """Whether a name goes on with a word: a capital behind a capital, a particle before one ("von | der Heide")."""
    word, left = copy.words[at], copy.words[at - 1]
    if word[0].isupper():
        return left[0].isupper() or left in PARTICLES
    after = copy.words[at + 1 : at + 2]
    return (
        word in PARTICLES
        and (left[0].isupper() or left in PARTICLES)
        and bool(after)
        and (after[0][0].isupper() or after[0] in PARTICLES)
    )


def _ends_name(copy: Copy, at: int) -> bool:
    word = copy.low[at]
    return (
        not word[0].isalnum() or word in subjects.WEEKDAYS or word in ("on", "in", "at") or subjects.is_finite(copy, at)
    )
