"""What the desk holds of stories and agencies, for showing: rows without their claims' details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, case, func, select

from claims.records import ClaimStatus, SourceKind
from claims.store.tables import (
    Activity,
    Appearance,
    Candidate,
    Claim,
    Event,
    Membership,
    Source,
    SourceAlias,
    Story,
    StoryVersion,
)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A story by its identity."""

    agency: str
    guid: str
    copy_of: int | None


def story(connection: Connection, story_id: int) -> Shelved | None:
    """The story of that number, if there is one."""
    statement = (
        select(Source.name, Story.guid, Story.copy_of_id)
        .join(Source, Source.id == Story.agency_id)
        .where(Story.id == story_id)
    )
    row = connection.execute(statement).first()
    return Shelved(*row) if row else None


def versions(connection: Connection, story_id: int) -> Sequence[Any]:
    """The versions of a story by number, each with the number of claims that stand in it (`claims`)."""
    claims = (
        select(func.count(Appearance.claim_id.distinct()))
        .where(Appearance.version_id == StoryVersion.id)
        .scalar_subquery()
    )
    statement = select(StoryVersion.__table__, claims.label("claims")).where(StoryVersion.story_id == story_id)
    return connection.execute(statement.order_by(StoryVersion.number)).all()


def copies(connection: Connection, story_id: int) -> tuple[int, ...]:
    """The stories that are copies of a story."""
    statement = select(Story.id).where(Story.copy_of_id == story_id).order_by(Story.id)
    return tuple(connection.execute(statement).scalars())


def story_ids(connection: Connection) -> list[int]:
    """Every story, oldest first."""
    return list(connection.execute(select(Story.id).order_by(Story.id)).scalars())


def agencies(connection: Connection) -> dict[str, tuple[int, int]]:
    """Every agency a story came from, with its stories and its claims in current copy."""
    current = func.count(case((Claim.status == ClaimStatus.CURRENT, Claim.id)))
    statement = (
        select(Source.name, func.count(Story.id.distinct()), current)
        .join(Story, Story.agency_id == Source.id)
        .outerjoin(Claim, Claim.story_id == Story.id)
        .group_by(Source.name)
    )
    return {name: (stories, claims) for name, stories, claims in connection.execute(statement)}


def aliases(connection: Connection) -> dict[str, list[str]]:
    """Other names of agencies that this desk added, by the agency's name."""
    statement = select(Source.name, SourceAlias.alias).join(Source, Source.id == SourceAlias.source_id)
    found: dict[str, list[str]] = {}
    for name, alias in connection.execute(statement.where(Source.kind == SourceKind.AGENCY)):
        found.setdefault(name, []).append(alias)
    return found


def appearances(connection: Connection, claim_id: int) -> Sequence[Any]:
    """The appearances of a claim, the newest version's first: id, number, whether current, time, body."""
    statement = (
        select(Appearance.id, StoryVersion.number, StoryVersion.current, StoryVersion.published)
        .join(StoryVersion, StoryVersion.id == Appearance.version_id)
        .where(Appearance.claim_id == claim_id)
        .order_by(StoryVersion.known.desc(), StoryVersion.number.desc(), Appearance.position)
    )
    return connection.execute(statement).all()


def membership(connection: Connection, claim_id: int) -> Any:
    """Where a claim is and why: event_id, decided_by, score, features, judgement_id, activity_id."""
    return connection.execute(select(Membership.__table__).where(Membership.claim_id == claim_id)).first()


def candidates(connection: Connection, claim_id: int) -> Sequence[Any]:
    """The events considered for a claim, best first: event_id, title, score, features."""
    statement = (
        select(Candidate.event_id, Event.title, Candidate.score, Candidate.features)
        .join(Event, Event.id == Candidate.event_id)
        .where(Candidate.claim_id == claim_id)
        .order_by(Candidate.score.desc(), Candidate.event_id)
    )
    return connection.execute(statement).all()


def activities_of(connection: Connection, claim_id: int) -> Sequence[Any]:
    """The activities that made a claim, its appearances and its membership, or changed it; oldest first."""
    made = select(Claim.activity_id).where(Claim.id == claim_id)
    changed = select(Claim.changed_by_id).where(Claim.id == claim_id)
    read = select(Appearance.activity_id).where(Appearance.claim_id == claim_id)
    placed = select(Membership.activity_id).where(Membership.claim_id == claim_id)
    ids = made.union(changed, read, placed).scalar_subquery()
    return connection.execute(select(Activity.__table__).where(Activity.id.in_(ids)).order_by(Activity.id)).all()
