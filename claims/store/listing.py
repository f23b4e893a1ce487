"""Which claims and events meet the conditions of a listing: conditions in the database, records from `reading`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, union
from sqlalchemy.orm import aliased

from claims.records import ClaimKind, ClaimStatus, Polarity, PubStatus, Relation, SourceKind, StoryKind
from claims.records import Event as EventRecord
from claims.store import stories, tables
from claims.store.claims import chunks
from claims.text import fold

_A, _C, _V, _S = tables.Appearance, tables.Claim, tables.StoryVersion, tables.Story
_M, _E, _D = tables.Membership, tables.Event, tables.Dispute


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions on claims; names are found in part, folded. Empty ones ask for nothing."""

    event_id: int | None = None
    story_id: int | None = None
    agency: str | None = None  # publisher or credited
    claimant: str | None = None
    via: str | None = None
    kind: ClaimKind | None = None
    polarity: Polarity | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: tuple[str, ...] = ()
    current_at: datetime | None = None  # only claims that stand in usable copy, not embargoed at that time
    limit: int | None = None


def appearances(connection: Connection, wanted: Wanted) -> list[int]:
    """The appearances that speak for the claims wanted, by time, then id of the claim."""
    statement = (
        select(_A.id)
        .join(_C, _C.id == _A.claim_id)
        .join(_V, _V.id == _A.version_id)
        .where(_A.speaks, *_conditions(wanted))
        .order_by(_V.known, _C.id)
        .limit(wanted.limit)
    )
    if wanted.event_id is not None:
        statement = statement.join(_M, _M.claim_id == _C.id).where(_M.event_id == wanted.event_id)
    return list(connection.execute(statement).scalars())


def of_version(connection: Connection, version_id: int) -> list[int]:
    """Every appearance in a version."""
    statement = select(_A.id).where(_A.version_id == version_id).order_by(_A.id)
    return list(connection.execute(statement).scalars())


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_contains(_C.folded, word) for word in wanted.words]
    if wanted.story_id is not None:
        found.append(_C.story_id == wanted.story_id)
    if wanted.kind is not None:
        found.append(_C.kind == wanted.kind.value)
    if wanted.polarity is not None:
        found.append(_C.polarity == wanted.polarity.value)
    if wanted.since is not None:
        found.append(_V.known >= wanted.since)
    if wanted.until is not None:
        found.append(_V.known <= wanted.until)
    if wanted.current_at is not None:
        found += [_C.status == ClaimStatus.CURRENT, or_(_V.embargoed.is_(None), _V.embargoed <= wanted.current_at)]
    if wanted.claimant is not None:
        found.append(_in_chain(wanted.claimant, tables.Attribution.position == 0))
    if wanted.via is not None:
        found.append(_in_chain(wanted.via, tables.Attribution.position > 0))
    if wanted.agency is not None:
        found.append(_of_agency(wanted.agency))
    return found


