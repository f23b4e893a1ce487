"""What a question asks, in words: "how many were killed", "who was behind it"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.disputes.counting import action
from claims.disputes.folding import Draft
from claims.disputes.kinds.figure import counted
from claims.records import ClaimKind, DisputeKind, Figure

_ASPECTS = {
    DisputeKind.FIGURE: "figure",
    DisputeKind.RESPONSIBILITY: "responsibility",
    DisputeKind.DATE: "date",
    DisputeKind.PLACE: "place",
}
_CURRENCY = 3  # letters of a currency's code, EUR
_TITLES = {
    "responsibility": "who was behind it",
    "legality": "was it lawful",
    "date": "when was it",
    "place": "where was it",
}


def aspect_of(draft: Draft) -> str:
    """What the question is about; who did it, where any of its pairs is about that."""
    if draft.pairs:
        first = min(draft.pairs, key=lambda pair: -pair.finding.score).finding
        if first.kind in _ASPECTS:
            return _ASPECTS[first.kind]
        if draft.responsibility:
            return "responsibility"
        return first.aspect if first.aspect in _TITLES else "occurrence"
    passage = draft.members[0][0].claim.passage
    if passage.figures:
        return "figure"
    return "responsibility" if passage.kind is ClaimKind.RESPONSIBILITY else "other"


def title_of(draft: Draft, aspect: str) -> str:
    """A short question; for a denial without a better one, the words of what is denied."""
    if aspect == "figure":
        return _counting(draft)
    if aspect in _TITLES:
        return _TITLES[aspect]
    if draft.pairs:
        return min(draft.pairs, key=lambda pair: -pair.finding.score).finding.right_value
    return draft.members[0][0].quoted


def _counting(draft: Draft) -> str:
    """ "how many were killed", "how many litres", "what share", "how much in EUR" """
    asked = {pair.finding.aspect for pair in draft.pairs if pair.finding.kind is DisputeKind.FIGURE}
    named = [f for f in _figures(draft) if f.action or f.counted or f.unit]
    chosen = next((f for f in named if asked & {action(f), f.counted, f.unit}), named[0] if named else None)
    return _of(chosen) if chosen else "how many"


def _figures(draft: Draft) -> Iterator[Figure]:
    for own in draft.members:
        yield from own[0].claim.passage.figures


def _of(figure: Figure) -> str:
    if figure.unit == "%":
        return "what share"
    if figure.unit and figure.unit.isupper() and len(figure.unit) == _CURRENCY:
        return f"how much in {figure.unit}"
    what = counted(figure)
    if what == f"those {figure.action}" or action(figure) != figure.action:
        return f"how many were {action(figure)}"
    return f"how many {what}"
