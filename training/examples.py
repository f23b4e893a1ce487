"""All texts in the one form in which they are learnt from: words, features, and a label a word where one is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import words as tokens
from claims.text import paragraphs
from training import corpora, desk
from training.corpora import Gold
from training.labelling import label

UNKNOWN = -100
"""In place of a label: nothing is known of this word."""


@dataclass(frozen=True, slots=True)
class Example:
    """One text. `labels` has one entry a word; `gold`: what was annotated."""

    name: str
    text: str
    words: tokens.Words
    labels: NDArray[np.int64]
    gold: Sequence[Gold]


def example(name: str, text: str, gold: Sequence[Gold], unknown: Iterable[tuple[int, int]] = ()) -> Example:
    """An annotated text; of the parts `unknown` nothing is learnt."""
    words = tokens.split(text, paragraphs(text))
    labels = np.array(label(words, gold), dtype=np.int64)
    for start, end in unknown:
        labels[(words.start >= start) & (words.end <= end)] = UNKNOWN
    return Example(name, text, words, labels, gold)


def polnear(folder: Path) -> list[Example]:
    """One compartment of PolNeAR."""
    return [example(d.name, d.text, d.gold) for d in corpora.polnear(folder)]


def desk_stories(folder: Path) -> list[Example]:
    """One part of the desk corpus."""
    scenarios = sorted(x for x in folder.iterdir() if x.is_dir())
    return [example(p.name, p.text, p.gold, p.unknown) for scenario in scenarios for p in desk.placed(scenario)]
