"""The words a person's name is made of: capitals, particles, and the article that Arabic names carry ("al-Assad")."""

from __future__ import annotations

import re

from claims.language import places

_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ul|bin|ben|abu)-(?=[^\W\d_])", re.IGNORECASE)

PARTICLES = frozenset("de del della di da dos du la le el al bin ibn abu van von der den ter ben af zu y e".split())
"""Small words within a name; "Ilse von der Heide" has two."""
DESCRIBES = ("-based", "-listed", "-led", "-backed", "-owned")
"""Endings of a first word that is no part of the name behind it: "Velin-based Toplan"."""
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


_TICKER = re.compile(r"\s*<[A-Z][A-Z.]{0,8}>|^[A-Z.]{1,8}>\s*")


def visible(text: str) -> str:
    """A name as readers take it: without zero-width spaces, tickers ("<CCI.N>") and the brackets of a company."""
    line = text.translate(_INVISIBLE)
    return _TICKER.sub("", line).translate({60: None, 62: None}) if "<" in line or ">" in line else line


def capital(word: str) -> bool:
    """Whether a word counts as capitalised in a name: "Lapin", and "al-Haddad" whose article is small."""
    return word[:1].isupper() or ("-" in word and bare(word)[:1].isupper())


def bare(word: str) -> str:
    """A last name without its article: "al-Haddad" → "Haddad", as copy goes on with it."""
    return _ARTICLE.sub("", word, count=1) if "-" in word else word


_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


def last_of(name: str) -> str:
    """The name by which copy goes on: the last word but for "Jr", without the article that Arabic names carry."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    return bare(words[-1])


_ENDINGS = ("ian", "ean", "ish", "ese", "rman", "hman", "chman", "sman", "ians", "eans", "rmans")
_PEOPLES = frozenset(
    """
        american americans canadian swiss german briton britons swede dane finn pole czech spaniard turk greek serb
        croat slovak scot israeli iraqi pakistani saudi kazakh uzbek afghan dutch french kiwi argentine mexican moroccan
        south-african dutchman welshman englishman
    """.split()
)
_NO_PEOPLE = frozenset("guardian historian politician librarian technician civilian parliamentarian chairman".split())


def is_demonym(word: str) -> bool:
    """Whether a capitalised word says where somebody is from ("Latvian", "Dutchman"), by its ending or by the list."""
    low = word.lower()
    return (
        word[:1].isupper() and low not in _NO_PEOPLE and (low in _PEOPLES or (len(low) > 5 and low.endswith(_ENDINGS)))
    )


def is_people(word: str) -> bool:
    """Whether a word is surely the name of a people, by the list or the gazetteer."""
    return word.lower() in _PEOPLES or (is_demonym(word) and places.nations(word) != ())


def is_native(word: str) -> bool:
    """Whether "the" with this word is one person ("the Latvian"); "the Chinese", "the Russians" are more than one."""
    return (is_demonym(word) and not word.lower().endswith(("s", "ese", "ish", "french", "dutch"))) or word == "Swiss"
