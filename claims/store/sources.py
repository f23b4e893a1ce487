"""Who is who: the row behind a name.

A person with a full name, an agency, a named body is one source in all stories. An unnamed source ("police", "two
officials") and a bare office or surname ("the ministry", "Smith") belong to their story: else every "police" of the
world would be one voice.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, or_, select

from claims import agencies
from claims.records import SourceKind
from claims.store.tables import Source
from claims.text import fold

UNKNOWN = "unknown"  # the agency of stories whose agency nobody knows: no NULL in a unique key
_LONGEST = 300  # PostgreSQL refuses index entries beyond 2,700 bytes

Who = tuple[str, SourceKind]


def is_shared(name: str, kind: SourceKind) -> bool:
    """Whether a name stands for the same source in every story."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    capitals = sum(word[:1].isupper() for word in words)
    if kind is SourceKind.AGENCY:
        return True
    if kind is SourceKind.PERSON:
        return len(words) > 1 and capitals > 1
    return kind is not SourceKind.UNNAMED and capitals > 0


def agency(connection: Connection, name: str) -> int:
    """The source of an agency, by its short name; made where it is new."""
    return resolve(connection, [(name, SourceKind.AGENCY)], None)[name, SourceKind.AGENCY]


def find_agency(connection: Connection, name: str) -> int | None:
    """The source of an agency, if the database has it."""
    key = (_name(name, SourceKind.AGENCY), SourceKind.AGENCY, None)
    return _find(connection, {key}, None).get(key)


def known_agency(connection: Connection, name: str) -> bool:
    """Whether the package's table or this database knows an agency of that name."""
    return agencies.find(name) is not None or find_agency(connection, name) is not None


def resolve(connection: Connection, wanted: Iterable[Who], story_id: int | None) -> dict[Who, int]:
    """The source of each name as `story_id` uses it; the missing ones are made."""
    keys = {who: _key(who, story_id) for who in wanted}
    found = _find(connection, set(keys.values()), story_id)
    missing = sorted({key for key in keys.values() if key not in found}, key=lambda key: (key[0], key[1], key[2] or 0))
    if missing:
        rows = [{"name": n, "folded": fold(n), "kind": k.value, "story_id": s, "uri": None} for n, k, s in missing]
        made = connection.execute(insert(Source).returning(Source.id, sort_by_parameter_order=True), rows).scalars()
        found.update(zip(missing, made, strict=True))
    return {who: found[key] for who, key in keys.items()}


_Key = tuple[str, SourceKind, int | None]


def _key(who: Who, story_id: int | None) -> _Key:
    name, kind = _name(*who), who[1]
    return name, kind, None if is_shared(name, kind) else story_id


def _name(name: str, kind: SourceKind) -> str:
    return (agencies.short_name(name) if kind is SourceKind.AGENCY else name)[:_LONGEST]


def _find(connection: Connection, keys: set[_Key], story_id: int | None) -> dict[_Key, int]:
    statement = select(Source.name, Source.kind, Source.story_id, Source.id).where(
        Source.name.in_(sorted({key[0] for key in keys})),
        or_(Source.story_id.is_(None), Source.story_id == story_id),
    )
    rows = connection.execute(statement)
    return {key: i for name, kind, story, i in rows if (key := (name, SourceKind(kind), story)) in keys}
