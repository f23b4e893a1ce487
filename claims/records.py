"""Every value that passes between rooms: frozen, typed, and without a way back to a database or a file.

Names follow the trade: IPTC (slugline, dateline, credit line, pubStatus), schema.org (claim, claimant, appearance) and
W3C PROV (activity). Spans are code points into `Story.body`, end exclusive. Times are aware and in UTC; where the copy
gave no zone the time is kept as if UTC and `zone_known` is false.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from claims.text import Span, Spans, slices


class StoryKind(StrEnum):
    """What a version is to the one before it."""

    NEW = "new"
    LEAD = "lead"
    UPDATE = "update"
    WRITETHRU = "writethru"
    CORRECTED = "corrected"
    REFILE = "refile"
    REPEAT = "repeat"
    HOLD = "hold"
    RELEASE = "release"
    KILL = "kill"


class PubStatus(StrEnum):
    """IPTC pubStatus: whether the copy may be used."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class SourceKind(StrEnum):
    """Who somebody is to whom words are attributed."""

    AGENCY = "agency"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNNAMED = "unnamed"


class ClaimKind(StrEnum):
    """What a claim is about."""

    FIGURE = "figure"
    RESPONSIBILITY = "responsibility"
    EVENT = "event"
    PREDICTION = "prediction"
    PLAN = "plan"
    OPINION = "opinion"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether the claimant asserts the content or denies it."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Modality(StrEnum):
    """How firmly the claimant says it."""

    FACT = "fact"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    QUESTION = "question"


class Speech(StrEnum):
    """How the copy gives the words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ClaimStatus(StrEnum):
    """Where a claim stands in the life of its story."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"
    HELD = "held"
    SUPERSEDED = "superseded"


class Relation(StrEnum):
    """What one claim is to another."""

    DENIES = "denies"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    REFINES = "refines"
    CORROBORATES = "corroborates"
    UNRELATED = "unrelated"
    UNCLEAR = "unclear"


class DisputeKind(StrEnum):
    """Why two claims cannot both hold (after de Marneffe, Rafferty & Manning, ACL 2008)."""

    DENIAL = "denial"
    FIGURE = "figure"
    RESPONSIBILITY = "responsibility"
    DATE = "date"
    PLACE = "place"
    ANTONYM = "antonym"
    NEGATION = "negation"


class DecidedBy(StrEnum):
    """Whose word a membership is."""

    MACHINE = "machine"
    HUMAN = "human"


