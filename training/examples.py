"""All texts in the one form in which they are learnt from: words, features, and a label a word where one is known."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

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
    """One text. `labels` has one entry a word; `gold`: what was annotated, nothing of plain text."""

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


def reuters(path: Path, share: int) -> list[Example]:
    """One in `share` of the Reuters stories, two sentences a paragraph, without labels."""
    stories: dict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if crc32(row["doc"].encode()) % share == 0:
                stories[row["doc"]].append(row["text"])
    return [_plain(name, sentences) for name, sentences in stories.items()]


def _plain(name: str, sentences: Sequence[str]) -> Example:
    pairs = [" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)]
    text = "\n\n".join(pairs)
    return example(name, text, [], unknown=[(0, len(text))])
