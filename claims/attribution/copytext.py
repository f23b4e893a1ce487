"""A story's text made ready for reading: its paragraphs, sentences, words and quotations, all as offsets into the body.

Everything here is made once a story and in linear time; the rules then work on word numbers, not on characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.attribution import envelope, quotations
from claims.attribution.quotations import Quotation
from claims.text import Span, Spans, paragraphs, sentences, trim

_WORD = re.compile(
    r"[a-z]\w*(?:-\w+)*"  # most words; the last but two of the kinds below, tried first
    r"|<[A-Z][A-Z.]{0,8}>"
    r"|\d+(?:[.,:]\d+)*[a-z%]*"
    r"|(?:[A-Z]\.){2,}"
    r"|[A-Z]\.[A-Z]{2,}\b"  # E.ON
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Brig|Cmdr|Cpl|Rev|St|Jr|Sr|Hon|Supt|Insp)\."
    r"|[A-Z]\.(?=[ ]+[A-Z])"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[A-Z][a-z]{0,2}['’][A-Z]\w+(?:-\w+)*"  # O'Brien, N'Dori
    r"|[A-Z][a-z]+['’](?!(?:s|re|ve|ll|d|m|t)\b)[a-z]+"  # Eto'o, Shi'ite
    r"|\w+(?:-\w+)*"
    r"|''|``|--+|\.\.+"
    r"|[^\w\s\u200b-\u200d\u2060\ufeff\u00ad]"  # what shows nothing is no word
)


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of one story. Word lists run in parallel; `quote_of`: the number of a word's quotation, or -1."""

    body: str
    paragraphs: Spans
    sentences: Spans
    quotations: tuple[Quotation, ...]
    words: tuple[str, ...]
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    quote_of: tuple[int, ...]

    def range(self, span: Span) -> tuple[int, int]:
        """The word numbers (first, after the last) that lie in `span`."""
        return bisect_left(self.start, span.start), bisect_left(self.start, span.end)

    def within(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of the words that lie in any of `spans`, in their order."""
        return [at for span in spans for at in range(*self.range(span))]

    def span(self, low: int, high: int) -> Span:
        """The span of the words from `low` up to `high` (not included)."""
        return Span(self.start[low], self.end[high - 1])

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds `offset` (the one before it where none does)."""
        return max(0, bisect_right(self.sentences, (offset, len(self.body) + 1)) - 1)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds `offset`."""
        return max(0, bisect_right(self.paragraphs, (offset, len(self.body) + 1)) - 1)


def prepare(body: str, skip: Sequence[Span] = ()) -> Copy:
    """The copy of `body`; what lies in `skip` (headline, dateline, byline, credit lines) holds no words."""
    blocks = paragraphs(body)
    parts = _readable(body, blocks, sorted((*skip, *envelope.lines(body, blocks))))
    pieces = tuple(s for part in parts for s in sentences(body, part))
    quoted = tuple(q for part in parts for q in quotations.find(body, part))
    places = [m.span() for part in parts for m in _WORD.finditer(body, part.start, part.end)]
    if "<" in body:  # the ticker of a company is no word of its name
        places = [(a, b) for a, b in places if body[a] != "<" or b - a == 1]
    strings = tuple([body[a:b] for a, b in places])
    start, end = zip(*places, strict=True) if places else ((), ())
    return Copy(
        body=body,
        paragraphs=parts,
        sentences=pieces,
        quotations=quoted,
        words=strings,
        low=tuple([w.lower() for w in strings]) if "’" not in body else tuple([_low(w) for w in strings]),
        start=start,
        end=end,
        quote_of=_quote_of(start, quoted),
    )


def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def _readable(body: str, parts: Spans, skip: Sequence[Span]) -> Spans:
    """The paragraphs without what is no copy; a paragraph that begins with a dateline begins after it."""
    found: list[Span] = []
    for part in parts:
        start = part.start
        for gap in skip:
            if gap.end <= start or gap.start >= part.end:
                continue
            if gap.start > start:
                found.append(Span(start, gap.start))
            start = max(start, min(gap.end, part.end))
        if start < part.end:
            found.append(Span(start, part.end))
    return tuple(t for s in found if (t := trim(body, s)).start < t.end)


def _quote_of(starts: Sequence[int], quoted: Sequence[Quotation]) -> tuple[int, ...]:
    numbers = [-1] * len(starts)
    for number in range(len(quoted) - 1, -1, -1):  # where two overlap, a word belongs to the first
        low, high = (bisect_left(starts, offset) for offset in quoted[number].outer)
        numbers[low:high] = [number] * (high - low)
    return tuple(numbers)
