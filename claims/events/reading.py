"""What is read off one claim before it is compared: its words, and the frame its story and paragraph lend it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache

from claims.events.sites import Site, site
from claims.events.vectors import Packed, pack
from claims.events.weights import WEIGHTS
from claims.language import dates, idf
from claims.records import Claim

# A time is another one than the story's where it ends this long before the story was published.
_LONG_AGO = timedelta(days=60)
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")
_YEARS_BEFORE = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\syears\s(?:earlier|before|ago)\b")
_COUNTS = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True))

Time = tuple[int, int]  # year, and month or 0 where the whole year is meant
Bag = dict[str, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as it is compared; a bag maps a term to its weight and has length 1 (or is empty)."""

    words: Bag
    word_row: Packed  # the same, packed
    trigram_row: Packed
    times: frozenset[Time]  # of long before the story; empty: the story's own days
    site: Site  # where it is placed
    day: float | None  # of publication, days since 1970
    story: int
    start: int  # where the content begins in the body


def read(claim: Claim) -> Reading:
    """Everything `likeness` compares of `claim`."""
    content = claim.passage.content
    published = claim.story.published
    words, word_row, trigram_row = _bags(claim.sentence, claim.story.headline or claim.story.lead)
    return Reading(
        words=words,
        word_row=word_row,
        trigram_row=trigram_row,
        times=_times(claim),
        site=site(claim),
        day=published.timestamp() / 86400 if published else None,
        story=claim.story.id,
        start=content[0].start if content else 0,
    )


# Import reads the same neighbours for claim after claim; bags are never written to.
@lru_cache(maxsize=16384)
def _bags(sentence: str, lent: str) -> tuple[Bag, Packed, Packed]:
    words = _joined(word_bag(sentence), word_bag(lent))
    return words, pack(words), pack(_joined(_trigram_bag(sentence), _trigram_bag(lent)))


@lru_cache(maxsize=32768)
def word_bag(text: str) -> Bag:
    """The stems of `text` by telling weight, of length 1."""
    return unit(_weighed(idf.words(text), idf.weight))


def unit(bag: Mapping[str, float]) -> Bag:
    """`bag` scaled to length 1."""
    length = sum(value * value for value in bag.values()) ** 0.5
    return {term: value / length for term, value in bag.items()} if length else {}


def _trigram_bag(text: str) -> Bag:
    return unit(_weighed(idf.trigrams(text), _trigram_weight))


_trigram_weight = cache(idf.trigram_weight)  # some ten thousand different ones, asked for a hundred times a claim


def _weighed(terms: list[str], weight: Callable[[str], float]) -> Bag:
    return {term: (1 + math.log(count)) * weight(term) for term, count in Counter(terms).items()}


def _joined(own: Bag, lent: Bag) -> Bag:
    bag = dict(own)
    for term, value in lent.items():
        bag[term] = bag.get(term, 0.0) + WEIGHTS.headline * value
    return unit(bag)


def _times(claim: Claim) -> frozenset[Time]:
    """The long-gone times of the claim's sentence, else those its paragraph has named before it."""
    published = claim.story.published
    if published is None:
        return frozenset()
    before = claim.paragraph.partition(claim.sentence[:40])[0] if claim.sentence else ""
    return _long_ago(claim.sentence, published) or _long_ago(before, published)


def _long_ago(text: str, published: datetime) -> frozenset[Time]:
    limit = published.date() - _LONG_AGO
    named = [when for when in dates.whens(text, published=published) if when.end < limit]
    found = {(w.start.year, 0 if (w.end - w.start).days > 31 else w.start.month) for w in named}
    found |= {(int(m.group()), 0) for m in _YEAR.finditer(text) if int(m.group()) < published.year}
    for match in _YEARS_BEFORE.finditer(text):
        found.add((published.year - (_COUNTS.get(match[1]) or int(match[1])), 0))
    return frozenset(found)
