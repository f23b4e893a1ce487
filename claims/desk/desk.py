"""`Desk`: the Python API, one method a use case; each owns its transaction, none keeps one open between calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self

from claims.desk.filters import ClaimFilter, DisputeFilter, EventFilter, ImportOptions, WhoFilter
from claims.desk.views import (
    AgencyRow,
    ClaimView,
    Reextraction,
    Regrouping,
    SearchResult,
    StoryView,
    VersionDiff,
)
from claims.records import Claim, Dispute, Document, Dossier, Doubt, Event, Imported, Problem


class Desk:
    """A desk's database, opened: `with Desk.open("sqlite:///claims.db") as desk: …`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @classmethod
    def open(cls, url: str, *, user: str = "unknown", create: bool = False, model: str = "default") -> Desk:
        """Open the database at `url`; `create` makes a fresh SQLite file where there is none (`desk.created` tells).

        `DatabaseUnavailable`, `SchemaOutdated` and `SchemaTooNew` each say what to do next.
        """
        raise NotImplementedError

    def close(self) -> None: ...

    def import_documents(
        self, documents: Iterable[Document | Problem], options: ImportOptions | None = None
    ) -> Iterator[Imported | Problem]: ...

    def events(self, wanted: EventFilter | None = None) -> Sequence[Event]: ...

    def event(self, ref: str) -> Event: ...

    def who(self, event: Event, wanted: WhoFilter | None = None) -> Dossier: ...

    def dossier(
        self,
        event: Event,
        *,
        as_of: datetime | None = None,
        disputed_only: bool = False,
        include_withheld: bool = False,
    ) -> Dossier: ...

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]: ...

    def search(self, text: str, limit: int | None = None) -> SearchResult: ...

    def disputes(self, wanted: DisputeFilter | None = None) -> Sequence[Dispute]: ...

    def show(self, ref: str) -> ClaimView | StoryView | Event | Dispute: ...

    def story(self, ref: str, *, include_withheld: bool = False) -> StoryView: ...

    def diff(self, ref: str, old: int | None = None, new: int | None = None) -> VersionDiff: ...

    def regroup(self, apply: bool = False) -> Regrouping: ...

    def reextract(self, apply: bool = False) -> Reextraction: ...

    def doubts(self, limit: int | None = None) -> Sequence[Doubt]: ...

    def judge(self, claim_id: int, event_id: int, same: bool, reason: str = "") -> None: ...

    def record_publication(self, path: str, format: str, dossiers: Sequence[Dossier]) -> None: ...

    def publications(self) -> Sequence[str]: ...

    def agencies(self) -> Sequence[AgencyRow]: ...

    def check(self) -> Sequence[str]: ...
