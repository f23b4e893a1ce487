"""Stored relations between claims of one event: kept in step with what is found, their ids with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, outerjoin, select, update
from sqlalchemy.orm import aliased

from claims.records import DisputeKind, Finding, Relation
from claims.store import packing
from claims.store.claims import chunks
from claims.store.tables import Dispute, Membership, Ruling


@dataclass(frozen=True, slots=True)
class Related:
    """A finding between two claims by id; the left says it of the right."""

    left_id: int
    right_id: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored relation with its id, and a person's word on it."""

    id: int
    event_id: int
    related: Related
    status: str


def sync(connection: Connection, event_id: int, found: Iterable[Related], activity: Callable[[], int]) -> None:
    """Make the relations of an event exactly `found`: known ones keep their ids and rows that did not change.

    `activity` gives the id of the run, and is asked only if something is to be written.
    """
    wanted = {_key(row): row for each in found if (row := _row(each, event_id))}
    known = {_key(row): row for row in _known(connection, event_id, wanted)}
    gone = [row["id"] for key, row in known.items() if key not in wanted]
    for chunk in chunks(gone):
        connection.execute(delete(Dispute).where(Dispute.id.in_(chunk)))
    new = [row | {"activity_id": activity()} for key, row in wanted.items() if key not in known]
    if new:
        connection.execute(insert(Dispute), new)
    changed = [
        {"key": known[key]["id"], **row, "activity_id": activity()}
        for key, row in wanted.items()
        if key in known and any(known[key][name] != value for name, value in row.items())
    ]
    if changed:
        table: Any = Dispute.__table__
        names: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name != "key"}
        connection.execute(update(table).where(Dispute.id == bindparam("key")).values(names), changed)


def follow(connection: Connection, claim_ids: Sequence[int] | None = None) -> None:
    """Bring the relations of claims that moved (of all claims without any named) where both their claims are now.

    One whose claims are no longer of one event is no relation any more.
    """
    strayed = list(connection.execute(_astray(claim_ids)).all()) if claim_ids is None else []
    for chunk in chunks(claim_ids or ()):
        strayed += connection.execute(_astray(chunk)).all()
    for chunk in chunks([row.id for row in strayed if row.here != row.there]):
        connection.execute(delete(Dispute).where(Dispute.id.in_(chunk)))
    table: Any = Dispute.__table__
    moved = [{"key": row.id, "home": row.here} for row in strayed if row.here is not None and row.here == row.there]
    if moved:
        statement = update(table).where(Dispute.id == bindparam("key")).values(event_id=bindparam("home"))
        connection.execute(statement, moved)


def astray(connection: Connection) -> list[int]:
    """The ids of relations whose claims are not both of their event."""
    return sorted({row.id for row in connection.execute(_astray(None))})


def _astray(claim_ids: Sequence[int] | None) -> Any:
    left, right = aliased(Membership), aliased(Membership)
    statement = (
        select(Dispute.id, left.event_id.label("here"), right.event_id.label("there"))
        .outerjoin(left, left.claim_id == Dispute.left_id)
        .outerjoin(right, right.claim_id == Dispute.right_id)
    )
    at_home = and_(left.event_id == Dispute.event_id, right.event_id == Dispute.event_id)
    statement = statement.where(or_(left.claim_id.is_(None), right.claim_id.is_(None), ~at_home))
    if claim_ids is None:
        return statement
    return statement.where(or_(Dispute.left_id.in_(claim_ids), Dispute.right_id.in_(claim_ids)))


_Key = tuple[int, int, str, str]


def _key(row: Any) -> _Key:
    return row["left_id"], row["right_id"], row["kind"], row["aspect"]


def _known(connection: Connection, event_id: int, wanted: Iterable[_Key]) -> list[dict[str, Any]]:
    """Relations of this event, and those that the wanted pairs had in another event before they moved."""
    statement = select(Dispute.__table__)
    rows = {row["id"]: row for row in connection.execute(statement.where(Dispute.event_id == event_id)).mappings()}
    left = sorted({key[0] for key in wanted})
    for chunk in chunks(left):
        for row in connection.execute(statement.where(Dispute.left_id.in_(chunk))).mappings():
            if _key(row) in wanted:
                rows[row["id"]] = row
    return [dict(row) for row in rows.values()]


def _row(related: Related, event_id: int) -> dict[str, Any]:
    finding = related.finding
    return {
        "event_id": event_id,
        "left_id": min(related.left_id, related.right_id),
        "right_id": max(related.left_id, related.right_id),
        "turned": related.left_id > related.right_id,
        "relation": finding.relation.value,
        "kind": finding.kind.value if finding.kind else "",
        "aspect": finding.aspect,
        "left_value": finding.left_value,
        "right_value": finding.right_value,
        "explanation": finding.explanation,
        "score": min(max(finding.score, 0.0), 1.0),
        "features": packing.pack_features(finding.features),
    }


_RULED = outerjoin(
    Dispute,
    Ruling,
    and_(
        Ruling.left_id == Dispute.left_id,
        Ruling.right_id == Dispute.right_id,
        Ruling.kind == Dispute.kind,
        Ruling.aspect == Dispute.aspect,
        Ruling.retracted_by_id.is_(None),
    ),
)


def listed(
    connection: Connection,
    *,
    event_id: int | None = None,
    ids: Sequence[int] | None = None,
    relations: Sequence[Relation] | None = None,
    kind: DisputeKind | None = None,
    min_score: float = 0.0,
) -> list[Stored]:
    """Relations that meet every condition given, surest first."""
    statement = select(Dispute.__table__, Ruling.verdict).select_from(_RULED).where(Dispute.score >= min_score)
    if event_id is not None:
        statement = statement.where(Dispute.event_id == event_id)
    if ids is not None:
        statement = statement.where(Dispute.id.in_(ids))
    if relations is not None:
        statement = statement.where(Dispute.relation.in_([relation.value for relation in relations]))
    if kind is not None:
        statement = statement.where(Dispute.kind == kind.value)
    rows = connection.execute(statement.order_by(Dispute.score.desc(), Dispute.id))
    return [_stored(row) for row in rows]


def _stored(row: Any) -> Stored:
    pair = (row.right_id, row.left_id) if row.turned else (row.left_id, row.right_id)
    finding = Finding(
        relation=Relation(row.relation),
        score=row.score,
        kind=DisputeKind(row.kind) if row.kind else None,
        aspect=row.aspect,
        left_value=row.left_value,
        right_value=row.right_value,
        explanation=row.explanation,
        features=packing.features(row.features),
    )
    return Stored(row.id, row.event_id, Related(*pair, finding), row.verdict or "open")
