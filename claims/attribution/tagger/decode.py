"""The best sequence of labels that can be: an I- follows its own kind only, and no piece spans two paragraphs."""

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.features import Floats
from claims.attribution.tagger.words import Ints

NEVER = np.float32(-1e4)


PADDED = 6
"""Paragraphs are decoded side by side, padded to the longest, while that makes at most so many words of one."""

BEGIN, INSIDE = slice(1, None, 2), slice(2, None, 2)
"""The columns of the B- and of the I- labels, kind by kind."""
BEGINS, INSIDES = (np.arange(kinds.COUNT, dtype=np.int8)[x] for x in (BEGIN, INSIDE))


def best(scores: Floats, first: Ints) -> Ints:
    """The labels of each word. `first`: the index of each paragraph's first word, and the count of words at the end."""
    out = np.zeros(len(scores), dtype=np.int32)
    lengths = np.diff(first)
    sizes = np.zeros(len(lengths), dtype=int)
    if lengths.max(initial=0) * len(lengths) > PADDED * len(scores):  # else all paragraphs are decoded side by side
        sizes = np.ceil(np.log2(np.maximum(lengths, 8))).astype(int)
    for size in np.unique(sizes[lengths > 0]):
        chosen = np.flatnonzero((sizes == size) & (lengths > 0))
        _decode(scores, first[chosen], lengths[chosen], out)
    return out


def _decode(scores: Floats, starts: Ints, lengths: Ints, out: Ints) -> None:
    longest, count = int(lengths.max()), len(starts)
    places = starts[:, None] + np.minimum(np.arange(longest), lengths[:, None] - 1)
    came = np.empty((longest, count, kinds.COUNT), dtype=np.int8)
    state = scores[places[:, 0]].copy()
    state[:, INSIDE] += NEVER
    final = np.empty((count, kinds.COUNT), dtype=np.float32)
    for t in range(1, longest + 1):
        over = lengths == t
        if over.any():
            final[over] = state[over]
        if t < longest:
            state = _step(state, came[t]) + scores[places[:, t]]
    _trace(final.argmax(axis=1), came, (starts, lengths), out)


def _step(state: Floats, came: NDArray[np.int8]) -> Floats:
    """The best score with which each label can be reached from these, and (in `came`) from which label."""
    came[:] = state.argmax(axis=1)[:, None]
    reached = np.repeat(state.max(axis=1)[:, None], kinds.COUNT, axis=1)
    begun, going = state[:, BEGIN], state[:, INSIDE]
    came[:, INSIDE] = np.where(going > begun, INSIDES, BEGINS)
    reached[:, INSIDE] = np.maximum(begun, going)
    return reached


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
