"""Following chains of nearest neighbours gives the groups that joining the best pair each time would give."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.events.linking import Decided, link


def greedy(count: int, scores: dict[tuple[int, int], float], accept: float) -> set[frozenset[int]]:
    """The textbook: join the two groups with the best average until none reaches `accept`."""
    groups = [frozenset([n]) for n in range(count)]

    def average(a: frozenset[int], b: frozenset[int]) -> float:
        return sum(scores.get((min(x, y), max(x, y)), 0.0) for x in a for y in b) / (len(a) * len(b))

    while len(groups) > 1:
        best, a, b = max(((average(a, b), a, b) for a, b in combinations(groups, 2)), key=lambda one: one[0])
        if best < accept:
            break
        groups = [g for g in groups if g not in (a, b)] + [a | b]
    return set(groups)


def linked(
    count: int, scores: dict[tuple[int, int], float], accept: float, decided: dict[int, Decided] | None = None
) -> set[frozenset[int]]:
    pairs = sorted(scores)
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    raw = np.array([scores[pair] for pair in pairs], np.float64)
    return {frozenset(group) for group in link(count, left, right, raw, accept, decided or {})}


@given(st.integers(1, 9), st.data())
def test_chains_give_what_the_textbook_gives(count: int, data: st.DataObject) -> None:
    pairs = list(combinations(range(count), 2))
    values = data.draw(st.permutations(range(1, len(pairs) + 1)))
    scores = {pair: (value + 0.001 * value**2) / (len(pairs) + 1) for pair, value in zip(pairs, values, strict=True)}
    assert linked(count, scores, 0.5) == greedy(count, scores, 0.5)


def test_single_links_do_not_chain_events() -> None:
    chain = {(0, 1): 0.6, (1, 2): 0.55, (2, 3): 0.6}
    assert linked(4, chain, 0.5) == {frozenset({0, 1}), frozenset({2, 3})}


def test_pins_of_one_event_start_together_and_pins_of_two_never_meet() -> None:
    decided = {0: Decided(7), 1: Decided(7), 2: Decided(8)}
    assert linked(3, {(0, 2): 0.9, (1, 2): 0.9}, 0.5, decided) == {frozenset({0, 1}), frozenset({2})}


def test_a_bar_keeps_a_claim_from_the_pinned_group_and_from_whatever_joins_it() -> None:
    decided = {0: Decided(7), 2: Decided(None, frozenset({7}))}
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.9}
    assert linked(3, scores, 0.5, decided) == {frozenset({0, 1}), frozenset({2})}
