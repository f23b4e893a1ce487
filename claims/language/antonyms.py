"""Pairs of words that cannot both hold of one thing ("guilty", "innocent"), compared by stem.

The pairs stand in `data/antonyms.csv`; each holds in both directions.
"""

from __future__ import annotations

from functools import cache

from claims.language import lexicon
from claims.language.stems import stem


def opposed(one: str, other: str) -> bool:
    """Whether two words (or their stems) are antonyms of each other."""
    return stem(other) in antonyms(one)


def antonyms(word: str) -> frozenset[str]:
    """The stems opposed to a word; empty where the table knows none."""
    return _table().get(stem(word), frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.table("antonyms.csv"):
        one, other = stem(row["one"]), stem(row["other"])
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
