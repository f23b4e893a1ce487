"""Which body a description means: "the ministry", "the airline", "the paper", "the Velin-based company".

A ministry is told by its noun; a company, a club or a charity by what it was called in the sentence before, or by who
spoke last. A list of companies under headings names them there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.attribution.copytext import Copy
from claims.attribution.kinds import is_medium
from claims.attribution.lexicon import word_list
from claims.attribution.speakers import antecedents
from claims.attribution.speakers import phrase as phrases
from claims.attribution.speakers.names import capital
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import Roster
from claims.attribution.speakers.scene import REACH, Meant, Memory, Scene, Speaker, again, last_body
from claims.language import places
from claims.records import SourceKind

_CONCERNS = frozenset(
    """
        company firm airline carrier bank lender club carmaker automaker utility operator manufacturer retailer insurer
        maker producer publisher developer chain brand
    """.split()
)
"""Nouns of a concern that copy gives another name than its noun: "the airline" is Nordwind."""
_BODY_NOUNS = _CONCERNS | frozenset(
    "group organisation organization union party charity agency watchdog institute regulator network foundation".split()
)
_SUPERLATIVES = frozenset("largest biggest oldest top main".split())
_OTHERS = frozenset("rival other another second new same parent separate unnamed".split())
_FAR = 6
"""Sentences after which a body that spoke is no more "the company"."""
_SAME = {"survey": "poll", "study": "report"}


def by_noun(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """The body that a description by its noun goes back to; None where the story leaves it open."""
    words = read.text.lower().split()
    opens = words[0] in ("the", "this", "that", "these")
    if len(words) != 2 or not opens:
        superlative = not _SUPERLATIVES.isdisjoint(words)
        return _described(scene, read) if words[0] == "the" and (superlative or not read.owner) else None
    if read.head in _CONCERNS and read.text.split()[-1].islower():  # "the Bank" is that of England
        return _concern(scene, read) or _same_noun(scene.memory, read)
    if (name := _fullest(scene.roster, read.head, scene.at)) is not None:
        return Speaker(name, read.kind, 0.85)
    if (same := _same_noun(scene.memory, read)) is not None:
        return same
    if read.head in word_list("media_nouns.txt") and (paper := _last_medium(scene.memory)) is not None:
        return again(paper, 0.8)
    last = last_body(scene.memory, named=True) if read.head in _BODY_NOUNS else None
    if last is None or is_medium(last[1].name) or last[1].name.split()[-1].lower() in _COMPANIES:
        return None
    return again(last[1], 0.75)


def same_noun(scene: Scene, read: Phrase) -> Speaker | None:
    """Whom "the sources" of two words goes back to: those of the same noun who spoke last."""
    plain = len(read.text.split()) == 2 and not read.owner
    return _same_noun(scene.memory, read) if plain and read.kind in (SourceKind.PERSON, SourceKind.UNNAMED) else None


def _same_noun(memory: Memory, read: Phrase) -> Speaker | None:
    """Whom "the sources", "the strategist" goes back to: those of the same noun, nameless or not, who spoke last."""
    heads = (read.head, _SAME.get(read.head, read.head))
    for _, speaker, _, plural in reversed(memory.spoken[-REACH:]):
        said = phrases.read(speaker.name)
        if said.head in heads and plural == read.plural and not said.person and said.form == "indefinite":
            return again(speaker, 0.85) if len(speaker.name.split()) > 1 else None
    return None


def _fullest(roster: Roster, head: str, at: int) -> str | None:
    """The ministry meant by "the ministry": the last one named before, by its fuller name."""
    known = [name for offset, name in roster.bodies.get(head, ()) if offset < at]
    if head == "agency":  # "the state news agency" is seldom meant where an agency is named
        known = [name for name in known if name[:1].isupper()] or known
    return known[-1] if known else None


def _last_medium(memory: Memory) -> Speaker | None:
    spoken = reversed(memory.spoken[-REACH:])
    return next((s for _, s, _, _ in spoken if is_medium(s.name) and s.name[:1].isupper()), None)


def _concern(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """Which company "the company" is: the subject before, the one of that noun, the one that spoke last."""
    last = last_body(scene.memory, named=True)
    since = last[0] if last else -1
    for before in antecedents.subjects_before(scene.copy, scene.at, since):
        if before.form == "definite" and before.head == read.head and len(before.text.split()) > 2:
            return Meant(before, 0.8)  # the Norland airline
    if (subject := _subject(scene, since)) is not None:
        return Meant(subject, 0.8)
    named = [
        name
        for offset, name in scene.roster.bodies.get(read.head, ())
        if offset < scene.at and name.split()[-1][:1].isupper()
    ]
    if named:
        return Speaker(named[-1], read.kind, 0.85)
    if last is not None and scene.far(last[0]) <= _FAR and _is_concern(last[1]):
        return again(last[1], 0.75)
    name = _heading(scene)
    if name is not None:
        return Speaker(name, SourceKind.ORGANISATION, 0.75)
    first = antecedents.subject_of(scene.copy, 0)
    return Meant(first, 0.7) if first is not None and _is_company(scene, first) else None


_COMPANIES = frozenset("co co. corp corp. inc inc. ltd ltd. plc ag sa group holdings airlines airways bank".split())
"""Last words of a company's name."""


def _is_company(scene: Scene, found: Phrase) -> bool:
    return _is_proper(scene, found) and found.text.split()[-1].lower() in _COMPANIES


def is_concern(read: Phrase) -> bool:
    """Whether a description's noun is one of a company, a club, a charity."""
    return read.head in _BODY_NOUNS


