"""`claims list`, `events` and `disputes`: rows by conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from claims import agencies
from claims.desk import finding, keeping_back, loose
from claims.desk.dossiers import question_of
from claims.desk.filters import ClaimFilter, DisputeFilter, EventFilter
from claims.desk.opened import Opened
from claims.records import Claim, ClaimStatus, Dispute, Event, Relation
from claims.store import disputes, listing, reading
from claims.store.claims import chunks
from claims.store.engine import Connection

_LISTED = (Relation.DENIES, Relation.CONTRADICTS)


def list_claims(opened: Opened, wanted: ClaimFilter) -> Iterator[Claim]:
    """Claims by time, read in pieces."""
    now = opened.clock()
    with opened.reading() as connection:
        ids = listing.appearances(connection, _conditions(connection, wanted, now))
        for chunk in chunks(ids):
            for claim in reading.claims(connection, chunk, now):
                yield keeping_back.shown(claim, wanted.include_withheld)


def count_claims(opened: Opened, wanted: ClaimFilter) -> int:
    """How many claims meet the filter, whatever its limit."""
    with opened.reading() as connection:
        conditions = _conditions(connection, replace(wanted, limit=None), opened.clock())
        return len(listing.appearances(connection, conditions))


def _conditions(connection: Connection, wanted: ClaimFilter, now: datetime) -> listing.Wanted:
    return listing.Wanted(
        event_id=finding.event(connection, wanted.event) if wanted.event else None,
        agency=agencies.short_name(wanted.agency) if wanted.agency else None,
        claimant=wanted.claimant,
        via=wanted.via,
        kind=wanted.kind,
        polarity=wanted.polarity,
        since=wanted.since,
        until=wanted.until,
        words=loose.split(wanted.text or ""),
        current_at=None if wanted.withdrawn else now,
        limit=wanted.limit,
    )


def list_events(opened: Opened, wanted: EventFilter) -> list[Event]:
    """Events with claims in current copy, newest first; those that fit the query best first."""
    with opened.reading() as connection:
        found = listing.events(connection)
        if wanted.since or wanted.until or wanted.agency:
            agency = agencies.short_name(wanted.agency) if wanted.agency else None
            conditions = listing.Wanted(since=wanted.since, until=wanted.until, agency=agency)
            ids = listing.event_ids(connection, replace(conditions, current_at=opened.clock()))
            found = [event for event in found if event.id in ids]
        if wanted.disputed:
            found = [event for event in found if event.disputed]
        return fitting(connection, found, wanted.query) if wanted.query else found


def fitting(connection: Connection, found: Sequence[Event], query: str) -> list[Event]:
    """The events that `query` fits, best first."""
    asked = loose.telling(query)
    texts: dict[int, list[str]] = {}
    for event_id, text in (*listing.names(connection), *listing.headlines(connection)):
        texts.setdefault(event_id, []).append(text)
    scores = {e.id: max((loose.fit(asked, loose.split(t)) for t in texts.get(e.id, ())), default=0.0) for e in found}
    return sorted((e for e in found if scores[e.id] > 0), key=lambda e: -scores[e.id])


def list_disputes(opened: Opened, wanted: DisputeFilter) -> list[Dispute]:
    """Stored relations between claims in current copy, surest first."""
    with opened.reading() as connection:
        event_id = finding.event(connection, wanted.event) if wanted.event else None
        relations = [wanted.relation] if wanted.relation else None if wanted.all else _LISTED
        stored = disputes.listed(
            connection, event_id=event_id, relations=relations, kind=wanted.kind, min_score=wanted.min_score
        )
        return records(connection, stored, opened.clock())


def records(connection: Connection, stored: Sequence[disputes.Stored], now: datetime) -> list[Dispute]:
    """Stored relations as records, with their claims and questions; those of copy held back are left out."""
    ids = sorted({i for s in stored for i in (s.related.left_id, s.related.right_id)})
    claims = {claim.id: claim for claim in reading.by_id(connection, ids, now) if claim.status is ClaimStatus.CURRENT}
    shown = [s for s in stored if s.related.left_id in claims and s.related.right_id in claims]
    questions = question_of(connection, {s.event_id for s in shown}, now)
    return [
        Dispute(
            id=s.id,
            event_id=s.event_id,
            left=claims[s.related.left_id],
            right=claims[s.related.right_id],
            finding=s.related.finding,
            question=questions.get((s.event_id, s.related.left_id, s.related.right_id)),
            status=s.status,
        )
        for s in shown
    ]
