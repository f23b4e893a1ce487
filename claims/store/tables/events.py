"""Events, what belongs to them and what competes in them: a function of the stories and of people's decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.records import DecidedBy, DisputeKind, Relation
from claims.store.tables.base import LASTING, Base, Id, Made
from claims.store.types import Packed, label, one_of

_UNREFRESHED = text("stale")


class Event(Base):
    """Never deleted: an emptied event points to its heir, and old ids keep resolving.

    `stale` marks an event whose members changed since its title and disputes were worked out.
    """

    __tablename__ = "event"
    id: Mapped[Id]
    slug: Mapped[str]
    title: Mapped[str]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    located: Mapped[str | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    stale: Mapped[bool]
    activity_id: Mapped[Made]
    __table_args__ = (
        CheckConstraint("merged_into_id <> id", name="no_heir_of_itself"),
        CheckConstraint("starts IS NULL OR ends IS NULL OR starts <= ends", name="starts_before_it_ends"),
        Index("ix_event_stale", "id", sqlite_where=_UNREFRESHED, postgresql_where=_UNREFRESHED),
        LASTING,
    )


class Membership(Base):
    """The one home of a claim; decided by a person if and only if a judgement stands behind it."""

    __tablename__ = "membership"
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    decided_by: Mapped[str] = mapped_column(label())
    score: Mapped[float | None]
    features: Mapped[Any] = mapped_column(Packed)
    judgement_id: Mapped[int | None] = mapped_column(ForeignKey("judgement.id"), index=True)
    activity_id: Mapped[Made]
    __table_args__ = (
        one_of("decided_by", DecidedBy),
        CheckConstraint("(decided_by = 'human') = (judgement_id IS NOT NULL)", name="human_has_judgement"),
    )


class Candidate(Base):
    """An event the machine considered for a claim; what it chose is the membership."""

    __tablename__ = "candidate"
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True, index=True)
    score: Mapped[float]
    features: Mapped[Any] = mapped_column(Packed)


class Dispute(Base):
    """A relation between two claims of one event. The lower id is left in the row; `turned`: the right says it."""

    __tablename__ = "dispute"
    id: Mapped[Id]
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    left_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    right_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True)
    turned: Mapped[bool]
    relation: Mapped[str] = mapped_column(label())
    kind: Mapped[str] = mapped_column(label())  # "" for updates and refinements
    aspect: Mapped[str]
    left_value: Mapped[str]  # of the claim that says it
    right_value: Mapped[str]
    explanation: Mapped[str]
    score: Mapped[float]
    features: Mapped[Any] = mapped_column(Packed)
    activity_id: Mapped[Made]
    __table_args__ = (
        one_of("relation", (Relation.DENIES, Relation.CONTRADICTS, Relation.UPDATES, Relation.REFINES)),
        one_of("kind", ("", *DisputeKind)),
        CheckConstraint("left_id < right_id", name="left_before_right"),
        CheckConstraint("score >= 0 AND score <= 1", name="score_in_bounds"),
        CheckConstraint("relation IN ('updates', 'refines') OR explanation <> ''", name="says_why"),
        UniqueConstraint("left_id", "right_id", "kind", "aspect"),
        LASTING,
    )


class Doubt(Base):
    """What the machine would not decide alone; `settled_by_id` once a person has."""

    __tablename__ = "doubt"
    id: Mapped[Id]
    subject: Mapped[str] = mapped_column(label())
    key: Mapped[str]  # the ids it is about, as one word: "C-17 E-3"
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True)
    reason: Mapped[str]
    score: Mapped[float]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    activity_id: Mapped[Made]
    __table_args__ = (one_of("subject", ("speaker", "event", "dispute")), UniqueConstraint("subject", "key"), LASTING)
