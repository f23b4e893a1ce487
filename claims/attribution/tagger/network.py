"""The network, in numpy: embedded words, gated convolutions of growing reach, a score of each label for each word.

`training/student.py` holds the same network for training. A story is run in stretches that overlap by the network's
reach, so that memory stays bounded and the result does not depend on where a stretch ends.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from threadpoolctl import ThreadpoolController

from claims.attribution.tagger.features import Features, Floats

STRETCH = 2048  # rows computed at once


@dataclass(frozen=True, slots=True)
class Network:
    """Weights. Tables have one row an entry; matrices are (inputs, outputs)."""

    tables: tuple[Floats, ...]  # by vocabulary (pretrained), by frequent word, by end, by beginning, by shape
    enter: Floats
    enter_bias: Floats
    blocks: tuple[
        tuple[Floats, Floats], ...
    ]  # before, here, after (3 widths) → a few dimensions → value, gate (2 widths)
    block_biases: tuple[Floats, ...]
    dilations: tuple[int, ...]
    leave: Floats
    leave_bias: Floats

    @property
    def reach(self) -> int:
        """How many rows to each side a score depends on."""
        return sum(self.dilations)


def log_probabilities(network: Network, features: Features) -> Floats:
    """The logarithm of each label's probability, one row a word (breaks left out)."""
    count = len(features.rows)
    out = np.empty((count, network.leave.shape[1]), dtype=np.float32)
    with _threads().limit(limits=1, user_api="blas"):
        for start in range(0, count, STRETCH):
            end = min(count, start + STRETCH)
            low, high = max(0, start - network.reach), min(count, end + network.reach)
            out[start:end] = _scores(network, features, low, high)[start - low : end - low]
    out -= out.max(axis=1, keepdims=True)
    out -= np.log(np.exp(out).sum(axis=1, keepdims=True))
    return out[features.at]


@cache
def _threads() -> ThreadpoolController:
    """One thread: the matrices are small, and threads that wait for each other cost five times the work itself."""
    return ThreadpoolController()


def _scores(network: Network, features: Features, low: int, high: int) -> Floats:
    word, end, begin, shape = features.rows[low:high].T
    static, frequent, ends, begins, shapes = network.tables
    learnt = frequent[np.where(word < len(frequent), word, 0)]
    parts = (static[word], learnt, ends[end], begins[begin], shapes[shape], features.dense[low:high])
    x: Floats = np.concatenate(parts, axis=1) @ network.enter + network.enter_bias
    np.maximum(x, 0, out=x)
    for weights, bias, step in zip(network.blocks, network.block_biases, network.dilations, strict=True):
        x += _block(x, weights, bias, step)
    scores: Floats = x @ network.leave + network.leave_bias
    return scores


def _block(x: Floats, weights: tuple[Floats, Floats], bias: Floats, step: int) -> Floats:
    rows, width = x.shape
    three = np.zeros((rows, 3 * width), dtype=np.float32)
    three[step:, :width] = x[:-step] if step < rows else x[:0]
    three[:, width : 2 * width] = x
    three[:-step, 2 * width :] = x[step:] if step < rows else x[:0]
    down, up = weights
    both: Floats = three @ down @ up
    both += bias
    gate = np.negative(both[:, width:])  # a table of its own: half of each row of a wide one is slow to go through
    np.minimum(gate, 30, out=gate)  # what is larger leaves no value either, and its exponential may be none
    np.exp(gate, out=gate)
    gate += 1
    value: Floats = both[:, :width]
    value /= gate
    return value
