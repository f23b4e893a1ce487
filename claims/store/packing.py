"""Small values to and from the lists that a `Packed` column holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from claims.records import Feature, Unnamed, When
from claims.text import Span, Spans


def pack_span(span: Span | None) -> list[int] | None:
    """A span as a pair."""
    return [span.start, span.end] if span else None


def span(packed: Sequence[int] | None) -> Span | None:
    """The span a pair stands for."""
    return Span(packed[0], packed[1]) if packed else None


def pack_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as pairs."""
    return [[start, end] for start, end in spans]


def spans(packed: Iterable[Sequence[int]]) -> Spans:
    """The spans that pairs stand for."""
    return tuple(Span(start, end) for start, end in packed)


def pack_features(features: Iterable[Feature]) -> list[list[Any]]:
    """Reasons as triples of name, value and phrase."""
    return [[feature.name, feature.value, feature.phrase] for feature in features]


def features(packed: Iterable[Sequence[Any]]) -> tuple[Feature, ...]:
    """The reasons that triples stand for."""
    return tuple(Feature(name, value, phrase) for name, value, phrase in packed)


def pack_unnamed(unnamed: Unnamed | None) -> list[str | None] | None:
    """What is told of an unnamed source, as count, role and reason."""
    return [unnamed.count, unnamed.role, unnamed.reason] if unnamed else None


def unnamed(packed: Sequence[str | None] | None) -> Unnamed | None:
    """What is told of an unnamed source."""
    return Unnamed(*packed) if packed else None


def when(starts: date | None, ends: date | None, inferred: bool, where: Sequence[int] | None) -> When | None:
    """The days a claim speaks of, None where it names none."""
    return When(starts, ends, inferred, span(where)) if starts and ends else None
