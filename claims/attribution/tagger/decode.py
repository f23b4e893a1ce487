"""The best sequence of labels that can be: an I- follows its own kind only, and no piece spans two paragraphs."""

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.features import Floats
from claims.attribution.tagger.words import Ints

NEVER = np.float32(-1e4)


def _allowed() -> Floats:
    table = np.zeros((kinds.COUNT, kinds.COUNT), dtype=np.float32)
    for kind in range(6):
        column = np.full(kinds.COUNT, NEVER, dtype=np.float32)
        column[[kinds.begin(kind), kinds.inside(kind)]] = 0
        table[:, kinds.inside(kind)] = column
    return table


STEP = _allowed()
"""(label, next label): 0 where the one may follow the other."""


def best(scores: Floats, first: Ints) -> Ints:
    """The labels of each word. `first`: the index of each paragraph's first word, and the count of words at the end."""
    out = np.zeros(len(scores), dtype=np.int32)
    lengths = np.diff(first)
    sizes = np.ceil(np.log2(np.maximum(lengths, 8))).astype(int)  # paragraphs of like length are decoded together
    for size in np.unique(sizes[lengths > 0]):
        chosen = np.flatnonzero((sizes == size) & (lengths > 0))
        _decode(scores, first[chosen], lengths[chosen], out)
    return out


def _decode(scores: Floats, starts: Ints, lengths: Ints, out: Ints) -> None:
    longest, count = int(lengths.max()), len(starts)
    places = starts[:, None] + np.minimum(np.arange(longest), lengths[:, None] - 1)
    came = np.empty((longest, count, kinds.COUNT), dtype=np.int8)
    state = scores[places[:, 0]].copy()
    state[:, 2::2] += NEVER
    final = np.empty((count, kinds.COUNT), dtype=np.float32)
    for t in range(1, longest + 1):
        over = lengths == t
        if over.any():
            final[over] = state[over]
        if t < longest:
            paths = state[:, :, None] + STEP
            came[t] = paths.argmax(axis=1)
            state = paths.max(axis=1) + scores[places[:, t]]
    _trace(final.argmax(axis=1), came, (starts, lengths), out)


def _trace(last: NDArray[np.intp], came: NDArray[np.int8], where: tuple[Ints, Ints], out: Ints) -> None:
    starts, lengths = where
    label = last.copy()
    every = np.arange(len(starts))
    for t in range(len(came) - 1, -1, -1):
        live = lengths > t
        out[starts[live] + t] = label[live]
        if t > 0:
            label = np.where(live, came[t, every, label], label)
    return
