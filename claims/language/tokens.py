"""Cuts text into small tokens with their offsets, for the grammars of this room (numbers, dates, cues).

Finer than `claims.text.words`: hyphens, currency signs and full stops are tokens of their own, so that "62-year-old",
"$5bn" and "30-40" can be read piece by piece; "MH17" and "G20" stay whole, because they are names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial, wraps
from operator import itemgetter
from typing import Any, NamedTuple, Self, TypeVar

from claims.text import Span, fold

_TOKEN = re.compile(
    r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*"  # words, with letters and digits mixed after a letter: G20, don't
    r"|\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?"  # 1,234,567.8 and 1,50,000
    r"|\d+(?:\.\d+)?"
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
    known: dict[Callable[..., Any], Any]  # what has been read in them, by reader

    def __new__(cls, some: Iterable[Token] = ()) -> Self:
        """Of these tokens, in their order."""
        run = super().__new__(cls, some)
        run.words = frozenset(map(_word_of, run))
        run.known = {}
        return run


Read = TypeVar("Read")


def once(reader: Callable[[Sequence[Token]], Read]) -> Callable[[Sequence[Token]], Read]:
    """A reader of tokens that reads each `Run` once, however often it is asked."""

    @wraps(reader)
    def read(sequence: Sequence[Token]) -> Read:
        if not isinstance(sequence, Run):
            return reader(sequence)
        if reader not in sequence.known:
            sequence.known[reader] = reader(sequence)
        found: Read = sequence.known[reader]
        return found

    return read


_word_of = itemgetter(0)


def words(sequence: Sequence[Token]) -> frozenset[str]:
    """The folded words of a sequence, each once; at no cost where it is a `Run`."""
    return sequence.words if isinstance(sequence, Run) else frozenset(map(_word_of, sequence))


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """The tokens of `text` (or of the part `within`), in order; offsets are into `text`."""
    if within is None or within.end - within.start >= len(text):
        return _cut(text)
    every, starts = _whole(text)
    first, last = bisect_left(starts, within.start), bisect_left(starts, within.end)
    if (first and every[first - 1].end > within.start) or (last and every[last - 1].end > within.end):
        start = within.start  # a token stands across an end of the part
        return [_token((word, start + a, start + b)) for word, a, b in _cut(text[start : within.end])]
    return every[first:last]


def _cut(text: str) -> list[Token]:
    places = [match.span() for match in _TOKEN.finditer(text)]
    low = text.lower()
    if len(low) != len(text):  # a capital that is two small letters
        return [_token((_folded(text[a:b]), a, b)) for a, b in places]
    return [_token((word if (word := low[a:b]).isascii() else _folded(text[a:b]), a, b)) for a, b in places]


@lru_cache(maxsize=4)  # a story is read many times over, sentence by sentence, by each grammar
def _whole(text: str) -> tuple[list[Token], list[int]]:
    every = _cut(text)
    return every, [token.start for token in every]


@lru_cache(maxsize=4096)  # most are quotation marks and dashes
def _folded(word: str) -> str:
    return fold(word) or word
