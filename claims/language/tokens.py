"""Cuts text into small tokens with their offsets, for the grammars of this room (numbers, dates, cues).

Finer than `claims.text.words`: hyphens, currency signs and full stops are tokens of their own, so that "62-year-old",
"$5bn" and "30-40" can be read piece by piece; "MH17" and "G20" stay whole, because they are names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple, Self

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


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)
"""Makes a token past its own constructor, which is no C and takes a quarter of the time of cutting a story."""


class Run(tuple[Token, ...]):
    """Some tokens that many word lists are looked up in; `words` holds their folded words, each once."""

    words: frozenset[str]

    def __new__(cls, some: Iterable[Token] = ()) -> Self:
        """Of these tokens, in their order."""
        run = super().__new__(cls, some)
        run.words = frozenset(map(_word_of, run))
        return run


_word_of = itemgetter(0)


def words(sequence: Sequence[Token]) -> frozenset[str]:
    """The folded words of a sequence, each once; at no cost where it is a `Run`."""
    return sequence.words if isinstance(sequence, Run) else frozenset(map(_word_of, sequence))


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """The tokens of `text` (or of the part `within`), in order; offsets are into `text`."""
    if within is None or within.end - within.start >= len(text):
        return _cut(text, 0, len(text))
    every, starts = _whole(text)
    first, last = bisect_left(starts, within.start), bisect_left(starts, within.end)
    if _reaches(every, first, within.start) or _reaches(every, last, within.end):
        return _cut(text, *within)
    return every[first:last]


def _cut(text: str, start: int, end: int) -> list[Token]:
    return [_token((_folded(m[0]), m.start(), m.end())) for m in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=4)  # a story is read many times over, sentence by sentence, by each grammar
def _whole(text: str) -> tuple[list[Token], list[int]]:
    every = _cut(text, 0, len(text))
    return every, [token.start for token in every]


def _reaches(every: Sequence[Token], before: int, at: int) -> bool:
    """Whether the token before index `before` stands across `at`: then the part has to be cut by itself."""
    return before > 0 and every[before - 1].end > at


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold(word) or word
