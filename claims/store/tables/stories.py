"""What agencies sent, never rewritten: documents, stories, their versions, and everyone who is cited.

Words of the trade: IPTC versionCreated (`published`), pubStatus, slugline, dateline, credit line, edNote.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.records import PubStatus, SourceKind, StoryKind
from claims.store.tables.base import LASTING, Base, Big, Id, Made
from claims.store.types import Packed, label, one_of

_SHARED = text("story_id IS NULL")
_OF_A_STORY = text("story_id IS NOT NULL")


class Source(Base):
    """Anyone to whom something is attributed: publisher, via-agency, claimant (RIA is now one, now the other).

    `story_id` is set for those who are no one beyond their story: "police", "two officials", "the ministry".
    """

    __tablename__ = "source"
    id: Mapped[Id]
    name: Mapped[str]
    folded: Mapped[str]  # what filters look in
    kind: Mapped[str] = mapped_column(label())
    story_id: Mapped[int | None] = mapped_column(ForeignKey("story.id", use_alter=True))
    uri: Mapped[str | None]
    __table_args__ = (
        one_of("kind", SourceKind),
        CheckConstraint("kind <> 'unnamed' OR story_id IS NOT NULL", name="unnamed_is_of_a_story"),
        Index("ix_source_shared", "name", "kind", unique=True, sqlite_where=_SHARED, postgresql_where=_SHARED),
        Index(
            "ix_source_of_a_story",
            "story_id",
            "name",
            "kind",
            unique=True,
            sqlite_where=_OF_A_STORY,
            postgresql_where=_OF_A_STORY,
        ),
        LASTING,
    )


class SourceAlias(Base):
    """Another name of a source, folded."""

    __tablename__ = "source_alias"
    alias: Mapped[str] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)


class Document(Base):
    """Bytes as received, by their SHA-256; many stories may share one.

    `content` is NULL where the bytes hold a tail "not for publication", which is never stored.
    """

    __tablename__ = "document"
    digest: Mapped[str] = mapped_column(primary_key=True)
    origin: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    activity_id: Mapped[Made]
    __table_args__ = (CheckConstraint("length(digest) = 64", name="digest_is_sha256"),)


class Story(Base):
    """An item of one agency. Identity is agency and item id; `guid` is a fingerprint where the input gives no id."""

    __tablename__ = "story"
    id: Mapped[Id]
    agency_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    guid: Mapped[str]
    guid_given: Mapped[bool]
    copy_of_id: Mapped[int | None] = mapped_column(ForeignKey("story.id"), index=True)  # whose copy it is
    activity_id: Mapped[Made]
    __table_args__ = (
        UniqueConstraint("agency_id", "guid"),
        CheckConstraint("copy_of_id <> id", name="no_copy_of_itself"),
        LASTING,
    )


class StoryVersion(Base):
    """One version as it was sent; `current` marks the one that counts, exactly one a story."""

    __tablename__ = "story_version"
    id: Mapped[Id]
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    number: Mapped[int]  # ours, in order of arrival, from 1
    version: Mapped[str | None]  # as sent; may be opaque
    current: Mapped[bool]
    kind: Mapped[str] = mapped_column(label())
    pub_status: Mapped[str] = mapped_column(label())
    published: Mapped[datetime | None]
    zone_known: Mapped[bool]
    embargoed: Mapped[datetime | None]
    arrived: Mapped[datetime]
    known: Mapped[datetime] = mapped_column(index=True)  # published, else arrived: when the desk could have known
    document_digest: Mapped[str | None] = mapped_column(ForeignKey("document.digest"), index=True)
    content_digest: Mapped[str]
    format: Mapped[str]
    origin: Mapped[str]
    headline: Mapped[str]
    slugline: Mapped[str]
    byline: Mapped[str]
    credit_line: Mapped[str]
    dateline: Mapped[str | None]
    located: Mapped[str | None]
    ed_note: Mapped[str]
    language: Mapped[str | None]
    url: Mapped[str | None]
    body: Mapped[str]
    lead: Mapped[str]  # the first sentence of the copy
    headline_span: Mapped[Any] = mapped_column(Packed, nullable=True)
    skip: Mapped[Any] = mapped_column(Packed)
    rows: Mapped[Any] = mapped_column(Packed)
    extractable: Mapped[bool]
    warnings: Mapped[Any] = mapped_column(Packed)
    activity_id: Mapped[Made]
    __table_args__ = (
        one_of("kind", StoryKind),
        one_of("pub_status", PubStatus),
        CheckConstraint("number > 0", name="number_from_one"),
        UniqueConstraint("story_id", "number"),
        UniqueConstraint("story_id", "published", "content_digest"),
        Index(
            "ix_story_version_undated",
            "story_id",
            "content_digest",
            unique=True,
            sqlite_where=text("published IS NULL"),
            postgresql_where=text("published IS NULL"),
        ),
        Index(
            "ix_story_version_current",
            "story_id",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
        LASTING,
    )


class StoryCredit(Base):
    """An agency a version credits: "News from BBC, AFP and Reuters"."""

    __tablename__ = "story_credit"
    version_id: Mapped[int] = mapped_column(ForeignKey("story_version.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)


class Sentence(Base):
    """A sentence of a version by the hash of its folded text: finds updates without an item id, and copies."""

    __tablename__ = "sentence"
    hash: Mapped[Big] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("story_version.id"), primary_key=True, index=True)
    __table_args__ = ({"sqlite_with_rowid": False},)
