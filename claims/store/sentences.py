"""Sentences as hashes: which story a text without an item id is a version of, and whose copy a story is.

Digits count as one character, so that a sentence whose figure was corrected, or not yet corrected in a copy, is still
the same sentence. Sentences of fewer than five words are in too much copy to tell anything.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from claims.records import PubStatus, Story, StoryKind
from claims.store.sources import UNKNOWN
from claims.store.tables import Sentence, Source, StoryVersion
from claims.store.tables import Story as StoryTable
from claims.text import fold, sentences

VERSION_SHARE = 0.6  # of the shorter text's sentences, to be a version of a story
COPY_SHARE = 0.8  # of a story's sentences, to be a copy of another agency's story
COPY_LEAST = 3  # sentences: below that a share says nothing
WINDOW = timedelta(hours=72)

_DIGITS = re.compile(r"[0-9][0-9.,]*")
_LONGEST = 100_000  # code points read of a very long text


def hashes(story: Story) -> frozenset[int]:
    """The hashes of a story's sentences, envelope lines included only where no reader marked them."""
    body = story.body[:_LONGEST]
    apart = (*story.skip, *((story.headline_span,) if story.headline_span else ()))
    kept = (s for s in sentences(body) if not any(s.within(span) for span in apart))
    folded = (_DIGITS.sub("0", fold(body[start:end])) for start, end in kept)
    return frozenset(_hash(text) for text in folded if len(text.split()) >= 5)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def keep(connection: Connection, version_id: int, found: frozenset[int]) -> None:
    """Keep the hashes of a version."""
    if found:
        connection.execute(insert(Sentence), [{"hash": h, "version_id": version_id} for h in sorted(found)])


@dataclass(frozen=True, slots=True)
class Sharing:
    """A version that shares sentences with a text."""

    story_id: int
    agency_id: int
    version_id: int
    number: int
    current: bool
    marked: bool  # whether it says of itself that it is an update, a correction …
    guid: str
    guid_given: bool
    known: datetime
    shared: int
    sentences: int


def sharing(connection: Connection, found: frozenset[int], agency_id: int | None = None) -> list[Sharing]:
    """Versions that share sentences with `found` (of one agency, if named), most sentences shared first."""
    counted = (
        select(Sentence.version_id, func.count().label("shared"))
        .where(Sentence.hash.in_(sorted(found)))
        .group_by(Sentence.version_id)
        .subquery()
    )
    size = select(func.count()).where(Sentence.version_id == counted.c.version_id).scalar_subquery()
    statement = (
        select(
            StoryTable.id,
            StoryTable.agency_id,
            StoryVersion.id,
            StoryVersion.number,
            StoryVersion.current,
            StoryVersion.kind != StoryKind.NEW,
            StoryTable.guid,
            StoryTable.guid_given,
            StoryVersion.known,
            counted.c.shared,
            size,
        )
        .join(StoryVersion, StoryVersion.id == counted.c.version_id)
        .join(StoryTable, StoryTable.id == StoryVersion.story_id)
        .order_by(counted.c.shared.desc(), StoryTable.id, StoryVersion.id)
    )
    if agency_id is not None:
        statement = statement.where(StoryTable.agency_id == agency_id)
    return [Sharing(*row) for row in connection.execute(statement)] if found else []


def versions_of(
    connection: Connection, story: Story, found: frozenset[int], agency_id: int, known: datetime
) -> int | None:
    """The story that `story`, which has no item id, is a version of; None if it stands alone.

    The later of the two must be marked as an update, correction or the like, whichever of them arrives first.
    """
    for other in sharing(connection, found, agency_id):
        least = min(len(found), other.sentences)
        later_is_marked = story.kind is not StoryKind.NEW if known >= other.known else other.marked
        near = abs(known - other.known) <= WINDOW
        if (
            near
            and later_is_marked
            and other.shared >= VERSION_SHARE * least
            and not (other.guid_given and known < other.known)
        ):
            return other.story_id
    return _killed(connection, story, agency_id, known)


