"""Reads the phrase of a source: the person's name in it, the office, whether one or several, named or not.

"Defence Minister Igor Lapin" holds a person with the office of minister; "a spokesman for the port" holds nobody named;
"the head of the port, Luca Berardi" and "Luca Berardi, head of the port" are the same to us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims import agencies
from claims.attribution.kinds import BEHIND_NOUNS, is_outlet, is_place, kind_of_noun
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.names import DESCRIBES, capital, is_demonym, visible
from claims.attribution.speakers.persons import OF, first_names, person_in, roles_in, tokens
from claims.records import SourceKind
from claims.text import squeeze

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f",
    "it": "n", "its": "n", "this": "n", "that": "n", "which": "n",
    "they": "p", "them": "p", "their": "p", "we": "p", "both": "p", "all": "p", "neither": "p", "these": "p",
    "i": "", "you": "", "who": "",
}  # fmt: skip
_INDEFINITE = frozenset(
    """
        a an one two three four five six seven eight nine ten several some many few another other others dozens hundreds
        unnamed unidentified anonymous both
    """.split()
)
_PARTS = _INDEFINITE - {"a", "an", "one", "other", "others"} | frozenset("most half all none each".split())
"""Words that with "of" make a part of a whole."""
_POSSESSIVES = frozenset("his her its their our my".split())
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
_RELATIVE = re.compile(r"\s+(?:who|whose|whom|which|that)\s[^,]*")
_CALLED = re.compile(
    r"\b(?:gave (?:his|her) name as|identif(?:ied|ying) (?:himself|herself) as|calling (?:himself|herself)"
    r"|named|called)"
    r" (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)
_LEAD = re.compile(
    r"^(?:\d{1,2}[:.]?\d\d:?\s+"
    r"|(?:\w+\s+)?(?:[Dd]ay|[Ww]eek|[Mm]onth|[Hh]our|[Yy]ear)s?\s+(?:earlier|later|before|ago),?\s+"
    r"|(?:Asked|Adds|Updates)\s+"
    r"|(?:(?:[Ii]n|[Ll]ast|[Ll]ate|[Ee]arly) )*(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) (?=(?:an?|the) )"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2} (?:\(\w+\) )?[-–—] )"
)
_VAGUE = re.compile(r"(?:a |the )?(?:one|person|people|someone|those|somebody|others)\b.{0,30}\bwho\b", re.IGNORECASE)
_STOP = re.compile(r"\b(Co|Corp|Inc|Ltd|Bros)\.$")
_OWN = re.compile(r"['’]s?(?:\s+own)?$|\s+(?:who|which|that|and|at|in|on|of)$")
_SAME = re.compile(r"^([Tt]he) same\b")
_TIME = re.compile(
    r"\s+(?:(?:on|late|early|later|last|this)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\s+(?:[A-Z]|\w*papers?\b))|week|month|year|morning|evening|night)\b.*$"
    r"|\s+in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*$"
    r"|\s+with a (?:straight|\w+ed) \w+$"
    r"|\s+(?:in turn|no longer|at the time|then|later|already|also|himself|herself|itself|themselves)$"
)
_SEAT = re.compile(r"^([Tt]he )[A-Z][\w.]+(?: [A-Z][\w.]+)?, (?=[A-Z][\w.]*-based\b)")
_FOCUS = re.compile(r"^(?:[Oo]nly|[Jj]ust|[Ee]ven|[Nn]early|[Aa]lmost|[Ss]omething)\s+(?=\d|[A-Z]|[\w-]+ per ?cent)")
_VERB = re.compile(r"(?<=\w)\s+(?:has|have|had|is|was|were|will|would)(?:\s.*)?$", re.DOTALL)
_SAID = re.compile(r"(?<=\w),?\s+(?:said|says|told|added)\b.*$", re.DOTALL)
_WHOM = re.compile(r"^(?:whom?|which|what|that|as)\s+(?=(?:he|she|it|they|we|I)$)")
_BASED = re.compile(r"^(?:[Tt]he )?[A-Z][\w.]*(?:" + "|".join(DESCRIBES) + r")\s+(?=[A-Z])")


_ASIDE = re.compile(r",|\s(?:[–—-]|--)\s|\(|\)")
_AGE = re.compile(r"\d{1,3}")
_NO_NAME = re.compile(r"(?:\w+ing|who|whose|which|where|to|in|on|at|after|with)\b")
_OWNER = re.compile(r"(.{2,60}?)['’]s\s")


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


@lru_cache(maxsize=2048)
def read(text: str) -> Phrase:
    """Takes the phrase of a source apart."""
    if (called := _CALLED.search(text)) is not None and person_in(text[: called.start()])[0] == "":
        return _under_name(called.group("name"))
    line = _tidy(text)
    low = line.lower()
    if low in PRONOUNS:
        gender = PRONOUNS[low]
        return Phrase(line, "pronoun", head=low, gender=gender if gender in ("m", "f") else "", plural=gender == "p")
    main, *asides = [p.strip() for p in _ASIDE.split(line) if p.strip()] or [line]
    age = next((a for a in asides if _AGE.fullmatch(a)), "")
    rest = [a for a in asides if a != age and not _NO_NAME.match(a)]
    person, roles = person_in(main)
    if not person and rest:
        person, more = next(((p, r) for p, r in map(person_in, rest) if p and _is_role(main)), ("", frozenset()))
        roles = roles | more
    if not person and (name := _named_aside(main, rest)) is not None:
        return read(name)
    for aside in rest:
        roles = roles | roles_in(tokens(aside))
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


def _under_name(name: str) -> Phrase:
    """Somebody by the name that the phrase gives him: "a man who gave his name as Igor Lapin"."""
    gender = first_names().get(name.split()[0].lower(), "")
    return Phrase(name, "person", name, name.split()[-1].lower(), kind=SourceKind.PERSON, gender=gender)


def _named_aside(main: str, asides: list[str]) -> str | None:
    """The name of the body that a description goes before: "The island's trade group - the Wool Board"."""
    described = main.split()
    if not asides or not described:
        return None
    noun = kind_of_noun(described[-1].lower())
    owned = described[0].lower() in _OPENS_DESCRIPTION or any(w.endswith(("'s", "’s")) for w in described)
    if noun is SourceKind.UNNAMED or not (owned and described[-1].islower()):
        return None
    name = asides[0].removeprefix("the ")
    if noun in (None, SourceKind.PERSON) and (len(described) > 2 or " " not in name):
        return None  # but for "The owner, Maro Lines", "The ferry, Great Lakes Central"
    return asides[0] if name[:1].isupper() and all(map(capital, name.split())) and not is_place(name) else None


_OPENS_DESCRIPTION = frozenset("the his her its their".split())


def _tidy(text: str) -> str:
    """One line without what stands around the phrase: clock times, "four days earlier", "on Monday", "has also"."""
    line = _SEAT.sub(r"\1", _LEAD.sub("", _without_predicate(squeeze(visible(text))).strip(" ,;:-–—*•")))
    line = _BASED.sub("", _FOCUS.sub("", _WHOM.sub("", _SAID.sub("", line))))
    vague = _VAGUE.match(line) is not None
    line = _VERB.sub("", line if vague else _RELATIVE.sub("", line))
    line = _STOP.sub(r"\1", _TIME.sub("", line))
    last = line.rpartition(" ")[2].replace("’", "'")
    own = line if last in word_list("speakers/apostrophes.txt") else _OWN.sub("", line)
    return _SAME.sub(r"\1", own).strip(" ,;:") or line


def _without_predicate(line: str) -> str:
    """A name without what its owner does besides: "Lapin | and meets Baltic envoys"."""
    left, joint, right = line.partition(" and ")
    first, _, rest = right.partition(" ")
    acts = joint and first.islower() and first.endswith(("s", "ed")) and kind_of_noun(first) is None
    return left if acts and left[:1].isupper() and rest[:1].isupper() else line


def _is_role(text: str) -> bool:
    words = tokens(text)
    return bool(roles_in(words)) or (
        words[:1] != [] and words[0].lower() in ("the", "his", "her", "its", "their", "a", "an", "one", "another")
    )


def _nameless(main: str, roles: frozenset[str], aside: str, age: str) -> Phrase:
    whole, main = main, _proper(main)
    words = tokens(main)
    first = words[0].lower() if words else ""
    head = _head(words)
    kind = kind_of_noun(head)
    if whole != main and kind is SourceKind.PERSON:
        kind = SourceKind.ORGANISATION  # the charity | Doctors for All
    plural = (head.endswith("s") and not head.endswith("ss")) or head in ("police", "people", "men", "women")
    if (
        first == "the"
        or first in _POSSESSIVES
        or "'s" in words
        or "’s" in words
        or first in ("this", "that", "these", "those")
    ):
        form = "definite"
    elif first in _INDEFINITE or _is_part(words) or first.isdigit() or (first and not words[0][0].isupper()):
        form = "indefinite"
    elif kind is not None and head == words[-1].lower() and len(words) == 1:
        form = "indefinite"  # "Police", "Officials" at the head of a sentence
    else:
        form = "name"
        plural = plural and (kind is not None or _is_several(words))
    return Phrase(
        main,
        form,
        "",
        head,
        roles | roles_in(words),
        _owner(main),
        _kind(main, head, kind, form),
        plural,
        _gender("", main, roles),
        age,
        aside,
    )


def _is_several(words: list[str]) -> bool:
    """Whether a name that ends in -s is one of several: "Western powers", "Russians"; not "Reuters"."""
    return words[-1].islower() or is_demonym(words[-1])


def _proper(main: str) -> str:
    """The name that a body's noun introduces: "the airline Nordwind", "drinks giant Nordwind" → "Nordwind"."""
    first, _, rest = main.partition(" ")
    words = rest.split()
    at = next((i for i, w in enumerate(words) if w[:1].isupper() and i > 0 and words[i - 1].islower()), 0)
    if at == 0 and words and words[0][:1].isupper() and first.islower():
        return main
    noun = words[at - 1] if at else ""
    kind = kind_of_noun(noun)
    told = noun in _INTRODUCES or (
        first.lower() == "the" and noun != "agency" and kind not in (None, SourceKind.PERSON, SourceKind.AGENCY)
    )
    plain = kind_of_noun(words[at].lower()) is None if at else False
    plain = plain or words[at + 1 : at + 2] in (["for"], ["without"])  # the charity Doctors for All
    opens = at > 0 and plain and not is_place(" ".join(words[at:]))
    named = all(capital(w) or (i > 0 and w in _WITHIN_NAMES) for i, w in enumerate(words[at:]))
    return " ".join(words[at:]) if told and opens and named else main


