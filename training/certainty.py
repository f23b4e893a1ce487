"""Learns what the traits of a claim weigh: `python -m training.certainty` (after `python -m training`; README.md).

Writes `claims/attribution/cue_rates.txt` and `certainty.json`: whether there is a claim at all, and whether one is
right in its claimant and both ends. Two logistic regressions with an L2 penalty, by Newton's method with numpy alone:
the same corpora, model and verdicts give the same files. They learn from documents that the network of the calibration
has not seen, and from claims of the samples that people judged, of the reading half of the stories only: those judged
of the other half test what was learnt, as do the dev parts. What PolNeAR cannot tell (who a pronoun is) is not asked of
it.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.attribution import certainty as shipped
from claims.attribution import evidence
from claims.attribution.tagger import model
from training import corpora, cues, examples, held, verdicts
from training.verdicts import Verdict

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "claims/attribution/certainty.json"
ORIGINS = {"polnear": 0.1, "desk": 0.3, "judged": 2.0}  # how much a verdict counts: by cross-validation of the judged
HOME = "judged"
LEAST = 8  # verdicts a trait must stand in
FOLDS = 8
CORE = frozenset(("bias", "tagged", "tagged over .9", "rules", "rules alone", "who sure", "who nameless"))
LEANING = ("tagged", "who sure", "no saying")  # what the judged claims may weigh otherwise than the corpora
RIGHT = CORE | frozenset(
    (
        "who described", "who somebody's", "who joint", "source pronoun", "saying", "no saying, tagged",
        "quoted", "half quoted", "not quoted", "content after at once", "content before at once", "starts inside",
        "ends inside", "ends inside unquoted", "ends at mark", "no verb", "to do", "figure", "cut short",
        "piece", "first piece", "frame tagged", "frame clause", "frame quote", "frame that", "frame post",
    )
)  # fmt: skip
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Aim:
    """One model: what it tells, which traits it may weigh, and what a weight costs that leaves 0."""

    wanted: Callable[[Verdict], bool]
    claims_only: bool
    may: frozenset[str] | None  # all where None
    cost: float
    core: float = 0.3
    lean: float = 4.0


AIMS = {
    "claim": Aim(lambda one: one.claim, claims_only=False, may=None, cost=10.0),
    "right": Aim(lambda one: one.right, claims_only=True, may=RIGHT, cost=3.0),
}


def learn(aim: Aim, known: Iterable[Verdict]) -> dict[str, float]:
    """The weight of each trait for claims of the kind that people judged."""
    rows = [one for one in known if one.claim or not aim.claims_only]
    seen = Counter(name for one in rows for name in one.traits)
    names = sorted(name for name, n in seen.items() if n >= LEAST and (aim.may is None or name in aim.may))
    leans = [f"{name} of {HOME}" for name in LEANING]
    columns = {name: at for at, name in enumerate([*names, *ORIGINS, *leans])}
    matrix = np.zeros((len(rows), len(columns)))
    for row, one in enumerate(rows):
        for name, value in _told(one):
            if name in columns:
                matrix[row, columns[name]] = value
    cost = np.array([_cost(aim, name) for name in columns])
    counts = np.array([one.counts * ORIGINS[one.origin] for one in rows])
    weights = newton(matrix, np.array([float(aim.wanted(one)) for one in rows]), counts, cost)
    found = {name: weights[columns[name]] for name in names}
    found["bias"] += weights[columns[HOME]]
    for name in LEANING:
        found[name] = found.get(name, 0.0) + weights[columns[f"{name} of {HOME}"]]
    return {name: round(float(weight), 3) for name, weight in sorted(found.items()) if abs(weight) >= 0.005}


def _told(one: Verdict) -> Iterable[tuple[str, float]]:
    """The traits that a verdict tells of, and its origin as one of them."""
    yield one.origin, 1.0
    for name, value in one.traits.items():
        if one.origin != "polnear" or not name.startswith("who "):
            yield name, value
        if one.origin == HOME and name in LEANING:
            yield f"{name} of {HOME}", value


def _cost(aim: Aim, name: str) -> float:
    if name in ORIGINS:
        return 0.1
    return aim.lean if name.endswith(f" of {HOME}") else aim.core if name in CORE else aim.cost


def newton(matrix: Vector, wanted: Vector, counts: Vector, cost: Vector) -> Vector:
    """Minimises the penalised logistic loss."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (counts * (chance - wanted)) + cost * weights
        bend = (matrix * (counts * chance * (1 - chance))[:, None]).T @ matrix + np.diag(cost)
        weights -= np.linalg.solve(bend, slope)
    return weights


