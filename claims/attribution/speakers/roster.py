"""Who is who in one story: every person named in it, with offices, gender and the places where the name stands.

Made once from the whole copy: a last name, a title or "the 62-year-old" is looked up here, wherever the full name is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.kinds import is_place, kind_of_noun, nouns
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.names import DESCRIBES, PARTICLES, bare, capital, is_demonym, last_of, visible
from claims.attribution.speakers.persons import first_names, is_of_body, person_in
from claims.records import SourceKind
from claims.text import fold

MENTIONS = 60
_APPOSITION = 14
"""Words of an apposition that are looked at for offices and ages."""


@dataclass(slots=True)
class Person:
    """Somebody the story names; `places` are offsets of every mention by name."""

    name: str
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    age: str = ""
    titles: set[str] = field(default_factory=set)  # every word of what stands beside the name
    places: list[int] = field(default_factory=list)
    sure: bool = False  # a title, an office or a first name says that it is a person

    @property
    def last(self) -> str:
        """The name by which copy goes on."""
        return last_of(self.name)


@dataclass(slots=True)
class Roster:
    """The persons and the bodies of a story."""

    people: list[Person] = field(default_factory=list)
    by_name: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # head noun → (offset, phrase)
    mentions: list[tuple[int, Person]] = field(default_factory=list)  # every mention of a person, in order
    runs: list[tuple[int, str]] = field(default_factory=list)  # every run of capitalised words
    holders: dict[str, list[Person]] = field(default_factory=dict)  # whom a description fits, of those asked for
    headings: dict[int, str] | None = None  # companies of a list by the paragraph that names them; None till asked for

    def person(self, name: str) -> Person | None:
        """The person of a full name, a last name ("von der Heide"), or a first name used alone."""
        key = fold(name)
        if key in self.by_name:
            return self.by_name[key]
        found = self.by_name.get(fold(last_of(key))) if " " in key else None
        return found if found is not None and _may_be_called(found, key) else None

    def shortened(self, key: str) -> Person | None:
        """The person whose full name ends with a folded name of several words: "Al Raud" → "Ivo Al Raud"."""
        found = self.by_name.get(fold(last_of(key))) if " " in key else None
        return found if found is not None and fold(found.name).endswith(f" {key}") else None

    def before(self, offset: int) -> Iterator[tuple[int, Person]]:
        """Persons mentioned before an offset, the nearest first, each once; looks back over MENTIONS names at most."""
        at = bisect_left(self.mentions, offset, key=lambda m: m[0])
        seen: set[int] = set()
        for place, person in reversed(self.mentions[max(0, at - MENTIONS) : at]):
            if id(person) not in seen:
                seen.add(id(person))
                yield place, person


def is_surely(person: Person | None) -> bool:
    """Whether a person of the roster is one by more than the look of the name, which a ship may have as well."""
    if person is None:
        return False
    return bool(person.roles or person.gender or person.age) or fold(person.name).split()[0] in first_names()


def _may_be_called(person: Person, key: str) -> bool:
    """Whether a name of several words can be that of a person: it ends the full name, or begins with its letter."""
    full = fold(person.name)
    return full.endswith(f" {key}") or full[:1] == key[:1]


def read(copy: Copy) -> Roster:
    """The roster of a story."""
    roster = Roster()
    capitals = [at for at, word in enumerate(copy.words) if capital(word)]
    for low, high in _runs(copy, capitals):
        _add(copy, roster, low, high)
    _last_names(copy, roster, capitals)
    _bodies(copy, roster)
    return roster


def _runs(copy: Copy, capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    end, count = 0, len(copy.words)
    for at in capitals:
        if at < end or _opens_only(copy, at):
            continue
        end = at + 1
        while end < count and end - at < 12 and _joins(copy, end):
            end += 1
        while end > at + 1 and not capital(copy.words[end - 1]):
            end -= 1
        yield at, end


def _opens_only(copy: Copy, at: int) -> bool:
    """Whether a capital is only that of a sentence's first word: "In Moscow", "The cost", "Do I"."""
    word = copy.low[at]
    if word in subjects.MONTHS and word in first_names() and _opens_name(copy, at):
        return False
    return (
        word in word_list("prepositions.txt")
        or word in _COUNTS
        or word in word_list("determiners.txt")
        or word in word_list("finite.txt")
        or word in subjects.PRONOUNS
        or word in subjects.BREAKERS
        or word in subjects.WEEKDAYS
        or word in subjects.MONTHS
        or word.endswith(DESCRIBES)
    )


_COUNTS = frozenset("neither either both only nor".split())
"""Words before a name that are no part of it: "Neither Batinord nor its owner"."""
_BEFORE_MONTHS = frozenset("last next this early late mid and of".split())


def _opens_name(copy: Copy, at: int) -> bool:
    """Whether a word that is a month as well is a first name: "Jan Brod", not "in April Reuss", "Jan 3"."""
    named = at + 1 < len(copy.words) and capital(copy.words[at + 1])
    left = copy.low[at - 1] if at else ""
    return named and left not in _BEFORE_MONTHS and left not in word_list("prepositions.txt")


