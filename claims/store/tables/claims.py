"""Claims and where they stand: derived from stories, rebuilt at will, ids kept.

A claim is one assertion in one story (schema.org Claim); an appearance is where it stands in one version, with all that
was said there, so that an older version can still be read as it was.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.records import ClaimKind, ClaimStatus, Modality, Polarity, SourceKind, Speech
from claims.store.tables.base import LASTING, Base, Id, Made
from claims.store.types import Packed, label, one_of

_SPEAKS = text("speaks")


class Claim(Base):
    """One assertion in one story; the columns that listings search, as its speaking appearance has them."""

    __tablename__ = "claim"
    id: Mapped[Id]
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), index=True)
    claimant_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    external_id: Mapped[str | None]
    folded: Mapped[str]  # claimant and text, folded: what `--text` and `search` look in
    kind: Mapped[str] = mapped_column(label())
    polarity: Mapped[str] = mapped_column(label())
    checkable: Mapped[bool]
    status: Mapped[str] = mapped_column(label())
    first_seen: Mapped[datetime]  # the earliest time the desk could have known it
    activity_id: Mapped[Made]
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))  # the last run that changed it
    __table_args__ = (one_of("status", ClaimStatus), one_of("kind", ClaimKind), one_of("polarity", Polarity), LASTING)


class Appearance(Base):
    """A claim in one version; several rows where the story says it twice. Exactly one a claim `speaks` for it."""

    __tablename__ = "appearance"
    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("story_version.id"), index=True)
    position: Mapped[int]  # among the appearances of this claim in this version, in the order of the copy
    speaks: Mapped[bool]
    text: Mapped[str]
    sentence: Mapped[str]
    paragraph: Mapped[str]
    kind: Mapped[str] = mapped_column(label())
    polarity: Mapped[str] = mapped_column(label())
    modality: Mapped[str] = mapped_column(label())
    speech: Mapped[str] = mapped_column(label())
    checkable: Mapped[bool]
    named: Mapped[bool]
    unnamed: Mapped[Any] = mapped_column(Packed, nullable=True)  # [count, role, reason]
    claimants: Mapped[Any] = mapped_column(Packed)  # as the copy names them, the first included
    share: Mapped[Any] = mapped_column(Packed)  # the claim's own words where an attribution holds several claims
    places: Mapped[Any] = mapped_column(Packed)
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    when_inferred: Mapped[bool]
    when_span: Mapped[Any] = mapped_column(Packed, nullable=True)
    confidence: Mapped[float]
    doubt: Mapped[str | None]
    activity_id: Mapped[Made]
    __table_args__ = (
        one_of("kind", ClaimKind),
        one_of("polarity", Polarity),
        one_of("modality", Modality),
        one_of("speech", Speech),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence_in_bounds"),
        CheckConstraint("(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts <= ends)", name="when_whole"),
        UniqueConstraint("claim_id", "version_id", "position"),
        Index("ix_appearance_speaks", "claim_id", unique=True, sqlite_where=_SPEAKS, postgresql_where=_SPEAKS),
        LASTING,
    )


class Attribution(Base):
    """One link of an appearance's chain: position 0 the claimant, 1… via, outwards, each with its own spans.

    Joint claimants ("police and witnesses said") stand at position 0 with ranks 0, 1, …
    """

    __tablename__ = "attribution"
    appearance_id: Mapped[int] = mapped_column(ForeignKey("appearance.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    name: Mapped[str]  # as the story gives it; the source may bear another
    kind: Mapped[str] = mapped_column(label())
    source_spans: Mapped[Any] = mapped_column(Packed)
    cue_spans: Mapped[Any] = mapped_column(Packed)
    content_spans: Mapped[Any] = mapped_column(Packed)
    __table_args__ = (one_of("kind", SourceKind),)


class Figure(Base):
    """A number in an appearance as an interval; NULL is open: "more than 70 militants" is low 71, high NULL."""

    __tablename__ = "figure"
    appearance_id: Mapped[int] = mapped_column(ForeignKey("appearance.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    low: Mapped[float | None]
    high: Mapped[float | None]
    approximate: Mapped[bool]
    unit: Mapped[str | None]
    counted: Mapped[str | None]
    action: Mapped[str | None]
    place: Mapped[str | None]
    as_of: Mapped[str | None]
    span: Mapped[Any] = mapped_column(Packed, nullable=True)
    __table_args__ = (CheckConstraint("low IS NULL OR high IS NULL OR low <= high", name="low_to_high"),)


class ClaimTerm(Base):
    """The inverted index: a telling term of a claim, by day, so that a window is a range; day 0 is undated."""

    __tablename__ = "claim_term"
    term: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)  # proleptic ordinal of the story's day in UTC
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True)
    weight: Mapped[float]
    __table_args__ = ({"sqlite_with_rowid": False},)