# ---- wire: what a reader makes of bytes ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as received, with where they came from (a path, a member of an archive as `a.zip!b.xml`, or `-`)."""

    origin: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """Input that was not read, as a value: which file, where in it, why, and what to do."""

    origin: str
    message: str
    where: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim that came attributed already (claims-jsonl, claims-csv); `span` is its text in the story's body."""

    span: Span
    claimant: str | None = None
    via: tuple[str, ...] = ()
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One version of one item, as a reader hands it on; nothing is guessed that the input does not say or show."""

    body: str
    origin: str = ""
    format: str = "text"
    agency: str | None = None  # the table's short name, else the name as the input gives it
    guid: str | None = None
    version: str | None = None  # as sent; may be opaque
    published: datetime | None = None  # IPTC versionCreated
    zone_known: bool = True
    kind: StoryKind = StoryKind.NEW
    status: PubStatus = PubStatus.USABLE
    headline: str = ""
    slugline: str = ""
    byline: str = ""
    credit_line: str = ""
    credits: tuple[str, ...] = ()  # agencies credited, short names: "News from BBC, AFP and Reuters"
    dateline: str | None = None  # the place: "KYIV"
    located: str | None = None
    ed_note: str = ""  # the advisory: "Corrects number of wounded in paragraph 3"
    language: str | None = None
    url: str | None = None
    embargoed: datetime | None = None
    headline_span: Span | None = None  # where headline and envelope lines stand in body; no claim is read there
    skip: Spans = ()  # dateline, byline, credit line, site scraps: in body, but not copy
    rows: tuple[ClaimRow, ...] = ()
    extractable: bool = True  # false: too long, or a language we cannot read; imported, no claims
    warnings: tuple[str, ...] = ()


# ---- attribution: what is found in a story ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as an interval: "more than 70 militants" is low 71, high None, counted "militants"."""

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    counted: str | None = None
    action: str | None = None
    place: str | None = None
    as_of: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The day or days a claim speaks of; `inferred` where a weekday was resolved against the story's date."""

    start: date
    end: date
    inferred: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the copy tells of a source it does not name: how many, how close, why unnamed."""

    count: str | None = None  # "two", "several"
    role: str | None = None  # "US officials", "a source in the ministry"
    reason: str | None = None  # "not authorised to speak"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: who is named, and where source, cue and content stand."""

    name: str
    kind: SourceKind
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One attributed claim found in one text, not yet known to any database.

    `chain` runs from the claimant outwards and is never empty; a claim without a claimant has one link named "".
    """

    text: str
    chain: tuple[Link, ...]
    claimants: tuple[str, ...] = ()  # all of a joint statement; the first is the chain's first
    speech: Speech = Speech.INDIRECT
    kind: ClaimKind = ClaimKind.OTHER
    polarity: Polarity = Polarity.ASSERTS
    modality: Modality = Modality.FACT
    checkable: bool = True
    named: bool = True
    unnamed: Unnamed | None = None
    figures: tuple[Figure, ...] = ()
    places: tuple[str, ...] = ()
    when: When | None = None
    confidence: float = 1.0
    external_id: str | None = None
    doubt: str | None = None  # why a person should look: "who 'he' is, is unclear"
    share: Spans = ()  # the claim's own words, where one attribution holds several ("… fell and 12 died, he said")

    @property
    def claimant(self) -> str:
        """Who made the assertion, by the fullest name the story gives."""
        return self.chain[0].name

    @property
    def claimant_kind(self) -> SourceKind:
        """What the claimant is."""
        return self.chain[0].kind

    @property
    def via(self) -> tuple[str, ...]:
        """Who passed it on, from the claimant outwards."""
        return tuple(link.name for link in self.chain[1:])

    @property
    def content(self) -> Spans:
        """Where the words of the claim stand; several spans where a quotation is broken.

        The link's content is all that its cue governs: an attribution of several claims is one link, shared by them.
        """
        return self.share or self.chain[0].content

    @property
    def cue(self) -> Spans:
        """Where the word of saying stands; empty where there is none."""
        return self.chain[0].cue

    @property
    def source(self) -> Spans:
        """Where the claimant is named (or referred to) beside the claim; may be empty."""
        return self.chain[0].source


@dataclass(frozen=True, slots=True)
class Extraction:
    """A story with the claims found in it."""

    story: Story
    passages: tuple[Passage, ...]


# ---- the desk's claims, events and disputes ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StoryRef:
    """What a claim needs to know of the story it stands in: the slots it may lend, and what listings show."""

    id: int
    agency: str = "unknown"
    agencies: tuple[str, ...] = ()  # credited ones included
    guid: str = ""
    version: int = 1
    published: datetime | None = None
    arrived: datetime | None = None
    zone_known: bool = True
    headline: str = ""
    slugline: str = ""
    dateline: str | None = None
    lead: str = ""  # the first sentence of the copy
    url: str | None = None
    origin: str = ""
    status: PubStatus = PubStatus.USABLE
    copy_of: int | None = None  # the story whose copy this is: the same origin


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion in one story, with its identity, its newest appearance and its event."""

    id: int
    passage: Passage
    story: StoryRef
    sentence: str  # the sentence(s) that hold it, from the body
    status: ClaimStatus = ClaimStatus.CURRENT
    event_id: int | None = None
    event_title: str = ""
    decided_by: DecidedBy = DecidedBy.MACHINE
    first_seen: datetime | None = None  # published of the version it first appeared in, else arrival
    paragraph: str = ""  # the paragraph in which it begins, from the body: lends a time where the sentence has none


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word: this claim belongs to this event ("same") or does not ("different")."""

    claim_id: int
    event_id: int
    same: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event as the desk lists it."""

    id: int
    title: str
    starts: date | None = None
    ends: date | None = None
    located: str | None = None
    stories: int = 0
    claims: int = 0
    agencies: tuple[str, ...] = ()
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason behind a score, with its weight in it and a phrase a person can read."""

    name: str
    value: float
    phrase: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How surely two claims are about one event, 0 to 1, feature by feature."""

    score: float
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one claim is to another (the left says it of the right), and why, in one sentence."""

    relation: Relation
    score: float = 0.0  # how surely it holds; for denies and contradicts, how surely the two compete
    kind: DisputeKind | None = None
    aspect: str = "other"
    left_value: str = ""
    right_value: str = ""
    explanation: str = ""
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A stored relation between two claims of one event."""

    id: int
    event_id: int
    left: Claim
    right: Claim
    finding: Finding
    question: str | None = None
    status: str = "open"  # open, stands, dismissed, resolved


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a question: a proposition, a stance, and who holds it."""

    proposition: str
    stance: str  # says, denies, doubts, silent
    claimant: str
    claims: tuple[Claim, ...]
    origins: int = 1
    label: str = ""  # "15 (as of Saturday)"

    @property
    def first(self) -> datetime | None:
        """When it was first said, as far as the copy tells."""
        times = [t for c in self.claims if (t := c.first_seen or c.story.published)]
        return min(times) if times else None

    @property
    def agencies(self) -> tuple[str, ...]:
        """Who carries it, in order of first appearance."""
        return tuple(dict.fromkeys(a for c in self.claims for a in (c.story.agencies or (c.story.agency,))))


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about an event, with the positions taken: "how many were killed"."""

    id: str
    title: str
    aspect: str  # figure, responsibility, occurrence, date, place, legality, identity, other
    status: str  # disputed, rising, agreed, single
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a report says about one event."""

    event: Event
    questions: tuple[Question, ...]
    disputes: tuple[Dispute, ...] = ()
    claims: tuple[Claim, ...] = ()
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the machine would not decide alone."""

    id: int
    subject: str  # speaker, event, dispute
    ids: tuple[str, ...]
    reason: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one story of an import."""

    story: int | None
    agency: str
    item: str
    version: int
    kind: StoryKind
    status: str  # new, version, unchanged, failed
    origin: str
    supersedes: int | None = None
    claims_new: int = 0
    claims_changed: int = 0
    claims_withdrawn: int = 0
    claims_unchanged: int = 0
    needs_review: int = 0
    warnings: tuple[str, ...] = ()
    message: str | None = None
    remedy: str | None = None
    notes: tuple[str, ...] = field(default=())  # lines about a correction: advisory, changes, what rests on it


def claim_text(body: str, content: Spans) -> str:
    """The words of a claim as one line, from its content spans."""
    return slices(body, content)
