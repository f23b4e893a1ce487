"""Places a text names: countries, capitals, cities and regions from a small gazetteer, and what stands after "in".

The gazetteer (`data/countries.csv`, `data/cities.csv`, `data/same_place.csv`) holds facts only: which city lies in
which country, what its people are called, which spellings mean one place (Kiev, Kyiv). A name it does not know is taken
for a place where a preposition of place and a capital letter say so ("near Krasny Yar").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from claims.language import lexicon
from claims.text import Span, squeeze

_NAME = re.compile(r"(?:U\.[SK]\.(?:A\.)?|[^\W\d_]+(?:['’.-]+[^\W\d_]+)*)")
_AFTER_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Tt]owards?|[Ii]nto|[Aa]cross)\s"
    r"(?P<of>(?:the\s)?(?:[a-z]+\s){0,2}(?:city|town|village|port|region|province|district|suburb|settlement|area)\sof\s)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]+){0,2})"
)
_Entry = TypeVar("_Entry")
_LONGEST = 4  # words in a name of the gazetteer
_NO_PLACE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|I|He|She|It|They|We|God|Parliament|Congress|English|A|An|The|No|That|This)(?:\W|$)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a text: where, its one name, its country as far as known, and whether it is itself a country."""

    span: Span
    name: str
    country: str | None
    is_country: bool = False
    known: bool = True


def mentions(text: str, within: Span | None = None) -> tuple[Place, ...]:
    """The places named in `text`, in order: those of the gazetteer, and capitalised names after "in", "at", "near"."""
    start, end = within or (0, len(text))
    known = tuple(_known(text, start, end))
    covered = {at for place in known for at in range(place.span.start, place.span.end)}
    guessed = (p for m in _AFTER_IN.finditer(text, start, end) if (p := _guess(m)) and p.span.start not in covered)
    return tuple(sorted((*known, *guessed), key=lambda place: place.span))


def names(text: str, within: Span | None = None) -> tuple[str, ...]:
    """The names of the places, each once, in order of appearance."""
    return tuple(dict.fromkeys(place.name for place in mentions(text, within)))


def nations(text: str, within: Span | None = None) -> tuple[str, ...]:
    """The countries a text names by themselves, their people or their capitals, each once: who takes part."""
    start, end = within or (0, len(text))
    found = [country for span, country in _looked_up(text, start, end, _peoples())]
    return tuple(dict.fromkeys(found))


def after(text: str, within: Span | None = None) -> str | None:
    """The first place named in `text` (or in the part `within`), or None."""
    found = mentions(text, within)
    return found[0].name if found else None


def country_of(name: str) -> str | None:
    """The country a place of the gazetteer lies in (a country lies in itself), or None."""
    found = _gazetteer().get(squeeze(name))
    return found[1] if found else None


def is_country(name: str) -> bool:
    """Whether a name is that of a country."""
    found = _gazetteer().get(squeeze(name))
    return found is not None and found[2]


def _known(text: str, start: int, end: int) -> Iterator[Place]:
    for span, (name, country, whole) in _looked_up(text, start, end, _places()):
        yield Place(span, name, country, whole)


@dataclass(frozen=True, slots=True)
class _Names(Generic[_Entry]):
    """A table by name, with the words its names begin with: few words of a text need be looked up at all."""

    entries: Mapping[str, _Entry]
    begin: frozenset[str]

    @classmethod
    def of(cls, entries: Mapping[str, _Entry]) -> _Names[_Entry]:
        return cls(entries, frozenset(m.group() for name in entries if (m := _NAME.match(name))))


def _looked_up(text: str, start: int, end: int, table: _Names[_Entry]) -> Iterator[tuple[Span, _Entry]]:
    """Entries of `table` in the text, the longest at each place, none overlapping."""
    words = [m.span() for m in _NAME.finditer(text, start, end)]
    at = 0
    while at < len(words):
        step = 1
        if text[words[at][0]].isupper() and _may_begin(text, words[at], table):
            for size in range(min(_LONGEST, len(words) - at), 0, -1):
                span = Span(words[at][0], words[at + size - 1][1])
                if span.end - span.start < 50 and (entry := table.entries.get(_plain(text, span))):
                    yield span, entry
                    step = size
                    break
        at += step


def _may_begin(text: str, word: tuple[int, int], table: _Names[_Entry]) -> bool:
    """Whether a name of the table begins with this word, or is this word without its genitive."""
    written = text[word[0] : word[1]].replace("’", "'")
    return written in table.begin or ("'" in written and _plain(text, Span(*word)) in table.entries)


def _plain(text: str, span: Span) -> str:
    return squeeze(text[span.start : span.end]).removesuffix("'s").removesuffix("’s").replace("’", "'")


def _guess(match: re.Match[str]) -> Place | None:
    name = match["name"].removesuffix("'s").removesuffix("’s")
    if _NO_PLACE.match(name) or (name.isupper() and len(name) < 5):
        return None
    start = match.start("name")
    return Place(Span(start, start + len(name)), squeeze(name), None, known=False)


@cache
def _places() -> _Names[tuple[str, str, bool]]:
    return _Names.of(_gazetteer())


@cache
def _peoples() -> _Names[str]:
    return _Names.of(_nations())


@cache
def _gazetteer() -> dict[str, tuple[str, str, bool]]:
    """Name → (the place's one name, its country, whether it is the country)."""
    same = {row["form"]: row["place"] for row in lexicon.table("same_place.csv")}
    found: dict[str, tuple[str, str, bool]] = {}
    for row in lexicon.table("countries.csv"):
        country = row["country"]
        for name in (country, *_several(row["aliases"])):
            found[name] = (same.get(name, country), country, name not in same)
        if row["capital"]:
            found.setdefault(row["capital"], (row["capital"], country, False))
    for row in lexicon.table("cities.csv"):
        for name in _several(row["cities"]):
            found.setdefault(name, (same.get(name, name), row["country"], False))
    return found


@cache
def _nations() -> dict[str, str]:
    table = {name: country for name, (_, country, _whole) in _gazetteer().items()}
    for row in lexicon.table("countries.csv"):
        table |= dict.fromkeys(_several(row["demonyms"]), row["country"])
    return table


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
