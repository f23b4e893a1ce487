"""Learns what traits weigh for polarity and for being checkable: `python -m training.meaning`.

Three logistic regressions with an L2 penalty on the desk corpus's train part, fitted by accelerated gradient steps from
zero with numpy alone: no chance in it, and weights are rounded, so the same corpus gives the same file. Claims that the
annotators marked optional count half. About a minute on one core.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.meaning import Case, cases
from claims.attribution import traits
from claims.attribution.surroundings import Surroundings
from claims.language import denial

TARGET = Path(__file__).parents[1] / "claims" / "attribution" / "meaning.json"
VERSION = "desk-train-2026.1"
LEAST = 4  # claims a trait must be seen in
STEPS = 400
Vector = NDArray[np.float64]


def fit(rows: Sequence[Sequence[str]], wanted: Vector, counts: Vector, penalty: float) -> dict[str, float]:
    """The weight of each trait that stands in enough rows; `counts` says how much each row counts."""
    seen = Counter(trait for row in rows for trait in row)
    names = sorted(trait for trait, n in seen.items() if n >= LEAST)
    index = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        matrix[i, [index[trait] for trait in row if trait in index]] = 1.0
    weights = descend(matrix, wanted, counts, penalty)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True) if abs(weight) >= 0.0005}


def descend(matrix: Vector, wanted: Vector, counts: Vector, penalty: float) -> Vector:
    """Minimises the penalised logistic loss by Nesterov's accelerated gradient."""
    weights = ahead = np.zeros(matrix.shape[1])
    pace, step = 1.0, 1.0 / (0.25 * _largest(matrix, counts) + penalty)
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-matrix @ ahead))
        slope = matrix.T @ (counts * (chance - wanted)) + penalty * ahead
        moved, faster = ahead - step * slope, (1.0 + np.sqrt(1.0 + 4.0 * pace * pace)) / 2.0
        ahead, weights, pace = moved + (pace - 1.0) / faster * (moved - weights), moved, faster
    return weights


def _largest(matrix: Vector, counts: Vector) -> float:
    """An upper estimate of the largest eigenvalue of the weighted Gram matrix, by power iteration."""
    vector = np.ones(matrix.shape[1])
    for _ in range(30):
        vector = matrix.T @ (counts * (matrix @ vector))
        size = float(np.linalg.norm(vector))
        vector /= size
    return 1.05 * size


Read = Callable[[Surroundings], list[str]]


def learn(chosen: Sequence[tuple[Case, Surroundings]], read: Read, aim: str, penalty: float) -> dict[str, float]:
    """One model: which traits to read, which property of the cases to aim at."""
    rows = [read(around) for _, around in chosen]
    wanted = np.array([float(getattr(case, aim)) for case, _ in chosen])
    counts = np.array([0.5 if case.optional else 1.0 for case, _ in chosen])
    return fit(rows, wanted, counts, penalty)


def models(part: Sequence[Case]) -> dict[str, dict[str, float]]:
    """The three models, learnt from the cases given."""
    both = [(case, Surroundings.of(case.body, case.content, case.cue, case.sentence)) for case in part]
    open_cues = [(case, around) for case, around in both if not denial.denies(around.cue)]
    negated = [(case, around) for case, around in open_cues if denial.negations(around.content)]
    affirmed = [(case, around) for case, around in open_cues if not denial.negations(around.content)]
    return {
        "negated": learn(negated, traits.of_polarity, "denies", 4.0),
        "affirmed": learn(affirmed, traits.of_polarity, "denies", 2.0),
        "checkable": learn(both, traits.of_checkable, "checkable", 4.0),
    }


def main() -> None:
    """Learn from train and write the weights."""
    found = models(list(cases("train")))
    TARGET.write_text(json.dumps({"version": VERSION, "models": found}, indent=0, sort_keys=True) + "\n", "utf-8")
    print({name: len(table) for name, table in found.items()}, TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