def _contains(column: Any, text: str) -> ColumnElement[bool]:
    escaped = fold(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return column.like(f"%{escaped}%", escape="\\")  # type: ignore[no-any-return]


def _sources(name: str) -> Any:
    return select(tables.Source.id).where(_contains(tables.Source.folded, name))


def _in_chain(name: str, place: ColumnElement[bool]) -> ColumnElement[bool]:
    link = tables.Attribution
    return _A.id.in_(select(link.appearance_id).where(place, link.source_id.in_(_sources(name))))


def _of_agency(name: str) -> ColumnElement[bool]:
    """Published or credited by an agency of exactly that short name, folded."""
    agencies = select(tables.Source.id).where(
        tables.Source.folded == fold(name), tables.Source.kind == SourceKind.AGENCY
    )
    credit = tables.StoryCredit
    return or_(
        _C.story_id.in_(select(_S.id).where(_S.agency_id.in_(agencies))),
        _A.version_id.in_(select(credit.version_id).where(credit.source_id.in_(agencies))),
    )


def event_ids(connection: Connection, wanted: Wanted) -> set[int]:
    """Events with a claim that meets the conditions."""
    statement = (
        select(_M.event_id)
        .join(_C, _C.id == _M.claim_id)
        .join(_A, and_(_A.claim_id == _C.id, _A.speaks))
        .join(_V, _V.id == _A.version_id)
        .where(*_conditions(wanted))
        .distinct()
    )
    return set(connection.execute(statement).scalars())


def events(connection: Connection, ids: Sequence[int] | None = None) -> list[EventRecord]:
    """Events with what they hold, newest first; without ids those that hold a claim in current copy.

    Counted is what a listing shows now: copy under embargo, held or killed counts for nothing.
    """
    some = [_E.merged_into_id.is_(None)] if ids is None else [_E.id.in_(ids)]
    held = _embargoed(connection, stories.now())
    counts = _counts(connection, ids, held)
    agencies = _agencies(connection, ids, held)
    disputed = _disputed(connection, ids, held)
    rows = connection.execute(
        select(_E.id, _E.title, _E.starts, _E.ends, _E.located)
        .where(*some)
        .order_by(_E.starts.is_(None), _E.starts.desc(), _E.id)
    )
    found = [
        EventRecord(*row, *counts.get(row.id, (0, 0)), agencies.get(row.id, ()), disputed.get(row.id, 0))
        for row in rows
    ]
    return [event for event in found if ids is not None or event.claims]


def _of_events(ids: Sequence[int] | None, column: Any) -> list[ColumnElement[bool]]:
    return [] if ids is None else [column.in_(ids)]


def _embargoed(connection: Connection, now: datetime) -> list[int]:
    """Versions whose embargo has not ended: as a rule none or a handful."""
    return list(connection.execute(select(_V.id).where(_V.embargoed > now)).scalars())


def _in_current_copy(claim: Any, held: Sequence[int]) -> list[ColumnElement[bool]]:
    """A claim stands in current copy, and in none of the versions `held`."""
    if not held:
        return [claim.status == ClaimStatus.CURRENT]
    spoken = select(_A.claim_id).where(_A.speaks, _A.version_id.in_(held))
    return [claim.status == ClaimStatus.CURRENT, claim.id.not_in(spoken)]


def _counts(connection: Connection, ids: Sequence[int] | None, held: Sequence[int]) -> dict[int, tuple[int, int]]:
    statement = (
        select(_M.event_id, func.count(_C.story_id.distinct()), func.count())
        .join(_C, _C.id == _M.claim_id)
        .where(*_in_current_copy(_C, held), *_of_events(ids, _M.event_id))
        .group_by(_M.event_id)
    )
    return {event_id: (stories, claims) for event_id, stories, claims in connection.execute(statement)}


def _agencies(connection: Connection, ids: Sequence[int] | None, held: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Who carries each event: publishers and credited agencies of its current claims, by name."""
    credit, source = tables.StoryCredit, tables.Source
    of_event = (
        select(_M.event_id, _C.story_id)
        .join(_C, _C.id == _M.claim_id)
        .where(*_in_current_copy(_C, held), *_of_events(ids, _M.event_id))
        .distinct()
        .subquery()
    )
    published = select(of_event.c.event_id, _S.agency_id).join(_S, _S.id == of_event.c.story_id)
    credited = (
        select(of_event.c.event_id, credit.source_id)
        .join(_V, and_(_V.story_id == of_event.c.story_id, _V.current))
        .join(credit, credit.version_id == _V.id)
    )
    pairs = union(published, credited).subquery()
    named = select(pairs.c.event_id, source.name).join(source, source.id == pairs.c.agency_id).order_by(source.name)
    found: dict[int, list[str]] = defaultdict(list)
    for event_id, name in connection.execute(named.where(source.name != "unknown")):
        found[event_id].append(name)
    return {event_id: tuple(names) for event_id, names in found.items()}


def _disputed(connection: Connection, ids: Sequence[int] | None, held: Sequence[int]) -> dict[int, int]:
    """The number of open disputes of each event between claims that are shown."""
    left, right = aliased(_C), aliased(_C)
    ruling = tables.Ruling
    closed = (
        select(ruling.id)
        .where(ruling.left_id == _D.left_id, ruling.right_id == _D.right_id)
        .where(ruling.kind == _D.kind, ruling.aspect == _D.aspect)
        .where(ruling.retracted_by_id.is_(None), ruling.verdict != "stands")
    )
    statement = (
        select(_D.event_id, func.count().label("number"))
        .join(left, left.id == _D.left_id)
        .join(right, right.id == _D.right_id)
        .where(*_in_current_copy(left, held), *_in_current_copy(right, held))
        .where(_D.relation.in_([Relation.DENIES.value, Relation.CONTRADICTS.value]), ~closed.exists())
        .where(*_of_events(ids, _D.event_id))
        .group_by(_D.event_id)
    )
    return {row.event_id: row.number for row in connection.execute(statement)}


def names(connection: Connection) -> list[tuple[int, str]]:
    """What each event goes by: title, place and slug in one line."""
    statement = select(_E.id, _E.title, _E.located, _E.slug).where(_E.merged_into_id.is_(None)).order_by(_E.id)
    rows = connection.execute(statement)
    return [(i, " ".join(filter(None, (title, located, slug.replace("-", " "))))) for i, title, located, slug in rows]


def headlines(connection: Connection) -> list[tuple[int, str]]:
    """The headlines of each event's current stories."""
    statement = (
        select(_M.event_id, _V.headline)
        .join(_C, _C.id == _M.claim_id)
        .join(_V, and_(_V.story_id == _C.story_id, _V.current))
        .where(*_in_current_copy(_C, _embargoed(connection, stories.now())))
        .distinct()
    )
    return [(event_id, headline) for event_id, headline in connection.execute(statement)]


def vocabulary(connection: Connection) -> list[str]:
    """Every term claims are filed under."""
    return list(connection.execute(select(tables.ClaimTerm.term).distinct()).scalars())


def filed_under(connection: Connection, terms: Sequence[str], limit: int) -> list[int]:
    """Claims filed under any of those terms, newest first."""
    term = tables.ClaimTerm
    statement = select(term.claim_id).where(term.term.in_(terms)).distinct().order_by(term.claim_id.desc()).limit(limit)
    return list(connection.execute(statement).scalars())


def not_to_go_out(connection: Connection, story_ids: Iterable[int], now: datetime) -> dict[int, ClaimStatus]:
    """The stories among those whose copy must not go out now, whatever was known when: killed, held or embargoed."""
    found: dict[int, ClaimStatus] = {}
    for chunk in chunks(sorted(set(story_ids))):
        for version in stories.versions(connection, chunk):
            if version.current and (status := _stopped(version, now)):
                found[version.story_id] = status
    return found


def _stopped(version: stories.Version, now: datetime) -> ClaimStatus | None:
    if version.status is PubStatus.CANCELED or version.kind is StoryKind.KILL:
        return ClaimStatus.WITHDRAWN
    embargoed = version.embargoed is not None and version.embargoed > now
    held = version.status is not PubStatus.USABLE or version.kind is StoryKind.HOLD
    return ClaimStatus.HELD if held or embargoed else None


def as_known(connection: Connection, event_id: int, at: datetime) -> list[int]:
    """The appearances of an event's claims in the versions that were current at that time, as far as known by then."""
    claim_ids = select(_M.claim_id).where(_M.event_id == event_id)
    story_ids = connection.execute(select(_C.story_id).where(_C.id.in_(claim_ids)).distinct()).scalars().all()
    best: dict[int, stories.Version] = {}
    for chunk in chunks(story_ids):
        for version in stories.versions(connection, chunk):
            if version.known <= at and (version.story_id not in best or version.rank > best[version.story_id].rank):
                best[version.story_id] = version
    usable = [v.id for v in best.values() if v.status is PubStatus.USABLE and (v.embargoed or at) <= at]
    found: list[int] = []
    for chunk in chunks(usable):
        standing = select(_A.id).where(_A.claim_id.in_(claim_ids), _A.version_id.in_(chunk), _A.position == 0)
        found.extend(connection.execute(standing.order_by(_A.claim_id)).scalars())
    return found
