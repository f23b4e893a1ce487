"""The inverted index: a claim's telling terms, by day, and the claims that share them within a window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Double,
    Integer,
    Numeric,
    Select,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
    union_all,
)

from claims.store.claims import chunks
from claims.store.tables import ClaimTerm, Membership

WINDOW = 14  # days before and after a claim's story within which another may be about the same event
NEIGHBOURS = 200  # claims with the most shared weight
POSTINGS = 300  # the newest of a term within the window; more would be a word and not a term
_LONGEST = 80  # characters of a term
_END_OF_TIME = date.max.toordinal()

Weighted = tuple[str, float]


def day_of(published: datetime | None) -> int:
    """The day a posting is filed under; 0 for a claim of undated copy."""
    return published.date().toordinal() if published else 0


def keep(connection: Connection, filed: Sequence[tuple[int, int, Iterable[Weighted]]]) -> None:
    """File claims (id, day, terms) under their terms, and under no others."""
    for chunk in chunks([claim_id for claim_id, _, _ in filed]):
        connection.execute(delete(ClaimTerm).where(ClaimTerm.claim_id.in_(chunk)))
    rows = [
        {"term": term, "day": day, "claim_id": claim_id, "weight": weight}
        for claim_id, day, terms in filed
        for term, weight in {term[:_LONGEST]: weight for term, weight in terms}.items()
    ]
    if rows:
        connection.execute(insert(ClaimTerm), rows)


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that shares terms, with the weight they share and its event, where it has one."""

    claim_id: int
    weight: float
    event_id: int | None


def neighbours(connection: Connection, day: int, terms: Sequence[Weighted]) -> list[Near]:
    """The claims that share the most weight within the window (undated ones beside every window), most first."""
    if not terms:
        return []
    values: dict[str, Any] = {"first": day - WINDOW if day else 0, "last": day + WINDOW if day else _END_OF_TIME}
    for number, (term, weight) in enumerate(terms):
        values |= {f"term{number}": term[:_LONGEST], f"weight{number}": weight}
    return [Near(*row) for row in connection.execute(_nearest(len(terms), bool(day)), values)]


@cache
def _nearest(count: int, dated: bool) -> Select[Any]:
    """The statement for that many terms; built once, since building it costs more than running it."""
    postings = _postings(count, dated).subquery()
    shared = func.sum(postings.c.weight)
    return (
        select(postings.c.claim_id, shared, Membership.event_id)
        .outerjoin(Membership, Membership.claim_id == postings.c.claim_id)
        .group_by(postings.c.claim_id, Membership.event_id)
        .order_by(func.round(cast(shared, Numeric), 9).desc(), postings.c.claim_id)
        .limit(NEIGHBOURS)
    )


def _postings(count: int, dated: bool) -> CompoundSelect[Any]:
    window = ClaimTerm.day.between(bindparam("first", type_=Integer), bindparam("last", type_=Integer))
    windows = (window, ClaimTerm.day == 0) if dated else (window,)
    return union_all(*(_of_term(number, within) for number in range(count) for within in windows))


def _of_term(number: int, within: ColumnElement[bool]) -> Select[Any]:
    shared = ClaimTerm.weight * bindparam(f"weight{number}", type_=Double)
    postings = (
        select(ClaimTerm.claim_id, shared.label("weight"))
        .where(ClaimTerm.term == bindparam(f"term{number}"), within)
        .order_by(ClaimTerm.day.desc(), ClaimTerm.claim_id.desc())
        .limit(POSTINGS)
    )
    return select(postings.subquery())
