"""What the desk answers with, beyond the records of `claims.records`: one story, one claim, what would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.records import Claim, Event, Feature, Passage, PubStatus, StoryKind


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What `claims search` found, each best first."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityView:
    """One write to the desk: who, when, with which command and software."""

    id: int
    command: str
    actor: str
    software: str
    started: datetime
    summary: str = ""


@dataclass(frozen=True, slots=True)
class AppearanceView:
    """Where a claim stands in one version of its story; the passage's spans point into that version's body."""

    version: int  # our number of the version, from 1
    current: bool  # whether that version is the story's current one
    passage: Passage
    sentence: str
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class CandidateView:
    """An event the machine considered for a claim, with its reasons."""

    event_id: int
    title: str
    score: float
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything `claims show C-17` prints."""

    claim: Claim
    context: str  # the paragraph(s) that hold it
    appearances: tuple[AppearanceView, ...]  # newest version first
    score: float | None  # why it is in its event: the placement's score and features (none for a person's word)
    features: tuple[Feature, ...]
    reason: str  # the reason a person gave, where a person decided
    candidates: tuple[CandidateView, ...]  # best first
    activities: tuple[ActivityView, ...]  # oldest first: what made it, changed it, decided it


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a story; `body` is empty where the copy must not go out (killed, held, embargoed)."""

    number: int  # ours, from 1
    version: str | None  # as sent
    kind: StoryKind
    status: PubStatus
    current: bool
    published: datetime | None
    zone_known: bool
    arrived: datetime
    headline: str
    ed_note: str
    origin: str
    digest: str  # SHA-256 of the document it came in
    claims: int  # claims that stand in it
    body: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything `claims show S-204` and `claims story show S-204` print."""

    id: int
    agency: str
    agencies: tuple[str, ...]  # credited ones included
    guid: str
    url: str | None
    copy_of: int | None
    copies: tuple[int, ...]
    versions: tuple[VersionView, ...]  # by number
    claims: tuple[Claim, ...]  # of all versions, in the order of the copy


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of one claim from one version to another; `announced` is None where there is no advisory to ask."""

    claim_id: int
    change: str  # unchanged, changed, gone, new
    before: str = ""
    after: str = ""
    what: str = ""  # "wounded 170 → 107"
    paragraph: int | None = None  # of the new version, where it stands in it, else of the old; copy counts from 1
    announced: bool | None = None


@dataclass(frozen=True, slots=True)
class TextChange:
    """Words that changed outside the claims' figures and texts."""

    paragraph: int
    before: str
    after: str
    announced: bool | None = None


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """Two versions of one story compared: claims, other words, and the advisory held against both."""

    story_id: int
    agency: str
    old: VersionView
    new: VersionView
    claims: tuple[ClaimChange, ...]
    texts: tuple[TextChange, ...] = ()
    not_found: tuple[str, ...] = ()  # what the advisory announces and the text does not show
    odd: str = ""  # "a refile that changes a claim"
    rests: tuple[str, ...] = ()  # what rests on the old version: our reports, others' stories ("… STALE")
    lines: tuple[str, ...] = ()  # all of it as lines for people, as in `Imported.notes`


@dataclass(frozen=True, slots=True)
class Move:
    """A claim that changes its event; `target` is None for an event not yet made, `source` for a claim without one."""

    claim_id: int
    source: int | None
    target: int | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What `claims regroup` would move, or moved."""

    moves: tuple[Move, ...]
    applied: bool
    events_before: int = 0
    events_after: int = 0


@dataclass(frozen=True, slots=True)
class Reextraction:
    """What `claims reextract` would change, or changed, summed over all stories."""

    stories: int
    unchanged: int
    changed: int
    new: int
    gone: int
    applied: bool


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency: of the package's table, or added by an import; with what the desk holds of it."""

    short: str
    name: str
    kind: str
    country: str
    aliases: tuple[str, ...]
    stories: int
    claims: int
    known: bool  # in the package's table


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A report that went out: where to, in which format, when, by whom."""

    id: int
    place: str
    format: str
    made_at: datetime
    actor: str
