"""Whom a pronoun can go back to besides the last speaker: the subjects of the sentences just before it.

"A cash manager put it nearer 500 million. 'We are counting coins,' he said": nobody named, and still who spoke.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.kinds import is_place, kind_of_noun
from claims.attribution.speakers import phrase
from claims.attribution.speakers.names import is_demonym, is_native
from claims.attribution.speakers.phrase import Phrase
from claims.records import SourceKind
from claims.text import Span

FURTHEST = 3
"""Sentences that are looked back over."""
FURTHEST_WORDS = 40
"""Words of its own sentence before a pronoun that are looked back over."""
_UNLIKELY = frozenset("there it this that he she they we i nothing nobody neither what who no none each every".split())
_SUBORDINATES = frozenset("after before when while as although though since until".split())
_QUESTIONS = frozenset("how why when where whether if as because".split())


def subjects_before(copy: Copy, at: int, since: int) -> Iterator[Phrase]:
    """The subjects of the sentences before offset `at`, the nearest first, but none at or before offset `since`."""
    here = copy.sentence_at(at)
    last = copy.sentence_at(since) if since >= 0 else -1
    for number in range(here - 1, max(last, here - 1 - FURTHEST), -1):
        found = _subject(copy, number)
        if found is not None:
            yield found
        if number == here - 1 and (found := _attendant(copy, number)) is not None:
            yield found


def subjects_within(copy: Copy, at: int, until: int) -> Iterator[Phrase]:
    """The subjects of the clauses before `until` in the sentence of offset `at`, the nearest first; not the quoted."""
    low, high = copy.range(copy.sentences[copy.sentence_at(at)])[0], copy.range(Span(until, until))[0]
    seen = high
    for verb in range(high - 1, max(low, high - FURTHEST_WORDS), -1):
        if verb >= seen or copy.quote_of[verb] >= 0 or not subjects.is_finite(copy, verb):
            continue
        found = subjects.before(copy, subjects.verb_group_start(copy, verb, low), low)
        if found is None or copy.low[found[0]] in _UNLIKELY:
            continue
        seen = found[0]
        first = found[0] + 1 if copy.low[found[0]] in _QUESTIONS and found[1] - found[0] > 1 else found[0]
        span = copy.span(first, found[1])
        read = phrase.read(copy.body[span.start : span.end])
        if read.form != "pronoun":
            yield read


def subject_behind(copy: Copy, at: int) -> Iterator[Phrase]:
    """The subject of the main clause behind a subordinate one: "A day after she said so, Marta Kovel resigned"."""
    low, high = copy.range(copy.sentences[copy.sentence_at(at)])
    opens = any(copy.low[i] in _SUBORDINATES for i in range(low, copy.range(Span(at, at))[0]))
    comma = next((i for i in range(copy.range(Span(at, at))[0], high) if copy.low[i] == ","), None)
    if not opens or comma is None or copy.quote_of[comma] >= 0:
        return
    found = subjects.of_sentence(copy, comma + 1, high)
    if found is not None and found[0] == comma + 1 and copy.low[found[0]] not in _UNLIKELY:
        span = copy.span(*found)
        yield phrase.read(copy.body[span.start : span.end])


def subject_of(copy: Copy, number: int) -> Phrase | None:
    """The subject of a sentence by its number, unless it is a pronoun or stands in a quotation."""
    return _subject(copy, number)


def _subject(copy: Copy, number: int, until: int | None = None) -> Phrase | None:
    low, high = copy.range(copy.sentences[number])
    high = high if until is None else min(high, copy.range(Span(until, until))[0])
    if high <= low or copy.quote_of[low] >= 0:
        return None
    found = subjects.of_sentence(copy, low, high)
    if found is None or copy.low[found[0]] in _UNLIKELY:
        return None
    span = copy.span(*found)
    read = phrase.read(copy.body[span.start : span.end])
    return read if read.form != "pronoun" else None  # "Both", "All": one pronoun is not explained by another


def _attendant(copy: Copy, number: int) -> Phrase | None:
    """The person with whom a sentence ends: "…, with Hilda Brandt -- who wants it higher -- attacking the plan"."""
    low, high = copy.range(copy.sentences[number])
    for at in range(low + 1, high - 2):
        if copy.low[at] == "with" and copy.low[at - 1] in (",", "--", "–", "—") and copy.quote_of[at] < 0:
            end = next((i for i in range(at + 1, high) if not copy.words[i][0].isupper()), high)
            acts = any(copy.low[i].endswith("ing") for i in range(end, high))
            if end > at + 1 and acts:
                span = copy.span(at + 1, end)
                return phrase.read(copy.body[span.start : span.end])
    return None


def own_subject(copy: Copy, at: int) -> Phrase | None:
    """The named subject of the sentence that holds offset `at`, before it: whose "its minister" is."""
    found = _subject(copy, copy.sentence_at(at), at)
    return found if found is not None and found.form == "name" and not found.person else None


def can_be(found: Phrase, pronoun: Phrase, *, known: bool = False) -> bool:
    """Whether a pronoun can stand for a phrase: "he" for a person, "it" for a body, "they" for several.

    `known`: the roster has a person of that name.
    """
    kind = kind_of_noun(found.head)
    from_there = found.form == "definite" and not found.plural and is_native(found.text.split()[-1])  # the Latvian
    personal = known or bool(found.person) or kind is SourceKind.PERSON or from_there
    if pronoun.head in ("he", "she", "him", "her", "his"):
        return personal and not found.plural and found.gender in ("", pronoun.gender)
    if pronoun.head in ("it", "its"):
        named = found.form == "name" and not found.person
        return not personal and (named or (kind is not None and not found.plural))
    if pronoun.head in ("they", "them", "their"):
        group = kind in (SourceKind.GOVERNMENT, SourceKind.ORGANISATION) and found.form == "name"
        body = group or found.head in _COLLECTIVES or (found.form == "name" and is_place(found.text))
        return body or (found.plural and _can_speak(found, kind))
    return found.plural


_COLLECTIVES = frozenset("group team band crew panel coalition collective family couple board delegation trio".split())
_PERSONAL_ENDINGS = ("ers", "ors", "ists", "ians", "men", "ees", "ants", "ents", "people")


def _can_speak(found: Phrase, kind: SourceKind | None) -> bool:
    """Whether several are people or bodies: "some economists", "the Russians"; no methods, no prices."""
    return (
        kind is not None
        or found.form == "name"
        or found.head.endswith(_PERSONAL_ENDINGS)
        or is_demonym(found.text.split()[-1])
    )
