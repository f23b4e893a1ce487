"""Which words stand inside quotation marks, by paragraph, as the marks really are: curly, straight, '' and ``, British.

News copy opens a quotation anew in each paragraph and closes it once, so a mark without a partner holds to the end of
its paragraph and never further. A single mark counts only where it cannot be an apostrophe, and only where its partner
stands in the same paragraph.
"""

from collections.abc import Sequence

OPENING = frozenset(["“", "``", "„", "«", "‟"])
CLOSING = frozenset(["”", "»"])
STRAIGHT = frozenset(['"', "''", "＂"])
SINGLE = frozenset(["'", "‘", "’", "`", "‚", "‹", "›"])
MARKS = OPENING | CLOSING | STRAIGHT | SINGLE

OUT, IN, OPEN, CLOSE = range(4)
"""Of a word: outside, inside, or itself the mark that opens or closes."""


def states(strings: Sequence[str], tight: Sequence[tuple[bool, bool]]) -> tuple[list[int], list[int], bool]:
    """State by double and by single marks of each word of a paragraph; whether a double mark was left open.

    `tight`: whether a word touches the one before and the one after.
    """
    double = [OUT] * len(strings)
    opened = -1
    for i, word in enumerate(strings):
        if word in OPENING or (word in STRAIGHT and opened < 0):
            if opened < 0:
                opened, double[i] = i, OPEN
            else:
                double[i] = IN
        elif word in CLOSING or word in STRAIGHT:
            double[i], opened = CLOSE, -1
        elif opened >= 0:
            double[i] = IN
    return double, _single(strings, tight), opened >= 0


def _single(strings: Sequence[str], tight: Sequence[tuple[bool, bool]]) -> list[int]:
    single = [OUT] * len(strings)
    opened = -1
    for i, word in enumerate(strings):
        if word not in SINGLE:
            continue
        before, after = tight[i]
        if opened < 0 and after and not before and word != "’":
            opened = i
        elif opened >= 0 and before and word != "‘":
            single[opened], single[i] = OPEN, CLOSE
            single[opened + 1 : i] = [IN] * (i - opened - 1)
            opened = -1
    return single
