"""Whose copy a story is: another agency's text, printed again with a sentence cut or a name changed.

A copy has four fifths of its sentences from another agency's earlier story, word for word or nearly: pickups are edited
("told Northwire" becomes "said"). Whoever shares a sentence as it stands is looked at; of several origins the earliest
counts, so that the links do not depend on the order of arrival.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select, update

from claims.records import Story
from claims.store import packing
from claims.store.sentences import WINDOW, folded, hashes, sharing
from claims.store.tables import Story as StoryTable
from claims.store.tables import StoryVersion

SHARE = 0.8  # of a story's sentences, to be a copy
LEAST = 3  # sentences: below that a share says nothing
SAME = 72  # of 100: likeness from which a sentence is another, edited
LOOKED_AT = 8  # stories that share the most sentences as they stand
_MOST = 200  # sentences compared of a story


@dataclass(frozen=True, slots=True)
class _Text:
    """A story's current text; `order` is what makes one of two the earlier."""

    story_id: int
    agency_id: int
    order: tuple[datetime, str, int]
    copy_of: int | None
    sentences: tuple[str, ...]


def relink(connection: Connection, story_id: int, story: Story) -> list[int]:
    """Say whose copy `story_id` is, and which stories are copies of it; the stories whose link changed."""
    own = _texts(connection, [story_id])[0]
    near = [
        other.story_id
        for other in sharing(connection, hashes(story))
        if other.current and other.agency_id != own.agency_id and abs(other.known - own.order[0]) <= WINDOW
    ]
    others = _texts(connection, near[:LOOKED_AT])
    origins = [other for other in others if other.order < own.order and _copies(own, other)]
    changed = _link(connection, own, min(origins, key=lambda text: text.order, default=None))
    for other in others:
        if own.order < other.order and _copies(other, own) and _comes_first(connection, own, other):
            changed += _link(connection, other, own)
    return changed


def _copies(text: _Text, origin: _Text) -> bool:
    if len(text.sentences) < LEAST:
        return False
    same = sum(
        process.extractOne(s, origin.sentences, scorer=fuzz.ratio, score_cutoff=SAME) is not None
        for s in text.sentences
    )
    return same >= SHARE * len(text.sentences)


def _comes_first(connection: Connection, own: _Text, copy: _Text) -> bool:
    """Whether `own` is earlier than the origin a copy has already."""
    if copy.copy_of is None or copy.copy_of == own.story_id:
        return copy.copy_of is None
    return own.order < _texts(connection, [copy.copy_of])[0].order


def _link(connection: Connection, copy: _Text, origin: _Text | None) -> list[int]:
    target = origin.story_id if origin else None
    if copy.copy_of == target:
        return []
    connection.execute(update(StoryTable).where(StoryTable.id == copy.story_id).values(copy_of_id=target))
    return [copy.story_id]


def _texts(connection: Connection, story_ids: Sequence[int]) -> list[_Text]:
    statement = (
        select(
            StoryTable.id,
            StoryTable.agency_id,
            StoryTable.guid,
            StoryTable.copy_of_id,
            StoryVersion.known,
            StoryVersion.body,
            StoryVersion.skip,
            StoryVersion.headline_span,
        )
        .join(StoryVersion, StoryVersion.story_id == StoryTable.id)
        .where(StoryTable.id.in_(story_ids), StoryVersion.current)
        .order_by(StoryTable.id)
    )
    found = []
    for row in connection.execute(statement):
        story = Story(row.body, skip=packing.spans(row.skip), headline_span=packing.span(row.headline_span))
        order = (row.known, row.guid, row.agency_id)
        found.append(_Text(row.id, row.agency_id, order, row.copy_of_id, folded(story)[:_MOST]))
    return found
