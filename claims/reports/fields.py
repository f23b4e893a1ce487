"""Records as the JSON fields of the machine formats, shared by the listings of the command line and the JSON report.

The names are a contract that people script against: add to them, rename none. Offsets are code points into the
story's body, end exclusive; times are ISO 8601 in UTC, or as written where the copy gave no zone.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from claims.records import Claim, Dispute, Dossier, Event, Figure, Position, Question, When
from claims.reports.times import first_instant, first_made, instant, zone_word
from claims.text import Span, Spans

Fields = dict[str, Any]


def ref(letter: str, number: int | None) -> str | None:
    """A short id as people write it: C-17, E-3, S-204."""
    return None if number is None else f"{letter}-{number}"


def span_fields(spans: Spans) -> list[list[int]]:
    """Spans as pairs of offsets."""
    return [[start, end] for start, end in spans]


def figure_fields(figure: Figure) -> Fields:
    """A figure as an interval with what was counted."""
    return {
        "low": _number(figure.low),
        "high": _number(figure.high),
        "approximate": figure.approximate,
        "unit": figure.unit,
        "counted": figure.counted,
        "action": figure.action,
        "place": figure.place,
        "as_of": figure.as_of,
        "span": _one(figure.span),
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == value // 1 and abs(value) < 2**53 else value


def _one(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def when_fields(when: When | None) -> Fields | None:
    """The days a claim speaks of; `inferred` where a weekday was resolved against the story's date."""
    if when is None:
        return None
    return {"start": _day(when.start), "end": _day(when.end), "inferred": when.inferred, "span": _one(when.span)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def event_fields(event: Event) -> Fields:
    """One line of `claims events`."""
    return {
        "event": ref("E", event.id),
        "title": event.title,
        "starts": _day(event.starts),
        "ends": _day(event.ends),
        "located": event.located,
        "stories": event.stories,
        "claims": event.claims,
        "agencies": list(event.agencies),
        "disputed": event.disputed,
    }


def claim_fields(claim: Claim) -> Fields:
    """One line of `claims list`."""
    passage, story = claim.passage, claim.story
    return {
        "claim": ref("C", claim.id),
        "external_id": passage.external_id,
        "event": ref("E", claim.event_id),
        "event_title": claim.event_title or None,
        "text": passage.text,
        "claimant": passage.claimant or None,
        "claimants": list(passage.claimants),
        "claimant_kind": passage.claimant_kind.value,
        "via": list(passage.via),
        "agency": story.agency,
        "agencies": list(story.agencies),
        "story": ref("S", story.id),
        "version": story.version,
        "published": instant(story.published, story.zone_known),
        "published_zone": zone_word(story.zone_known),
        "first": first_made(claim),
        "url": story.url,
        "kind": passage.kind.value,
        "polarity": passage.polarity.value,
        "modality": passage.modality.value,
        "checkable": passage.checkable,
        "speech": passage.speech.value,
        "named": passage.named,
        "figures": [figure_fields(figure) for figure in passage.figures],
        "places": list(passage.places),
        "when": when_fields(passage.when),
        "spans": span_fields(passage.content),
        "sentence": claim.sentence,
        "confidence": round(passage.confidence, 3),
        "status": claim.status.value,
        "decided_by": claim.decided_by.value,
        "origin": story.origin,
    }


def dispute_fields(dispute: Dispute) -> Fields:
    """One line of `claims disputes`."""
    finding = dispute.finding
    return {
        "dispute": ref("D", dispute.id) if dispute.id else "",
        "event": ref("E", dispute.event_id),
        "relation": finding.relation.value,
        "kind": finding.kind.value if finding.kind else None,
        "aspect": finding.aspect,
        "left": claim_fields(dispute.left),
        "right": claim_fields(dispute.right),
        "question": dispute.question,
        "left_value": finding.left_value,
        "right_value": finding.right_value,
        "explanation": finding.explanation,
        "score": round(finding.score, 3),
        "status": dispute.status,
    }


def question_fields(question: Question) -> Fields:
    """One question of `claims who` with its positions."""
    return {
        "question": question.id,
        "title": question.title,
        "aspect": question.aspect,
        "status": question.status,
        "positions": [position_fields(position) for position in question.positions],
    }


def position_fields(position: Position) -> Fields:
    """One position: a proposition, a stance, and who holds it."""
    return {
        "proposition": position.proposition,
        "label": position.label,
        "stance": position.stance,
        "claimant": position.claimant,
        "first": first_instant(position),
        "agencies": list(position.agencies),
        "origins": position.origins,
        "claims": [ref("C", claim.id) for claim in position.claims],
    }


def dossier_fields(dossier: Dossier) -> Fields:
    """The document of `claims who --json`."""
    return {
        "event": event_fields(dossier.event),
        "as_of": instant(dossier.as_of),
        "questions": [question_fields(question) for question in dossier.questions],
    }
