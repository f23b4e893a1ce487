"""Whom a description of a person means: by office, age, where he is from, or what was said of him before.

"The minister", "the British premier", "the 62-year-old", "the Latvian", "the former minister". What the description
says has to agree with what the story says of the person: no finance minister is "the foreign minister".
"""

from __future__ import annotations

import re

from claims.attribution.speakers import antecedents
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.names import is_native
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import Person, Roster, is_surely
from claims.attribution.speakers.scene import Meant, Memory, Scene, Speaker, again
from claims.language import places
from claims.records import SourceKind
from claims.text import Span

_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old\b")
_OTHER_WORDS = re.compile(r"[Tt]he (?:former|ex-|veteran|outgoing|retired)\b")
_LONGEST = 5
"""Words of a description that is resolved; a longer one says more than the story elsewhere."""
_SOON = 5
"""Sentences within which whom the lead describes is named."""
_SAME_OFFICE = {
    "chief": frozenset("chief director head commander".split()),
    "boss": frozenset("boss coach manager chief".split()),
    "lawyer": frozenset(("lawyer", "attorney")),
    "attorney": frozenset(("lawyer", "attorney")),
    "envoy": frozenset(("envoy", "ambassador")),
    "diplomat": frozenset(("envoy", "ambassador", "diplomat")),
    "lawmaker": frozenset("lawmaker senator deputy congressman congresswoman".split()),
}
_TASKS = frozenset(
    """
        foreign finance defence defense interior health justice prime trade energy transport education environment
        economy economic intelligence police security labour labor culture agriculture deputy vice
    """.split()
)
"""Words that tell one office from another."""
_EPITHETS = frozenset("star great ace champion legend striker midfielder defender goalkeeper winger skipper".split())


def by_age(scene: Scene, read: Phrase) -> Speaker | None:
    """The person of that age: the one of whom the story says so, or who was named last."""
    aged = _AGED.match(read.text)
    if aged is None or read.kind not in (SourceKind.PERSON, SourceKind.ORGANISATION):
        return None
    age = aged.group(1)
    found = [p for p in scene.roster.people if p.age == age]
    if len(found) == 1:
        return Speaker(found[0].name, SourceKind.PERSON, 0.9)
    named = (p for _, p in scene.roster.before(scene.at) if " " in p.name and p.age in ("", age))
    nearest = next(named, None)
    return Speaker(nearest.name, SourceKind.PERSON, 0.75) if nearest else None


def is_aged(read: Phrase) -> bool:
    """Whether a description is one by age: whom it means is told by the age or not at all."""
    return _AGED.match(read.text) is not None and read.kind in (SourceKind.PERSON, SourceKind.ORGANISATION)


