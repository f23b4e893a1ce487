"""Reports that went out, and the claims they rest on in the versions they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from claims.store.tables import Activity, Publication, PublicationClaim, StoryVersion


@dataclass(frozen=True, slots=True)
class Published:
    """A report that went out: where, in which format, when, by whom."""

    id: int
    place: str
    format: str
    made_at: datetime
    actor: str


def add(
    connection: Connection,
    place: str,
    format: str,
    rests_on: Iterable[tuple[int, int, int]],
    now: datetime,
    activity_id: int,
) -> int:
    """Record a report that rests on claims, each as claim id, story id and number of the version; its id."""
    values = {"place": place, "format": format, "made_at": now, "activity_id": activity_id}
    made = connection.execute(insert(Publication).values(values).returning(Publication.id)).scalar_one()
    claims = {claim_id: (story_id, number) for claim_id, story_id, number in rests_on}
    version = select(StoryVersion.id, StoryVersion.story_id, StoryVersion.number)
    stories = sorted({story_id for story_id, _ in claims.values()})
    ids = {(s, n): i for i, s, n in connection.execute(version.where(StoryVersion.story_id.in_(stories)))}
    rows = [{"publication_id": made, "claim_id": c, "version_id": ids[key]} for c, key in sorted(claims.items())]
    if rows:
        connection.execute(insert(PublicationClaim), rows)
    return int(made)


def resting_on(connection: Connection, version_ids: Sequence[int], claim_ids: Sequence[int]) -> list[Published]:
    """Reports that rest on those claims as those versions had them."""
    statement = (
        _published()
        .join(PublicationClaim, PublicationClaim.publication_id == Publication.id)
        .where(PublicationClaim.version_id.in_(version_ids), PublicationClaim.claim_id.in_(claim_ids))
        .distinct()
    )
    return [Published(*row) for row in connection.execute(statement)]


def listed(connection: Connection) -> list[Published]:
    """Every report that went out, oldest first."""
    return [Published(*row) for row in connection.execute(_published())]


def _published() -> Any:
    return (
        select(Publication.id, Publication.place, Publication.format, Publication.made_at, Activity.actor)
        .join(Activity, Activity.id == Publication.activity_id)
        .order_by(Publication.id)
    )
