"""Stories and their versions: found by identity, put once, never rewritten; one version of each is the current one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from claims.records import ClaimRow, PubStatus, SourceKind, Story, StoryKind
from claims.store import packing, sources
from claims.store.tables import Document, Source, StoryCredit, StoryVersion
from claims.store.tables import Story as StoryTable
from claims.text import Span, fold, sentences

_LONGEST_GUID = 500  # PostgreSQL refuses index entries beyond 2,700 bytes


@dataclass(frozen=True, slots=True)
class Version:
    """What is asked of a stored version without reading its text."""

    id: int
    story_id: int
    number: int
    version: str | None
    current: bool
    kind: StoryKind
    status: PubStatus
    published: datetime | None
    known: datetime
    embargoed: datetime | None
    digest: str  # of the content
    headline: str

    @property
    def rank(self) -> tuple[datetime, int, bool, int]:
        """What makes a version the current one: the greatest time, number as sent, a cancellation last, arrival."""
        return self.known, number_sent(self.version), self.status is PubStatus.CANCELED, self.number


def known(story: Story, arrived: datetime) -> datetime:
    """When the desk could have known a version: its time, without one its arrival.

    Copy that gives a day and no time of day counts from the last second of that day: nobody had it earlier for sure.
    """
    if story.published is None:
        return arrived
    day_alone = not story.zone_known and story.published.time() == time()
    return story.published + timedelta(days=1, seconds=-1) if day_alone else story.published


def number_sent(version: str | None) -> int:
    """A version as sent, as a number; 0 where it is opaque."""
    return int(version) if version and version.isascii() and version.isdigit() and len(version) < 12 else 0


def guid_of(story: Story) -> str:
    """The item's id as it is kept, or a fingerprint of the text where the input gives none."""
    if not story.guid:
        return "text:" + _digest(fold(story.headline), fold(story.body))[:32]
    return story.guid if len(story.guid) <= _LONGEST_GUID else "sha256:" + _digest(story.guid)


def content_digest(story: Story) -> str:
    """What makes two versions the same: text, headline, what it says it is, advisory and rows."""
    rows = [[*row.span, row.claimant, *row.via, row.external_id] for row in story.rows]
    return _digest(story.headline, story.body, story.kind, story.status, story.ed_note, str(rows))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def find(connection: Connection, agency_id: int, guid: str) -> int | None:
    """The story of that identity."""
    statement = select(StoryTable.id).where(StoryTable.agency_id == agency_id, StoryTable.guid == guid)
    return connection.execute(statement).scalar()


def find_text(connection: Connection, agency_id: int, digest: str, guid: str) -> int | None:
    """The story without an item id that has a version of exactly that content, or that fingerprint."""
    statement = (
        select(StoryTable.id)
        .join(StoryVersion, StoryVersion.story_id == StoryTable.id)
        .where(StoryTable.agency_id == agency_id, StoryVersion.content_digest == digest)
        .order_by(StoryTable.id)
    )
    return find(connection, agency_id, guid) or connection.execute(statement).scalar()


def make(connection: Connection, agency_id: int, story: Story, activity_id: int) -> int:
    """A new story without a version yet."""
    values = {
        "agency_id": agency_id,
        "guid": guid_of(story),
        "guid_given": bool(story.guid),
        "copy_of_id": None,
        "activity_id": activity_id,
    }
    return int(connection.execute(insert(StoryTable).values(values).returning(StoryTable.id)).scalar_one())


_COLUMNS = (
    StoryVersion.id,
    StoryVersion.story_id,
    StoryVersion.number,
    StoryVersion.version,
    StoryVersion.current,
    StoryVersion.kind,
    StoryVersion.pub_status,
    StoryVersion.published,
    StoryVersion.known,
    StoryVersion.embargoed,
    StoryVersion.content_digest,
    StoryVersion.headline,
)


def versions(connection: Connection, story_ids: Sequence[int]) -> tuple[Version, ...]:
    """The versions of those stories, by story and number."""
    statement = select(*_COLUMNS).where(StoryVersion.story_id.in_(story_ids))
    rows = connection.execute(statement.order_by(StoryVersion.story_id, StoryVersion.number))
    return tuple(_version(row) for row in rows)