def by_office(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """The person of an office that the story names; the subject before where the description says no more."""
    if read.roles or read.kind is SourceKind.PERSON:
        person = _holder(scene, read)
        if person is not None:
            return Speaker(person.name, SourceKind.PERSON, 0.9)
    return _subject(scene, read)


def native(scene: Scene, read: Phrase) -> Speaker | None:
    """ "The Latvian": the one whom the story calls so."""
    words = read.text.split()
    if len(words) != 2 or not is_native(words[1]):
        return None
    found = _nearest([p for p in scene.roster.people if read.head in p.roles], scene.roster, scene.at)
    return Speaker(found.name, SourceKind.PERSON, 0.9) if found is not None else None


def by_other_words(scene: Scene, read: Phrase) -> Speaker | None:
    """Whoever spoke just before, by a description of him: "Mr Lapin said … The former Norwegian minister said"."""
    words = read.text.split()
    from_there = len(words) == 2 and words[0].lower() == "the" and is_native(words[1])
    former = read.kind is SourceKind.PERSON and _OTHER_WORDS.match(read.text) is not None
    memory: Memory = scene.memory
    if not memory.spoken or read.plural or not (former or from_there):
        return None
    place, speaker, _, plural = memory.spoken[-1]
    near = scene.far(place) <= 2
    return again(speaker, 0.7) if near and speaker.kind is SourceKind.PERSON and not plural else None


def _holder(scene: Scene, read: Phrase) -> Person | None:
    """The person with that office: "the minister" → the one minister named, or the one named last."""
    found = _holders(scene.roster, read)
    if not found or len(read.text.split()) > _LONGEST:
        return None
    if read.owner.lower() in phrases.PRONOUNS:
        return _named_soon(scene, found)
    return _nearest(found, scene.roster, scene.at)


def _holders(roster: Roster, read: Phrase) -> list[Person]:
    """All persons whom a description fits; each description is looked for once a story."""
    found = roster.holders.get(read.text)
    if found is None:
        found = roster.holders[read.text] = [p for p in roster.people if _holds(p, read)]
    return found


def _nearest(found: list[Person], roster: Roster, at: int) -> Person | None:
    if len(found) == 1:
        return found[0]
    fitting = {id(p) for p in found}
    return next((p for _, p in roster.before(at) if id(p) in fitting), None)


def _holds(person: Person, read: Phrase) -> bool:
    """Whether what a description says agrees with the person's offices, tasks and country."""
    titles = {word.lower() for word in person.titles}
    if read.head == "premier":
        office = "premier" in person.roles or ("minister" in person.roles and "prime" in titles)
    else:
        office = not _SAME_OFFICE.get(read.head, frozenset((read.head,))).isdisjoint(person.roles)
    if not office:
        return False
    tasks = _TASKS.intersection(read.text.lower().split())
    own = _TASKS.intersection(titles)
    if tasks and own and not tasks <= own | {"deputy", "vice"}:
        return False
    said, whose = places.nations(read.text), places.nations(" ".join(person.titles))
    return not said or not set(said).isdisjoint(whose) or (not whose and not read.owner)


def _named_soon(scene: Scene, found: list[Person]) -> Person | None:
    """Of persons the first who is named after the source, in one of the next sentences, and not before it."""
    here = scene.copy.sentence_at(scene.at)
    after = [(p.places[0], p) for p in found if p.places and 0 < scene.copy.sentence_at(p.places[0]) - here <= _SOON]
    return min(after, key=lambda x: x[0])[1] if after else None


def _subject(scene: Scene, read: Phrase) -> Meant | None:
    """The person whom the sentence before is about: "Samuel Etor will play … said the Cameroon star"."""
    words = read.text.split()
    personal = bool(read.roles) or read.kind is SourceKind.PERSON
    bare = len(words) == 2 and words[0].lower() in ("the", "this", "that", "these")
    epithet = len(words) <= _LONGEST and words[0].lower() == "the" and read.head in _EPITHETS and not read.plural
    if read.plural or not ((bare and personal) or epithet):
        return None
    subject = next(antecedents.subjects_before(scene.copy, scene.at, -1), None)
    if subject is None:
        return None
    person = scene.roster.person(subject.person or subject.text)
    if not epithet and person is not None and person.roles:
        return None  # whose office is told is not called by another
    if subject.person or (epithet and person is not None):
        return Meant(subject, 0.7)
    return None


def introduced(scene: Scene, read: Phrase) -> Speaker | None:
    """Whom a lead describes and the next lines name for the first time: "its finance minister said … Igor Lapin said".

    Only in the first sentences of a story, and only a person whose name stands beside a verb of saying without a
    word on who that is, which readers have been told already.
    """
    lead = scene.copy.paragraph_at(scene.at) == 0
    if not lead or read.plural or read.kind is not SourceKind.PERSON or read.head in _ANYBODY:
        return None
    person = _named_soon(scene, scene.roster.people)
    if person is None or person.roles or " " not in person.name:
        return None
    return Speaker(person.name, SourceKind.PERSON, 0.8) if _says(scene, person) else None


_ANYBODY = frozenset("man woman boy girl person official source resident witness".split())
_SAID = frozenset("said says told added quoted quotes".split())


def _says(scene: Scene, person: Person) -> bool:
    """Whether a name stands beside "said" where it stands first."""
    copy = scene.copy
    last, _ = copy.range(Span(person.places[0], person.places[0] + 1))
    first = last - len(person.name.split()) + 1
    if copy.low[last + 1 : last + 2][0] in _SAID or (first > 0 and copy.low[first - 1] in _SAID):
        return True
    subject = antecedents.subject_of(copy, copy.sentence_at(person.places[0]))
    return subject is not None and subject.person == person.name and is_surely(person)