# ---- what is learnt from -----------------------------------------------------------------------------------------


def rates(folder: Path) -> dict[str, float]:
    """How often words are cues, of the documents that the confidence is not learnt from."""
    news = examples.polnear(folder / "polnear/train")
    hidden = held.documents(len(news))
    desk = examples.desk_stories(folder / "desk/train")
    scenarios = held.scenarios([x.name.partition("/")[0] for x in desk])
    others = [x for i, x in enumerate(news) if i not in hidden]
    return cues.rates(others + [x for x in desk if x.name.partition("/")[0] not in scenarios])


def annotated(folder: Path, fold: model.Model) -> list[Verdict]:
    """Candidates of the held-back documents of the corpora, as the network of the calibration sees them."""
    news = list(corpora.polnear(folder / "polnear/train"))
    chosen = [news[i] for i in held.documents(len(news))]
    desk = verdicts.desk(held.folders(folder / "desk/train"), fold)
    return [*verdicts.polnear(chosen, fold), *desk]


def judged(shared: Path, half: str) -> list[Verdict]:
    """The judged claims of one half of the samples' stories."""
    rows = verdicts.read(sorted((ROOT / "benchmarks/judged").glob("samples-*.jsonl")))
    return list(verdicts.judged((row for row in rows if verdicts.half(row) == half), shared))


# ---- how good it is ----------------------------------------------------------------------------------------------


def crossed(base: Sequence[Verdict], home: Sequence[Verdict]) -> list[float]:
    """The confidence of each judged claim, from what was learnt without its story."""
    groups = {group: at % FOLDS for at, group in enumerate(dict.fromkeys(one.group for one in home))}
    made = [
        {name: learn(aim, [*base, *(x for x in home if groups[x.group] != fold)]) for name, aim in AIMS.items()}
        for fold in range(FOLDS)
    ]
    return [_sure(made[groups[one.group]], one) for one in home]


def _sure(weights: dict[str, dict[str, float]], one: Verdict) -> float:
    claim = shipped.logistic(weights["claim"], one.traits)
    return shipped.stretched(claim * shipped.logistic(weights["right"], one.traits))


def table(name: str, sure: Sequence[float], known: Sequence[Verdict]) -> str:
    """A reliability table: of each tenth of confidence, how many claims and the share that is right."""
    lines = [f"{name}: {len(known)} candidates", ""]
    for low in range(10):
        right = [one.right for p, one in zip(sure, known, strict=True) if min(9, int(p * 10)) == low]
        if right:
            lines.append(f"  {low / 10:.1f}  {len(right):5d}  {sum(right) / len(right):.2f}")
    return "\n".join([*lines, ""])


def main() -> None:
    """Learns both models, writes them, and prints how far what they say holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("CLAIMS_SHARED") or ROOT.parent / "shared"))
    parser.add_argument("--work", type=Path, default=ROOT / "build/training", help="where the calibration's model is")
    options = parser.parse_args()
    folder = options.shared / "corpora"
    cues.write(cues.TARGET, rates(folder))
    evidence.rates.cache_clear()
    base = annotated(folder, model.read(options.work / "fold.npz"))
    home = judged(options.shared, "reading")
    weights = {name: learn(aim, [*base, *home]) for name, aim in AIMS.items()}
    TARGET.write_text(json.dumps({"models": weights}, indent=0) + "\n", encoding="utf-8")
    print({name: len(found) for name, found in weights.items()}, TARGET.stat().st_size, "bytes")
    print(table("judged, cross-validated", crossed(base, home), home))
    desk = sorted(x for x in (folder / "desk/dev").iterdir() if x.is_dir())
    tests = {
        "judged, other half": judged(options.shared, "judging"),
        "PolNeAR dev": list(verdicts.polnear(corpora.polnear(folder / "polnear/dev"))),
        "desk dev": list(verdicts.desk(desk)),
    }
    for name, known in tests.items():
        print(table(name, [_sure(weights, one) for one in known], known))


if __name__ == "__main__":
    main()
