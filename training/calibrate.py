"""Fits the confidence: on documents that a network trained without them has labelled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.attribution.tagger import confidence, decode, links, network
from claims.attribution.tagger.features import Features, Floats
from claims.attribution.tagger.links import Linked
from claims.attribution.tagger.network import Network
from training.examples import Example
from training.labelling import touched

RIDGE = 1.0
FUNCTION_WORDS = frozenset("the a an of in on at by for from to with and or as 's ’s".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """The features of predicted attributions, and whether each is right: content by half, and the source."""

    values: Floats
    right: Floats


def judge(net: Network, lean: Floats, texts: Sequence[tuple[Example, Features]]) -> Judged:
    """All attributions that the network finds in these annotated texts."""
    values: list[Floats] = []
    right: list[bool] = []
    for example, features in texts:
        scores = network.log_probabilities(net, features)
        labels = decode.best(scores + lean, example.words.first)
        chosen = confidence.chosen_log_probabilities(scores, labels)
        found = links.attributions(labels, scores, features)
        values += [confidence.of(x, chosen, example.words, features) for x in found]
        right += agreement(found, example)
    return Judged(np.array(values, dtype=np.float32), np.array(right, dtype=np.float32))


def agreement(found: Sequence[Linked], example: Example) -> list[bool]:
    """Of each attribution, whether an annotated one has half of its content in common and the same source."""
    gold = [
        (_letters(example, touched(example.words, g.content)), touched(example.words, g.source)) for g in example.gold
    ]
    out = []
    for one in found:
        content = _letters(example, [i for a, b in one.content for i in range(a, b)])
        source = {i for a, b in one.source for i in range(a, b)}
        near = [other for words, other in gold if 2 * len(content & words) >= max(1, len(content | words))]
        out.append(any(_same_source(example, source, set(other)) for other in near))
    return out


def _same_source(example: Example, found: set[int], gold: set[int]) -> bool:
    if not gold or not found:
        return not gold and not found
    names = {i for i in gold if example.words.strings[i].lower() not in FUNCTION_WORDS}
    return bool(found & (names or gold))


def _letters(example: Example, indices: Sequence[int]) -> set[int]:
    return {i for i in indices if example.words.strings[i][0].isalnum()}


def fit(judged: Judged) -> Floats:
    """The weights of a ridge logistic regression, by Newton's method."""
    x, y = judged.values.astype(np.float64), judged.right.astype(np.float64)
    weights = np.zeros(x.shape[1])
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[-1, -1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + penalty @ weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, slope)
    return weights.astype(np.float32)
