"""What the network sees of a text: a few integers a word (rows of learnt tables) and a few plain numbers a word.

Each paragraph is preceded by a mark of its own ("¶"), so that one pass over the whole story sees where paragraphs end
and a quotation's further paragraphs still see the speaker of the paragraph before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger import quotes
from claims.attribution.tagger.words import Ints, Words

Floats = NDArray[np.float32]

BREAK = "¶"
BUCKETS = 2048
DENSE = 28
COLUMNS = 4
SHAPES = 16

_DIGITS = re.compile(r"\d")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_AFTER_STOP = quotes.MARKS | {")", "]"}
_STOPS = frozenset([".", "!", "?", "…", "..", "...", "...."])
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr gen sen rep gov col lt sgt capt maj prof rev st hon pres jan feb mar apr jun jul aug sept sep oct nov
    dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo no vs co corp inc jr sr u s d c n j p a m i e
    """.split()
)


@dataclass(frozen=True, slots=True)
class Features:
    """`rows` (words + breaks, COLUMNS), `dense` (words + breaks, DENSE); `at`: the row of each word."""

    rows: Ints
    dense: Floats
    at: Ints
    sentence: Ints  # one entry a word: the number of its sentence
    quoted: NDArray[np.bool_]  # one entry a word
    marks: Ints  # one entry a word: OUT, IN, OPEN or CLOSE by double marks


def normal(word: str) -> str:
    """The spelling under which a word is looked up."""
    if word == "''" or word == "``":
        return '"'
    return _DIGITS.sub("0", word[:40].lower().translate(_SAME))


def bucket(text: str) -> int:
    """A stable row for a string."""
    return crc32(text.encode("utf-8", "surrogatepass")) % BUCKETS


def shape(word: str) -> int:
    """What kind of word by its characters: one of SHAPES."""
    first = word[0]
    if first.isalpha():
        if len(word) == 1:
            return 2 if first.isupper() else 1
        rest = word[1:]
        if first.isupper():
            return 3 if rest.islower() else 4 if rest.isupper() else 5
        return 1 if rest.islower() else 6
    if first.isdigit():
        return 7 if len(word) == 4 and word.isdigit() else 8 if word.isdigit() else 9
    if word in quotes.MARKS:
        return 10
    if word in _STOPS:
        return 11
    return 12 if word in (",", ";", ":") else 13 if len(word) > 1 else 14


def row(word: str, vocabulary: Mapping[str, int]) -> tuple[int, int, int, int]:
    """The integers of a word: its place in the vocabulary (0: unknown), end, beginning, shape."""
    spelt, end, begin, kind = _looks(word)
    return vocabulary.get(spelt, 0), end, begin, kind


@lru_cache(maxsize=16384)  # a story's words are mostly those of the story before
def _looks(word: str) -> tuple[str, int, int, int]:
    spelt = normal(word)
    return spelt, bucket("<" + spelt[-3:]), bucket(">" + spelt[:4]), shape(word)


def sentence_starts(words: Words, low: int, high: int) -> list[int]:
    """Indices of the words that begin a sentence, in one paragraph."""
    out = [low]
    strings = words.strings
    for i in range(low, high - 1):
        if strings[i] not in _STOPS:
            continue
        after = i + 1
        while after < high and strings[after] in _AFTER_STOP and _touch(words, after):
            after += 1
        new = after < high and not _touch(words, after) and not strings[after][0].islower()
        if new and not _abbreviated(words, low, i):
            out.append(after)
    return out


def _abbreviated(words: Words, low: int, stop: int) -> bool:
    """Whether this is the full stop of an abbreviation ("Sen.")."""
    before = words.strings[stop - 1].lower() if stop > low else ""
    return words.strings[stop] == "." and before in _ABBREVIATIONS and _touch(words, stop)


def _touch(words: Words, i: int) -> bool:
    """Whether nothing stands between a word and the one before."""
    return bool(words.start[i] == words.end[i - 1])


def extract(words: Words, vocabulary: Mapping[str, int]) -> Features:
    """The features of a story's words."""
    count, paragraphs = len(words.strings), len(words.first) - 1
    lengths = np.diff(words.first)
    at = np.arange(count, dtype=np.int32) + np.repeat(np.arange(1, paragraphs + 1, dtype=np.int32), lengths)
    rows = np.zeros((count + paragraphs, COLUMNS), dtype=np.int32)
    rows[words.first[:-1] + np.arange(paragraphs)] = row(BREAK, vocabulary)
    if count:
        numbers = {word: number for number, word in enumerate(dict.fromkeys(words.strings))}
        known = np.array([row(word, vocabulary) for word in numbers], dtype=np.int32)
        rows[at] = known[np.fromiter(map(numbers.__getitem__, words.strings), dtype=np.intp, count=count)]
    dense = np.zeros((count + paragraphs, DENSE), dtype=np.float32)
    context = _context(words)
    dense[at] = context.table
    return Features(rows, dense, at, context.sentence, context.quoted, context.marks)


