"""What an amount counts or measures: the noun behind it ("four armored vehicles"), its unit, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.language import actions, lexicon
from claims.language.tokens import Token

_LONGEST = 7  # tokens from the number to its noun: "70 heavily armed pro-government Shiite militants"
_STEP_OVER = frozenset(
    '" “ ‘ of the his her its their our these those other others more such additional further'.split()
)
STATES = frozenset("dead wounded injured missing homeless hurt".split())  # people in a state: no noun to compare by
_VERBS = frozenset(
    """
    say says told tell went came come left took take made make began voted fell rose lost won hit struck stood sat lay
    ran got gave saw knew held met set put kept sent found live lived remain remained face faced need needed want
    wanted escaped survived became reached attended gathered
    """.split()
)


@cache
def units() -> dict[str, str]:
    """Unit words and signs with the unit they stand for."""
    return {row["word"]: row["unit"] for row in lexicon.table("units.csv")}


@cache
def currencies() -> dict[str, str]:
    """Currency signs with their codes."""
    return {row["sign"]: row["unit"] for row in lexicon.table("currencies.csv")}


@cache
def _plurals() -> frozenset[str]:
    return frozenset(lexicon.entries("plural.txt"))


@cache
def _no_plurals() -> frozenset[str]:
    return frozenset(lexicon.entries("singular_s.txt"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicon.entries("stop.txt")) | _VERBS


def is_plural(word: str) -> bool:
    """Whether a folded word looks like a plural noun."""
    if word in _plurals():
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s")) and word not in _no_plurals()


def noun(sequence: Sequence[Token], at: int, *, one: bool) -> tuple[int, int] | None:
    """The noun phrase that begins at token `at`, as [first, last), or None; its last word is the head.

    With `one` a singular noun will do. A state alone ("12 wounded") counts as one.
    """
    while at < len(sequence) and sequence[at].word in _STEP_OVER:
        at += 1
    first = last = at
    while last < len(sequence) and last - first < _LONGEST and _may_be_in(sequence, last, first):
        last += 1
        if is_plural(sequence[last - 1].word):
            return first, _after_plurals(sequence, last)
    if one and last > first:
        return first, min(last, first + 2)
    return None


def _may_be_in(sequence: Sequence[Token], at: int, first: int) -> bool:
    word = sequence[at].word
    if word == "-":
        return at > first
    if not word[0].isalpha() or word in _stops() or word in units():
        return False
    return at == first or actions.action_of(word) is None or is_plural(word)


def _after_plurals(sequence: Sequence[Token], last: int) -> int:
    """Over a compound whose first part looks plural: "police officers", "arms dealers"."""
    follows = sequence[last].word if last < len(sequence) else ""
    if follows and is_plural(follows) and actions.action_of(follows) is None and follows not in _stops():
        return last + 1
    return last
