"""The network, in numpy: embedded words, gated convolutions of growing reach, a score of each label for each word.

`training/student.py` holds the same network for training. A story is run in stretches that overlap by the network's
reach, so that memory stays bounded and the result does not depend on where a stretch ends; within a stretch each block
is computed tile by tile, in tables that are made once and stay in the processor's cache.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

from claims.attribution.tagger.features import Features, Floats

STRETCH = 8192  # rows kept at once
TILE = 512  # rows computed at once


@dataclass(frozen=True, slots=True, eq=False)
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


class _Block(NamedTuple):
    """A gated convolution. A logistic gate is (1 + tanh(x / 2)) / 2: both halves are in the weights already.

    The last row of `value` and of `gate` is their bias: a column of ones costs less than adding it to every row.
    """

    step: int
    down: Floats
    value: Floats
    gate: Floats


@lru_cache(maxsize=4)
def _blocks(network: Network) -> tuple[_Block, ...]:
    blocks = []
    for (down, up), bias, step in zip(network.blocks, network.block_biases, network.dilations, strict=True):
        value, gate = np.split(np.vstack((up, bias)) / 2, 2, axis=1)
        blocks.append(_Block(step, down, np.ascontiguousarray(value), np.ascontiguousarray(gate)))
    return tuple(blocks)


class _Tables(NamedTuple):
    """Room for one tile: the three rows that each row sees, their few dimensions and a one, value and gate."""

    seen: Floats
    thin: Floats
    value: Floats
    gate: Floats

    def cut(self, rows: int) -> "_Tables":
        """The same tables with fewer rows."""
        return _Tables(*(table[:rows] for table in self))


def _scores(network: Network, features: Features, low: int, high: int) -> Floats:
    """Unnormalised scores of the rows from `low` to `high`, as if nothing stood around them."""
    margin, rows, width = max(network.dilations), high - low, network.enter.shape[1]
    here = np.zeros((rows + 2 * margin, width), dtype=np.float32)  # rows of nought on both sides of the stretch
    after = np.zeros_like(here)
    tiles = [(a, min(a + TILE, rows)) for a in range(0, rows, TILE)]
    for a, b in tiles:
        _enter(network, features, low + a, low + b, here[margin + a : margin + b])
    blocks = _blocks(network)
    room = _room(min(TILE, rows), width, len(blocks[0].value))
    for block in blocks:
        for a, b in tiles:
            _convolve(here, after, block, margin + a, margin + b, room.cut(b - a))
        here, after = after, here
    scores: Floats = here[margin : margin + rows] @ network.leave
    scores += network.leave_bias
    return scores


def _room(rows: int, width: int, thin: int) -> _Tables:
    tables = _Tables(*(np.empty((rows, columns), dtype=np.float32) for columns in (3 * width, thin, width, width)))
    tables.thin[:, -1] = 1
    return tables


def _enter(network: Network, features: Features, low: int, high: int, out: Floats) -> None:
    """Writes the first layer of some rows."""
    word, end, begin, shape = features.rows[low:high].T
    static, frequent, ends, begins, shapes = network.tables
    learnt = frequent[np.where(word < len(frequent), word, 0)]
    parts = (static[word], learnt, ends[end], begins[begin], shapes[shape], features.dense[low:high])
    np.matmul(np.concatenate(parts, axis=1), network.enter, out=out)
    out += network.enter_bias
    np.maximum(out, 0, out=out)


def _convolve(x: Floats, out: Floats, block: _Block, low: int, high: int, room: _Tables) -> None:
    """Writes a block's output for the rows from `low` to `high` of `x` into those of `out`."""
    step, (seen, thin, value, gate) = block.step, room
    np.concatenate((x[low - step : high - step], x[low:high], x[low + step : high + step]), axis=1, out=seen)
    np.matmul(seen, block.down, out=thin[:, :-1])
    np.matmul(thin, block.value, out=value)
    np.matmul(thin, block.gate, out=gate)
    np.tanh(gate, out=gate)
    gate += 1
    value *= gate
    np.add(value, x[low:high], out=out[low:high])
