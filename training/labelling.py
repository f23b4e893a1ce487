"""Turns annotated spans into one label a word, the form in which the network learns them."""

from collections.abc import Sequence

import numpy as np

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.words import Words
from training.corpora import Gold, Place


def touched(words: Words, places: Sequence[Place]) -> list[int]:
    """Indices of the words that lie in these spans, in order."""
    found: set[int] = set()
    for start, end in places:
        low = int(np.searchsorted(words.end, start, side="right"))
        high = int(np.searchsorted(words.start, end, side="left"))
        found.update(range(low, high))
    return sorted(found)


def runs(indices: Sequence[int], breaks: set[int]) -> list[tuple[int, int]]:
    """Contiguous runs of word indices; a paragraph's first word begins a run of its own."""
    out: list[tuple[int, int]] = []
    for i in indices:
        if out and out[-1][1] == i and i not in breaks:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def label(words: Words, gold: Sequence[Gold]) -> list[int]:
    """One label a word. A word of two parts is a cue first, then a source, then content."""
    out = [kinds.OTHER] * len(words.strings)
    breaks = {int(i) for i in words.first}

    def paint(kind: int, run: tuple[int, int]) -> None:
        if all(out[i] == kinds.OTHER for i in range(*run)):
            out[run[0]] = kinds.begin(kind)
            out[run[0] + 1 : run[1]] = [kinds.inside(kind)] * (run[1] - run[0] - 1)

    parts = [[touched(words, places) for places in (g.cue, g.source, g.content)] for g in gold]
    for cue, source, _ in parts:
        for run in runs(cue, breaks):
            paint(kinds.CUE if source else kinds.BARE_CUE, run)
    for cue, source, content in parts:
        anchor = (cue or source or content)[0] if (cue or source or content) else 0
        for run in runs([i for i in source if i not in cue], breaks):
            paint(kinds.SOURCE_LEFT if anchor < run[0] else kinds.SOURCE_RIGHT, run)
    for cue, source, content in parts:
        anchor = (cue or source or content)[0] if (cue or source or content) else 0
        for run in runs([i for i in content if i not in cue and i not in source], breaks):
            paint(kinds.CONTENT_LEFT if anchor < run[0] else kinds.CONTENT_RIGHT, run)
    return out
