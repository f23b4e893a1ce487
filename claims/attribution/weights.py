"""The weights of traits, learnt by `training/meaning.py` from the desk corpus's train part; `meaning.json`.

A model is a table trait → weight; the score of a claim is the sum over its traits, above 0 for yes. Traits that the
training never saw weigh nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import repeat


def score(model: str, traits: Iterable[str]) -> float:
    """The sum of the traits' weights in `model` (log odds of yes)."""
    table = models()[model]
    return sum(map(table.get, traits, repeat(0.0)))


@cache
def most(model: str, traits: frozenset[str]) -> float:
    """The most that these traits can add to a score."""
    table = models()[model]
    return sum(max(0.0, table.get(trait, 0.0)) for trait in sorted(traits)) + 1e-9  # sums round


@cache
def models() -> dict[str, dict[str, float]]:
    """Every model by name: "negated" and "affirmed" (is it a denial?), "checkable" (is it a claim of fact?)."""
    text = (resources.files("claims.attribution") / "meaning.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(text)["models"]
    return found