def _subject(scene: Scene, since: int) -> Phrase | None:
    """The named body that a sentence since an offset is about, the nearest first."""
    return next((f for f in antecedents.subjects_before(scene.copy, scene.at, since) if _is_proper(scene, f)), None)


_WITHIN_NAMES = frozenset("of and the for de & la du".split())


def _is_proper(scene: Scene, found: Phrase) -> bool:
    """Whether a phrase is the name of a body: capitals throughout, no person and no government."""
    words = found.text.removeprefix("The ").removeprefix("the ").split()
    if len(words) == 1 and any(c.isdigit() for c in words[0]):
        return False  # M0
    named = found.form in ("name", "person") and all(capital(w) or w in _WITHIN_NAMES for w in words)
    person = scene.roster.person(found.person or found.text)
    surely = person is not None and (person.roles or person.gender or person.age)
    return named and found.kind in (SourceKind.ORGANISATION, SourceKind.PERSON) and not found.roles and not surely


def _described(scene: Scene, read: Phrase) -> Speaker | Meant | None:
    """Which company "the Velin-based company", "the Norland carrier" is: by the heading, or by what stands before."""
    words = read.text.lower().split()
    if read.head not in _CONCERNS or len(words) > 6 or any(w.endswith(("'", "’")) for w in words):
        return None
    if not _OTHERS.isdisjoint(words) or not read.text.split()[-1].islower():
        return None
    name = _heading(scene)
    if name is not None:
        return Speaker(name, SourceKind.ORGANISATION, 0.75)
    last = last_body(scene.memory)
    subject = _subject(scene, last[0] if last else -1)
    if subject is not None and _agree(read.text, subject.text):
        return Meant(subject, 0.75)
    near = last is not None and scene.far(last[0]) <= 2 and _is_concern(last[1]) and _agree(read.text, last[1].name)
    if last is not None and near:
        return again(last[1], 0.7)
    first = antecedents.subject_of(scene.copy, 0)
    ours = first is not None and _is_company(scene, first) and _agree(read.text, first.text)
    return Meant(first, 0.65) if first is not None and ours else None


def _is_concern(speaker: Speaker) -> bool:
    """Whether who spoke can be "the company": a body with a name of its own, no medium."""
    head = speaker.name.rpartition(" ")[2]
    described = head.lower() in _CONCERNS and head.islower()
    return speaker.kind is SourceKind.ORGANISATION and not described and not is_medium(speaker.name)


def _agree(description: str, name: str) -> bool:
    """Whether "the Norland carrier" can be a name: not one that tells of another country."""
    said, whose = places.nations(description), places.nations(name)
    return not said or not whose or not set(said).isdisjoint(whose)


_HEADING = re.compile(r"([A-Z][A-Z0-9&'’./ -]{1,58}?)\s*(?P<ticker>\([A-Za-z]+\.[A-Z]+\))?\s*(?:,[a-z ]{0,20})?$")
_FEWEST = 3
"""Headings with a ticker that make a story a list of companies."""


def _heading(scene: Scene) -> str | None:
    """The company under whose heading a place stands, in a story that is a list of them."""
    roster = scene.roster
    if roster.headings is None:
        found = tuple(_headings(scene.copy))
        listed = sum(ticker for _, _, ticker in found) >= _FEWEST
        roster.headings = {number: name for number, name, _ in found} if listed else {}
    name = roster.headings.get(scene.copy.paragraph_at(scene.at) - 1)
    return name.title() if name is not None else None


def _headings(copy: Copy) -> Iterator[tuple[int, str, bool]]:
    """The number of each paragraph that is a heading, its name, and whether a ticker follows."""
    for number, span in enumerate(copy.paragraphs):
        found = _HEADING.fullmatch(copy.body, span.start, span.end) if span.end - span.start < 100 else None
        if found is not None:
            yield number, found.group(1), found.group("ticker") is not None


def next_named(scene: Scene, read: Phrase) -> Meant | None:
    """The company that a lead describes and the next lines name: "the publishing company said … Toplan said"."""
    copy = scene.copy
    here = copy.sentence_at(scene.at)
    if here > 1 or read.head not in _CONCERNS or read.text.split()[0].lower() != "the":
        return None
    for number in range(here + 1, min(here + 4, len(copy.sentences))):
        low, high = copy.range(copy.sentences[number])
        if (owner := _owner(copy, low, high)) is not None and copy.body.find(owner, 0, scene.at) < 0:
            return Meant(phrases.read(owner), 0.75)
        found = antecedents.subject_of(copy, number)
        if found is None or not _is_proper(scene, found):
            continue
        new = copy.body.find(found.text, 0, scene.at) < 0
        says = any(copy.low[i] in ("said", "says") for i in range(low, min(high, low + 6)))
        if new and says:
            return Meant(found, 0.75)
    return None


_EXECUTIVES = frozenset("director executive chairman chairwoman spokesman spokeswoman spokesperson manager".split())


def _owner(copy: Copy, low: int, high: int) -> str | None:
    """Whose executive speaks in a sentence: "Toplan's managing director, Ida Lind, told …"."""
    for at in range(low + 1, high - 1):
        if copy.low[at] in ("'s", "’s") and not _EXECUTIVES.isdisjoint(copy.low[at + 1 : min(high, at + 4)]):
            first = at
            while first > low and capital(copy.words[first - 1]):
                first -= 1
            name = copy.body[copy.start[first] : copy.end[at - 1]] if first < at else ""
            return name if name and not places.nations(name) else None
    return None
