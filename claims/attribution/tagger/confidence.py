"""How sure an attribution is: a logistic regression on how sure its labels are and on what kind of attribution it is.

Its weights are fitted by `training/` on documents that the labelling network did not see, and stand in the model file.
"""

from collections.abc import Iterable, Sequence
from math import exp, log

import numpy as np

from claims.attribution.tagger.features import Features, Floats
from claims.attribution.tagger.links import Linked, Piece
from claims.attribution.tagger.words import Ints, Words

SPEECH = frozenset(
    """say says said saying tell tells told telling claim claims claimed deny denies denied according announced announce
    added adds warned warns argued argues insisted insists wrote writes tweeted tweets explained confirmed testified
    reported reports noted stated states acknowledged admitted alleged accused suggested replied responded asked
    concluded estimated""".split()
)
FLOOR = 0.2
"""What is less sure than this is left out: it costs more than it brings."""


def of(linked: Linked, chosen: Floats, words: Words, features: Features) -> Floats:
    """The features of one attribution. `chosen`: of each word, the log-probability of the label it was given."""
    content, cue, source = (_of(chosen, x) for x in (linked.content, linked.cue, linked.source))
    spoken = (word.lower() for a, b in linked.cue for word in words.strings[a:b])
    values = (
        _mean(content),
        min(content),
        min(float(chosen[i]) for a, b in linked.content for i in (a, b - 1)),
        min(float(chosen[min(b, len(chosen) - 1)]) for _, b in linked.content),
        min(cue, default=-2.0),
        _mean(cue) if cue else -2.0,
        _mean(source) if source else -0.5,
        min(source, default=-0.5),
        not source,
        not SPEECH.isdisjoint(spoken),
        sum(int(features.quoted[a:b].sum()) for a, b in linked.content) / len(content),
        _parted(linked.content + linked.cue, features),
        log(len(content)),
        len(linked.content) > 1,
        _gap(linked),
        _parted([(a, a + 1) for pieces in (linked.source, linked.cue) for a, _ in pieces[:1]], features),
        1.0,
    )
    return np.minimum(np.maximum(np.array(values, dtype=np.float32), -8), 8)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _parted(pieces: Sequence[Piece], features: Features) -> bool:
    """Whether these words stand in more than one sentence."""
    first, last = min((a for a, _ in pieces), default=0), max((b for _, b in pieces), default=1) - 1
    return bool(features.sentence[first] != features.sentence[last])


def _gap(linked: Linked) -> float:
    """Words between the source and the nearest end of the cue, in tens, two at most."""
    gaps = (max(0, c - b, a - d) for a, b in linked.source for c, d in linked.cue)
    return min(2.0, min(gaps, default=0) / 10)


def probability(values: Floats, weights: Floats) -> float:
    """The logistic of the weighted features."""
    return 1 / (1 + exp(-min(30.0, max(-30.0, float(values @ weights)))))


def chosen_log_probabilities(scores: Floats, labels: Ints) -> Floats:
    """Of each word, the log-probability of its label."""
    out: Floats = np.take_along_axis(scores, labels[:, None].astype(np.int64), axis=1)[:, 0]
    return out


def _of(values: Floats, pieces: Iterable[Piece]) -> list[float]:
    """The values of these words, as plain numbers: there are few, and an array of few costs more than they do."""
    return [value for a, b in pieces for value in values[a:b].tolist()]
