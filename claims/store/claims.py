"""Claims' identities: making them, and keeping each in step with the appearance that speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from claims.records import ClaimStatus, Passage
from claims.store import sources
from claims.store.tables import (
    Appearance,
    Candidate,
    Claim,
    ClaimTerm,
    Dispute,
    Doubt,
    Judgement,
    Membership,
    PublicationClaim,
    Ruling,
)
from claims.text import fold

_CHUNK = 500


def make(
    connection: Connection, story_id: int, passages: Sequence[Passage], first_seen: datetime, activity_id: int
) -> list[int]:
    """New claims of a story, one a passage; their ids in that order."""
    if not passages:
        return []
    who = sources.resolve(connection, ((p.claimant, p.claimant_kind) for p in passages), story_id)
    rows = [
        _columns(passage, who)
        | {
            "story_id": story_id,
            "external_id": passage.external_id,
            "status": ClaimStatus.CURRENT.value,
            "first_seen": first_seen,
            "activity_id": activity_id,
            "changed_by_id": None,
        }
        for passage in passages
    ]
    statement = insert(Claim).returning(Claim.id, sort_by_parameter_order=True)
    return list(connection.execute(statement, rows).scalars())


def _columns(passage: Passage, who: Mapping[sources.Who, int]) -> dict[str, Any]:
    return {
        "claimant_id": who[passage.claimant, passage.claimant_kind],
        "folded": fold(f"{passage.claimant} {passage.text}"),
        "kind": passage.kind.value,
        "polarity": passage.polarity.value,
        "checkable": passage.checkable,
    }


def change(connection: Connection, story_id: int, changed: Mapping[int, Passage], activity_id: int) -> None:
    """Bring the columns that listings search in step with what the claims now say."""
    who = sources.resolve(connection, ((p.claimant, p.claimant_kind) for p in changed.values()), story_id)
    rows = [{"key": i, "changed_by_id": activity_id, **_columns(p, who)} for i, p in sorted(changed.items())]
    if rows:
        connection.execute(update(Claim.__table__).where(Claim.id == bindparam("key")), rows)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Where:
    """An appearance of a claim: in which version, and whether it speaks for the claim."""

    id: int
    claim_id: int
    version_id: int
    position: int
    speaks: bool


def appearances(connection: Connection, story_id: int) -> tuple[Where, ...]:
    """Every appearance of every claim of a story."""
    statement = (
        select(Appearance.id, Appearance.claim_id, Appearance.version_id, Appearance.position, Appearance.speaks)
        .join(Claim, Claim.id == Appearance.claim_id)
        .where(Claim.story_id == story_id)
        .order_by(Appearance.id)
    )
    return tuple(Where(*row) for row in connection.execute(statement))


def let_speak(connection: Connection, all_of_story: Iterable[Where], speakers: Iterable[Where]) -> None:
    """Exactly these appearances speak for their claims."""
    wanted = {where.id for where in speakers}
    before = {where.id for where in all_of_story if where.speaks}
    _set_speaks(connection, sorted(before - wanted), False)
    _set_speaks(connection, sorted(wanted - before), True)


def _set_speaks(connection: Connection, ids: Sequence[int], speaks: bool) -> None:
    if ids:
        connection.execute(update(Appearance).where(Appearance.id.in_(ids)).values(speaks=speaks))


@dataclass(frozen=True, slots=True)
class State:
    """What a claim's row says of its life."""

    status: ClaimStatus
    first_seen: datetime


def states(connection: Connection, story_id: int) -> dict[int, State]:
    """The state of every claim of a story."""
    statement = select(Claim.id, Claim.status, Claim.first_seen).where(Claim.story_id == story_id)
    return {i: State(ClaimStatus(status), seen) for i, status, seen in connection.execute(statement)}


def set_states(connection: Connection, states: Mapping[int, State], activity_id: int) -> None:
    """Write the states that changed."""
    rows = [
        {"key": i, "status": s.status.value, "first_seen": s.first_seen, "changed_by_id": activity_id}
        for i, s in sorted(states.items())
    ]
    if rows:
        connection.execute(update(Claim.__table__).where(Claim.id == bindparam("key")), rows)  # type: ignore[arg-type]


def forget(connection: Connection, claim_ids: Sequence[int]) -> None:
    """Delete claims that no version holds any more, with all the machine said of them (ids are never given again)."""
    for chunk in chunks(claim_ids):
        for column in (ClaimTerm.claim_id, Candidate.claim_id, Membership.claim_id, Doubt.claim_id):
            connection.execute(delete(column.class_).where(column.in_(chunk)))
        connection.execute(delete(Dispute).where(Dispute.left_id.in_(chunk) | Dispute.right_id.in_(chunk)))
        connection.execute(delete(Claim).where(Claim.id.in_(chunk)))


def held_by_people(connection: Connection, story_id: int) -> set[int]:
    """Claims of a story on which a decision or a publication rests."""
    own = select(Claim.id).where(Claim.story_id == story_id)
    judged = select(Judgement.claim_id).where(Judgement.claim_id.in_(own))
    left = select(Ruling.left_id).where(Ruling.left_id.in_(own))
    right = select(Ruling.right_id).where(Ruling.right_id.in_(own))
    published = select(PublicationClaim.claim_id).where(PublicationClaim.claim_id.in_(own))
    return set(connection.execute(judged.union(left, right, published)).scalars())


def nowhere(connection: Connection, story_id: int) -> list[int]:
    """Claims of a story that no version holds."""
    standing = select(Appearance.id).where(Appearance.claim_id == Claim.id)
    statement = select(Claim.id).where(Claim.story_id == story_id, ~standing.exists()).order_by(Claim.id)
    return list(connection.execute(statement).scalars())


def made_by(connection: Connection, activity_ids: Collection[int]) -> list[int]:
    """The claims that those runs made."""
    statement = select(Claim.id).where(Claim.activity_id.in_(activity_ids)).order_by(Claim.id)
    return list(connection.execute(statement).scalars()) if activity_ids else []


def chunks(ids: Sequence[int], size: int = _CHUNK) -> Iterable[Sequence[int]]:
    """`ids` in pieces that fit a statement's parameters."""
    return (ids[start : start + size] for start in range(0, len(ids), size))
