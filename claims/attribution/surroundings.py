"""A claim with the text around it, cut into tokens once: what the readers of its meaning look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from claims.language.tokens import Run, tokens
from claims.text import Span, Spans

_MARK = re.compile(r"[\"“”„«»]|''")
_REACH = 600  # characters around the claim that may hold its source and what it answers


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The tokens of a claim's parts, and what else the readers of its meaning ask for."""

    content: Run
    cue: Run
    taken: Spans  # where the two stand
    quoted: bool  # a quotation mark stands at the content's begin or end, or in it
    asks: bool  # a question mark ends the content
    apart: bool  # punctuation stands between cue and content, or the content comes first
    words: str  # the content itself
    body: str
    sentence: Span

    @classmethod
    def of(cls, body: str, content: Spans, cue: Spans, sentence: Span) -> Surroundings:
        """Cuts `body` into the parts of one claim; spans outside the body are clipped to it."""
        sentence = _near(sentence, (*content, *cue))
        return cls(
            content=_all(body, content),
            cue=_all(body, cue),
            taken=(*content, *cue),
            quoted=any([_is_quoted(body, span) for span in content]),  # noqa: C419 - of one or two
            asks=any([_asks(body, span) for span in content]),  # noqa: C419
            apart=_apart(body, content, cue),
            words=" ".join([body[start:end] for start, end in content]),
            body=body,
            sentence=sentence,
        )

    @property
    def frame(self) -> Run:
        """The sentence without content and cue."""
        return _without(self.body, self.sentence, self.taken)

    @property
    def before(self) -> Run:
        """The text in front of the sentence."""
        return _before(self.body, self.sentence.start)


def _all(body: str, spans: Spans) -> Run:
    if len(spans) == 1:
        return Run(tokens(body, spans[0]))
    return Run(chain.from_iterable(tokens(body, span) for span in spans))


@lru_cache(maxsize=8)
def _without(body: str, sentence: Span, taken: Spans) -> Run:
    """The tokens of the sentence but for those that begin in a span of `taken`."""
    left = tokens(body, sentence)
    for start, end in taken:
        del left[bisect_left(left, start, key=_start) : bisect_left(left, end, key=_start)]
    return Run(left)


_start = attrgetter("start")


@lru_cache(maxsize=8)  # the claims of one sentence stand behind the same text
def _before(body: str, end: int) -> Run:
    return Run(tokens(body, _in_front(body, end)))


def _near(sentence: Span, taken: Spans) -> Span:
    """The sentence, cut to the reach around content and cue: a "sentence" of a table may be a whole file."""
    if not taken:
        return sentence
    first, last = min([start for start, _ in taken]), max([end for _, end in taken])
    return Span(max(min(first, sentence.start), first - _REACH), min(max(last, sentence.end), last + _REACH))


def _in_front(body: str, end: int) -> Span:
    """Up to 600 characters before the sentence, from a blank on."""
    start = max(0, end - _REACH)
    while 0 < start < end and not body[start].isspace():
        start += 1
    return Span(start, max(start, end))


def _is_quoted(body: str, span: Span) -> bool:
    found = _MARK.search(body, max(0, span.start - 2), span.end + 2)
    return found is not None or body[span.start - 1 : span.start] in ("‘", "'")


def _apart(body: str, content: Spans, cue: Spans) -> bool:
    if not content or not cue:
        return True
    between = body[cue[-1].end : content[0].start]
    return content[0].start < cue[0].start or any(mark in between for mark in ",:.;")


def _asks(body: str, span: Span) -> bool:
    return body.find("?", max(span.start, span.end - 2), span.end + 2) >= 0
