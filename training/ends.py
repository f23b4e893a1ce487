"""Learns where contents end: `python -m training.ends` writes claims/attribution/tagger/ends.json (about a minute).

A ridge logistic regression over all pairs of neighbouring words of annotated contents, PolNeAR train and desk train:
does the content end between the two? Equal pairs are counted once with their number, so that no seed is needed.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import ends, features, labels
from training import examples
from training.examples import Example

ROOT = Path(__file__).resolve().parents[1]
FREQUENT = 220  # words that are weighed under their own name
NAMES = 0.6  # a word that is written with a capital more often is a name, whoever is in the news
KINDS = ("#number", "#mark", "#name", "#ing", "#ed", "#ly", "#tion", "#s", "#word", "#dot")
RIDGE = 2.0
STEPS = 12

Pair = tuple[str, str, str, str]


def frequent(texts: Sequence[Example]) -> list[str]:
    """The most frequent words that are no names."""
    count: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word in (word for text in texts for word in text.words.strings):
        count[features.normal(word)] += 1
        capital[features.normal(word)] += word[0].isupper()
    own = (w for w, n in count.most_common(10 * FREQUENT) if capital[w] < NAMES * n or w in ("i", "mr", "mrs"))
    return [w for w, _ in zip(own, range(FREQUENT), strict=False)]


def pairs(text: Example, known: dict[str, float]) -> Iterator[tuple[Pair, bool]]:
    """Every pair of neighbouring words of which the first is a content's, and whether the content ends there."""
    seen = features.extract(text.words, {})
    lasts = set((text.words.first[1:] - 1).tolist())
    content = range(labels.begin(labels.CONTENT_LEFT), labels.COUNT)
    for i, (here, there) in enumerate(zip(text.labels[:-1].tolist(), text.labels[1:].tolist(), strict=True)):
        if here not in content or there == examples.UNKNOWN or i in lasts:
            continue
        goes_on = there == here + here % 2
        if here % 2 and not goes_on:
            continue  # "which", said to have sunk: a content of one word ends where it begins
        after = ends.following(text.words, seen, i)
        named = after if after == "#dot" else ends.kind(after, known)
        yield (ends.kind(text.words.strings[i], known), named, *ends.places(seen, text.words, i)), not goes_on


def fit(counted: dict[Pair, tuple[int, int]]) -> dict[str, dict[str, float]]:
    """The weights, by Newton's method. `counted`: how often each pair was seen, and how often a content ended there."""
    keys = list(counted)
    rows = [[("before", a), ("after", b), ("place", c), ("place", d), ("place", "")] for a, b, c, d in keys]
    names = sorted({name for row in rows for name in row})
    column = {name: i for i, name in enumerate(names)}
    at = np.array([[column[name] for name in row] for row in rows])
    seen, ended = (np.array([counted[key][i] for key in keys], dtype=np.float64) for i in (0, 1))
    found = _newton(at, seen, ended, len(names))
    out: dict[str, dict[str, float]] = {"after": {}, "before": {}, "place": {}}
    for (table, name), weight in zip(names, found, strict=True):
        out[table][name] = round(weight, 2)
    return out


def _newton(at: NDArray[np.int_], seen: NDArray[np.float64], ended: NDArray[np.float64], size: int) -> list[float]:
    weights: NDArray[np.float64] = np.zeros(size)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-weights[at].sum(axis=1)))
        slope = RIDGE * weights
        np.add.at(slope, at, np.repeat((seen * p - ended)[:, None], at.shape[1], axis=1))
        bend = RIDGE * np.eye(size)
        for i in range(at.shape[1]):
            for j in range(at.shape[1]):
                np.add.at(bend, (at[:, i], at[:, j]), seen * p * (1 - p))
        weights -= np.linalg.solve(bend, slope)
    return [float(weight) for weight in weights]


def learn(texts: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights from annotated texts."""
    known = dict.fromkeys(frequent(texts), 0.0)
    seen: Counter[Pair] = Counter()
    ended: Counter[Pair] = Counter()
    for pair, end in (x for text in texts for x in pairs(text, known)):
        seen[pair] += 1
        ended[pair] += end
    return fit({pair: (n, ended[pair]) for pair, n in sorted(seen.items())})


def main() -> None:
    """Writes the weights."""
    corpora = Path(os.environ.get("CLAIMS_SHARED") or ROOT.parent / "shared") / "corpora"
    learnt = learn(examples.polnear(corpora / "polnear/train") + examples.desk_stories(corpora / "desk/train"))
    for table in ("before", "after"):
        learnt[table] = dict.fromkeys(KINDS, 0.0) | learnt[table]
    ends.PATH.write_text(json.dumps(learnt, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    print(f"{ends.PATH}: {sum(len(x) for x in learnt.values()):,} weights")


if __name__ == "__main__":
    main()
