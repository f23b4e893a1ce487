"""Reads the phrase of a source: the person's name in it, the office, whether one or several, named or not.

"Defence Minister Igor Lapin" holds a person with the office of minister; "a spokesman for the port" holds nobody named;
"the head of the port, Luca Berardi" and "Luca Berardi, head of the port" are the same to us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims import agencies
from claims.attribution.kinds import is_place, kind_of_noun
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.names import DESCRIBES, PARTICLES, capital, is_demonym, is_people, visible
from claims.records import SourceKind
from claims.text import squeeze

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f",
    "it": "n", "its": "n", "this": "n", "that": "n", "which": "n",
    "they": "p", "them": "p", "their": "p", "we": "p", "both": "p", "all": "p", "neither": "p", "these": "p",
    "i": "", "you": "", "who": "",
}  # fmt: skip
COUNTS = frozenset(
    "one two three four five six seven eight nine ten several some many few another dozens hundreds".split()
)
_INDEFINITE = frozenset(
    """
        a an one two three four five six seven eight nine ten several some many few another other others dozens hundreds
        unnamed unidentified anonymous
    """.split()
)
_POSSESSIVES = frozenset("his her its their our my".split())
_TOKEN = re.compile(r"\w+(?:[-.]\w+)*\.?(?:['’](?!s\b)\w+)*|['’]s?\b|[^\w\s]")
_PERSONAL_MALE = frozenset(
    """
        man boy spokesman chairman father brother son husband uncle king prince mr sir lord fisherman fireman policeman
        businessman councilman congressman
    """.split()
)
_PERSONAL_FEMALE = frozenset(
    """
        woman girl spokeswoman chairwoman mother sister daughter wife aunt queen princess mrs ms miss lady dame widow
        stewardess nun
    """.split()
)
_RELATIVE = re.compile(r"\s+(?:who|whose|whom|which|that)\s.*$", re.DOTALL)
_LEAD = re.compile(
    r"^(?:\d{1,2}[:.]?\d\d:?\s+"
    r"|(?:\w+\s+)?(?:[Dd]ay|[Ww]eek|[Mm]onth|[Hh]our|[Yy]ear)s?\s+(?:earlier|later|before|ago),?\s+"
    r"|(?:Asked|Adds|Updates)\s+)"
)
_VAGUE = re.compile(r"(?:a |the )?(?:one|person|people|someone|those|somebody|others)\b.{0,30}\bwho\b", re.IGNORECASE)
_OWN = re.compile(r"['’]s?(?:\s+own)?$|\s+(?:who|which|that|and|at|in|on|of)$")
_SAME = re.compile(r"^([Tt]he) same\b")
_TIME = re.compile(
    r"\s+(?:(?:on|late|early|later|last|this)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\s+[A-Z])|week|month|year|morning|evening|night)\b.*$"
    r"|\s+(?:at the time|then|later|already|also|himself|herself|itself|themselves)$"
)
_VERB = re.compile(r"(?<=\w)\s+(?:has|have|had|is|was|were|will|would)(?:\s.*)?$", re.DOTALL)
_SAID = re.compile(r"(?<=\w),?\s+(?:said|says|told|added)\b.*$", re.DOTALL)
_WHOM = re.compile(r"^(?:whom?|which|what|that|as)\s+(?=(?:he|she|it|they|we|I)$)")
_BASED = re.compile(r"^(?:[Tt]he )?[A-Z][\w.]*(?:" + "|".join(DESCRIBES) + r")\s+(?=[A-Z])")
_OFFICE = re.compile(
    r"\b(Secretary) of State\b(?! for)|\b(Speaker) of the House\b"
    r"|\b(Chancellor) of the Exchequer\b|\b(Chief) of Staff\b"
)
_OF = frozenset("of for from in at on with by to near aboard".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source as the sentence gives it, taken apart."""

    text: str  # one line, without relative clauses and appositions
    form: str  # pronoun, person, name, definite, indefinite
    person: str = ""  # the name of a person in it, without titles
    head: str = ""  # the noun that says what it is: minister, ministry, sources
    roles: frozenset[str] = frozenset()  # every noun of office in it
    owner: str = ""  # whose: "his" lawyer, "Italy's" coast guard
    kind: SourceKind = SourceKind.ORGANISATION
    plural: bool = False
    gender: str = ""  # m, f, or unknown
    age: str = ""
    aside: str = ""  # the apposition


