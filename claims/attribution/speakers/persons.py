"""The person's name in the phrase of a source, and the offices beside it: "Defence Minister Igor Lapin".

A phrase about somebody holds a name and is not that person: "a lawyer for Igor Lapin", "the chief suspect in the case".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from claims import agencies
from claims.attribution.kinds import is_outlet, is_place, kind_of_noun
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.names import PARTICLES, capital, is_demonym, is_people
from claims.records import SourceKind

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*\.?(?:['’](?!s\b)\w+)*|['’]s?\b|[^\w\s]")
_OFFICE = re.compile(
    r"\b(Secretary) of State\b(?! for)|\b(Speaker) of the House\b"
    r"|\b(Chancellor) of the Exchequer\b|\b(Chief) of Staff\b"
)
OF = frozenset("of for from in at on with by to near aboard like".split())
"""Words behind which a phrase says no more what it is."""


def tokens(text: str) -> list[str]:
    """The words of a phrase; possessive marks and punctuation apart."""
    return _TOKEN.findall(text)


def roles_in(words: list[str]) -> frozenset[str]:
    """Every noun of office among words."""
    return frozenset(w.lower() for w in words if kind_of_noun(w.lower()) is SourceKind.PERSON)


@lru_cache(maxsize=4096)
def person_in(text: str) -> tuple[str, frozenset[str]]:
    """The person's name that a phrase ends with (or begins with before "of"), and the offices named beside it."""
    words = tokens(_OFFICE.sub(lambda m: m.group(m.lastindex or 0), text))
    if (noun := _common_noun(words)) is not None:
        return "", roles_in(words[:noun])
    cut = next((i for i, w in enumerate(words) if i > 0 and w.lower() in OF and words[i - 1][0].isupper()), len(words))
    if cut < len(words) and kind_of_noun(words[cut - 1].lower()) is SourceKind.PERSON:
        return _behind_office(words, cut)
    name, roles = _closing_name(words[:cut])
    if name or cut == len(words):
        return name, roles | roles_in(words[cut:]) if name else roles
    return _closing_name(words)


def _common_noun(words: list[str]) -> int | None:
    """Where a phrase about a thing or a nameless person goes on with a preposition: "a lawyer | for Igor Lapin".

    None where a name may stand in it: "Lapin of the port", "former president of Norland Igor Lapin".
    """
    at = next((i for i, w in enumerate(words) if i > 0 and w in OF), None)
    several = at == 1 and words[0].endswith("s") and not words[0].endswith("ss")
    if at is None or (capital(words[at - 1]) and not several) or not words[at - 1][0].isalpha() or at + 2 >= len(words):
        return None
    of_place = is_place(words[at + 1]) and words[at + 2].lower() in first_names()
    named = next((i for i in range(at + 1, len(words) - 1) if capital(words[i])), len(words))
    task = words[at] == "of" and words[at - 1] in _CHIEFS and named > at + 1
    of_task = task and named + 1 < len(words) and capital(words[named + 1])
    return None if of_place or of_task else at


_CHIEFS = frozenset("chief head director minister secretary president chairman commander manager".split())
"""Offices that may have their task between them and a name: "chief of staff Lena Brandt"."""


def _behind_office(words: list[str], cut: int) -> tuple[str, frozenset[str]]:
    """The name behind an office and what it is for: "Ambassador to Norland | Hasan Fathi"."""
    first = next((i for i in range(cut + 1, len(words) - 1) if words[i].lower() in first_names()), len(words))
    behind = "".join(words[cut + 1 : cut + 2])
    titled = kind_of_noun(behind.lower()) is SourceKind.PERSON and not behind.endswith("s")
    if first == cut + 1 or titled or words[cut - 1].endswith("s"):
        return "", roles_in(words[:cut])  # lawyers for Igor Lapin, spokesman for President Lapin
    return _closing_name(words[first:])[0], roles_in(words[:cut])


