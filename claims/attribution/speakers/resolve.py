"""From the words of a source ("he", "the ministry", "Lapin") to who is meant, by the fullest name the story gives.

Goes through the story in order and remembers who spoke last: copy goes on with the same speaker until it names another.
Prefers no answer to a wrong one: a pronoun that nobody fits stays unresolved, with a doubt.
"""

from __future__ import annotations

from dataclasses import replace

from claims.attribution.copytext import Copy
from claims.attribution.kinds import is_place
from claims.attribution.lexicon import word_list
from claims.attribution.speakers import anonymity, antecedents, bodies, joint, offices, pronouns
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.named import by_last_name, by_name, by_person, indefinite, owned
from claims.attribution.speakers.names import visible
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import Roster
from claims.attribution.speakers.scene import Meant, Memory, Scene, Speaker, again
from claims.records import SourceKind, Unnamed
from claims.text import Spans, squeeze


def resolve(copy: Copy, roster: Roster, memory: Memory, source: Spans, content: Spans = ()) -> Speaker | None:
    """Who is meant by the words of `source`; None where nobody fits. `content`: the words that are attributed."""
    if not source or _is_place_line(copy, source):
        return None
    start = source[0].start
    scene = Scene(copy, roster, memory, start, _own(copy, start, content))
    reads = [phrases.read(part) for part in _voices(roster, squeeze(visible(_words(copy, source))))]
    speakers = [s for s in (_one(scene, read) for read in reads) if s is not None]
    if not speakers:
        return None
    first = _why_unnamed(copy, start, speakers[0])
    if len(speakers) > 1:
        first = replace(first, others=tuple(s.name for s in speakers[1:]))
    gender = reads[0].gender
    if (person := roster.person(first.name)) is not None:
        gender = person.gender = person.gender or gender
    memory.add(start, first, gender, reads[0].plural or len(speakers) > 1)
    return first


def _voices(roster: Roster, text: str) -> list[str]:
    """The voices of a source; "Reuss and Kovel" are two where the story has both by their full names."""
    both = text.split(" and ")
    known = len(both) == 2 and all(" " not in name and roster.person(name) is not None for name in both)
    return both if known else joint.voices(text)


def _own(copy: Copy, start: int, content: Spans) -> int:
    """Up to where the words before a source are the writer's own: up to what was said, be it no more than "which"."""
    if not content or content[0].start > start:
        return start if content else 0
    low, high = copy.range(content[0])
    only = high - low == 1 and copy.low[low] in ("which", "who", "that", "what")
    return start if only else content[0].start


def _is_place_line(copy: Copy, source: Spans) -> bool:
    """Whether a source is the place before an item of a list: "VELIN: The yards will …"."""
    start, end = source[0]
    name = copy.body[start:end]
    opens = copy.paragraphs[copy.paragraph_at(start)].start == start
    return opens and copy.body[end : end + 1] == ":" and name.isupper() and is_place(name)


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


_DEEPEST = 2
"""Phrases that one may stand for in turn: "It" for "the carrier", that for Nordwind."""


def _one(scene: Scene, read: Phrase, depth: int = 0) -> Speaker | None:
    found = _meant(scene, read)
    if not isinstance(found, Meant):
        return found
    speaker = _one(scene, found.phrase, depth + 1) if depth < _DEEPEST else None
    return again(speaker, min(found.confidence, speaker.confidence)) if speaker is not None else None


def _meant(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    if read.form == "pronoun":
        return pronouns.meant(scene, read)
    if read.form == "indefinite" and (known := by_last_name(scene.roster, read)) is not None:
        return known
    if read.text.lower() == "one":
        return pronouns.one_of_those(scene)
    if read.text.lower() in _QUANTITIES:
        return Speaker(read.text, SourceKind.UNNAMED, 0.6, False, Unnamed(read.text.lower(), None, None))
    named = (read.head not in _NOBODY or _is_full_name(read)) and not read.text.isdigit()
    if read.text.lower() in word_list("determiners.txt") or not (named or read.person):
        return None
    if read.form == "person":
        return by_person(scene.roster, read)
    if read.form == "definite":
        return _definite(scene, read)
    return by_name(scene.roster, scene.memory, read) if read.form == "name" else indefinite(read)


def _is_full_name(read: Phrase) -> bool:
    """Whether a phrase is a name of several words: "Great Lakes Central"."""
    return read.form == "name" and " " in read.text and all(word[0].isupper() for word in read.text.split())


_QUANTITIES = frozenset("few many some several others most".split())
"""Sources that are told by their number alone."""
_NOBODY = frozenset(
    """
        average median mean total majority minority rate figure number year western eastern northern southern central
        former current earlier later late hours having folder
    """.split()
)
"""Heads of what the reader of phrases may take for a source, that name nobody."""


_PAPERS = frozenset("statement letter message tweet note email e-mail post memo communique communiqué".split())
"""What speaks for whoever wrote it."""


def _paper(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """Who speaks through "its statement", "the letter"."""
    if read.owner:
        return Meant(phrases.read(read.owner), 0.97)
    if len(read.text.split()) == 2 and scene.memory.spoken:
        return scene.memory.spoken[-1][1]
    return None


def _definite(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """Whom a description means: told by age, by an office, by its noun; as it stands where the story leaves it open."""
    if offices.is_aged(read):
        return offices.by_age(scene, read)
    if read.head in _PAPERS and (writer := _paper(scene, read)) is not None:
        return writer
    found = (
        owned(scene.roster, read)
        or offices.native(scene, read)
        or bodies.same_noun(scene, read)
        or offices.by_other_words(scene, read)
        or offices.by_office(scene, read)
        or offices.introduced(scene, read)
        or _of_subject(scene, read)
        or bodies.by_noun(scene, read)
        or bodies.next_named(scene, read)
    )
    if found is None and anonymity.stays_unnamed(read):
        return Speaker(read.text, SourceKind.UNNAMED, 0.88, False, anonymity.typed(read))
    return found or Speaker(read.text, read.kind, 0.7 if _is_open(read) else 0.88)


def _is_open(read: Phrase) -> bool:
    """Whether a description of two words says too little to tell who is meant: "the utility", "the minister"."""
    return len(read.text.split()) == 2 and (read.kind is SourceKind.PERSON or bodies.is_concern(read))


def _of_subject(scene: Scene, read: Phrase) -> Speaker | None:
    """ "Its finance minister", with the name of whose he is."""
    whose = antecedents.own_subject(scene.copy, scene.at) if read.owner.lower() == "its" else None
    return Speaker(f"{whose.text}'s {read.text.partition(' ')[2]}", read.kind, 0.8) if whose is not None else None
