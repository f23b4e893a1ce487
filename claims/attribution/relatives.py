"""What a relative pronoun goes back to: "who" to a person, "which" to a body, in the noun phrases before it."""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.kinds import kind_of_noun
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.names import capital, is_demonym
from claims.attribution.speakers.persons import first_names
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.subjects import Range
from claims.records import SourceKind
from claims.text import Spans


def antecedent(copy: Copy, relative: int) -> Spans | None:
    """What the relative pronoun at a word goes back to; None where no phrase stands before it."""
    at = relative - 1 if relative > 0 and copy.low[relative - 1] == "," else relative
    floor = max(copy.range(copy.sentences[copy.sentence_at(copy.start[relative])])[0], at - 2 * subjects.LONGEST)
    found = subjects.before(copy, at, floor) if at > floor else None
    if found is None:
        return None
    if copy.low[relative] not in ("who", "whom", "whose"):
        return (copy.span(_nearest_noun(copy, copy.low[relative], *found), found[1]),)
    return (copy.span(*_person_of(copy, copy.low[relative], *found, floor)),)


def _person_of(copy: Copy, relative: str, low: int, high: int, floor: int) -> Range:
    """Whom "who" goes back to: a person in the phrase before it, or whoever the phrase is said of.

    "Igor Lapin, the head of Nordbank, who"; "Lapin is a fan who admits": Lapin.
    """
    start = _nearest_noun(copy, relative, low, high)
    if (subject := _of_copula(copy, start, floor)) is not None:
        return subject
    if start > floor + 1 and copy.low[start - 1] == "," and not _names_person(copy, start, high):
        comma = start - 1
        first = next((i for i in range(comma - 1, floor - 1, -1) if not capital(copy.words[i])), floor - 1) + 1
        if first < comma and _names_person(copy, first, comma):
            return first, high
        named = subjects.before(copy, comma, floor)
        if named is not None and kind_of_noun(phrases.read(_text(copy, *named)).head) is SourceKind.PERSON:
            return _person_of(copy, relative, *named, floor)
    return start, high


def _names_person(copy: Copy, low: int, high: int) -> bool:
    return bool(phrases.read(_text(copy, low, high)).person)


def _text(copy: Copy, low: int, high: int) -> str:
    return copy.body[copy.start[low] : copy.end[high - 1]]


def _of_copula(copy: Copy, start: int, floor: int) -> Range | None:
    """The subject that a phrase is predicated of: "Lapin, a former baker, is | a fan"."""
    if start <= floor + 1 or copy.low[start - 1] not in ("is", "was") or copy.low[start] not in ("a", "an", "the"):
        return None
    found = subjects.before(copy, start - 1, floor)
    return (
        found
        if found is not None and copy.words[found[0]][0].isupper() and copy.low[found[0]] not in _IMPERSONAL
        else None
    )


_IMPERSONAL = frozenset("it there this that he she they".split())


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
    if relative in ("who", "whom") and (person := _surely_person(copy, [low, *starts], high)) is not None:
        return person
    for start in reversed(starts):
        if _fits(phrases.read(_text(copy, start, high)), relative):
            return start
    return low


def _surely_person(copy: Copy, starts: list[int], high: int) -> int | None:
    """Of several beginnings the nearest that is a person by a first name, a title or its noun, or "the Swiss great"."""
    for start in reversed(starts):
        read = phrases.read(_text(copy, start, high))
        titled = read.person and (read.roles or read.person.split()[0].lower() in first_names())
        if titled or kind_of_noun(read.head) in (SourceKind.PERSON, SourceKind.UNNAMED):
            return start
    nearest = starts[-1]
    read = phrases.read(_text(copy, nearest, high))
    native = copy.low[nearest] == "the" and nearest + 1 < high and is_demonym(copy.words[nearest + 1])
    return nearest if native and kind_of_noun(read.head) is None else None


def _fits(read: Phrase, relative: str) -> bool:
    if relative in ("who", "whom", "whose"):
        return bool(read.person) or (relative != "whose" and kind_of_noun(read.head) is SourceKind.PERSON)
    return relative == "which" and kind_of_noun(read.head) in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT)