def tokens(text: str) -> list[str]:
    """The words of a phrase; possessive marks and punctuation apart."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=2048)
def read(text: str) -> Phrase:
    """Takes the phrase of a source apart."""
    line = _tidy(text)
    low = line.lower()
    if low in PRONOUNS:
        gender = PRONOUNS[low]
        return Phrase(line, "pronoun", head=low, gender=gender if gender in ("m", "f") else "", plural=gender == "p")
    main, *asides = [p.strip() for p in re.split(r",|\s[–—]\s|\(|\)", line) if p.strip()] or [line]
    age = next((a for a in asides if re.fullmatch(r"\d{1,3}", a)), "")
    rest = [
        a for a in asides if a != age and not re.match(r"(?:\w+ing|who|whose|which|where|to|in|on|at|after|with)\b", a)
    ]
    person, roles = person_in(main)
    if not person and rest:
        person, more = next(((p, r) for p, r in map(person_in, rest) if p and _is_role(main)), ("", frozenset()))
        roles = roles | more
    for aside in rest:
        roles = roles | _roles(tokens(aside))
    if person:
        gender = _gender(person, main, roles)
        return Phrase(
            main,
            "person",
            person,
            _head(tokens(main)),
            roles,
            _owner(main),
            SourceKind.PERSON,
            False,
            gender,
            age,
            ", ".join(rest),
        )
    return _nameless(main, roles, ", ".join(rest), age)


def _tidy(text: str) -> str:
    """One line without what stands around the phrase: clock times, "four days earlier", "on Monday", "has also"."""
    line = _LEAD.sub("", _without_predicate(squeeze(visible(text))).strip(" ,;:-–—*•"))
    line = _BASED.sub("", _WHOM.sub("", _SAID.sub("", line)))
    vague = _VAGUE.match(line) is not None
    line = _VERB.sub("", line if vague else _RELATIVE.sub("", line))
    return _SAME.sub(r"\1", _OWN.sub("", _TIME.sub("", line))).strip(" ,;:") or line


def _without_predicate(line: str) -> str:
    """A name without what its owner does besides: "Lapin | and meets Baltic envoys"."""
    left, joint, right = line.partition(" and ")
    first, _, rest = right.partition(" ")
    acts = joint and first.islower() and first.endswith(("s", "ed")) and kind_of_noun(first) is None
    return left if acts and left[:1].isupper() and rest[:1].isupper() else line


def _is_role(text: str) -> bool:
    words = tokens(text)
    return bool(_roles(words)) or (
        words[:1] != [] and words[0].lower() in ("the", "his", "her", "its", "their", "a", "an", "one", "another")
    )


def _nameless(main: str, roles: frozenset[str], aside: str, age: str) -> Phrase:
    main = _proper(main)
    words = tokens(main)
    first = words[0].lower() if words else ""
    head = _head(words)
    kind = kind_of_noun(head)
    plural = (head.endswith("s") and not head.endswith("ss")) or head in ("police", "people", "men", "women")
    if (
        first == "the"
        or first in _POSSESSIVES
        or "'s" in words
        or "’s" in words
        or first in ("this", "that", "these", "those")
    ):
        form = "definite"
    elif first in _INDEFINITE or first.isdigit() or (first and not words[0][0].isupper()):
        form = "indefinite"
    elif kind is not None and head == words[-1].lower() and len(words) == 1:
        form = "indefinite"  # "Police", "Officials" at the head of a sentence
    else:
        form = "name"
    return Phrase(
        main,
        form,
        "",
        head,
        roles | _roles(words),
        _owner(main),
        _kind(main, head, kind, form),
        plural,
        _gender("", main, roles),
        age,
        aside,
    )


def _proper(main: str) -> str:
    """The name that a body's noun introduces: "the airline Nordwind" → "Nordwind"; else the phrase as it is."""
    first, _, rest = main.partition(" ")
    words = rest.split()
    at = next((i for i, w in enumerate(words) if w[:1].isupper()), 0)
    noun = kind_of_noun(words[at - 1]) if at else None
    opens = kind_of_noun(words[at].lower()) is None and not is_place(" ".join(words[at:])) if words else False
    kept = noun in (None, SourceKind.PERSON, SourceKind.AGENCY) or words[at - 1] == "agency"
    if first.lower() != "the" or kept or not opens or not all(map(capital, words[at:])):
        return main
    return " ".join(words[at:])


def _kind(main: str, head: str, kind: SourceKind | None, form: str) -> SourceKind:
    if agencies.find(main) is not None or (form == "name" and agencies.find(head) is not None):
        return SourceKind.AGENCY
    if is_place(main):
        return SourceKind.GOVERNMENT
    if kind is SourceKind.PERSON and form == "indefinite":
        return SourceKind.UNNAMED
    return kind or SourceKind.ORGANISATION


