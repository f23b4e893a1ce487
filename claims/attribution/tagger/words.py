"""Words of a text, with their places: the units that the tagger labels.

A word is a run of letters, digits and underscores; a clitic ("'s", "n't" as "'t") is a word of its own, so that a
possessive never belongs to a name. Every other visible character is a word by itself, but for the marks that
typewriters spell with two characters ('' and `` for quotation marks, -- for a dash, ... for an ellipsis).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]

WORD = re.compile(
    r"\d+(?:[.,]\d+)*[a-z]*"  # 1,200 and 3.5m are one word
    r"|['’](?:s|re|ve|ll|d|m|t|S)\b"
    r"|\w+"
    r"|''|``|--+|\.\.+"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some paragraphs of one text; all arrays have one entry a word."""

    strings: list[str]
    start: Ints  # code points into the text
    end: Ints
    first: Ints  # one entry a paragraph, and one more: the index of its first word


def split(text: str, paragraphs: Sequence[tuple[int, int]]) -> Words:
    """The words of these paragraphs (start, end), which must not overlap and must be in order."""
    places: list[tuple[int, int]] = []
    first = [0]
    for start, end in paragraphs:
        places += [match.span() for match in WORD.finditer(text, start, end)]
        first.append(len(places))
    table = np.fromiter(chain.from_iterable(places), dtype=np.int32, count=2 * len(places)).reshape(-1, 2)
    strings = [text[start:end] for start, end in places]
    return Words(strings, table[:, 0], table[:, 1], np.array(first, dtype=np.int32))
