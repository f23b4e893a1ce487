"""How sure an attribution is: a logistic regression on how sure its labels are and on what kind of attribution it is.

Its weights are fitted by `training/` on documents that the labelling network did not see, and stand in the model file.
"""

from collections.abc import Iterable

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
    content, cue, source = (_indices(x) for x in (linked.content, linked.cue, linked.source))
    edges = [i for a, b in linked.content for i in (a, b - 1)]
    after = [min(b, len(chosen) - 1) for _, b in linked.content]
    sentences = {int(features.sentence[i]) for i in content + cue}
    values = (
        chosen[content].mean(),
        chosen[content].min(),
        chosen[edges].min(),
        chosen[after].min(),
        chosen[cue].min() if cue else -2.0,
        chosen[cue].mean() if cue else -2.0,
        chosen[source].mean() if source else -0.5,
        chosen[source].min() if source else -0.5,
        not source,
        any(words.strings[i].lower() in SPEECH for i in cue),
        features.quoted[content].mean(),
        len(sentences) > 1,
        np.log(len(content)),
        len(linked.content) > 1,
        _gap(linked),
        len({int(features.sentence[i]) for i in source[:1] + cue[:1]}) > 1,
        1.0,
    )
    return np.clip(np.array(values, dtype=np.float32), -8, 8)


def _gap(linked: Linked) -> float:
    """Words between the source and the nearest end of the cue, in tens, two at most."""
    gaps = (max(0, c - b, a - d) for a, b in linked.source for c, d in linked.cue)
    return min(2.0, min(gaps, default=0) / 10)


def probability(values: Floats, weights: Floats) -> float:
    """The logistic of the weighted features."""
    return float(1 / (1 + np.exp(-np.clip(values @ weights, -30, 30))))


def chosen_log_probabilities(scores: Floats, labels: Ints) -> Floats:
    """Of each word, the log-probability of its label."""
    out: Floats = np.take_along_axis(scores, labels[:, None].astype(np.int64), axis=1)[:, 0]
    return out


def _indices(pieces: Iterable[Piece]) -> list[int]:
    return [i for a, b in pieces for i in range(a, b)]