@dataclass(frozen=True, slots=True)
class _Context:
    table: Floats
    sentence: Ints
    quoted: NDArray[np.bool_]
    marks: Ints


def _context(words: Words) -> _Context:
    count = len(words.strings)
    touching = np.zeros(count + 1, dtype=bool)
    touching[1:count] = words.start[1:] == words.end[:-1]
    double = np.zeros(count, dtype=np.int32)
    single = np.zeros(count, dtype=np.int32)
    starts: list[int] = []
    unclosed = np.zeros(len(words.first) - 1, dtype=bool)
    for p, (low, high) in enumerate(pairwise(words.first.tolist())):
        strings = words.strings[low:high]
        if not quotes.MARKS.isdisjoint(strings):
            flags = touching[low : high + 1].tolist()
            double[low:high], single[low:high], unclosed[p] = quotes.states(strings, list(pairwise(flags)))
        if strings:
            starts.extend(sentence_starts(words, low, high))
    of_paragraph = _of_paragraphs(words, double != quotes.OUT, unclosed)
    return _table(words, touching, (double, single), np.array(starts, dtype=np.int32), of_paragraph)


def _of_paragraphs(words: Words, inner: NDArray[np.bool_], unclosed: NDArray[np.bool_]) -> Floats:
    """Of each paragraph: its place, how much is `inner`, whether it leaves a quotation open, its last mark."""
    table = np.zeros((len(words.first) - 1, 8), dtype=np.float32)
    full = np.flatnonzero(np.diff(words.first))
    if len(full) == 0:
        return table
    first, after = words.first[full], words.first[full + 1]
    share = np.add.reduceat(inner.astype(np.int64), first) / (after - first)
    left_open = np.append(False, unclosed[full][:-1])
    colon = [words.strings[i - 1] == ":" for i in after]
    table[full] = np.stack(
        (full == 0, (full == 1) | (full == 2), inner[first], share, share == 1, unclosed[full], left_open, colon),
        axis=1,
    )
    return table


def _table(
    words: Words, touching: NDArray[np.bool_], marks: tuple[Ints, Ints], starts: Ints, of_paragraph: Floats
) -> _Context:
    count = len(words.strings)
    double, single = marks
    table = np.zeros((count, DENSE), dtype=np.float32)
    index = np.arange(count, dtype=np.int32)
    sentence = np.searchsorted(starts, index, side="right").astype(np.int32) - 1
    quoted = (double != quotes.OUT) | (single != quotes.OUT)
    if count == 0:
        return _Context(table, sentence, quoted, double)
    ends = np.append(starts[1:], count)
    for column, state in enumerate((quotes.IN, quotes.OPEN, quotes.CLOSE)):
        table[:, column] = double == state
        table[:, 3 + column] = single == state
    table[:, 6] = touching[:count]
    table[:, 7] = index == starts[sentence]
    table[:, 8] = np.log1p(index - starts[sentence]) / 4
    table[:, 9] = np.log1p(ends[sentence] - 1 - index) / 4
    table[:, 10] = (ends - starts)[sentence] < 6
    share = np.add.reduceat((double != quotes.OUT).astype(np.float32), starts) / (ends - starts)
    table[:, 11] = share[sentence]
    table[:, 12] = np.append(share[1:], 0)[sentence]
    table[:, 13] = np.append(0, share[:-1])[sentence]
    paragraph = np.repeat(np.arange(len(words.first) - 1), np.diff(words.first))
    table[:, 14:22] = of_paragraph[paragraph]
    table[:, 22:26] = _quotation(double)
    table[:, 26] = np.log1p(index - words.first[paragraph]) / 5
    table[:, 27] = np.log1p(words.first[paragraph + 1] - 1 - index) / 5
    return _Context(table, sentence, quoted, double)


def _quotation(double: Ints) -> Floats:
    """Of each quoted word: words since the mark opened and until it ends, whether the quotation is short or long."""
    count = len(double)
    out = np.zeros((count, 4), dtype=np.float32)
    index = np.arange(count)
    inner = double != quotes.OUT
    begins = np.maximum.accumulate(
        np.where((double == quotes.OPEN) | (inner & ~np.append(False, inner[:-1])), index, 0)
    )
    last = inner & (np.append(~inner[1:], True) | (double == quotes.CLOSE) | np.append(double[1:] == quotes.OPEN, True))
    ends = np.minimum.accumulate(np.where(last, index, count)[::-1])[::-1]
    size = ends - begins
    out[:, 0] = np.log1p(index - begins) / 4
    out[:, 1] = np.log1p(np.maximum(0, ends - index)) / 4
    out[:, 2] = size < 5
    out[:, 3] = size > 12
    out[~inner] = 0
    return out
