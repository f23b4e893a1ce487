"""Sources with a name of their own, by the fullest form that the story gives, and those without any."""

from __future__ import annotations

from dataclasses import replace

from claims.attribution.speakers import anonymity
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.names import PARTICLES, is_demonym
from claims.attribution.speakers.persons import first_names
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import Roster
from claims.attribution.speakers.scene import REACH, Memory, Speaker, again
from claims.records import SourceKind
from claims.text import fold


def by_last_name(roster: Roster, read: Phrase) -> Speaker | None:
    """The person whose last name looks like a number or begins small: "Ten", "von der Heide"."""
    first, _, rest = read.text.partition(" ")
    called = first[:1].isupper() if not rest else first in PARTICLES
    person = roster.person(read.text) if called else None
    known = person is not None and " " in person.name and person.sure
    return Speaker(person.name, SourceKind.PERSON, 0.95) if person is not None and known else None


def by_person(roster: Roster, read: Phrase) -> Speaker:
    """The person whose name the phrase holds."""
    person = roster.person(read.person)
    if person is not None:
        person.sure = True
    name = person.name if person is not None and len(person.name.split()) >= len(read.person.split()) else read.person
    return Speaker(name, SourceKind.PERSON, 0.97)


def owned(roster: Roster, read: Phrase) -> Speaker | None:
    """The person behind whose he is: "Norland's Olaf Brandt", where the story knows him without that as well."""
    whole = read.text.replace("’s ", "'s ")
    _, mark, name = whole.partition("'s ")
    person = roster.by_name.get(fold(name)) if mark and " " in name else None
    if person is None or fold(person.name) != fold(name):
        return None
    christian = is_demonym(name.partition(" ")[0])  # as are the Christian Democrats
    alone = any(run == person.last for _, run in roster.runs)
    return Speaker(person.name, SourceKind.PERSON, 0.95) if alone or (person.sure and not christian) else None


def by_name(roster: Roster, memory: Memory, read: Phrase) -> Speaker:
    """The person, body or place that a name alone stands for."""
    person = roster.person(read.text)
    if person is not None and (person.sure or len(person.name.split()) > 1) and read.kind is not SourceKind.GOVERNMENT:
        return Speaker(person.name, SourceKind.PERSON, 0.95)
    if read.kind is SourceKind.ORGANISATION and (full := _spelled_out(roster, read.text)):
        return Speaker(full, read.kind, 0.9)
    if read.kind is SourceKind.ORGANISATION and (longer := _longer(roster, memory, read.text)) is not None:
        return again(longer, 0.9)
    return Speaker(read.text, read.kind, 0.93)


def _longer(roster: Roster, memory: Memory, short: str) -> Speaker | None:
    """The body that spoke before under a name that begins with this one: "Toplan" → "Toplan Printing"."""
    for _, speaker, _, plural in reversed(memory.spoken[-REACH:]):
        if plural or not speaker.name.startswith(f"{short} ") or len(speaker.name.split()) > 4:
            continue
        person = roster.person(speaker.name)
        named = speaker.kind is SourceKind.ORGANISATION or (person is not None and not person.roles)
        if named and phrases.read(speaker.name).head not in _DOCUMENTS and short.lower() not in first_names():
            return replace(speaker, kind=SourceKind.ORGANISATION)
    return None


_DOCUMENTS = frozenset("report study survey poll analysis data figures statement document letter note".split())
"""Heads of what speaks for a body without being it."""


def _spelled_out(roster: Roster, short: str) -> str | None:
    """The name behind initials: "MSF" → "Médecins Sans Frontières"."""
    bare = short.replace(".", "").removeprefix("the ").removeprefix("The ")
    if not (bare.isupper() and 2 <= len(bare) <= 6):
        return None
    for _, run in roster.runs:
        words = [w for w in run.split() if w.lower() not in ("the",)]
        initials = "".join(w[0] for w in words if w[0].isupper())
        if len(words) > 1 and initials == bare:
            return " ".join(words)
    return None


def indefinite(read: Phrase) -> Speaker:
    """A source that is nobody the story names: "an official", "two sources"."""
    personal = read.kind in (SourceKind.UNNAMED, SourceKind.PERSON)
    unnamed = anonymity.typed(read) if personal else None
    return Speaker(read.text, SourceKind.UNNAMED if personal else read.kind, 0.92, not personal, unnamed)
