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
    words = np.arange(longest)[:, None]
    places = starts + np.minimum(words, lengths - 1)
    reached = scores[places]  # [word, paragraph, label]; turned into the score of the best way there
    reached[0, :, INSIDE] += NEVER
    best = np.zeros((longest, count), dtype=np.intp)
    goes_on = np.zeros((longest, count, len(INSIDES)), dtype=bool)
    for t in range(1, longest):
        _step(reached[t - 1], reached[t], best[t], goes_on[t])
    last = reached[lengths - 1, np.arange(count)].argmax(axis=1)
    live = words < lengths
    out[places[live]] = _traced(last, _came(best, goes_on, live))[live]


def _step(before: Floats, here: Floats, best: NDArray[np.intp], goes_on: NDArray[np.bool_]) -> None:
    """Adds to the scores `here` the best with which each label can be reached, and notes the label that was best."""
    begun, going = before[:, BEGIN], before[:, INSIDE]
    before.argmax(axis=1, out=best)
    np.greater(going, begun, out=goes_on)
    inside = np.maximum(begun, going)
    inside += here[:, INSIDE]
    here += before.max(axis=1, keepdims=True)
    here[:, INSIDE] = inside


def _came(best: NDArray[np.intp], goes_on: NDArray[np.bool_], live: NDArray[np.bool_]) -> NDArray[np.int8]:
    """[word, paragraph, label]: from which label it was reached; behind a paragraph's end, from itself."""
    came = np.repeat(best.astype(np.int8)[:, :, None], kinds.COUNT, axis=2)
    came[:, :, INSIDE] = np.where(goes_on, INSIDES, BEGINS)
    came[~live] = np.arange(kinds.COUNT, dtype=np.int8)
    return came


def _traced(last: NDArray[np.intp], came: NDArray[np.int8]) -> NDArray[np.int8]:
    """The labels [word, paragraph] on the way back from the last ones."""
    labels = np.empty(came.shape[:2], dtype=np.int8)
    labels[-1] = last
    every = np.arange(len(last))
    for t in range(len(came) - 1, 0, -1):
        labels[t - 1] = came[t, every, labels[t]]
    return labels
