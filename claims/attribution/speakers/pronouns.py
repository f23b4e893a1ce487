"""Whom a pronoun stands for: a subject of its own sentence or of those before it, or whoever spoke last.

Number, gender and kind have to agree: "he" is a person, "it" a body that can speak, "they" several or a body. Where
nobody fits there is no answer: "it" given to the wrong body is worse than "it" given to none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from claims.attribution.kinds import is_medium, kind_of_noun
from claims.attribution.speakers import antecedents
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import is_surely
from claims.attribution.speakers.scene import BODIES, Meant, Memory, Scene, Speaker, again, last_body
from claims.records import SourceKind, Unnamed

_RECENT = 10
"""Speakers that are looked back over for a name."""
_NEAR = 4
"""Sentences within which a body is still "it" though another could be meant."""


def meant(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """Whom a pronoun stands for."""
    if read.head in ("it", "its"):
        return _it(scene, read)
    if read.head in ("all", "both"):
        spoken = ((at, s) for at, s, _, plural in reversed(scene.memory.spoken[-4:]) if plural)
        return _newer_or(scene, read, next(spoken, None), 0.75)
    if read.head in ("they", "them", "their"):
        return _within(scene, read) or _newer_or(scene, read, _last_voices(scene.memory), 0.8)
    if read.head in ("he", "she", "him", "her", "his"):
        return _he(scene, read)
    return None


def _newer_or(
    scene: Scene, read: Phrase, last: tuple[int, Speaker] | None, confidence: float
) -> Speaker | Meant | None:
    """A subject since the last speaker that fits, else that speaker."""
    return _since(scene, read, last) or (again(last[1], confidence) if last else None)


def _fitting(scene: Scene, read: Phrase, candidates: Iterable[Phrase], confidence: float) -> Meant | None:
    fits = (c for c in candidates if antecedents.can_be(c, read, known=_is_known(scene, read, c)))
    found = next(fits, None)
    return Meant(found, confidence) if found is not None else None


def _is_known(scene: Scene, read: Phrase, candidate: Phrase) -> bool:
    """Whether a name is surely a person's; for "he" and "she", that a person spoke under it will do."""
    person = scene.roster.person(candidate.text)
    if person is None or is_surely(person) or not read.gender:
        return is_surely(person)
    return any(s.name == person.name and s.kind is SourceKind.PERSON for _, s, _, _ in scene.memory.spoken[-_RECENT:])


def _since(scene: Scene, read: Phrase, last: tuple[int, Speaker] | None) -> Meant | None:
    """The subject of a sentence since the last speaker, where the pronoun can stand for it."""
    before = antecedents.subjects_before(scene.copy, scene.at, last[0] if last else -1)
    return _fitting(scene, read, before, 0.8)


def _within(scene: Scene, read: Phrase) -> Meant | None:
    """The subject of an earlier clause of the same sentence: "When Marta Kovel came home, she said …"."""
    within = antecedents.subjects_within(scene.copy, scene.at, scene.own)
    if read.gender:  # a name of two words may be that of a ship
        within = (f for f in within if not f.text.lower().startswith("the ") or not f.person or f.roles or f.gender)
    return _fitting(scene, read, within, 0.8)


def _it(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    last = last_body(scene.memory)
    unsure = _taken_for_person(scene)
    if unsure is not None and (last is None or last[0] < unsure[0]):
        last = unsure
    newer = _within(scene, read) or _since(scene, read, last)
    if newer is not None:
        return newer
    if (last is None or scene.far(last[0]) > _NEAR) and not scene.ahead:
        own = _fitting(scene, read, antecedents.subjects_within(scene.copy, scene.at, scene.at), 0.75)
        if own is not None and own.phrase.form == "name":
            return own
    return again(last[1], 0.85 if scene.far(last[0]) <= _NEAR else 0.7) if last else None


def _taken_for_person(scene: Scene) -> tuple[int, Speaker] | None:
    """A body whose name of two words looks like a person's, where it spoke last: "Toplan Printing"."""
    if not scene.memory.spoken:
        return None
    at, speaker, gender, plural = scene.memory.spoken[-1]
    if speaker.kind is not SourceKind.PERSON or plural or gender or is_surely(scene.roster.person(speaker.name)):
        return None
    return at, replace(speaker, kind=SourceKind.ORGANISATION)


def _taken_for_body(scene: Scene) -> Speaker | None:
    """Somebody by a last name alone, which may be a body's, where he spoke just before: "Haigh said … he added"."""
    if not scene.memory.spoken:
        return None
    at, speaker, _, plural = scene.memory.spoken[-1]
    if speaker.kind is not SourceKind.ORGANISATION or plural or not speaker.named or scene.far(at) > 1:
        return None
    plain = speaker.name.isalpha() and speaker.name.istitle() and kind_of_noun(speaker.name.lower()) is None
    return replace(again(speaker, 0.7), kind=SourceKind.PERSON) if plain and not is_medium(speaker.name) else None


def _last_voices(memory: Memory) -> tuple[int, Speaker] | None:
    """Of those who spoke last, the ones whom "they" can mean: several, or a body."""
    spoken = reversed(memory.spoken[-4:])
    return next(((at, s) for at, s, _, plural in spoken if plural or s.kind in BODIES), None)


def _he(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """The subject of a sentence since the last speaker, else that speaker if the gender allows it, else who is near."""
    last = next((x for x in reversed(scene.memory.spoken[-3:]) if _may_be(x, read)), None)
    newer = _within(scene, read) or _since(scene, read, (last[0], last[1]) if last else None)
    if newer is not None:
        return newer
    if last is not None:
        return again(last[1], 0.93 if scene.far(last[0]) <= 2 else 0.8)
    for place, person in scene.roster.before(scene.at):
        if person.sure and person.gender in ("", read.gender) and scene.far(place) <= _NEAR:
            person.gender = person.gender or read.gender
            return Speaker(person.name, SourceKind.PERSON, 0.8)
    if (unsure := _taken_for_body(scene)) is not None:
        return unsure
    return _fitting(scene, read, antecedents.subject_behind(scene.copy, scene.at), 0.8)


def one_of_those(scene: Scene) -> Speaker | None:
    """ "One said": one of the people whom the sentence before, or an earlier clause, is about."""
    candidates = chain(
        antecedents.subjects_within(scene.copy, scene.at, scene.own),
        antecedents.subjects_before(scene.copy, scene.at, -1),
    )
    those = next((c for c in candidates if c.plural and kind_of_noun(c.head) in _PERSONAL), None)
    if those is None:
        return None
    common = those.form == "definite" or kind_of_noun(those.text.split()[0].lower()) is not None
    text = f"{those.text[0].lower()}{those.text[1:]}" if common else those.text
    name = f"one of {text}" if those.form == "definite" else f"one of the {text}"
    return Speaker(name, SourceKind.UNNAMED, 0.8, False, Unnamed("one", those.text, None))


_PERSONAL = (SourceKind.PERSON, SourceKind.UNNAMED)


def _may_be(spoken: tuple[int, Speaker, str, bool], read: Phrase) -> bool:
    _, speaker, gender, plural = spoken
    return not plural and speaker.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and gender in ("", read.gender)
