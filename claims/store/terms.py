"""The inverted index: a claim's telling terms, by day, and the claims that share them within a window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Double,
    Integer,
    Select,
    bindparam,
    delete,
    insert,
    select,
    union_all,
)

from claims.store.tables import ClaimTerm

WINDOW = 14  # days before and after a claim's story within which another may be about the same event
POSTINGS = 300  # the newest of a term within the window; more would be a word and not a term
_LONGEST = 80  # characters of a term
_END_OF_TIME = date.max.toordinal()

Weighted = tuple[str, float]


def day_of(published: datetime | None) -> int:
    """The day a posting is filed under; 0 for a claim of undated copy."""
    return published.date().toordinal() if published else 0


def keep(connection: Connection, claim_id: int, day: int, terms: Iterable[Weighted]) -> None:
    """File a claim under its terms, and under no others."""
    connection.execute(delete(ClaimTerm).where(ClaimTerm.claim_id == claim_id))
    weights = {term[:_LONGEST]: weight for term, weight in terms}
    rows = [{"term": t, "day": day, "claim_id": claim_id, "weight": w} for t, w in weights.items()]
    if rows:
        connection.execute(insert(ClaimTerm), rows)


def neighbours(connection: Connection, day: int, terms: Sequence[Weighted]) -> dict[int, float]:
    """Claims that share terms within the window (undated ones beside every window), each with the shared weight."""
    if not terms:
        return {}
    values: dict[str, Any] = {"first": day - WINDOW if day else 0, "last": day + WINDOW if day else _END_OF_TIME}
    for number, (term, weight) in enumerate(terms):
        values |= {f"term{number}": term[:_LONGEST], f"weight{number}": weight}
    found: dict[int, float] = {}
    for claim_id, weight in connection.execute(_postings(len(terms), bool(day)), values):
        found[claim_id] = found.get(claim_id, 0.0) + weight
    return found


@cache
def _postings(count: int, dated: bool) -> CompoundSelect[Any]:
    """The statement for that many terms; built once, since building it costs more than running it."""
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
