"""The voices of a joint source: "police and witnesses", "his parents, Erin and Justin Lapin"."""

from __future__ import annotations

from claims.attribution.kinds import is_place, kind_of_noun
from claims.attribution.speakers import phrase
from claims.attribution.speakers.persons import first_names
from claims.attribution.speakers.phrase import Phrase
from claims.records import SourceKind


def voices(text: str) -> list[str]:
    """The voices of a joint source, each as it stands; a name with "and" in it stays whole.

    "Erin and Justin Lapin" share a last name, so that both come back with it.
    """
    left, joint, right = text.partition(" and ")
    if not joint or " who " in left:
        return [text]
    if left[:5].lower() == "both " and "," not in left:
        return [left[5:], right]
    if left.lower() in ("he", "she") and right.split()[0].lower() in ("his", "her"):
        return [left, right]  # she and her husband
    if "," in left:
        return _named_behind(left, right) or _listed(left, right) or [text]
    if shared := _one_last_name(left, right):
        return shared
    a, b = phrase.read(left), phrase.read(right)
    nameable = (a.person and b.person) or (a.head and b.head and _is_voice(a) and _is_voice(b))
    counted = left.split()[0].lower() in ("the", "two", "three", "several") and b.form == "name" and not b.person
    return [left, right] if nameable and not counted and not _within_of(left, a) else [text]


def _named_behind(left: str, right: str) -> list[str]:
    """The names of an apposition: "The victim's parents, Erin and Justin Lapin"."""
    main, _, first = left.partition(", ")
    who = phrase.read(main)
    if "," in first or not who.plural or kind_of_noun(who.head) is not SourceKind.PERSON:
        return []
    second = right.partition(",")[0]
    one, other = phrase.read(first).person, phrase.read(second).person
    return [one, other] if one and other else _one_last_name(first, second, persons=True)


def _listed(left: str, right: str) -> list[str]:
    """The voices of a list: "nine miners, residents and traders", "Igor Lapin, Marta Kovel and Ivo Brandt"."""
    voices = [part.strip() for part in (*left.split(","), right)]
    reads = [phrase.read(part) for part in voices]
    several = all(read.plural and kind_of_noun(read.head) is not None for read in reads)
    return voices if len(voices) < 6 and (several or all(read.person == read.text for read in reads)) else []


def _one_last_name(left: str, right: str, *, persons: bool = False) -> list[str]:
    """A couple's names: "Erin and Justin Lapin" → "Erin Lapin", "Justin Lapin"; `persons`: the text says so."""
    words = right.split()
    if " " in left or len(words) != 2 or not all(w[:1].isupper() for w in (left, *words)):
        return []
    known = first_names()
    if not persons and (left.lower() not in known or words[0].lower() not in known):
        return []
    return [f"{left} {words[1]}", right]


def _is_voice(read: Phrase) -> bool:
    return bool(read.person) or kind_of_noun(read.head) is not None or is_place(read.text)


def _within_of(left: str, read: Phrase) -> bool:
    return (" of " in left and not read.person) or " for " in left
