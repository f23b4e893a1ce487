"""Cuts text into small tokens with their offsets, for the grammars of this room (numbers, dates, cues).

Finer than `claims.text.words`: hyphens, currency signs and full stops are tokens of their own, so that "62-year-old",
"$5bn" and "30-40" can be read piece by piece; "MH17" and "G20" stay whole, because they are names.
"""

from __future__ import annotations

import re
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
    start, end = within or (0, len(text))
    return [Token(_folded(m.group()), *m.span()) for m in _TOKEN.finditer(text, start, end)]


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold(word) or word