def _closing_name(words: list[str]) -> tuple[str, frozenset[str]]:
    start = len(words)
    while start > 0 and _in_name(words, start - 1, len(words)):
        start -= 1
    run = words[start:]
    titles = word_list("speakers/titles.txt")
    keep = 0
    for i, word in enumerate(run):
        bare = word.lower().rstrip(".")
        if (bare in titles and i < len(run) - 1) or word in ("'s", "’s"):
            keep = i + 1
    name = run[keep:]
    while name and name[0].lower() in PARTICLES and name[0].islower():
        name = name[1:]
    native = _led_by_demonym(name) and not is_place(" ".join(name))
    name = name[1:] if native else name
    before = words[start - 1].lower() if start else ""
    if name and name[0].lower() in ("the", "a", "an"):
        before, name = name[0].lower(), name[1:]
    titled = (keep > 0 and run[keep - 1] not in ("'s", "’s")) or kind_of_noun(before) is SourceKind.PERSON
    titled = titled or (native and before not in ("the", "a", "an"))
    if not name or before in word_list("prepositions.txt") or not _personal(name, titled, before):
        return "", roles_in(words)
    return " ".join(name), roles_in(words[:start] + run[:keep])


def _led_by_demonym(name: list[str]) -> bool:
    """Whether a name begins with where its owner is from: "Latvian Ernests Gulbis", "Dutchman Hiddink".

    "Christian de Vries" does not; a last name alone has to follow the name of a people of the list or the gazetteer.
    """
    known = len(name) == 3 or (len(name) > 3 and name[1].lower() in first_names())
    known = known or (len(name) == 2 and is_people(name[0]) and kind_of_noun(name[1].lower()) is None)
    return known and is_demonym(name[0]) and name[0].lower() not in first_names()


def _in_name(words: list[str], at: int, end: int) -> bool:
    word = words[at]
    if capital(word):
        return True
    if word not in PARTICLES or at == 0 or at + 1 >= end:
        return False
    left = words[at - 2] if at > 1 and words[at - 1] in PARTICLES else words[at - 1]
    return capital(left) and (capital(words[at + 1]) or words[at + 1] in PARTICLES)


def _personal(name: list[str], titled: bool, before: str) -> bool:
    line = " ".join(name)
    if is_outlet(line) or is_of_body(name, before):
        return False
    if is_place(line) or agencies.find(line) is not None or any(w.isdigit() for w in name) or len(name) > 5:
        return False
    if any(kind_of_noun(w.lower()) not in (None, SourceKind.PERSON) or w.lower() in _INSTITUTIONS for w in name):
        return False
    if titled:
        return True
    if before in ("'s", "’s") and len(name) > 1 and name[0].lower() in first_names() and not is_demonym(name[0]):
        return True  # Labour's Ann Hay, no "Norland's Christian Democrats"
    if before in ("the", "a", "an", "of", "'s", "’s"):
        return False
    if len(name) == 1:
        return False
    first = name[0].lower()
    return first in first_names() or (
        len(name) <= 4 and not any(w.isupper() and len(w) > 2 for w in name) and kind_of_noun(first) is None
    )


_BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.AGENCY)
_SINGLES = frozenset("guard guards police".split())
"""Nouns of bodies that one of theirs may go by: "guard Igor Lapin"."""


def is_of_body(name: Sequence[str], before: str) -> bool:
    """Whether the noun before a name is that of a body: "rights group | Open Door"."""
    known = before == "tank" or kind_of_noun(before) in _BODIES
    return known and before not in _SINGLES and name[0].lower() not in first_names()


_INSTITUTIONS = frozenset(
    """
        hurricane typhoon cyclone storm lake mount river street avenue square island islands valley province college
        school airport unit journalism south north east west central new down daily
        watch international organization corps corp inc ltd co motors airways airlines watch borders frontières
        frontieres rights nations bank times post news press affairs lines railway railways program programme
        games printing industries media pictures oil gas
        foods systems software technologies technology partners capital holdings insurance studios networks telecom
        communications stores chemicals resources petroleum investments securities management research reserve online
        entertainment pharmaceuticals aerospace shipping logistics services solutions
    """.split()
)


@cache
def first_names() -> dict[str, str]:
    """First names with the gender they tell (m, f)."""
    names = {gender: word_list(f"speakers/first_names_{gender}.txt") for gender in "mf"}
    both = names["m"] & names["f"] | word_list("speakers/first_names_both.txt")
    return {name: gender for gender in "mf" for name in names[gender] - both} | dict.fromkeys(both, "")
