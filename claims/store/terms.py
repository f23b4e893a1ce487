"""The inverted index: a claim's telling terms, by day, and the claims that share them within a window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, literal, select, union_all

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
    found: dict[int, float] = {}
    windows = ((day - WINDOW, day + WINDOW), (0, 0)) if day else ((0, _END_OF_TIME),)
    postings = [_postings(term, weight, window) for term, weight in terms for window in windows]
    for claim_id, weight in connection.execute(union_all(*postings)) if postings else ():
        found[claim_id] = found.get(claim_id, 0.0) + weight
    return found


def _postings(term: str, weight: float, window: tuple[int, int]) -> Select[Any]:
    postings = (
        select(ClaimTerm.claim_id, (ClaimTerm.weight * literal(weight)).label("weight"))
        .where(ClaimTerm.term == term[:_LONGEST], ClaimTerm.day.between(*window))
        .order_by(ClaimTerm.day.desc(), ClaimTerm.claim_id.desc())
        .limit(POSTINGS)
    )
    return select(postings.subquery())
