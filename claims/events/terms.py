"""The terms by which a claim is found again: a few postings a claim, the rest of the work is done on what they find."""

from __future__ import annotations

from dataclasses import dataclass

from claims.events.candidates import top
from claims.events.reading import read
from claims.records import Claim

_COUNT = 8


@dataclass(frozen=True, slots=True)
class Term:
    """A stem with how telling it is for the claim: its frozen idf weight over the length of the claim's bag."""

    term: str
    weight: float


def terms(claim: Claim) -> tuple[Term, ...]:
    """The 8 most telling terms of `claim` and its headline for the posting table, heaviest first, ties by term."""
    words = read(claim).words
    return tuple(Term(term, round(words[term], 6)) for term in top(words, _COUNT))
