"""Cuts text into small tokens with their offsets, for the grammars of this room (numbers, dates, cues).

Finer than `claims.text.words`: hyphens, currency signs and full stops are tokens of their own, so that "62-year-old",
"$5bn" and "30-40" can be read piece by piece; "MH17" and "G20" stay whole, because they are names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from claims.text import Span, fold

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?"  # 1,234,567.8 and 1,50,000
    r"|\d+(?:\.\d+)?"
    r"|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*"  # words, with letters and digits mixed after a letter: G20, don't
    r"|[^\w\s]"
)


class Token(NamedTuple):
    """A token: its folded text for looking up, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """The tokens of `text` (or of the part `within`), in order; offsets are into `text`."""
    if within is None or within.end - within.start >= len(text):
        return _cut(text, 0, len(text))
    start, end = within
    if _splits_word(text, start) or _splits_word(text, end):
        return _cut(text, start, end)
    every, starts = _whole(text)
    return list(every[bisect_left(starts, start) : bisect_right(starts, end - 1)])


def _cut(text: str, start: int, end: int) -> list[Token]:
    return [Token(_folded(m.group()), *m.span()) for m in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=4)  # a story is read many times over, sentence by sentence, by each grammar
def _whole(text: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    every = tuple(_cut(text, 0, len(text)))
    return every, tuple(token.start for token in every)


def _splits_word(text: str, at: int) -> bool:
    """Whether a token may stand across `at`: then the part has to be cut by itself."""
    return 0 < at < len(text) and _joins(text[at - 1]) and _joins(text[at])


def _joins(char: str) -> bool:
    return char.isalnum() or char in "'’.,"


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold(word) or word
