"""Attribution without a cue verb: "according to X", "by X's count", "in X's view", "For X, …", "X: no comment"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims import agencies
from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.edges import content_span
from claims.attribution.found import Found
from claims.attribution.kinds import is_place, kind_of_noun, speaks
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.persons import first_names, person_in
from claims.attribution.subjects import MARKS, STOPS, Range
from claims.text import Span, Spans

_VIEWS = frozenset(("view", "words", "opinion", "account", "telling", "version"))
_NO_VOICE = frozenset(("what", "which", "who", "more", "than", "how"))
_JOINTS = frozenset(("and", "but", "while"))


def read(copy: Copy, low: int, high: int) -> Iterator[Found]:
    """The attributions of a unit that need no verb."""
    for at in range(low, high):
        if copy.quote_of[at] >= 0:
            continue
        word = copy.low[at]
        if word == "according" and at + 2 < high and copy.low[at + 1] == "to":
            yield from _according(copy, at, at + 2, low, high)
        elif word == "per" and _is_source(copy, at, low, high):
            yield from _according(copy, at, at + 1, low, high)
        elif word in ("by", "in") and (reckoning := _reckoning(copy, at, high)) is not None:
            source, end = reckoning
            yield from _placed(copy, Cueless(at, end, source, "reckoning"), low, high)
    yield from _verbless(copy, low, high)
    yield from _for(copy, low, high)


class Cueless(NamedTuple):
    """A phrase that attributes: its first word, after its last, the source's words, the frame."""

    at: int
    end: int
    source: Range
    frame: str


def _according(copy: Copy, at: int, start: int, low: int, high: int) -> Iterator[Found]:
    end = _phrase_end(copy, start, high, opening=at == low or copy.low[at - 1] in _JOINTS)
    if end > start:
        yield from _placed(copy, Cueless(at, end, (start, end), "according"), low, high)


def _is_source(copy: Copy, at: int, low: int, high: int) -> bool:
    """Whether "per" names a source ("…, per the union"), no rate ("30 euros per head")."""
    if not low < at < high - 1 or copy.low[at - 1] != ",":
        return False
    named = copy.words[at + 1][0].isupper() or copy.low[at + 1] == "the"
    return named and speaks(copy, at + 1, min(high, at + 4))


def _phrase_end(copy: Copy, start: int, high: int, *, opening: bool) -> int:
    """Where the noun phrase of an "according to" ends; an apposition stays with it at the sentence's end."""
    for at in range(start, min(high, start + subjects.LONGEST)):
        word = copy.low[at]
        if word in STOPS or word in MARKS:
            return at
        if word == "," and (opening or not subjects.goes_on(copy, at + 1, high)):
            return at
        if word in ("but", "while", "although", "which", "because", "when", "as", "after") and at > start:
            return at
        if word == "and" and subjects.has_finite(copy, at + 1, min(high, at + 8)):
            return at
    return min(high, start + subjects.LONGEST)


def _placed(copy: Copy, found: Cueless, low: int, high: int) -> Iterator[Found]:
    """Content is what follows an opening phrase, else what stands before (and goes on behind) it."""
    at, end, source, frame = found
    begin = _clause_begin(copy, at, low)
    if at in (begin, low):
        pieces = [(end, _clause_stop(copy, end + 1, high))]
    else:
        pieces = [(begin, at)]
        if end < high and copy.low[end] == "," and end + 2 < high and copy.low[end + 1] not in _JOINTS:
            pieces.append((end, _clause_stop(copy, end + 1, high)))
    content = tuple(s for a, b in pieces if (s := content_span(copy, a, b)) is not None)
    if content:
        cue = [copy.span(at, max(source[0], at + 1))]
        if end > source[1] > at:
            cue.append(copy.span(end - 1, end))  # by the ministry's | count
        yield Found((copy.span(*source),), tuple(cue), content, frame, confidence=0.9)


def _clause_begin(copy: Copy, at: int, low: int) -> int:
    """Where the clause that holds a phrase begins: behind a semicolon, or ", but" and ", and"."""
    if at > low and copy.low[at - 1] in ("when", "where"):
        return at  # the year when | by the union's count 200 came
    for i in range(at - 2, low, -1):
        if copy.quote_of[i] >= 0:
            continue
        if copy.low[i] == ";" or (
            copy.low[i] in _JOINTS and copy.low[i - 1] == "," and subjects.has_finite(copy, i, at)
        ):
            return i + 1
    return low


