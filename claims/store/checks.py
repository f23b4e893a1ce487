"""Rules that no constraint can state, asked of the whole database."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, select, text

from claims.store import disputes, packing
from claims.store.tables import Appearance, Attribution, Claim, Event, Membership, Story, StoryVersion


def engine_says(connection: Connection) -> Iterator[str]:
    """What SQLite says of its file; PostgreSQL checks itself."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield f"SQLite: {line}"
        for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"SQLite: row {row} of {table} points to no {parent}"


def rules(connection: Connection) -> Iterator[str]:
    """Every story has a current version; every claim a voice and a home; an event with an heir has no members."""
    current = select(StoryVersion.id).where(StoryVersion.story_id == Story.id, StoryVersion.current)
    yield from _each(connection, select(Story.id).where(~current.exists()), "S-{} has no current version")
    voice = select(Appearance.id).where(Appearance.claim_id == Claim.id, Appearance.speaks)
    yield from _each(connection, select(Claim.id).where(~voice.exists()), "C-{} stands nowhere")
    home = select(Membership.claim_id).where(Membership.claim_id == Claim.id)
    yield from _each(connection, select(Claim.id).where(~home.exists()), "C-{} is in no event")
    member = select(Membership.claim_id).where(Membership.event_id == Event.id)
    merged = select(Event.id).where(Event.merged_into_id.is_not(None), member.exists())
    yield from _each(connection, merged, "E-{} has an heir and members")
    chain = select(Attribution.appearance_id).where(
        Attribution.appearance_id == Appearance.id, Attribution.position == 0, Attribution.rank == 0
    )
    yield from _each(connection, select(Appearance.claim_id).where(~chain.exists()), "C-{} has no claimant")
    yield from (f"D-{number} is between claims that are not of its event" for number in disputes.astray(connection))


def _each(connection: Connection, statement: object, sentence: str) -> Iterator[str]:
    for (number,) in connection.execute(statement):  # type: ignore[call-overload]
        yield sentence.format(number)


def spans(connection: Connection) -> Iterator[str]:
    """Every span points into the body of its version."""
    statement = (
        select(Appearance.claim_id, func.length(StoryVersion.body).label("length"), Attribution.__table__)
        .join(StoryVersion, StoryVersion.id == Appearance.version_id)
        .join(Attribution, and_(Attribution.appearance_id == Appearance.id))
    )
    for row in connection.execute(statement):
        packed = (row.source_spans, row.cue_spans, row.content_spans)
        if any(not 0 <= s.start <= s.end <= row.length for each in packed for s in packing.spans(each)):
            yield f"C-{row.claim_id} points outside its story"
