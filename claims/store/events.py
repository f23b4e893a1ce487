"""Events and who belongs to them: made, filled, emptied into an heir, and never deleted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from claims.records import DecidedBy, Feature
from claims.store import disputes, packing
from claims.store.claims import chunks
from claims.store.tables import Candidate, Claim, Event, Membership

WITHHELD = "withheld"  # the slug of an event of which nothing may be shown, until an embargo ends or a release comes


@dataclass(frozen=True, slots=True)
class Title:
    """What an event is called, and when and where it was."""

    title: str
    slug: str
    starts: date | None = None
    ends: date | None = None
    located: str | None = None


def make(connection: Connection, title: Title, activity_id: int) -> int:
    """A new event, still without members."""
    values = {**_titled(title), "merged_into_id": None, "stale": True, "activity_id": activity_id}
    return int(connection.execute(insert(Event).values(values).returning(Event.id)).scalar_one())


def _titled(title: Title) -> dict[str, Any]:
    names = ("title", "slug", "starts", "ends", "located")
    return {name: getattr(title, name) for name in names}


def rename(connection: Connection, event_id: int, title: Title) -> None:
    """Give an event its title anew, where it differs."""
    now = select(Event.title, Event.slug, Event.starts, Event.ends, Event.located).where(Event.id == event_id)
    if tuple(connection.execute(now).one()) != tuple(_titled(title).values()):
        connection.execute(update(Event).where(Event.id == event_id).values(**_titled(title)))


@dataclass(frozen=True, slots=True)
class Place:
    """A claim's home and why: a score and its features, or the judgement of a person."""

    claim_id: int
    event_id: int
    score: float | None = None
    features: tuple[Feature, ...] = ()
    judgement_id: int | None = None


def settle(connection: Connection, places: Sequence[Place], activity_id: int) -> None:
    """Give claims their home, replacing the one they had; the events they leave and enter become stale.

    The relations of claims that had another home go with them, or end where only one of the two moved.
    """
    left = homes(connection, [place.claim_id for place in places])
    mark_stale(connection, {*left.values(), *(place.event_id for place in places)})
    for chunk in chunks(range(len(places))):
        part = [places[i] for i in chunk]
        connection.execute(delete(Membership).where(Membership.claim_id.in_([place.claim_id for place in part])))
        connection.execute(insert(Membership), [_membership(place, activity_id) for place in part])
    disputes.follow(connection, sorted(left))


def _membership(place: Place, activity_id: int) -> dict[str, Any]:
    decided = DecidedBy.MACHINE if place.judgement_id is None else DecidedBy.HUMAN
    return {
        "claim_id": place.claim_id,
        "event_id": place.event_id,
        "decided_by": decided.value,
        "score": place.score,
        "features": packing.pack_features(place.features),
        "judgement_id": place.judgement_id,
        "activity_id": activity_id,
    }


def consider(connection: Connection, considered: Sequence[tuple[int, int, float, Sequence[Feature]]]) -> None:
    """Keep which events the machine considered for new claims: claim, event, score, features."""
    rows = [
        {"claim_id": claim_id, "event_id": event_id, "score": score, "features": packing.pack_features(features)}
        for claim_id, event_id, score, features in considered
    ]
    if rows:
        connection.execute(insert(Candidate), rows)


def mark_stale(connection: Connection, event_ids: Iterable[int]) -> None:
    """Their titles and disputes have to be worked out again."""
    for chunk in chunks(sorted(set(event_ids))):
        connection.execute(update(Event).where(Event.id.in_(chunk), ~Event.stale).values(stale=True))


def fresh(connection: Connection, event_id: int) -> None:
    """Its title and disputes are worked out."""
    connection.execute(update(Event).where(Event.id == event_id, Event.stale).values(stale=False))


def stale(connection: Connection) -> list[int]:
    """Events whose members changed since they were last worked out, and those of which nothing could be shown then."""
    changed = (Event.stale | (Event.slug == WITHHELD)) & Event.merged_into_id.is_(None)
    return list(connection.execute(select(Event.id).where(changed).order_by(Event.id)).scalars())


def homes(connection: Connection, claim_ids: Sequence[int] | None = None) -> dict[int, int]:
    """The event of each of those claims (of all claims without any named)."""
    statement = select(Membership.claim_id, Membership.event_id)
    if claim_ids is None:
        return {row.claim_id: row.event_id for row in connection.execute(statement)}
    rows = (
        row
        for chunk in chunks(claim_ids)
        for row in connection.execute(statement.where(Membership.claim_id.in_(chunk)))
    )
    return {row.claim_id: row.event_id for row in rows}


def members(connection: Connection, event_ids: Iterable[int]) -> dict[int, list[int]]:
    """The claims of each event, by id."""
    found: dict[int, list[int]] = defaultdict(list)
    statement = select(Membership.event_id, Membership.claim_id).order_by(Membership.claim_id)
    for chunk in chunks(sorted(event_ids)):
        for event_id, claim_id in connection.execute(statement.where(Membership.event_id.in_(chunk))):
            found[event_id].append(claim_id)
    return dict(found)


def of_story(connection: Connection, story_id: int) -> set[int]:
    """The events that claims of a story belong to."""
    statement = select(Membership.event_id).join(Claim, Claim.id == Membership.claim_id)
    return set(connection.execute(statement.where(Claim.story_id == story_id)).scalars())


def inherit(connection: Connection, before: Mapping[int, int]) -> None:
    """Point every event that `before` (claim → event) names and that has no member now to its heir.

    The heir is where most of the claims it had are now; of equals the oldest event.
    """
    touched = {*before, *(i for ids in members(connection, set(before.values())).values() for i in ids)}
    after = homes(connection, sorted(touched))
    heirs: dict[int, Counter[int]] = defaultdict(Counter)
    for claim_id, event_id in before.items():
        if claim_id in after:
            heirs[event_id][after[claim_id]] += 1
    filled = set(after.values())
    rows = [
        {"key": event_id, "heir": max(counted, key=lambda e: (counted[e], -e))}
        for event_id, counted in heirs.items()
        if event_id not in filled
    ]
    _set_heirs(connection, rows)
    _set_heirs(connection, [{"key": event_id, "heir": None} for event_id in filled])


def _set_heirs(connection: Connection, rows: Sequence[Mapping[str, int | None]]) -> None:
    table: Any = Event.__table__
    if rows:
        connection.execute(
            update(table).where(Event.id == bindparam("key")).values(merged_into_id=bindparam("heir")), rows
        )


def resolve(connection: Connection, event_id: int) -> int | None:
    """The event that goes by that id now: itself, or the heir of its heirs; None where there never was one."""
    seen: set[int] = set()
    while event_id not in seen:
        seen.add(event_id)
        row = connection.execute(select(Event.merged_into_id).where(Event.id == event_id)).first()
        if row is None:
            return None
        if row.merged_into_id is None:
            return event_id
        event_id = row.merged_into_id
    return event_id