def _clause_stop(copy: Copy, at: int, high: int) -> int:
    for i in range(at, high):
        if copy.low[i] == ";" and copy.quote_of[i] < 0:
            return i
    return high


def _reckoning(copy: Copy, at: int, high: int) -> tuple[Range, int] | None:
    """ "by the ministry's own count", "by one count of the union", "in his view"."""
    known = _VIEWS if copy.low[at] == "in" else word_list("attributing.txt")
    for i in range(at + 1, min(high, at + 9)):
        word = copy.low[i]
        if word in STOPS or word == "," or subjects.is_finite(copy, i) or (word in MARKS and word not in ("'", "’")):
            return None
        if (word in word_list("prepositions.txt") and word != "of") or word in _NO_VOICE:
            return None
        if word in known and i > at + 1:
            break
    else:
        return None
    noun = i
    if noun + 2 < high and copy.low[noun + 1] == "of":
        end = subjects.after(copy, noun + 2, high)
        return (end, end[1]) if end is not None and speaks(copy, *end) else None
    possessive = next((k for k in range(at + 1, noun) if copy.low[k] in ("'s", "'")), None)
    if possessive is not None:
        return ((at + 1, possessive), noun + 1)
    if copy.low[at + 1] in ("his", "her", "their", "its"):
        return ((at + 1, at + 2), noun + 1)
    return ((at + 1, noun), noun + 1) if noun - at > 1 and speaks(copy, at + 1, noun) else None


def _verbless(copy: Copy, low: int, high: int) -> Iterator[Found]:
    """ "The ministry: no comment.", "Police commissioner Patrick Mak: 'Fantasy.'": a speaker before a colon."""
    colon = next((i for i in range(low, min(high, low + 16)) if copy.low[i] == ":"), None)
    if colon is None or colon == low or colon + 1 >= high or copy.quote_of[colon] >= 0:
        return
    if subjects.has_finite(copy, low, colon) or not _is_voice(copy, low, colon):
        return
    if copy.low[low] in word_list("prepositions.txt") and copy.low[low] != "for":
        return
    content = content_span(copy, colon + 1, high)
    if content is not None:
        start = low + 1 if copy.low[low] == "for" else low
        yield Found((copy.span(start, colon),), (copy.span(colon, colon + 1),), (content,), "verbless", confidence=0.75)


def _is_voice(copy: Copy, low: int, high: int) -> bool:
    """Whether a phrase before a colon is a speaker for sure: an office, a body, a place, an agency; no heading."""
    start = low + 1 if copy.low[low] in ("for", "the") else low
    words = copy.low[start:high]
    if not words or any(w.isdigit() or w in ("(", "*", "-", "[") for w in words):
        return False
    line = copy.body[copy.start[start] : copy.end[high - 1]]
    head = next((i for i in range(1, len(words)) if words[i] in word_list("prepositions.txt")), len(words)) - 1
    speaking = kind_of_noun(words[head]) is not None or words[head] in word_list("attributing.txt")
    person, offices = person_in(copy.body[copy.start[start] : copy.end[start + head]])
    known = bool(person) and (bool(offices) or person.split()[0].lower() in first_names())
    return speaking or known or is_place(line) or agencies.find(line) is not None


def _for(copy: Copy, low: int, high: int) -> Iterator[Found]:
    """ "For the government, the trail led abroad."."""
    if copy.low[low] != "for":
        return
    comma = next((i for i in range(low + 1, min(high, low + 12)) if copy.low[i] == ","), None)
    end = comma if comma is not None else _before_clause(copy, low + 1, high)
    if end is None or end == low + 1 or subjects.has_finite(copy, low, end) or not speaks(copy, low + 1, end):
        return
    if not subjects.has_finite(copy, end, high):
        return
    content = content_span(copy, end, high)
    if content is not None:
        yield Found((copy.span(low + 1, end),), (copy.span(low, low + 1),), (content,), "for", confidence=0.5)


def _before_clause(copy: Copy, low: int, high: int) -> int | None:
    for i in range(low + 1, min(high, low + 9)):
        if copy.low[i] in ("it", "they", "he", "she", "there", "this", "that"):
            return i
    return None


def spans_of(found: Found) -> Spans:
    """All of an attribution's spans."""
    return (*found.source, *found.cue, *found.content)


def extent(found: Found) -> Span:
    """From the first to the last character of an attribution."""
    spans = spans_of(found)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