_PARTICLES = PARTICLES | {"of", "the", "for"}


def _joins(copy: Copy, at: int) -> bool:
    word = copy.words[at]
    gap = copy.body[copy.end[at - 1] : copy.start[at]]
    if gap != " " and (visible(gap).strip(" \n\r") or "\n\n" in gap):
        return False
    if capital(word):
        return copy.words[at - 1] not in (".", "!", "?")
    after = at + 2 if at + 1 < len(copy.words) and copy.words[at + 1] in PARTICLES else at + 1  # von | der Heide
    return copy.low[at] in _PARTICLES and after < len(copy.words) and capital(copy.words[after])


def _add(copy: Copy, roster: Roster, low: int, high: int) -> None:
    text = " ".join(copy.words[low:high])
    roster.runs.append((copy.start[low], text))
    if high - low == 1 and not _lower_title(copy, low):
        if _introduced(copy, low, high):
            _add_person(copy, roster, text, frozenset(), low, high)
        return
    if low > 1 and copy.low[low - 1] in ("to", "for", "of") and kind_of_noun(copy.low[low - 2]) is SourceKind.PERSON:
        low = _behind_office(copy, low, high)
    if low > 0 and is_of_body(copy.words[low:high], copy.low[low - 1]):
        return  # the rights group | Open Door
    lead = low
    while lead > 0 and low - lead < 4 and kind_of_noun(copy.low[lead - 1]) is SourceKind.PERSON:
        lead -= 1
    if copy.low[max(0, low - 3) : low] == ("speaker", "of", "the"):
        lead = low - 3  # Speaker of the House Karl Weiss
    name, roles = person_in(" ".join(copy.words[lead:high]))
    if not name or (len(name.split()) == 1 and not roles and not _titled(text)):
        return
    _add_person(copy, roster, name, roles, low, high).titles.update(copy.words[lead:low], text.split())


def _behind_office(copy: Copy, low: int, high: int) -> int:
    """Where the name begins in a run that begins with an office's place: "Ambassador to Norland | Hasan Fathi"."""
    return next((at for at in range(low, high - 1) if copy.low[at] in first_names()), low)


def _add_person(copy: Copy, roster: Roster, name: str, roles: frozenset[str], low: int, high: int) -> Person:
    text = " ".join(copy.words[low:high])
    person = roster.by_name.get(fold(name)) or roster.shortened(fold(name))
    if person is None:
        person = Person(name)
        roster.people.append(person)
        roster.by_name[fold(name)] = person
        if len(name.split()) > 1:
            roster.by_name.setdefault(fold(person.last), person)
    person.roles |= roles
    if is_demonym(copy.words[low]) and not name.startswith(copy.words[low]):
        person.roles.add(copy.low[low])  # Latvian Ernests Gulbis, then "the Latvian"
    person.gender = person.gender or _gender(text, name, roles)
    person.sure = person.sure or bool(roles) or fold(name).split()[0] in first_names() or _personal_aside(copy, high)
    _apposition(copy, person, low, high)
    person.sure = person.sure or bool(person.roles)
    return person


def _introduced(copy: Copy, low: int, high: int) -> bool:
    """Whether a single name is introduced as that of a person: "Oleh, a miner"; "Rupali, 22"; no place: "in Velin"."""
    if high + 2 >= len(copy.words) or copy.low[high] != ",":
        return False
    if low > 0 and copy.low[low - 1] in _AT_PLACES:
        return False
    if copy.low[high + 1].isdigit() and len(copy.low[high + 1]) < 3:
        return True
    opened = copy.low[high + 1] in ("a", "an", "the")
    return opened and any(_is_office(copy, i) for i in range(high + 2, min(len(copy.low), high + 5)))


_AT_PLACES = frozenset("in at near from to around outside into across".split())
"""Prepositions after which a single name is a place rather than a person."""
_NO_OFFICE = frozenset("source sources people".split())


def _is_office(copy: Copy, at: int) -> bool:
    """Whether a word of an apposition says what one person is: no plural, no "source of", no subject of a verb."""
    word = copy.low[at]
    if kind_of_noun(word) is not SourceKind.PERSON or word in _NO_OFFICE or _is_plural(word):
        return False
    return at + 1 >= len(copy.words) or not (
        copy.low[at + 1] in ("said", "says", "told") or subjects.is_finite(copy, at + 1)
    )


def _is_plural(word: str) -> bool:
    """Whether an office is that of several: "sources", "policemen"."""
    return (word.endswith("s") and not word.endswith(("ss", "us"))) or word.endswith("men")


def _personal_aside(copy: Copy, high: int) -> bool:
    """Whether a name is followed by an age or by "who"."""
    if high + 1 >= len(copy.words) or copy.low[high] != ",":
        return False
    return copy.low[high + 1] in ("who", "whose") or (copy.low[high + 1].isdigit() and len(copy.low[high + 1]) < 4)


def _titled(text: str) -> bool:
    return text.split()[0].lower().rstrip(".") in word_list("speakers/titles.txt")


def _lower_title(copy: Copy, at: int) -> bool:
    return at > 0 and kind_of_noun(copy.low[at - 1]) is SourceKind.PERSON


