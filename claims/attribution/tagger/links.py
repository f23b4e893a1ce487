"""From labelled words to attributions: which source and content belong to which cue.

A piece belongs to the nearest cue in its coded direction; a cue whose source is not labelled shares that of a cue in
its sentence, never one from further away (of 115 such on PolNeAR dev none was right). A guard drops a piece of content
outside its cue's sentence that holds no quoted word: somebody else's statement under the wrong speaker is the worst
error that this package can make.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.features import Features, Floats
from claims.attribution.tagger.words import Ints

FAINT = 0.1
"""Less probable than this, a word is no source's."""
NEAR = 8
"""A shared source is looked for at so many cues to each side,"""
FAR = 80
"""a faint one at so many words: a sentence may be as long as a book."""

Piece = tuple[int, int]
"""(first word, word after the last)"""


@dataclass(slots=True)
class Linked:
    """One attribution, in word indices."""

    source: list[Piece] = field(default_factory=list)
    cue: list[Piece] = field(default_factory=list)
    content: list[Piece] = field(default_factory=list)


def attributions(labelled: Ints, scores: Floats, features: Features) -> list[Linked]:
    """What these labels say, guarded. `scores`: log-probabilities of the labels, one row a word."""
    likely: Floats = np.exp(scores[:, kinds.SOURCES]).sum(axis=1)
    return guard(link(labelled.tolist(), features.sentence, likely), features)


def link(labelled: Sequence[int], sentence: Ints, likely: Floats) -> list[Linked]:
    """The attributions of a labelled text, each with a cue and a content.

    `sentence`: the number of each word's sentence; `likely`: how probable it is that the word is one of a source.
    """
    found = kinds.pieces(list(labelled))
    cues = [(kind, (a, b)) for kind, a, b in found if kind in (kinds.CUE, kinds.BARE_CUE)]
    starts = [a for _, (a, _) in cues]
    linked = [Linked(cue=[cue]) for _, cue in cues]
    for kind, a, b in found:
        if kind in (kinds.CUE, kinds.BARE_CUE):
            continue
        left = kind in (kinds.SOURCE_LEFT, kinds.CONTENT_LEFT)
        at = bisect_right(starts, a) - 1 if left else bisect_left(starts, b)
        if 0 <= at < len(cues):
            part = linked[at].source if kind in (kinds.SOURCE_LEFT, kinds.SOURCE_RIGHT) else linked[at].content
            part.append((a, b))
    own = [list(x.source) for x in linked]
    for i, (kind, _) in enumerate(cues):
        if kind == kinds.CUE and not own[i]:
            linked[i].source = _shared(linked, own, i, sentence) or _likeliest(linked[i], sentence, likely)
    return [x for x in linked if x.content]


def _shared(linked: Sequence[Linked], own: Sequence[list[Piece]], i: int, sentence: Ints) -> list[Piece]:
    """The source of the nearest cue in the same sentence ("He said the bridge fell and added that …")."""
    here = sentence[linked[i].cue[0][0]]
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(linked) and abs(j - i) <= NEAR and sentence[linked[j].cue[0][0]] == here:
            if own[j]:
                return list(own[j])
            j += step
    return []


def _likeliest(one: Linked, sentence: Ints, likely: Floats) -> list[Piece]:
    """The words of the cue's sentence that look most like a source, where the labels hold none."""
    start = one.cue[0][0]
    low = max(int(np.searchsorted(sentence, sentence[start], side="left")), start - FAR)
    high = min(int(np.searchsorted(sentence, sentence[start], side="right")), start + FAR)
    taken = {i for a, b in (*one.cue, *one.content) for i in range(a, b)}
    free = [i for i in range(low, high) if i not in taken]
    best = max(free, key=lambda i: float(likely[i]), default=-1)
    if best < 0 or likely[best] < FAINT:
        return []
    enough = 0.5 * float(likely[best])
    first, last = best, best
    while first - 1 >= low and first - 1 not in taken and likely[first - 1] >= enough:
        first -= 1
    while last + 1 < high and last + 1 not in taken and likely[last + 1] >= enough:
        last += 1
    return [(first, last + 1)]


def guard(linked: Sequence[Linked], features: Features) -> list[Linked]:
    """Without the pieces of content that are neither quoted nor in a sentence of their cue."""
    out = []
    for one in linked:
        near = {int(features.sentence[i]) for a, b in one.cue for i in (a, b - 1)}
        kept = [(a, b) for a, b in one.content if _belongs(features, near, a, b)]
        if kept:
            out.append(Linked(one.source, one.cue, kept))
    return out


def _belongs(features: Features, near: set[int], a: int, b: int) -> bool:
    first, last = int(features.sentence[a]), int(features.sentence[b - 1])
    return not near or any(first <= sentence <= last for sentence in near) or bool(features.quoted[a:b].any())
