"""`claims story show`: a story with its versions and claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from claims.desk import keeping_back
from claims.desk.views import StoryView, VersionView
from claims.errors import NotFound
from claims.records import PubStatus, StoryKind
from claims.store import listing, reading, shelves, stories
from claims.store.engine import Connection


def view(connection: Connection, story_id: int, *, include_withheld: bool = False) -> StoryView:
    """The story of that number; bodies of killed, held and embargoed versions only with `include_withheld`."""
    story = shelves.story(connection, story_id)
    if story is None:
        raise NotFound(f"There is no story S-{story_id}.", "claims list shows the stories of claims.")
    now = stories.now()
    ids = listing.appearances(connection, listing.Wanted(story_id=story_id))
    claims = sorted(reading.claims(connection, ids, now), key=lambda c: (c.passage.content or ((0, 0),), c.id))
    rows = shelves.versions(connection, story_id)
    credits = (name for claim in claims for name in claim.story.agencies)
    return StoryView(
        id=story_id,
        agency=story.agency,
        agencies=tuple(dict.fromkeys((story.agency, *credits))),
        guid=story.guid,
        url=next((row.url for row in rows if row.current), None),
        copy_of=story.copy_of,
        copies=shelves.copies(connection, story_id),
        versions=tuple(_version(row, rows, include_withheld, now) for row in rows),
        claims=tuple(keeping_back.shown(claim, include_withheld) for claim in claims),
    )


def _version(row: Any, rows: Sequence[Any], include_withheld: bool, now: datetime) -> VersionView:
    shown = include_withheld or not _withheld(row, rows, now)
    return VersionView(
        number=row.number,
        version=row.version,
        kind=StoryKind(row.kind),
        status=PubStatus(row.pub_status),
        current=row.current,
        published=row.published,
        zone_known=row.zone_known,
        arrived=row.arrived,
        headline=row.headline if shown else "",
        ed_note=row.ed_note,
        origin=row.origin,
        digest=row.document_digest or "",
        claims=row.claims,
        body=row.body if shown else "",
        warnings=tuple(row.warnings),
    )


def _withheld(row: Any, rows: Sequence[Any], now: datetime) -> bool:
    """Whether a version's copy must not go out: killed or held itself or by the current one, or embargoed."""
    current = next(each for each in rows if each.current)
    stopped = current.pub_status != PubStatus.USABLE or current.kind in (StoryKind.KILL, StoryKind.HOLD)
    embargoed = row.embargoed is not None and row.embargoed > now
    return stopped or embargoed or row.pub_status != PubStatus.USABLE
