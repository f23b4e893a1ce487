"""What is known where a source is to be told: the story, its roster, who spoke so far, and the place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claims.attribution.copytext import Copy
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.phrase import Phrase
from claims.attribution.speakers.roster import Roster
from claims.records import SourceKind, Unnamed

REACH = 200
"""Speakers that are looked back over: more would make a long story slow."""
BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.AGENCY)


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


@dataclass(frozen=True, slots=True)
class Meant:
    """Another phrase of the story, for which a pronoun or a description stands."""

    phrase: Phrase
    confidence: float


@dataclass(slots=True)
class Memory:
    """Who spoke so far, the latest last: (offset, speaker, gender, plural)."""

    spoken: list[tuple[int, Speaker, str, bool]] = field(default_factory=list)

    def add(self, offset: int, speaker: Speaker, gender: str, plural: bool) -> None:
        """Notes that somebody spoke."""
        self.spoken.append((offset, speaker, gender, plural))


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a source stands, and up to where the words before it are the writer's own, not what it said."""

    copy: Copy
    roster: Roster
    memory: Memory
    at: int
    own: int

    @property
    def ahead(self) -> bool:
        """Whether what was said comes behind the source."""
        return self.own == self.at

    def far(self, offset: int) -> int:
        """How many sentences lie between an offset before and the source."""
        return self.copy.sentence_at(self.at) - self.copy.sentence_at(offset)


def again(speaker: Speaker, confidence: float) -> Speaker:
    """Somebody who spoke before, meant by a pronoun or a description."""
    return replace(speaker, confidence=confidence, doubt=None)


def last_body(memory: Memory, *, named: bool = False) -> tuple[int, Speaker] | None:
    """The body that spoke last, and where; `named`: by a name of its own."""
    for offset, speaker, _, plural in reversed(memory.spoken[-REACH:]):
        if speaker.kind in BODIES and not plural and (not named or _is_name(speaker.name)):
            return offset, speaker
    return None


def _is_name(name: str) -> bool:
    first = name.removeprefix("The ").removeprefix("the ").strip().partition(" ")[0]
    return first[:1].isupper() and first.lower() not in word_list("determiners.txt")
