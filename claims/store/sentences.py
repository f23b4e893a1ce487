"""Sentences as hashes: which story a text without an item id is a version of, and who shares sentences with it.

Digits count as one character, so that a sentence whose figure was corrected, or not yet corrected in a copy, is still
the same sentence. Sentences of fewer than five words are in too much copy to tell anything.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, select

from claims.records import PubStatus, Story, StoryKind
from claims.store.tables import Sentence, StoryVersion
from claims.store.tables import Story as StoryTable
from claims.text import fold, paragraphs, sentences

VERSION_SHARE = 0.6  # of the shorter text's sentences, to be a version of a story
WINDOW = timedelta(hours=72)

_DIGITS = re.compile(r"[0-9][0-9.,]*")
_LONGEST = 100_000  # code points read of a very long text


def folded(story: Story) -> tuple[str, ...]:
    """A story's sentences for comparing: folded, digits as one character, without datelines and envelope lines."""
    apart = (*story.skip, *((story.headline_span,) if story.headline_span else ()))
    body = story.body[:_LONGEST]
    found = []
    for sentence in (s for paragraph in paragraphs(body) for s in sentences(body, paragraph)):
        start = max((span.end for span in apart if span.start <= sentence.start < span.end), default=sentence.start)
        text = _DIGITS.sub("0", fold(body[start : sentence.end])).strip(" -")
        if len(text.split()) >= 5:
            found.append(text)
    return tuple(found)


def hashes(story: Story) -> frozenset[int]:
    """The hashes of a story's sentences."""
    return frozenset(map(_hash, folded(story)))


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
