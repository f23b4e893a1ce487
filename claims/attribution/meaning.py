"""What a claim says: asserts or denies, what it is about, how firmly, and the figures, places and days in it.

Everything is read from the story's own words: the cue, the content, and the sentences around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from claims.attribution import polarity, provable, unconfirmed
from claims.attribution.surroundings import Surroundings
from claims.language import dates, denial, hedges, numbers, places
from claims.language.tokens import Token
from claims.records import ClaimKind, Figure, Modality, Polarity, When
from claims.text import Span, Spans

_DURATIONS = frozenset("second minute hour day week month year decade".split())
_WHETHER = frozenset("whether if who what when where why how".split())
_TELLING = frozenset("said says told added stated reported announced according wrote".split())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim says, as far as its words tell."""

    kind: ClaimKind
    polarity: Polarity
    modality: Modality
    checkable: bool
    figures: tuple[Figure, ...]
    places: tuple[str, ...]
    when: When | None


def describe(body: str, content: Spans, cue: Spans, sentence: Span, published: datetime | None) -> Meaning:
    """Reads the meaning of the claim whose words stand at `content` in `body`.

    `cue` may be empty; `sentence` is the sentence (or run of sentences) that holds content and cue. Weekdays and days
    without a year are resolved against `published`. Raises nothing, whatever the text.
    """
    around = Surroundings.of(body, content, cue, sentence)
    found = tuple(
        _dated(figure, published) for span in _own(body, content, around) for figure in numbers.figures(body, span)
    )
    is_checkable = provable.checkable(around)
    return Meaning(
        kind=_kind(around, found, is_checkable),
        polarity=polarity.polarity(around),
        modality=_modality(around),
        checkable=is_checkable,
        figures=found,
        places=tuple(dict.fromkeys(name for span in content for name in places.names(body, span))),
        when=_when(around, content, published),
    )


def _own(body: str, content: Spans, around: Surroundings) -> Spans:
    """The parts of a content whose figures the claimant gives: none where he "did not deny" it."""
    return () if denial.leaves_open(around.cue) else unconfirmed.settled(body, content)


def _dated(figure: Figure, published: datetime | None) -> Figure:
    """The figure with its as-of day as an ISO date where it can be resolved; else it stays as written."""
    days = dates.whens(figure.as_of, published=published) if figure.as_of else ()
    return replace(figure, as_of=days[0].end.isoformat()) if days else figure


def _kind(around: Surroundings, figures: Sequence[Figure], is_checkable: bool) -> ClaimKind:
    """The first that fits: a figure, responsibility, a plan, a prediction, an opinion, an event (a place or an act)."""
    if any(figure.unit not in _DURATIONS for figure in figures):
        return ClaimKind.FIGURE
    if hedges.responsibility(around.content) or hedges.responsibility(around.cue):
        return ClaimKind.RESPONSIBILITY
    if hedges.plan(around.content) or hedges.plan(around.cue):
        return ClaimKind.PLAN
    if hedges.prediction(around.content) or hedges.prediction(around.cue):
        return ClaimKind.PREDICTION
    if not is_checkable:
        return ClaimKind.OPINION
    return ClaimKind.EVENT if hedges.happening(around.content) else ClaimKind.OTHER


def _modality(around: Surroundings) -> Modality:
    first = around.content[0].word if around.content else ""
    if around.asks or (first in _WHETHER and not _tells(around.cue)):
        return Modality.QUESTION
    if hedges.conditional(around.content):
        return Modality.CONDITIONAL
    if hedges.hedged(around.content) or hedges.hedged(around.cue):
        return Modality.HEDGED
    return Modality.FACT


def _tells(cue: Sequence[Token]) -> bool:
    return any(token.word in _TELLING for token in cue)


def _when(around: Surroundings, content: Spans, published: datetime | None) -> When | None:
    """The first day the content names that can be resolved."""
    if not dates.may_be_named(around.content.words):
        return None
    ahead = hedges.prediction(around.content) or hedges.plan(around.content)
    for span in content:
        if found := dates.whens(around.body, span, published, future=ahead):
            return found[0]
    return None
