"""`claims show ID`: one claim, story, event or dispute, with why it is what it is."""

from __future__ import annotations

from datetime import datetime

from claims.desk import finding, listings, storyviews
from claims.desk.keeping_back import redacted, withheld
from claims.desk.opened import Opened
from claims.desk.views import ActivityView, AppearanceView, CandidateView, ClaimView, StoryView
from claims.errors import NotFound
from claims.records import Claim, Dispute, Doubt, Event
from claims.store import disputes, doubts, judgements, listing, packing, reading, shelves
from claims.store.engine import Connection


def show(
    opened: Opened, ref: str, *, include_withheld: bool = False
) -> ClaimView | StoryView | Event | Dispute | Doubt:
    """What an id stands for; words stand for the event they fit. Withheld copy without its words unless asked for."""
    parsed = finding.parsed(ref)
    now = opened.clock()
    with opened.reading() as connection:
        match parsed:
            case ("C", number):
                return claim(connection, number, now, include_withheld=include_withheld)
            case ("S", number):
                return storyviews.view(connection, number, include_withheld=include_withheld)
            case ("D", number):
                return _dispute(connection, number, now)
            case ("V", number):
                return _doubt(connection, number)
            case ("E", _) | None:
                return event(connection, ref)
    raise NotFound(f"There is nothing of the kind {ref!r}.", "Ids look like C-17, S-204, E-3, D-5, V-2.")


def event(connection: Connection, ref: str) -> Event:
    """The event meant, with what it holds."""
    return listing.events(connection, [finding.event(connection, ref)])[0]


def _dispute(connection: Connection, number: int, now: datetime) -> Dispute:
    found = listings.records(connection, disputes.listed(connection, ids=[number]), now)
    if not found:
        raise NotFound(f"There is no dispute D-{number} between claims in current copy.", "claims disputes lists all.")
    return found[0]


def _doubt(connection: Connection, number: int) -> Doubt:
    found = doubts.by_id(connection, number)
    if found is None:
        raise NotFound(f"There is no entry V-{number} in the queue.", "claims review --list lists all.")
    return found


def claim(connection: Connection, number: int, now: datetime, *, include_withheld: bool = False) -> ClaimView:
    """A claim with its appearances, its event's reasons, and everyone who had a hand in it."""
    found = reading.by_id(connection, [number], now)
    if not found:
        raise NotFound(f"There is no claim C-{number}.", "claims list lists all.")
    home = shelves.membership(connection, number)
    judged = [k for k in judgements.standing(connection, [number]) if home and k.id == home.judgement_id]
    barred = withheld(found[0]) and not include_withheld
    shown = redacted(found[0]) if barred else found[0]
    return ClaimView(
        claim=shown,
        context=shown.paragraph,
        appearances=_appearances(connection, number, now, barred),
        score=home.score if home else None,
        features=packing.features(home.features) if home else (),
        reason=judged[0].reason if judged else "",
        candidates=tuple(
            CandidateView(row.event_id, row.title, row.score, packing.features(row.features))
            for row in shelves.candidates(connection, number)
        ),
        activities=tuple(
            ActivityView(row.id, row.command, row.actor, row.software, row.started_at, row.summary)
            for row in shelves.activities_of(connection, number)
        ),
    )


def _appearances(connection: Connection, number: int, now: datetime, barred: bool) -> tuple[AppearanceView, ...]:
    rows = shelves.appearances(connection, number)
    claims: list[Claim] = reading.claims(connection, [row.id for row in rows], now)
    if barred:
        claims = [redacted(claim) for claim in claims]
    return tuple(
        AppearanceView(row.number, row.current, claim.passage, claim.sentence, row.published)
        for row, claim in zip(rows, claims, strict=True)
    )
