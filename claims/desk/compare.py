"""`claims compare`: are two texts about one event, do they compete, and why? Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from claims import attribution, disputes, events
from claims.desk.cleaning import storable
from claims.records import Claim, Feature, Finding, StoryRef

# A low likeness lowers how surely two texts compete, and never below half: bare sentences may have no event to share.
_FLOOR = 0.5


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, with what is known of it."""

    text: str
    published: datetime | None = None
    headline: str = ""
    claimant: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How surely both are about one event, and what the first is to the second."""

    same_event: float
    finding: Finding
    features: tuple[Feature, ...] = ()  # of the likeness


def compare(a: Side, b: Side) -> Comparison:
    """What `a` is to `b`; `finding.score` is how surely the two compete, lowered where they share no event."""
    left, right = _claim(1, a), _claim(2, b)
    likeness = events.likeness(left, right)
    finding = disputes.relate(left, right)
    lowered = finding.score * (_FLOOR + (1 - _FLOOR) * likeness.score)
    return Comparison(likeness.score, replace(finding, score=round(lowered, 4)), likeness.features)


def _claim(number: int, side: Side) -> Claim:
    text = storable(side.text)
    passage = attribution.bare(text, claimant=side.claimant, published=side.published, headline=side.headline)
    story = StoryRef(
        id=number,
        agency=side.agency or "unknown",
        agencies=(side.agency,) if side.agency else (),
        published=side.published,
        headline=side.headline,
        lead=text if not side.headline else "",
    )
    return Claim(id=number, passage=passage, story=story, sentence=text)
