"""The ends of a content: without loose punctuation, joints and marks around all of it."""

from __future__ import annotations

from claims.attribution.copytext import Copy
from claims.text import Span, trim

_ENDS = frozenset(".!?…") | {"...", ".."}
_LOOSE = frozenset((",", ";", ":", ".", "–", "—", "--", "...", "and", "but", "while", "whereas"))


def content_span(copy: Copy, low: int, high: int) -> Span | None:
    """The span of a content: without punctuation at its ends, without marks that open or close all of it."""
    while low < high and (copy.low[low] in (",", ";", ":", "–", "—", "--") or copy.low[low] in _ENDS):
        low += 1
    while high > low and (copy.low[high - 1] in _LOOSE):
        high -= 1
    if high <= low:
        return None
    span = trim(copy.body, copy.span(low, high))
    return unquoted(copy, span)


def unquoted(copy: Copy, span: Span) -> Span | None:
    """A span without the marks around it, where one quotation fills it; and without a full stop at its end."""
    for q in copy.quotations:
        if q.outer.start == span.start and q.outer.end >= span.end - 1:
            span = trim(copy.body, Span(q.inner.start, min(q.inner.end, span.end)), ",.;")
            break
    span = Span(span.start, span.end)
    return span if span.start < span.end else None
