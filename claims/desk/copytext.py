"""The copy of a version as numbered paragraphs and sentences, and which sentences two versions do not share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from claims.desk.views import TextChange
from claims.records import Passage, Story
from claims.text import Span, Spans, cover, fold, paragraphs, sentences, squeeze

_MOST = 2_000  # sentences compared
_ALIKE = 45  # of 100: from which a sentence is a rewording of another


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the copy, with the number of its paragraph."""

    text: str
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """A version's text without its envelope lines; paragraphs count from 1."""

    body: str
    headline: str
    paragraphs: Spans
    sentences: tuple[Sentence, ...]

    def paragraph_of(self, content: Iterable[Span]) -> int | None:
        """The number of the paragraph in which those spans begin; None outside the copy."""
        start = cover(content).start
        return next((n for n, p in enumerate(self.paragraphs, 1) if p.start <= start < p.end), None)

    def without(self, passages: Sequence[Passage]) -> Copy:
        """The copy without the sentences that hold those passages: what changed in them is told by the claim."""
        told = [cover(passage.content) for passage in passages]
        kept = tuple(s for s in self.sentences if not any(s.span.overlap(span) for span in told))
        return replace(self, sentences=kept)


def read(story: Story) -> Copy:
    """The copy of a version."""
    apart = (*story.skip, *((story.headline_span,) if story.headline_span else ()))
    kept = tuple(p for p in paragraphs(story.body) if not any(p.within(span) for span in apart))
    found = tuple(
        Sentence(squeeze(story.body[s.start : s.end]), number, s)
        for number, paragraph in enumerate(kept, 1)
        for s in sentences(story.body, paragraph)
        if not any(s.within(span) for span in apart)
    )
    return Copy(story.body, story.headline, kept, found)


def changes(old: Copy, new: Copy) -> tuple[TextChange, ...]:
    """Sentences reworded, taken out or added, in the order of the new copy."""
    before, after = old.sentences[:_MOST], new.sentences[:_MOST]
    matcher = SequenceMatcher(None, [fold(s.text) for s in before], [fold(s.text) for s in after], autojunk=False)
    found: list[TextChange] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            found.extend(_paired(before[a:b], after[c:d]))
    return tuple(found)


def _paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterable[TextChange]:
    left = list(old)
    for sentence in new:
        best = max(left, key=lambda o: fuzz.ratio(o.text, sentence.text), default=None)
        if best is not None and fuzz.ratio(best.text, sentence.text) >= _ALIKE:
            left.remove(best)
            yield TextChange(sentence.paragraph, best.text, sentence.text)
        else:
            yield TextChange(sentence.paragraph, "", sentence.text)
    yield from (TextChange(sentence.paragraph, sentence.text, "") for sentence in left)


def headline_change(old: Copy, new: Copy) -> tuple[TextChange, ...]:
    """The headline's change, paragraph 0; what it says of its version ("CORRECTED-") is none."""
    before, after = _bare(old.headline), _bare(new.headline)
    return (TextChange(0, before, after),) if fold(before) != fold(after) else ()


_TAG = re.compile(
    r"\s*(?:official |clarified )?(?:correct(?:ed|ion|s|ive)|clarification|refiled?|updated?|wrapup|rpt|repeat)"
    r"(?: ?\d{1,2})?(?: \(\w{1,20}\))?\s?:\s*",
    re.I,
)


def _bare(headline: str) -> str:
    if tag := _TAG.match(headline):
        return headline[tag.end() :]
    mark, dash, rest = headline.partition("-")
    return rest.strip() if dash and mark.isupper() else headline
