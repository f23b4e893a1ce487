"""The words that the model knows by name, and their pretrained vectors.

Known are the words that stand at least twice in the training texts, and the whole words of the encoder's own list, so
that a word never met in training still has a vector that resembles its like.
"""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import features
from training import encoder

UNKNOWN = "<unk>"
SIZE = 64  # principal components kept of the encoder's 384


def words(strings: Iterable[str]) -> list[str]:
    """The vocabulary in the order of rows: unknown, training words by falling count, the encoder's other words."""
    counts = Counter(features.normal(word) for word in strings)
    counts[features.BREAK] += 1_000_000
    met = [w for w, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= 2]
    listed = encoder.whole_words()
    seen = set(met)
    return [UNKNOWN, *met, *(w for w in listed if re.fullmatch(r"[a-z]{2,}", w) and w not in seen)]


def vectors(known: list[str]) -> NDArray[np.float32]:
    """One row a word: the mean of its word pieces' input embeddings, on the principal components of common words."""
    pieces = encoder.vectors()
    mean = np.stack([pieces.mean(word) for word in known])
    common = mean[1:8000]
    centred = mean - common.mean(axis=0)
    _, strength, axes = np.linalg.svd(centred[1:8000], full_matrices=False)
    found = centred @ axes[:SIZE].T
    scale = np.clip(np.sqrt(strength[:SIZE] / strength[0]), 0.3, None) / found[1:8000].std(axis=0)
    found = found * scale
    found[0] = 0
    return np.asarray(found, dtype=np.float32)
