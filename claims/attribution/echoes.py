"""Whether a story says elsewhere what a claim speaks of: a negated claim that answers another's has its echo there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claims.language import denial, idf
from claims.language.stems import stem
from claims.language.tokens import Run, tokens
from claims.text import Span, sentences

_COMMON = 3.0  # idf; what is said in one sentence of twenty tells of no echo
_MOST = 50  # sentences a stem may stand in before it is too common in the story to tell


@dataclass(frozen=True, slots=True)
class _Story:
    sentences: tuple[Span, ...]
    affirmed: tuple[bool, ...]
    holding: dict[str, list[int]]  # stem → indexes of the sentences that hold it


@lru_cache(maxsize=8)
def _story(body: str) -> _Story:
    spans = sentences(body)
    holding: dict[str, list[int]] = defaultdict(list)
    affirmed = []
    for index, span in enumerate(spans):
        run = Run(tokens(body, span))
        affirmed.append(not denial.negations(run))
        for term in set(map(stem, run.words)):
            holding[term].append(index)
    return _Story(spans, tuple(affirmed), holding)


def echo(body: str, own: Span, terms: Iterable[str]) -> float:
    """How much of `terms` (stems, weighed by idf) one affirmed sentence of the story outside `own` holds, 0 to 1."""
    story = _story(body)
    weights = {term: weight for term in set(terms) if (weight := idf.weight(term)) > _COMMON}
    held: dict[int, float] = defaultdict(float)
    for term, weight in weights.items():
        for index in story.holding.get(term, ())[:_MOST]:
            if story.affirmed[index] and not story.sentences[index].overlap(own):
                held[index] += weight
    return max(held.values(), default=0.0) / sum(weights.values()) if weights else 0.0
