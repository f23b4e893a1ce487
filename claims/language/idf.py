"""How telling a term is: document frequencies counted once, frozen and versioned, and the terms to look them up by.

The table (`data/frequencies.txt.gz`) is made by `training/idf.py` from sentences of wire copy: numbers of sentences
that hold a stem or a character trigram, no text. It is part of the software, never recounted on a desk's own
stories, so that a score means the same on every desk and any order of import gives the same events.
"""

from __future__ import annotations

import gzip
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from claims import agencies
from claims.language import lexicon
from claims.language.stems import stem
from claims.language.tokens import Token, tokens
from claims.text import Span

__all__ = ["frequency", "trigram_weight", "trigrams", "version", "weight", "words"]


@dataclass(frozen=True, slots=True)
class _Table:
    version: str
    documents: int
    words: dict[str, int]
    trigrams: dict[str, int]


def weight(term: str) -> float:
    """How telling a stem is: ln((sentences + 1) / (sentences that hold it + 1)); a stem never seen weighs most."""
    return _idf(frequency(term))


def trigram_weight(trigram: str) -> float:
    """The same of a character trigram as `trigrams` gives it."""
    return _idf(_table().trigrams.get(trigram, 0))


def frequency(term: str) -> int:
    """In how many sentences of the frozen table the stem stands; 0 where it was too rare to be kept."""
    return _table().words.get(term, 0)


def version() -> str:
    """What the table was counted from, as a string to keep beside scores."""
    return _table().version


def words(text: str) -> list[str]:
    """The stems of `text` in order, repeats kept: no stop words, agency names, numbers or words with digits."""
    return [stem(token.word) for token in _content_words(text)]


def trigrams(text: str) -> list[str]:
    """Character trigrams of the same words, each word folded and between blanks (" ky", "kyi", "yiv", "iv ")."""
    found = []
    for token in _content_words(text):
        padded = f" {token.word} "
        found += [padded[i : i + 3] for i in range(len(padded) - 2)]
    return found


@lru_cache(maxsize=256)  # words and trigrams are asked for one after the other
def _content_words(text: str) -> tuple[Token, ...]:
    return tuple(t for t in _unnamed(text) if t.word not in _dropped() and _tells(t.word))


def _unnamed(text: str) -> list[Token]:
    """The tokens outside names of agencies."""
    found, start = [], 0
    for span, _ in agencies.mentions(text):
        found += tokens(text, Span(start, span.start))
        start = span.end
    return found + tokens(text, Span(start, len(text)))


def _tells(word: str) -> bool:
    return len(word) > 1 and word[0].isalpha() and not any(c.isdigit() for c in word)


@cache
def _dropped() -> frozenset[str]:
    return frozenset(lexicon.entries("stop.txt")) | {row["word"] for row in lexicon.table("number_words.csv")}


def _idf(count: int) -> float:
    return math.log((_table().documents + 1) / (count + 1))


@cache
def _table() -> _Table:
    packed = (resources.files("claims.language") / "data" / "frequencies.txt.gz").read_bytes()
    head, _, rows = gzip.decompress(packed).decode("utf-8").rstrip("\n").partition("\n")
    name, _, documents = head.rpartition(" ")
    words, _, trigrams = rows.partition("\nt\t")  # all words stand before all trigrams
    return _Table(name, int(documents), _counts(words), _counts(f"t\t{trigrams}"))


def _counts(rows: str) -> dict[str, int]:
    """The counts of rows of kind, term and count; cut all at once, which is five times as fast as line by line."""
    cells = rows.replace("\n", "\t").split("\t")
    return dict(zip(cells[1::3], map(int, cells[2::3]), strict=True))
