"""`Desk`: the Python API, one method a use case; each owns its transactions, none keeps one open between calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claims.config import sqlite_path
from claims.desk import (
    agencyrows,
    checking,
    dossiers,
    finding,
    listings,
    publishing,
    searching,
    showing,
    storyviews,
    versions,
)
from claims.desk.filters import ClaimFilter, DisputeFilter, EventFilter, ImportOptions, WhoFilter
from claims.desk.later import later
from claims.desk.opened import Opened
from claims.desk.views import (
    AgencyRow,
    ClaimView,
    PublicationView,
    Reextraction,
    Regrouping,
    SearchResult,
    StoryView,
    VersionDiff,
)
from claims.errors import ConfigError
from claims.records import Claim, Dispute, Document, Dossier, Doubt, Event, Imported, Judgement, Problem, Story
from claims.store import doubts, engine, migrations

if TYPE_CHECKING:
    from claims.desk import importing, judging, reextracting, regrouping
else:
    importing = later("claims.desk.importing")
    judging = later("claims.desk.judging")
    reextracting = later("claims.desk.reextracting")
    regrouping = later("claims.desk.regrouping")

_MODELS = ("default",)


class Desk:
    """A desk's database, opened: `with Desk.open("sqlite:///claims.db") as desk: …`."""

    def __init__(self, opened: Opened, created: bool = False) -> None:
        self._opened = opened
        self.created = created  # whether `open` made the database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @classmethod
    def open(cls, url: str, *, user: str = "unknown", create: bool = False, model: str = "default") -> Desk:
        """Open the database at `url`; `create` makes a fresh SQLite file where there is none (`created` tells).

        `DatabaseUnavailable`, `SchemaOutdated` and `SchemaTooNew` each say what to do next.
        """
        if model not in _MODELS:
            raise ConfigError(f"There is no model {model!r} here.", "Install the one you mean, or leave --model out.")
        created = migrations.create(url) if create else False
        opened = engine.connect(url)
        if create and sqlite_path(url) is None and url.startswith("sqlite"):
            migrations.upgrade_to_newest(opened)  # in memory: gone with the process, so nothing can be made beforehand
            created = True
        try:
            migrations.require(opened)
        except BaseException:
            opened.dispose()
            raise
        return cls(Opened(opened, user), created)

    def close(self) -> None:
        """Give the database's connections back."""
        self._opened.engine.dispose()

    def import_documents(
        self, documents: Iterable[Document | Problem], options: ImportOptions | None = None
    ) -> Iterator[Imported | Problem]:
        """Read and keep documents; what became of each story, in order, as it is kept (one transaction a story).

        Exhaust it: titles and disputes of the events touched are worked out at the end (else by the next import).
        """
        return importing.import_documents(self._opened, documents, options or ImportOptions())

    def import_stories(self, stories: Iterable[Story]) -> Iterator[Imported]:
        """The same for stories that were read already."""
        return importing.import_stories(self._opened, stories)

    def events(self, wanted: EventFilter | None = None) -> Sequence[Event]:
        """Events with claims in current copy, newest first, or best first for a query."""
        return listings.list_events(self._opened, wanted or EventFilter())

    def event(self, ref: str) -> Event:
        """The event of that id, or the one that words fit loosely. `NotFound`, `Ambiguous`."""
        with self._opened.reading() as connection:
            return showing.event(connection, ref)

    def who(self, event: Event, wanted: WhoFilter | None = None) -> Dossier:
        """Who says what about an event, folded by question."""
        return dossiers.who(self._opened, event, wanted or WhoFilter())

    def dossier(
        self,
        event: Event,
        *,
        as_of: datetime | None = None,
        disputed_only: bool = False,
        include_withheld: bool = False,
    ) -> Dossier:
        """Everything a report says about an event, as it is or as the desk could have known it at a time."""
        return dossiers.dossier(
            self._opened, event, as_of=as_of, disputed_only=disputed_only, include_withheld=include_withheld
        )

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
        """Claims by time of their story."""
        return listings.list_claims(self._opened, wanted or ClaimFilter())

    def count(self, wanted: ClaimFilter | None = None) -> int:
        """How many claims meet the filter; its limit does not count."""
        return listings.count_claims(self._opened, wanted or ClaimFilter())

    def search(self, text: str, limit: int | None = None) -> SearchResult:
        """Claims and events that hold the words, spelled loosely, best first; else with the most of them."""
        return searching.search(self._opened, text, limit)

    def disputes(self, wanted: DisputeFilter | None = None) -> Sequence[Dispute]:
        """Relations between claims, surest first; without `all` those that compete."""
        return listings.list_disputes(self._opened, wanted or DisputeFilter())

    def show(self, ref: str, *, include_withheld: bool = False) -> ClaimView | StoryView | Event | Dispute | Doubt:
        """What an id stands for. `NotFound`, `Ambiguous`."""
        return showing.show(self._opened, ref, include_withheld=include_withheld)

    def story(self, ref: str, *, include_withheld: bool = False) -> StoryView:
        """A story with its versions."""
        with self._opened.reading() as connection:
            return storyviews.view(connection, finding.number(ref, "S"), include_withheld=include_withheld)

    def diff(
        self, ref: str, old: int | None = None, new: int | None = None, *, include_withheld: bool = False
    ) -> VersionDiff:
        """Two versions of a story compared; without numbers the current one and the one it replaced."""
        with self._opened.reading() as connection:
            return versions.diff(connection, finding.number(ref, "S"), old, new, include_withheld=include_withheld)

    def regroup(self, apply: bool = False) -> Regrouping:
        """Which claims would change their event if all were placed at once; written with `apply`."""
        return regrouping.regroup(self._opened, apply)

    def reextract(self, apply: bool = False) -> Reextraction:
        """How the claims would come out if every story were read anew; written with `apply`."""
        return reextracting.reextract(self._opened, apply)

    def doubts(self, limit: int | None = None) -> Sequence[Doubt]:
        """What the machine would not decide alone, most useful first, at most one for ten claims."""
        with self._opened.reading() as connection:
            return doubts.listed(connection, limit)

    def judge(self, claim_id: int, event_id: int, same: bool, reason: str = "") -> None:
        """A person's word that a claim belongs to an event, or does not. `NotFound`, `Refused`."""
        judging.judge(self._opened, Judgement(claim_id, event_id, same), reason)

    def record_publication(self, path: str, format: str, dossiers: Sequence[Dossier]) -> None:
        """Record that a report went out: a later correction then names it."""
        publishing.record(self._opened, path, format, dossiers)

    def publications(self) -> Sequence[PublicationView]:
        """Every report that went out, oldest first."""
        return publishing.listed(self._opened)

    def agencies(self) -> Sequence[AgencyRow]:
        """Every agency, those with stories first."""
        return agencyrows.rows(self._opened)

    def check(self) -> Sequence[str]:
        """What is wrong with the database, a sentence each; empty for a sound one."""
        return checking.check(self._opened)
