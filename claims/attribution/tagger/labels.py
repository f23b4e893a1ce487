"""The labels of the tagger, and how they are read.

Thirteen labels: OTHER, and B-/I- of six kinds. Source and content are coded by the direction in which their cue lies,
a cue by whether it has a source; so reading an attribution off a labelled text needs no further model: a piece belongs
to the nearest cue in its direction.
"""

OTHER = 0
CUE, BARE_CUE, SOURCE_LEFT, SOURCE_RIGHT, CONTENT_LEFT, CONTENT_RIGHT = range(6)
"""Kinds. LEFT: the cue lies to the left of the piece."""
COUNT = 13


SOURCES = slice(1 + 2 * SOURCE_LEFT, 3 + 2 * SOURCE_RIGHT)
"""The labels of a source's words."""


def begin(kind: int) -> int:
    """The label of the first word of a piece of this kind."""
    return 1 + 2 * kind


def inside(kind: int) -> int:
    """The label of the further words of a piece of this kind."""
    return 2 + 2 * kind


def pieces(labels: list[int]) -> list[tuple[int, int, int]]:
    """(kind, first word, word after the last) of each labelled piece; an I- without a B- begins a piece."""
    out: list[tuple[int, int, int]] = []
    before = OTHER
    for i, label in enumerate(labels):
        if label != OTHER:
            kind = (label - 1) // 2
            if label % 2 == 0 and label - 1 <= before <= label:
                out[-1] = (kind, out[-1][1], i + 1)
            else:
                out.append((kind, i, i + 1))
        before = label
    return out
