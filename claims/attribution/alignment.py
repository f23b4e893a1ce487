"""Which claims of a newer version are claims that the desk knows from an earlier one: identity across versions.

A comma moved by a correction must not orphan a decision, a changed figure is still the same claim; another speaker or
another polarity is another claim. Every known claim is given away once, to the passage that is most like it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from claims.records import Passage
from claims.text import fold

ENOUGH = 0.6
"""Likeness (0 to 1) from which a passage takes over the identity of a known claim."""


def align(passages: Sequence[Passage], known: Sequence[tuple[int, Passage]]) -> tuple[int | None, ...]:
    """For each passage the id of the known claim that it is, or None for a new claim; each id at most once.

    Equal claims are matched first, in order; then the most alike. Independent of the order of `known`.
    """
    given: dict[int, int] = {}
    taken: set[int] = set()
    ordered = sorted(known)
    _equal(passages, ordered, given, taken)
    left = [n for n in range(len(passages)) if n not in given]
    open_ids = [(i, p) for i, p in ordered if i not in taken]
    scored = sorted(((-likeness(passages[n], p), n, i) for n in left for i, p in open_ids), key=lambda x: x)
    for score, n, claim in scored:
        if -score < ENOUGH:
            break
        if n not in given and claim not in taken:
            given[n] = claim
            taken.add(claim)
    return tuple(given.get(n) for n in range(len(passages)))


def _equal(
    passages: Sequence[Passage], known: Sequence[tuple[int, Passage]], given: dict[int, int], taken: set[int]
) -> None:
    waiting: dict[tuple[str, ...], list[int]] = {}
    for claim, passage in known:
        waiting.setdefault(_key(passage), []).append(claim)
    for n, passage in enumerate(passages):
        if queue := waiting.get(_key(passage)):
            given[n] = queue.pop(0)
            taken.add(given[n])


def _key(passage: Passage) -> tuple[str, ...]:
    return (passage.external_id or "", fold(passage.claimant), passage.polarity, fold(passage.text))


def likeness(one: Passage, other: Passage) -> float:
    """How surely two passages of one story are one claim (0 to 1); 0 where an id, or the polarity, tells them apart."""
    if one.external_id != other.external_id or one.polarity != other.polarity:
        return 0.0
    words = fuzz.ratio(fold(one.text), fold(other.text)) / 100
    same_voice = fold(one.claimant) == fold(other.claimant) or _one_name(one.claimant, other.claimant)
    return words if same_voice else words - 0.35


def _one_name(one: str, other: str) -> bool:
    """Whether one name is the end of the other ("Lapin" of "Igor Lapin")."""
    a, b = fold(one).split(), fold(other).split()
    return bool(a and b) and (a[-len(b) :] == b or b[-len(a) :] == a)
