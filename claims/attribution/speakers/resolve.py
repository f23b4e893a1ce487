"""From the words of a source ("he", "the ministry", "Lapin") to who is meant, by the fullest name the story gives.

Goes through the story in order and remembers who spoke last: copy goes on with the same speaker until it names another.
Prefers no answer to a wrong one: a pronoun that nobody fits stays unresolved, with a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from claims.attribution.copytext import Copy
from claims.attribution.kinds import is_medium
from claims.attribution.lexicon import word_list
from claims.attribution.speakers import anonymity, antecedents, joint
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.names import PARTICLES, is_native, visible
from claims.attribution.speakers.persons import first_names
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import Person, Roster
from claims.records import SourceKind, Unnamed
from claims.text import Spans, squeeze


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant by a source, and how sure that is."""

    name: str
    kind: SourceKind
    confidence: float
    named: bool = True
    unnamed: Unnamed | None = None
    others: tuple[str, ...] = ()  # further voices of a joint statement
    doubt: str | None = None


@dataclass(slots=True)
class Memory:
    """Who spoke so far, the latest last: (offset, speaker, gender, plural)."""

    spoken: list[tuple[int, Speaker, str, bool]] = field(default_factory=list)

    def add(self, offset: int, speaker: Speaker, gender: str, plural: bool) -> None:
        """Notes that somebody spoke."""
        self.spoken.append((offset, speaker, gender, plural))


def resolve(copy: Copy, roster: Roster, memory: Memory, source: Spans) -> Speaker | None:
    """Who is meant by the words of `source`; None where nobody fits."""
    if not source:
        return None
    start = source[0].start
    text = squeeze(visible(_words(copy, source)))
    parts = joint.voices(text)
    reads = [phrases.read(part) for part in parts]
    speakers = [s for s in (_one(copy, roster, memory, read, start) for read in reads) if s is not None]
    if not speakers:
        return None
    first = _why_unnamed(copy, start, speakers[0])
    if len(speakers) > 1:
        first = Speaker(
            first.name, first.kind, first.confidence, first.named, first.unnamed, tuple(s.name for s in speakers[1:])
        )
    gender = reads[0].gender
    if (person := roster.person(first.name)) is not None:
        gender = person.gender = person.gender or gender
    memory.add(start, first, gender, reads[0].plural or len(speakers) > 1)
    return first


def _words(copy: Copy, source: Spans) -> str:
    """The words of a source; "his widow, whose | lawyers" are "his widow's lawyers"."""
    pieces = [copy.body[a:b] for a, b in source]
    owned = len(pieces) == 2 and copy.body.endswith("whose ", 0, source[1].start)
    return f"{phrases.read(pieces[0]).person or pieces[0]}'s {pieces[1]}" if owned else " ".join(pieces)


def _why_unnamed(copy: Copy, at: int, speaker: Speaker) -> Speaker:
    """The same speaker with the reason that the sentence gives for leaving out the name."""
    why = anonymity.reason(copy, at) if speaker.unnamed is not None else None
    if speaker.unnamed is None or why is None:
        return speaker
    return replace(speaker, unnamed=replace(speaker.unnamed, reason=why))


