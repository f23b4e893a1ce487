"""DOSSIER → CSV: a row an appearance, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.records import Claim, Dossier, Position, Question
from claims.reports.cells import csv_text
from claims.reports.fields import ref
from claims.reports.selection import selected
from claims.reports.style import PLAIN, Style
from claims.reports.times import instant, zone_word

HEADER = (
    "event",
    "event_title",
    "question",
    "question_title",
    "question_status",
    "stance",
    "proposition",
    "claimant",
    "claimant_kind",
    "via",
    "claim",
    "kind",
    "polarity",
    "agency",
    "agencies",
    "story",
    "version",
    "published",
    "published_zone",
    "start",
    "end",
    "text",
    "sentence",
    "confidence",
    "url",
    "origin",
)
_WORDS = frozenset({"proposition", "text", "sentence"})


def csv_report(dossiers: Sequence[Dossier], style: Style = PLAIN) -> str:
    """A row for each appearance under each question it answers; claims that answer none follow with empty cells.

    `start` and `end` are code points into the story's body and cover the content, gaps of a broken quotation included.
    """
    rows = (row for dossier in dossiers for row in _rows(selected(dossier, style), style))
    return csv_text(HEADER, ([row.get(column) for column in HEADER] for row in rows))


def _rows(dossier: Dossier, style: Style) -> Iterator[dict[str, object]]:
    told: set[int] = set()
    for question in dossier.questions:
        for position in question.positions:
            for claim in position.claims:
                told.add(claim.id)
                yield _row(dossier, claim, style, question, position)
    yield from (_row(dossier, claim, style) for claim in dossier.claims if claim.id not in told)


def _row(
    dossier: Dossier,
    claim: Claim,
    style: Style,
    question: Question | None = None,
    position: Position | None = None,
) -> dict[str, object]:
    row = _claim_cells(claim) | {"event": ref("E", dossier.event.id), "event_title": dossier.event.title}
    if question and position:
        row |= {"question": question.id, "question_title": question.title, "question_status": question.status}
        row |= {"stance": position.stance, "proposition": position.proposition}
    return row if style.text else {key: value for key, value in row.items() if key not in _WORDS}


def _claim_cells(claim: Claim) -> dict[str, object]:
    passage, story = claim.passage, claim.story
    return {
        "claimant": passage.claimant,
        "claimant_kind": passage.claimant_kind.value,
        "via": passage.via,
        "claim": ref("C", claim.id),
        "kind": passage.kind.value,
        "polarity": passage.polarity.value,
        "agency": story.agency,
        "agencies": story.agencies,
        "story": ref("S", story.id),
        "version": story.version,
        "published": instant(story.published, story.zone_known),
        "published_zone": zone_word(story.zone_known),
        "start": passage.content[0].start if passage.content else None,
        "end": passage.content[-1].end if passage.content else None,
        "text": passage.text,
        "sentence": claim.sentence,
        "confidence": round(passage.confidence, 3),
        "url": story.url,
        "origin": story.origin,
    }