def _killed(connection: Connection, story: Story, agency_id: int, known: datetime) -> int | None:
    """A kill or hold often brings no more than the headline of what it takes back."""
    if story.status is PubStatus.USABLE and story.kind not in (StoryKind.KILL, StoryKind.HOLD):
        return None
    statement = (
        select(StoryTable.id, StoryVersion.headline)
        .join(StoryVersion, StoryVersion.story_id == StoryTable.id)
        .where(StoryTable.agency_id == agency_id, StoryVersion.known.between(known - WINDOW, known))
        .order_by(StoryVersion.known.desc(), StoryVersion.id.desc())
    )
    headline = _bare(story.headline)
    rows = connection.execute(statement).all() if headline else []
    return next((story_id for story_id, other in rows if _bare(other) == headline), None)


_MARK = re.compile(r"[A-Z][A-Z0-9 ]{1,30}[-:–—]\s*")


def _bare(headline: str) -> str:
    """A headline without what stands before it in capitals: "KILL-", "UPDATE 2-"."""
    mark = _MARK.match(headline)
    return fold(headline[mark.end() :] if mark else headline)


def relink_copies(connection: Connection, story_id: int, found: frozenset[int]) -> list[int]:
    """Say whose copy `story_id` is, and which stories are copies of it; the stories whose link changed.

    A copy has four fifths of its sentences from another agency's earlier story; of several the earliest is the origin,
    so that the links do not depend on the order of arrival.
    """
    own = _own(connection, story_id)
    others = [s for s in sharing(connection, found) if s.current and s.agency_id != own.agency_id]
    earlier = [s for s in others if _before(s, own) and _copies(s.shared, len(found))]
    changed = _link(connection, own, min(earlier, key=lambda s: (s.known, s.guid, s.agency_id), default=None))
    for other in others:
        if _before(own, other) and _copies(other.shared, other.sentences):
            changed += _link_earliest(connection, other, own)
    return changed


def _copies(shared: int, of: int) -> bool:
    return of >= COPY_LEAST and shared >= COPY_SHARE * of


def _before(a: Sharing, b: Sharing) -> bool:
    return (a.known, a.guid, a.agency_id) < (b.known, b.guid, b.agency_id)


def _own(connection: Connection, story_id: int) -> Sharing:
    statement = (
        select(StoryTable.agency_id, StoryVersion.id, StoryVersion.number, StoryTable.guid, StoryVersion.known)
        .join(StoryVersion, StoryVersion.story_id == StoryTable.id)
        .where(StoryTable.id == story_id, StoryVersion.current)
    )
    agency_id, version_id, number, guid, known = connection.execute(statement).one()
    return Sharing(story_id, agency_id, version_id, number, True, False, guid, False, known, 0, 0)


def _link(connection: Connection, copy: Sharing, origin: Sharing | None) -> list[int]:
    target = origin.story_id if origin else None
    before = connection.execute(select(StoryTable.copy_of_id).where(StoryTable.id == copy.story_id)).scalar()
    if before == target:
        return []
    connection.execute(update(StoryTable).where(StoryTable.id == copy.story_id).values(copy_of_id=target))
    return [copy.story_id]


def _link_earliest(connection: Connection, copy: Sharing, origin: Sharing) -> list[int]:
    known = (
        select(StoryVersion.known, StoryTable.guid, StoryTable.agency_id)
        .join(StoryVersion, StoryVersion.story_id == StoryTable.id)
        .where(StoryVersion.current)
        .where(StoryTable.id == select(StoryTable.copy_of_id).where(StoryTable.id == copy.story_id).scalar_subquery())
    )
    present = connection.execute(known).first()
    if present and tuple(present) <= (origin.known, origin.guid, origin.agency_id):
        return []
    return _link(connection, copy, origin)


def unknown_agency(connection: Connection, agency_id: int) -> bool:
    """Whether that agency is the row for stories whose agency nobody knows."""
    return connection.execute(select(Source.name).where(Source.id == agency_id)).scalar() == UNKNOWN


def of_versions(connection: Connection, version_ids: Sequence[int]) -> dict[int, frozenset[int]]:
    """The hashes kept of those versions."""
    found: dict[int, set[int]] = {version_id: set() for version_id in version_ids}
    statement = select(Sentence.version_id, Sentence.hash).where(Sentence.version_id.in_(version_ids))
    for version_id, value in connection.execute(statement):
        found[version_id].add(value)
    return {version_id: frozenset(values) for version_id, values in found.items()}