def _gender(text: str, name: str, roles: set[str] | frozenset[str]) -> str:
    first = text.split()[0].lower().rstrip(".")
    if first in ("mr", "lord", "sir") or roles & {"spokesman", "chairman", "king", "prince", "fisherman", "policeman"}:
        return "m"
    if first in ("mrs", "ms", "miss", "lady", "dame") or roles & {"spokeswoman", "chairwoman", "queen", "princess"}:
        return "f"
    return first_names().get(fold(name).split()[0], "")


def _apposition(copy: Copy, person: Person, low: int, high: int) -> None:
    """Offices and ages beside the name: "Igor Lapin, 62, the governor of …"; "the head of the port, Igor Lapin"."""
    if high < len(copy.words) and copy.low[high] == ",":
        if high + 1 < len(copy.words) and copy.low[high + 1].isdigit():
            person.age = copy.low[high + 1]
        if offices := _office_behind(copy, high):
            person.roles |= offices
            person.titles.update(_aside(copy, high))
    if low > 1 and copy.low[low - 1] == ",":
        person.roles |= _office_before(copy, low - 2)


def _office_behind(copy: Copy, comma: int) -> set[str]:
    for at in range(comma + 1, min(len(copy.words), comma + _APPOSITION)):
        word = copy.low[at]
        if word in (".", ";", ":", "said", "says", "told") or copy.quote_of[at] != copy.quote_of[comma]:
            break
        if word == "," and at > comma + 2:
            break
        if kind_of_noun(word) is SourceKind.PERSON:
            return {word} if _is_office(copy, at) else set()
    return set()


def _aside(copy: Copy, comma: int) -> tuple[str, ...]:
    """The words of an apposition behind a name, up to the next mark."""
    limit = min(len(copy.words), comma + _APPOSITION)
    end = next((i for i in range(comma + 1, limit) if not copy.low[i][0].isalnum()), limit)
    return copy.words[comma + 1 : end]


def _office_before(copy: Copy, last: int) -> set[str]:
    for at in range(last, max(-1, last - _APPOSITION), -1):
        if copy.low[at] in (",", ".", ";", ":") or copy.quote_of[at] >= 0:
            break
        if copy.low[at] in ("the", "his", "her", "its", "their", "a"):
            offices = (copy.low[i] for i in range(at, last + 1) if kind_of_noun(copy.low[i]) is SourceKind.PERSON)
            return set(tuple(offices)[:1])
    return set()


def _last_names(copy: Copy, roster: Roster, capitals: Sequence[int]) -> None:
    """Every mention of a known person: by full name, by last name alone."""
    lasts = {fold(p.last): p for p in reversed(roster.people)}
    _family_names(roster)
    for at in capitals:
        if (person := lasts.get(fold(bare(copy.words[at])))) is not None:
            person.places.append(copy.start[at])
            roster.mentions.append((copy.start[at], person))


_OFTEN = 2
"""Times that the first word of a name has to stand alone to be a name by itself."""


def _family_names(roster: Roster) -> None:
    """Lets the first word of a name of two stand for it where copy goes on with it: "Xi Jinping", then "Xi"."""
    alone = Counter(text for _, text in roster.runs)
    for person in roster.people:
        first, _, rest = person.name.partition(" ")
        own = not (first.isupper() or is_demonym(first) or is_place(first))
        family = own and alone[first] >= _OFTEN and rest and " " not in rest
        if family and fold(first) not in first_names() and first.lower() not in PARTICLES:
            roster.by_name.setdefault(fold(first), person)


def _bodies(copy: Copy, roster: Roster) -> None:
    """Every ministry, police force, court of the story with the words that tell it from others."""
    known = nouns()
    for at, word in enumerate(copy.low):
        if word not in known or known[word] in (SourceKind.PERSON, SourceKind.UNNAMED):
            continue
        low = at
        while low > 0 and at - low < 7 and _belongs(copy, low - 1):
            low -= 1
        high = at + 1
        if high + 1 < len(copy.words) and copy.low[high] in ("of", "for") and copy.words[high + 1][0].isupper():
            high += 2
            while high < len(copy.words) and copy.words[high][0].isupper() and copy.words[high] != ".":
                high += 1
        if high - low > 1:
            roster.bodies.setdefault(word, []).append(
                (copy.start[low], copy.body[copy.start[low] : copy.end[high - 1]])
            )


def _belongs(copy: Copy, at: int) -> bool:
    """Whether a word before "ministry" belongs to its name: capitals, possessives, "interior", but no "the"."""
    word = copy.low[at]
    if copy.words[at][0].isupper():
        return word not in word_list("determiners.txt") and word not in word_list("prepositions.txt")
    return word in ("'s", "'") or word in _BODY_WORDS


_BODY_WORDS = frozenset(
    """
        interior foreign defence defense health finance justice transport energy education environment communities home
        city state federal county national local coast fire aid rights electoral election central civil human security
        intelligence port prosecutor's secret border traffic riot air news bar trade labour labor teachers opposition
        ruling
    """.split()
)
