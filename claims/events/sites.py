"""Where a claim's event happened, as far as its sentence or headline places it: cities and towns, never countries.

A place counts where a preposition locates something in it ("a bus crashed in Lodem"); "Moscow says" names a
government, and "the Lodem bus" may be anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from claims.language import places
from claims.records import Claim
from claims.text import fold, words

# From here on (of 100) two spellings are one name: Kharkiv and Kharkov are 86, Leeds and Lodz 44.
_ONE_NAME = 82
_SHORT = 3  # words of a name up to this length ("New", "San") tell nothing by themselves
_LOCATES = re.compile(r"\b(?:in|at|near|outside|off)\s(?:the\s)?(?:[a-z-]+\s){0,3}$", re.IGNORECASE)
_BEFORE = 40  # characters before a name in which its preposition stands


@dataclass(frozen=True, slots=True)
class Site:
    """The towns a claim is placed in, folded, and the capitalised words of its copy, any of which may name a town."""

    towns: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()


_NOWHERE = Site()


def site(claim: Claim) -> Site:
    """Where `claim` is placed: by its sentence and headline (or lead), else nowhere.

    A dateline places nothing: it says where the copy was filed, and an accusation is answered from another capital.
    """
    return _site(claim.sentence, claim.story.headline or claim.story.lead)


# Import reads the same neighbours for claim after claim.
@lru_cache(maxsize=16384)
def _site(sentence: str, lent: str) -> Site:
    towns = _located(sentence) | _located(lent)
    if not towns:
        return _NOWHERE
    return Site(towns, _capitals(sentence) | _capitals(lent))


def elsewhere(a: Site, b: Site) -> bool:
    """Whether both are placed, in towns that neither shares with the other nor finds in the other's copy."""
    if not a.towns or not b.towns or a.towns & b.towns:
        return False
    if _named(a.towns, b.capitals) or _named(b.towns, a.capitals):
        return False
    return not any(_one_name(x, y) for x in a.towns for y in b.towns)


def _named(towns: frozenset[str], capitals: frozenset[str]) -> bool:
    return any(word in capitals for town in towns for word in town.split())


@lru_cache(maxsize=32768)
def _located(text: str) -> frozenset[str]:
    """The towns, folded, in which `text` says that something is."""
    return frozenset(
        fold(place.name)
        for place in places.mentions(text)
        if not place.is_country
        and not _of_a_country(place)
        and _LOCATES.search(text, max(0, place.span.start - _BEFORE), place.span.start)
    )


def _of_a_country(place: places.Place) -> bool:
    """ "Northern Norway", "the Norwegian Sea": wider than a town."""
    return not place.known and bool(places.nations(place.name))


@lru_cache(maxsize=32768)
def _capitals(text: str) -> frozenset[str]:
    written = (text[span.start : span.end].removesuffix("'s").removesuffix("’s") for span in words(text))
    return frozenset(fold(word) for word in written if word[:1].isupper() and len(word) > _SHORT)


@lru_cache(maxsize=65536)
def _one_name(a: str, b: str) -> bool:
    """Whether two names share a word, however each spells it."""
    return any(
        fuzz.ratio(x, y) >= _ONE_NAME for x in a.split() for y in b.split() if len(x) > _SHORT and len(y) > _SHORT
    )