def _version(row: Any) -> Version:
    return Version(
        id=row.id,
        story_id=row.story_id,
        number=row.number,
        version=row.version,
        current=row.current,
        kind=StoryKind(row.kind),
        status=PubStatus(row.pub_status),
        published=row.published,
        known=row.known,
        embargoed=row.embargoed,
        digest=row.content_digest,
        headline=row.headline,
    )


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a version came in: its number, its content's digest as read, the document, when, and the run."""

    number: int
    content_digest: str
    document_digest: str | None
    arrived: datetime
    activity_id: int


def put(connection: Connection, story_id: int, story: Story, receipt: Receipt) -> int:
    """Keep a version, not yet the current one, with the agencies it credits; its id."""
    values = {**_sent(story), **_derived(story, receipt), "story_id": story_id, "current": False}
    version_id = int(connection.execute(insert(StoryVersion).values(values).returning(StoryVersion.id)).scalar_one())
    credited = sources.resolve(connection, ((name, SourceKind.AGENCY) for name in story.credits), None)
    rows = [
        {"version_id": version_id, "position": n, "source_id": i}
        for n, i in enumerate(dict.fromkeys(credited.values()))
    ]
    if rows:
        connection.execute(insert(StoryCredit), rows)
    return version_id


_AS_SENT = (
    "version zone_known embargoed published headline slugline byline credit_line dateline located ed_note language url"
    " body extractable format origin"
).split()


def _sent(story: Story) -> dict[str, Any]:
    return {name: getattr(story, name) for name in _AS_SENT} | {"kind": story.kind, "pub_status": story.status}


def _derived(story: Story, receipt: Receipt) -> dict[str, Any]:
    return {
        "number": receipt.number,
        "arrived": receipt.arrived,
        "known": known(story, receipt.arrived),
        "document_digest": receipt.document_digest,
        "activity_id": receipt.activity_id,
        "content_digest": receipt.content_digest,
        "lead": lead(story),
        "headline_span": packing.pack_span(story.headline_span),
        "skip": packing.pack_spans(story.skip),
        "rows": [[row.span.start, row.span.end, row.claimant, list(row.via), row.external_id] for row in story.rows],
        "warnings": list(story.warnings),
    }


def lead(story: Story) -> str:
    """The first sentence of the copy that is not headline, dateline or another line of the envelope."""
    apart = (*story.skip, *((story.headline_span,) if story.headline_span else ()))
    for sentence in sentences(story.body, Span(0, min(len(story.body), 4000))):
        if all(sentence.overlap(span) < (sentence.end - sentence.start) / 2 for span in apart):
            start = max((s.end for s in apart if s.start <= sentence.start < s.end), default=sentence.start)
            return " ".join(story.body[start : sentence.end].split())[:1000]
    return ""


def make_current(connection: Connection, story_id: int, version_id: int) -> None:
    """That version counts from now on."""
    of_story = update(StoryVersion).where(StoryVersion.story_id == story_id)
    connection.execute(of_story.where(StoryVersion.current).values(current=False))
    connection.execute(of_story.where(StoryVersion.id == version_id).values(current=True))


def keep_document(connection: Connection, document: dict[str, Any]) -> None:
    """Keep a document's row (columns by name) unless its digest is known."""
    known = select(Document.digest).where(Document.digest == document["digest"])
    if connection.execute(known).first() is None:
        connection.execute(insert(Document).values(document))


def load(connection: Connection, version_id: int) -> Story:
    """The version as the reader gave it."""
    row = connection.execute(select(StoryVersion.__table__).where(StoryVersion.id == version_id)).one()
    agency = (
        select(Source.name).join(StoryTable, StoryTable.agency_id == Source.id).where(StoryTable.id == row.story_id)
    )
    credits = (
        select(Source.name)
        .join(StoryCredit, StoryCredit.source_id == Source.id)
        .where(StoryCredit.version_id == version_id)
        .order_by(StoryCredit.position)
    )
    given = select(StoryTable.guid).where(StoryTable.id == row.story_id, StoryTable.guid_given)
    return Story(
        **{name: getattr(row, name) for name in _AS_SENT},
        agency=connection.execute(agency).scalar_one(),
        guid=connection.execute(given).scalar(),
        credits=tuple(connection.execute(credits).scalars()),
        **_unpacked(row),
    )


def _unpacked(row: Any) -> dict[str, Any]:
    return {
        "kind": StoryKind(row.kind),
        "status": PubStatus(row.pub_status),
        "headline_span": packing.span(row.headline_span),
        "skip": packing.spans(row.skip),
        "rows": tuple(ClaimRow(Span(a, b), who, tuple(via), key) for a, b, who, via, key in row.rows),
        "warnings": tuple(row.warnings),
    }


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