def _head(words: list[str]) -> str:
    """The noun that the phrase is about: the last word before a preposition."""
    end = next((i for i, w in enumerate(words) if i > 0 and w.lower() in _OF), len(words))
    kept = [w for w in words[:end] if w[0].isalnum()]
    while len(kept) > 1 and kept[-1].endswith("ed") and kept[-1].islower() and kind_of_noun(kept[-1]) is None:
        kept.pop()  # people | briefed on the talks
    return kept[-1].lower() if kept else ""


def _owner(text: str) -> str:
    first, _, _ = text.partition(" ")
    if first.lower() in _POSSESSIVES:
        return first.lower()
    match = re.match(r"(.{2,60}?)['’]s\s", text)
    return match.group(1) if match else ""


def _roles(words: list[str]) -> frozenset[str]:
    return frozenset(w.lower() for w in words if kind_of_noun(w.lower()) is SourceKind.PERSON)


@lru_cache(maxsize=4096)
def person_in(text: str) -> tuple[str, frozenset[str]]:
    """The person's name that a phrase ends with (or begins with before "of"), and the offices named beside it."""
    words = tokens(_OFFICE.sub(lambda m: m.group(m.lastindex or 0), text))
    cut = next((i for i, w in enumerate(words) if i > 0 and w.lower() in _OF and words[i - 1][0].isupper()), len(words))
    if cut < len(words) and kind_of_noun(words[cut - 1].lower()) is SourceKind.PERSON:
        return _behind_office(words, cut)
    name, roles = _closing_name(words[:cut])
    if name or cut == len(words):
        return name, roles | _roles(words[cut:]) if name else roles
    return _closing_name(words)


def _behind_office(words: list[str], cut: int) -> tuple[str, frozenset[str]]:
    """The name behind an office and what it is for: "Ambassador to Norland | Hasan Fathi"."""
    first = next((i for i in range(cut + 1, len(words) - 1) if words[i].lower() in first_names()), len(words))
    return _closing_name(words[first:])[0], _roles(words[:cut])


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
    native = _led_by_demonym(name)
    name = name[1:] if native else name
    before = words[start - 1].lower() if start else ""
    if name and name[0].lower() in ("the", "a", "an"):
        before, name = name[0].lower(), name[1:]
    titled = (keep > 0 and run[keep - 1] not in ("'s", "’s")) or kind_of_noun(before) is SourceKind.PERSON
    titled = titled or (native and before not in ("the", "a", "an"))
    if not name or before in word_list("prepositions.txt") or not _personal(name, titled, before):
        return "", _roles(words)
    return " ".join(name), _roles(words[:start] + run[:keep])


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
    if is_place(line) or agencies.find(line) is not None or any(w.isdigit() for w in name) or len(name) > 5:
        return False
    if any(kind_of_noun(w.lower()) not in (None, SourceKind.PERSON) or w.lower() in _INSTITUTIONS for w in name):
        return False
    if titled:
        return True
    if before in ("the", "a", "an", "of", "'s", "’s"):
        return False
    if len(name) == 1:
        return False
    first = name[0].lower()
    return first in first_names() or (
        len(name) <= 4 and not any(w.isupper() and len(w) > 2 for w in name) and kind_of_noun(first) is None
    )


_INSTITUTIONS = frozenset(
    """
        hurricane typhoon cyclone storm lake mount river street avenue square island islands valley province college
        school airport unit journalism south north east west central new down daily
        watch international organization corps corp inc ltd co motors airways airlines watch borders frontières
        frontieres rights nations bank times post news press affairs lines railway railways
    """.split()
)


@cache
def first_names() -> dict[str, str]:
    """First names with the gender they tell (m, f)."""
    names = {gender: word_list(f"speakers/first_names_{gender}.txt") for gender in "mf"}
    both = names["m"] & names["f"] | word_list("speakers/first_names_both.txt")
    return {name: gender for gender in "mf" for name in names[gender] - both} | dict.fromkeys(both, "")


def _gender(person: str, main: str, roles: frozenset[str]) -> str:
    words = {w.lower().rstrip(".") for w in tokens(main)} | roles
    if words & _PERSONAL_MALE:
        return "m"
    if words & _PERSONAL_FEMALE:
        return "f"
    return first_names().get(person.split()[0].lower(), "") if person else ""
