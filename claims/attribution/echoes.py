"""Whether a story says elsewhere what a claim speaks of: a negated claim that answers another's has its echo there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter

from claims.language import denial, idf
from claims.language.stems import stem
from claims.language.tokens import tokens
from claims.text import Span, sentences

_COMMON = 3.0  # idf; what is said in one sentence of twenty tells of no echo
_MOST = 50  # sentences a stem may stand in before it is too common in the story to tell


class _Story:
    """A story's sentences, and which of them hold a stem."""

    def __init__(self, body: str) -> None:
        """Cuts `body` into sentences."""
        self.sentences = sentences(body)
        self._body = body
        self._affirmed: dict[int, bool] = {}
        self._holding: dict[str, list[int]] = defaultdict(list)
        for index, span in enumerate(self.sentences):
            for term in set(map(stem, map(_word_of, tokens(body, span)))):
                self._holding[term].append(index)

    def holding(self, term: str) -> list[int]:
        """The indexes of the sentences that hold a stem, the first of them where there are too many."""
        return self._holding.get(term, [])[:_MOST]

    def affirmed(self, index: int) -> bool:
        """Whether a sentence is not negated."""
        if index not in self._affirmed:
            self._affirmed[index] = not denial.negations(tokens(self._body, self.sentences[index]))
        return self._affirmed[index]


_word_of = attrgetter("word")


@lru_cache(maxsize=8)
def _story(body: str) -> _Story:
    return _Story(body)


def echo(body: str, own: Span, terms: Iterable[str]) -> float:
    """How much of `terms` (stems, weighed by idf) one affirmed sentence of the story outside `own` holds, 0 to 1."""
    story = _story(body)
    weights = {term: weight for term in set(terms) if (weight := idf.weight(term)) > _COMMON}
    held: dict[int, float] = defaultdict(float)
    for term, weight in weights.items():
        for index in story.holding(term):
            start, end = story.sentences[index]
            if (end <= own.start or start >= own.end) and story.affirmed(index):
                held[index] += weight
    return max(held.values(), default=0.0) / sum(weights.values()) if weights else 0.0
