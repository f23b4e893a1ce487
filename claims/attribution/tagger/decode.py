"""The best sequence of labels that can be: an I- follows its own kind only, and no piece spans two paragraphs."""

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.features import Floats
from claims.attribution.tagger.words import Ints

NEVER = np.float32(-1e4)


REACH = 6
"""Words on either side of a label that cannot be which are labelled anew; twice as many where that does not do."""
PADDED = 6
"""Stretches are decoded side by side, padded to the longest, while that makes at most so many words of one."""

BEGIN, INSIDE = slice(1, None, 2), slice(2, None, 2)
"""The columns of the B- and of the I- labels, kind by kind."""
BEGINS, INSIDES = (np.arange(kinds.COUNT, dtype=np.int8)[x] for x in (BEGIN, INSIDE))


def best(scores: Floats, first: Ints) -> Ints:
    """The labels of each word. `first`: the index of each paragraph's first word, and the count of words at the end.

    The likeliest label of each word is right wherever these make a sequence that can be. Only around the others is the
    best way looked for, as if the words beside a stretch could be anything; where the stretch and what stands beside
    it fit together, no other sequence of the whole is better, and where not, a longer stretch is decoded.
    """
    likeliest: Ints = scores.argmax(axis=1).astype(np.int32)
    edge = np.zeros(len(scores) + 1, dtype=bool)
    edge[first] = True
    seeds = wrong = _misfits(likeliest, edge)
    labels, reach = likeliest, REACH
    while len(wrong) and reach <= 2 * len(scores):
        labels = likeliest.copy()
        _decode_all(scores, *_stretches(seeds, reach, first), edge, labels)
        wrong = _misfits(labels, edge)
        seeds, reach = np.union1d(seeds, wrong), 2 * reach
    return labels


def _misfits(labels: Ints, edge: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The words whose label goes on with a piece that the label before them does not begin or go on with."""
    before = np.zeros_like(labels)
    before[1:] = labels[:-1]
    before[edge[:-1]] = kinds.OTHER
    inside = (labels % 2 == 0) & (labels != kinds.OTHER)
    return np.flatnonzero(inside & (before != labels) & (before != labels - 1))


def _stretches(seeds: NDArray[np.intp], reach: int, first: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the stretches of so many words around each seed begin, and their lengths; none leaves its paragraph."""
    paragraph = np.searchsorted(first, seeds, side="right") - 1
    starts = np.maximum(seeds - reach, first[paragraph])
    ends = np.minimum(seeds + reach + 1, first[paragraph + 1])
    joined = (starts[1:] <= ends[:-1]) & (paragraph[1:] == paragraph[:-1])
    begin = np.flatnonzero(np.append(True, ~joined))
    return starts[begin], np.maximum.reduceat(ends, begin) - starts[begin]


def _decode_all(
    scores: Floats, starts: NDArray[np.intp], lengths: NDArray[np.intp], edge: NDArray[np.bool_], out: Ints
) -> None:
    sizes = np.zeros(len(lengths), dtype=int)
    if lengths.max() * len(lengths) > PADDED * lengths.sum():  # else all stretches are decoded side by side
        sizes = np.ceil(np.log2(lengths)).astype(int)
    for size in np.unique(sizes):
        chosen = np.flatnonzero(sizes == size)
        _decode(scores, starts[chosen], lengths[chosen], edge, out)


def _decode(
    scores: Floats, starts: NDArray[np.intp], lengths: NDArray[np.intp], edge: NDArray[np.bool_], out: Ints
) -> None:
    longest, count = int(lengths.max()), len(starts)
    words = np.arange(longest)[:, None]
    places = starts + np.minimum(words, lengths - 1)
    reached = scores[places]  # [word, stretch, label]; turned into the score of the best way there
    reached[0, edge[starts], INSIDE] += NEVER
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
    """[word, stretch, label]: from which label it was reached; behind a stretch's end, from itself."""
    came = np.repeat(best.astype(np.int8)[:, :, None], kinds.COUNT, axis=2)
    came[:, :, INSIDE] = np.where(goes_on, INSIDES, BEGINS)
    came[~live] = np.arange(kinds.COUNT, dtype=np.int8)
    return came


def _traced(last: NDArray[np.intp], came: NDArray[np.int8]) -> NDArray[np.int8]:
    """The labels [word, stretch] on the way back from the last ones."""
    labels = np.empty(came.shape[:2], dtype=np.int8)
    labels[-1] = last
    every = np.arange(len(last))
    for t in range(len(came) - 1, 0, -1):
        labels[t - 1] = came[t, every, labels[t]]
    return labels