_WITHIN_NAMES = frozenset("of for and without".split())
_INTRODUCES = frozenset(
    """
        giant firm company airline carrier bank lender carmaker automaker maker retailer operator manufacturer insurer
        utility developer builder brewer group charity union watchdog tank organisation organization association daily
        weekly newspaper magazine broadcaster
    """.split()
)
"""Nouns before the name of a body, with or without an article."""


def _kind(main: str, head: str, kind: SourceKind | None, form: str) -> SourceKind:
    if agencies.find(main) is not None or is_outlet(main) or (form == "name" and agencies.find(head) is not None):
        return SourceKind.AGENCY
    if is_place(main):
        return SourceKind.GOVERNMENT
    if kind is SourceKind.PERSON and form == "indefinite":
        return SourceKind.UNNAMED
    return kind or SourceKind.ORGANISATION


def _head(words: list[str]) -> str:
    """The noun that the phrase is about: the last word before a preposition; of a part, what it is a part of."""
    if _is_part(words) and kind_of_noun(noun := _head(words[2:])) is not None:
        return noun
    end = next((i for i, w in enumerate(words) if i > 0 and w.lower() in OF), len(words))
    kept = [w for w in words[:end] if w[0].isalnum()]
    while len(kept) > 1 and kept[-1].endswith("ed") and kept[-1].islower() and kind_of_noun(kept[-1]) is None:
        kept.pop()  # people | briefed on the talks
    while len(kept) > 1 and kept[-1].lower() in BEHIND_NOUNS:
        kept.pop()  # sources | familiar with the matter
    return kept[-1].lower() if kept else ""


def _is_part(words: list[str]) -> bool:
    """Whether a phrase is some of several: "two of the sources", "most of the banks"."""
    return len(words) > 2 and words[1] == "of" and words[0].lower() in _PARTS


def _owner(text: str) -> str:
    first, _, _ = text.partition(" ")
    if first.lower() in _POSSESSIVES:
        return first.lower()
    match = _OWNER.match(text)
    return match.group(1) if match else ""


def _gender(person: str, main: str, roles: frozenset[str]) -> str:
    words = {w.lower().rstrip(".") for w in tokens(main)} | roles
    if words & _PERSONAL_MALE:
        return "m"
    if words & _PERSONAL_FEMALE:
        return "f"
    return first_names().get(person.split()[0].lower(), "") if person else ""
