"""Reads the word lists that lie beside the code and finds their entries in tokens.

A list is a text file with one entry a line ("#" starts a comment); an entry is one word or several ("has nothing to do
with"); "_" in an entry stands for any one to three words. Entries are folded on reading.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from claims.language.tokens import Token, tokens, words

_GAP = 3  # how many words "_" may stand for


def read(name: str) -> str:
    """The content of a data file of this room."""
    return (resources.files("claims.language") / "data" / name).read_text(encoding="utf-8")


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of a word list, in its order, without comments and empty lines."""
    lines = (line.partition("#")[0].strip() for line in read(name).splitlines())
    return tuple(line for line in lines if line)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header line."""
    return tuple(csv.DictReader(read(name).splitlines()))


class Phrases:
    """A word list made ready for finding its entries in a sequence of tokens, in time linear in their number."""

    def __init__(self, phrases: Iterable[str]):
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            entry = tuple(token.word for token in tokens(phrase.replace("_", " * ")))
            self._by_first.setdefault(entry[0], []).append(entry)
        for variants in self._by_first.values():
            variants.sort(key=len, reverse=True)
        self._keyed: dict[str, list[frozenset[str]]] = {}
        for entry in (entry for variants in self._by_first.values() for entry in variants):
            self._keyed.setdefault(_rarest(entry), []).append(frozenset(entry) - {"*"})
        self._keys = frozenset(self._keyed)
        self._alone = frozenset(first for first, variants in self._by_first.items() if (first,) in variants)

    def find(self, sequence: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where entries stand, as (first, last + 1) indexes into `sequence`; the longest entry at each place."""
        for at, token in enumerate(sequence):
            for entry in self._by_first.get(token.word, ()):
                end = _match(sequence, at, entry)
                if end:
                    yield at, end
                    break

    def among(self, sequence: Sequence[Token]) -> bool:
        """Whether any entry stands in `sequence`."""
        known = words(sequence)
        if self._keys.isdisjoint(known):
            return False
        if not self._alone.isdisjoint(known):
            return True
        return self._may_be_among(known) and next(self.find(sequence), None) is not None

    def _may_be_among(self, known: frozenset[str]) -> bool:
        """Whether all the words of any entry are there, in whatever order."""
        return any(known.issuperset(needed) for key in self._keys & known for needed in self._keyed[key])


def _rarest(entry: tuple[str, ...]) -> str:
    """The longest word: of all words of an entry the one that a text is least likely to hold."""
    return max(entry, key=len)


def _match(sequence: Sequence[Token], at: int, entry: tuple[str, ...]) -> int:
    """The end of `entry` matched from `at`, or 0."""
    for place, word in enumerate(entry):
        if word == "*":
            rest = entry[place + 1 :]
            return next((end for gap in range(1, _GAP + 1) if (end := _match(sequence, at + gap, rest))), 0)
        if at >= len(sequence) or sequence[at].word != word:
            return 0
        at += 1
    return at


@cache
def phrases(name: str) -> Phrases:
    """A word list by its file name, ready for finding."""
    return Phrases(entries(name))