def _one(copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    if read.form == "pronoun":
        return _pronoun(copy, roster, memory, read, at)
    if read.form == "indefinite" and (known := _by_last_name(roster, read)) is not None:
        return known
    if read.text.lower() in _QUANTITIES:
        return Speaker(read.text, SourceKind.UNNAMED, 0.6, False, Unnamed(read.text.lower(), None, None))
    named = read.head not in _NOBODY and not read.text.isdigit()
    if read.text.lower() in word_list("determiners.txt") or not (named or read.person):
        return None
    if read.form == "person":
        return _named(roster, read)
    if read.form in ("definite",):
        return _definite(copy, roster, memory, read, at)
    if read.form == "name":
        return _name(roster, memory, read)
    return _indefinite(read)


_QUANTITIES = frozenset("few many some several others most".split())
"""Sources that are told by their number alone."""
_NOBODY = frozenset(
    """
        average median mean total majority minority rate figure number year western eastern northern southern central
        former current earlier later hours having
    """.split()
)
"""Heads of what the reader of phrases may take for a source, that name nobody."""


def _by_last_name(roster: Roster, read: Phrase) -> Speaker | None:
    """The person whose last name looks like a number or begins small: "Ten", "von der Heide"."""
    first, _, rest = read.text.partition(" ")
    called = first[:1].isupper() if not rest else first in PARTICLES
    person = roster.person(read.text) if called else None
    known = person is not None and " " in person.name and person.sure
    return Speaker(person.name, SourceKind.PERSON, 0.95) if person is not None and known else None


def _named(roster: Roster, read: Phrase) -> Speaker:
    person = roster.person(read.person)
    if person is not None:
        person.sure = True
    name = person.name if person is not None and len(person.name.split()) >= len(read.person.split()) else read.person
    return Speaker(name, SourceKind.PERSON, 0.97)


def _name(roster: Roster, memory: Memory, read: Phrase) -> Speaker:
    person = roster.person(read.text)
    if person is not None and (person.sure or len(person.name.split()) > 1) and read.kind is not SourceKind.GOVERNMENT:
        return Speaker(person.name, SourceKind.PERSON, 0.95)
    if read.kind is SourceKind.ORGANISATION and (full := _spelled_out(roster, read.text)):
        return Speaker(full, read.kind, 0.9)
    if read.kind is SourceKind.ORGANISATION and (longer := _longer(roster, memory, read.text)) is not None:
        return _again(longer, 0.9)
    return Speaker(read.text, read.kind, 0.93)


def _longer(roster: Roster, memory: Memory, short: str) -> Speaker | None:
    """The body that spoke before under a name that begins with this one: "Toplan" → "Toplan Printing"."""
    for _, speaker, _, plural in reversed(memory.spoken):
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


def _indefinite(read: Phrase) -> Speaker:
    personal = read.kind in (SourceKind.UNNAMED, SourceKind.PERSON)
    unnamed = anonymity.typed(read) if personal else None
    return Speaker(read.text, SourceKind.UNNAMED if personal else read.kind, 0.92, not personal, unnamed)


_PAPERS = frozenset("statement letter message tweet note email e-mail post memo communique communiqué".split())
"""What speaks for whoever wrote it."""


def _paper(copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    """Who speaks through "its statement", "the letter"."""
    if read.owner.lower() in phrases.PRONOUNS:
        return _pronoun(copy, roster, memory, phrases.read(read.owner), at)
    if read.owner:
        return _one(copy, roster, memory, phrases.read(read.owner), at)
    if len(read.text.split()) == 2 and memory.spoken:
        return memory.spoken[-1][1]
    return None


def _definite(copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    if (age := _AGED.match(read.text)) is not None and read.kind in (SourceKind.PERSON, SourceKind.ORGANISATION):
        return _by_age(roster, age.group(1), at)
    if read.head in _PAPERS and (writer := _paper(copy, roster, memory, read, at)) is not None:
        return writer
    bare = len(read.text.split()) == 2 and read.text.lower().startswith(("the ", "this ", "that ", "these "))
    if (again := _by_what_it_says(copy, roster, memory, read, at)) is not None:
        return again
    if read.roles or read.kind is SourceKind.PERSON:
        person = _by_role(roster, read, at)
        if person is not None:
            return Speaker(person.name, SourceKind.PERSON, 0.9)
        if bare and (subject := next(antecedents.subjects_before(copy, at, -1), None)) is not None and subject.person:
            return replace(_named(roster, subject), confidence=0.7)
    if bare and (body := _body_meant(roster, memory, read, at)) is not None:
        return body
    if anonymity.stays_unnamed(read):
        return Speaker(read.text, SourceKind.UNNAMED, 0.88, False, anonymity.typed(read))
    return Speaker(read.text, read.kind, 0.88)


_BODY_NOUNS = frozenset("group organisation organization company union party charity agency".split())


def _body_meant(roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    """The body that "the ministry", "the poll", "the company" goes back to."""
    if (body := _fullest_body(roster, read.head, at)) is not None:
        return Speaker(body, read.kind, 0.85)
    if (same := _same_noun(memory, read)) is not None:
        return same
    last = _last_body(memory) if read.head in _BODY_NOUNS else None
    return _again(last[1], 0.75) if last and not is_medium(last[1].name) else None


def _by_what_it_says(copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    """Who a description points back to: "the sources", "the former minister"; "its minister" with whose he is."""
    words = read.text.split()
    if len(words) == 2 and is_native(words[1]) and (there := _by_role(roster, read, at)) is not None:
        return Speaker(there.name, SourceKind.PERSON, 0.9)
    first = len(words) == 2 and not read.owner and read.kind in (SourceKind.PERSON, SourceKind.UNNAMED)
    again = (_same_noun(memory, read) if first else None) or _by_other_words(copy, memory, read, at)
    if again is None and read.owner.lower() == "its" and (whose := antecedents.own_subject(copy, at)) is not None:
        return Speaker(f"{whose.text}'s {read.text.partition(' ')[2]}", read.kind, 0.8)
    return again


_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old\b")
_OTHER_WORDS = re.compile(r"[Tt]he (?:former|ex-|veteran|outgoing|retired)\b")


def _by_other_words(copy: Copy, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    """Whoever spoke just before, by a description of him: "Mr Lapin said … The former Norwegian minister said"."""
    words = read.text.split()
    from_there = len(words) == 2 and words[0].lower() == "the" and is_native(words[1])
    former = read.kind is SourceKind.PERSON and _OTHER_WORDS.match(read.text) is not None
    if not memory.spoken or read.plural or not (former or from_there):
        return None
    place, speaker, _, plural = memory.spoken[-1]
    near = copy.sentence_at(at) - copy.sentence_at(place) <= 2
    return _again(speaker, 0.7) if near and speaker.kind is SourceKind.PERSON and not plural else None


def _same_noun(memory: Memory, read: Phrase) -> Speaker | None:
    """Whom "the sources", "the strategist" goes back to: those of the same noun, nameless or not, who spoke last."""
    for _, speaker, _, plural in reversed(memory.spoken):
        said = phrases.read(speaker.name)
        if said.head == read.head and plural == read.plural and not said.person and said.form == "indefinite":
            return _again(speaker, 0.85) if len(speaker.name.split()) > 1 else None
    return None


def _by_age(roster: Roster, age: str, at: int) -> Speaker | None:
    found = [p for p in roster.people if p.age == age]
    if len(found) == 1:
        return Speaker(found[0].name, SourceKind.PERSON, 0.9)
    nearest = next((p for _, p in roster.before(at) if " " in p.name and p.age in ("", age)), None)
    return Speaker(nearest.name, SourceKind.PERSON, 0.75) if nearest else None


def _by_role(roster: Roster, read: Phrase, at: int) -> Person | None:
    """The person with that office: "the minister" → the one minister named, or the one named last."""
    found = [p for p in roster.people if read.head in p.roles]
    if read.owner.lower() in ("his", "her", "their", "its") or not found or len(read.text.split()) > 4:
        return None
    if len(found) == 1:
        return found[0]
    nearest = [p for _, p in roster.before(at) if read.head in p.roles]
    return nearest[0] if nearest else None


def _fullest_body(roster: Roster, head: str, at: int) -> str | None:
    """The ministry meant by "the ministry": the last one named before, by its fuller name."""
    known = [name for offset, name in roster.bodies.get(head, ()) if offset < at]
    if head == "agency":  # "the state news agency" is seldom meant where an agency is named
        known = [name for name in known if name[:1].isupper()] or known
    return known[-1] if known else None


_BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.AGENCY)


def _last_body(memory: Memory, *, named: bool = False) -> tuple[int, Speaker] | None:
    """The body that spoke last, and where; `named`: by a name of its own."""
    for offset, speaker, _, plural in reversed(memory.spoken):
        if speaker.kind in _BODIES and not plural and (not named or speaker.name[:1].isupper()):
            return offset, speaker
    return None


def _pronoun(copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    if read.head in ("it", "its"):
        last = _last_body(memory)
        return _subject_of_before(copy, roster, memory, read, at, last) or (_again(last[1], 0.85) if last else None)
    if read.head in ("all", "both"):
        last = next(((at, s) for at, s, _, plural in reversed(memory.spoken[-4:]) if plural), None)
        newer = _subject_of_before(copy, roster, memory, read, at, last)
        return newer or (_again(last[1], 0.75) if last else None)
    if read.head in ("they", "them", "their"):
        last = _last_voices(memory)
        newer = _subject_of_before(copy, roster, memory, read, at, last)
        return newer or (_again(last[1], 0.8) if last else None)
    if read.head in ("he", "she", "him", "her", "his"):
        return _he(copy, roster, memory, read, at)
    return None


def _again(speaker: Speaker, confidence: float) -> Speaker:
    """Somebody who spoke before, meant by a pronoun."""
    return replace(speaker, confidence=confidence, doubt=None)


def _subject_of_before(
    copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int, last: tuple[int, Speaker] | None
) -> Speaker | None:
    """The subject of a sentence since the last speaker, where the pronoun can stand for it."""
    for found in antecedents.subjects_before(copy, at, last[0] if last else -1):
        if antecedents.can_be(found, read, known=roster.person(found.text) is not None):
            speaker = _one(copy, roster, memory, found, at)
            return _again(speaker, 0.8) if speaker is not None else None
    return None


def _last_voices(memory: Memory) -> tuple[int, Speaker] | None:
    """Of those who spoke last, the ones whom "they" can mean: several, or a body."""
    spoken = reversed(memory.spoken[-4:])
    return next(((at, s) for at, s, _, plural in spoken if plural or s.kind in _BODIES), None)


def _he(copy: Copy, roster: Roster, memory: Memory, read: Phrase, at: int) -> Speaker | None:
    """The subject of a sentence since the last speaker, else that speaker if the gender allows it, else who is near."""
    sentence = copy.sentence_at(at)
    last = next((x for x in reversed(memory.spoken[-3:]) if _may_be(x, read)), None)
    newer = _subject_of_before(copy, roster, memory, read, at, (last[0], last[1]) if last else None)
    if newer is not None:
        return newer
    if last is not None:
        return _again(last[1], 0.93 if sentence - copy.sentence_at(last[0]) <= 2 else 0.8)
    for place, person in roster.before(at):
        if person.sure and person.gender in ("", read.gender) and sentence - copy.sentence_at(place) <= 4:
            return _settled(person, read.gender, 0.8)
    return None


def _may_be(spoken: tuple[int, Speaker, str, bool], read: Phrase) -> bool:
    _, speaker, gender, plural = spoken
    return not plural and speaker.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and gender in ("", read.gender)


def _settled(person: Person, gender: str, confidence: float) -> Speaker:
    person.gender = person.gender or gender
    return Speaker(person.name, SourceKind.PERSON, confidence)
