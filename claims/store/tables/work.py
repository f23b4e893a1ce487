"""What runs and people did, append-only: activities (W3C PROV), judgements, rulings, publications."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.records import DisputeKind
from claims.store.tables.base import LASTING, Base, Id, Made
from claims.store.types import Packed, label, one_of

_LIVE = text("retracted_by_id IS NULL")
_PIN = text("retracted_by_id IS NULL AND verdict = 'same'")


class Activity(Base):
    """One write: who, when, with which command and software. `ended_at` is empty while it runs or if it was killed."""

    __tablename__ = "activity"
    id: Mapped[Id]
    command: Mapped[str]
    actor: Mapped[str]
    software: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    parameters: Mapped[Any] = mapped_column(Packed)
    summary: Mapped[str]
    __table_args__ = (LASTING,)


class Judgement(Base):
    """A person's word that a claim belongs to an event, or does not; taken back by an activity, never rewritten."""

    __tablename__ = "judgement"
    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    verdict: Mapped[str] = mapped_column(label())
    reason: Mapped[str]
    activity_id: Mapped[Made]
    retracted_by_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    __table_args__ = (
        one_of("verdict", ("same", "different")),
        Index(
            "ix_judgement_live",
            "claim_id",
            "event_id",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        Index("ix_judgement_pin", "claim_id", unique=True, sqlite_where=_PIN, postgresql_where=_PIN),
        LASTING,
    )


class Ruling(Base):
    """A person's word on a dispute, kept by the pair and not by the dispute's row, which comes and goes."""

    __tablename__ = "ruling"
    id: Mapped[Id]
    left_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    right_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True)
    kind: Mapped[str] = mapped_column(label())
    aspect: Mapped[str]
    verdict: Mapped[str] = mapped_column(label())
    reason: Mapped[str]
    activity_id: Mapped[Made]
    retracted_by_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    __table_args__ = (
        one_of("verdict", ("stands", "dismissed", "resolved")),
        one_of("kind", ("", *DisputeKind)),
        CheckConstraint("left_id < right_id", name="left_before_right"),
        Index(
            "ix_ruling_live",
            "left_id",
            "right_id",
            "kind",
            "aspect",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        LASTING,
    )


class Publication(Base):
    """A report that went out."""

    __tablename__ = "publication"
    id: Mapped[Id]
    place: Mapped[str]  # path or URL
    format: Mapped[str]
    made_at: Mapped[datetime]
    activity_id: Mapped[Made]
    __table_args__ = (LASTING,)


class PublicationClaim(Base):
    """A claim a report rests on, in the version it was read from."""

    __tablename__ = "publication_claim"
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("story_version.id"), index=True)
