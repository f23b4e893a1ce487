"""What a question may ask for: frozen filters whose fields are named as the command line's options are.

An empty filter asks for everything. Times are aware; `since` and `until` bound the time of the story (published, else
arrived), both inclusive. Names (agency, claimant, speaker, via) match loosely: case, accents and part of the name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from claims.records import ClaimKind, DisputeKind, Polarity, Relation

MAX_SIZE = 20_000_000  # bytes of one file
MAX_TEXT = 200_000  # code points of one story beyond which no claims are looked for


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How `claims import` reads: what the caller knows better than the input, and the caps."""

    format: str = "auto"
    agency: str | None = None  # overrules what the input names; must be known
    date: datetime | None = None  # for copy that gives none
    columns: Mapping[str, str] = field(default_factory=dict)  # our column name → the foreign file's
    max_size: int = MAX_SIZE
    max_text: int = MAX_TEXT
    jobs: int = 1  # processes that read and extract; one alone writes
    dry_run: bool = False  # read, place and report, then take everything back


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events `claims events` lists."""

    query: str | None = None  # words of the title, place or headlines; spelled loosely
    since: datetime | None = None
    until: datetime | None = None
    agency: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class WhoFilter:
    """What `claims who` shows of an event."""

    as_of: datetime | None = None  # only what the desk could have known then
    speaker: str | None = None
    stance: str | None = None  # says, denies, doubts
    all_claims: bool = False  # also what is no claim of fact: hopes, thanks, opinions
    agency: str | None = None
    kind: ClaimKind | None = None
    named_only: bool = False
    min_origins: int = 1
    include_withheld: bool = False  # text of killed, held and embargoed copy: for inside the desk


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims `claims list` lists; without `withdrawn` only those that stand in current, usable copy."""

    event: str | None = None  # "E-3" or words, as `Desk.event` takes them
    agency: str | None = None
    claimant: str | None = None
    via: str | None = None
    kind: ClaimKind | None = None
    polarity: Polarity | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str | None = None  # words of the claim, all of them, in any order
    withdrawn: bool = False  # also withdrawn, held and superseded ones
    limit: int | None = None
    include_withheld: bool = False  # with their words


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """Which relations `claims disputes` lists; without `all` only denials and contradictions."""

    event: str | None = None
    kind: DisputeKind | None = None
    relation: Relation | None = None
    min_score: float = 0.0
    all: bool = False
