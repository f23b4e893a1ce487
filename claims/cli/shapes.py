"""How claims, events, disputes and the rest look as rows: JSON fields, CSV columns, table columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from claims.cli import fields
from claims.cli.listing import Shape
from claims.cli.tables import Column
from claims.desk.views import AgencyRow, Move
from claims.records import Claim, Dispute, Dossier, Doubt, Event, Imported, Position, Problem, Question
from claims.reports.fields import claim_fields, dispute_fields, event_fields, position_fields, question_fields, ref
from claims.reports.senders import known, sender
from claims.reports.statements import said, speaker, statement
from claims.reports.times import clock, days, first_seen

_CLAIM_SHEET = (
    "claim",
    "external_id",
    "event",
    "event_title",
    "text",
    "claimant",
    "claimants",
    "claimant_kind",
    "via",
    "agency",
    "agencies",
    "story",
    "version",
    "published",
    "published_zone",
    "first",
    "url",
    "kind",
    "polarity",
    "modality",
    "checkable",
    "speech",
    "named",
    "figures",
    "places",
    "spans",
    "sentence",
    "confidence",
    "status",
    "decided_by",
    "origin",
)


def claims(zone: tzinfo) -> Shape[Claim]:
    """Rows of `claims list` and of the claims of `claims search`."""
    return Shape(
        claim_fields,
        _CLAIM_SHEET,
        (
            Column("claim", lambda claim: ref("C", claim.id)),
            Column("event", lambda claim: ref("E", claim.event_id)),
            Column("who", speaker),
            Column("", lambda claim: statement(claim)[0]),
            Column("what", lambda claim: statement(claim)[1] or "(not shown)"),
            Column("agency", lambda claim: sender(claim.story)),
            Column("first said", lambda claim: clock(first_seen(claim), zone, claim.story.zone_known)),
            Column("status", lambda claim: "" if claim.status == "current" else claim.status.value),
        ),
    )


EVENTS: Shape[Event] = Shape(
    event_fields,
    ("event", "title", "starts", "ends", "located", "stories", "claims", "agencies", "disputed"),
    (
        Column("event", lambda event: ref("E", event.id)),
        Column("title", lambda event: event.title),
        Column("when", lambda event: days(event.starts, event.ends)),
        Column("where", lambda event: event.located),
        Column("stories", lambda event: event.stories, number=True),
        Column("claims", lambda event: event.claims, number=True),
        Column("agencies", lambda event: known(event.agencies)),
        Column("disputes", lambda event: event.disputed or "", number=True),
    ),
)


DISPUTES: Shape[Dispute] = Shape(
    dispute_fields,
    (
        "dispute",
        "event",
        "relation",
        "kind",
        "aspect",
        "question",
        "left_claim",
        "left_claimant",
        "left_text",
        "left_value",
        "left_agency",
        "left_story",
        "right_claim",
        "right_claimant",
        "right_text",
        "right_value",
        "right_agency",
        "right_story",
        "explanation",
        "score",
        "status",
    ),
    (
        Column("dispute", lambda dispute: ref("D", dispute.id) if dispute.id else ""),
        Column("event", lambda dispute: ref("E", dispute.event_id)),
        Column("left", lambda dispute: said(dispute.left)),
        Column("", lambda dispute: dispute.finding.relation.value),
        Column("right", lambda dispute: said(dispute.right)),
        Column("why", lambda dispute: dispute.finding.explanation),
        Column("score", lambda dispute: f"{dispute.finding.score:.2f}", number=True),
        Column("status", lambda dispute: "" if dispute.status == "open" else dispute.status),
    ),
)

QUESTIONS: Shape[Question] = Shape(question_fields, ("question", "title", "aspect", "status"), ())


@dataclass(frozen=True, slots=True)
class Held:
    """One row of `claims who --csv`: a position with its question and its event."""

    event: Event
    question: Question
    position: Position


def held(dossier: Dossier) -> list[Held]:
    """Every position of a dossier, in its order."""
    return [Held(dossier.event, q, position) for q in dossier.questions for position in q.positions]


def _held_fields(row: Held) -> dict[str, Any]:
    question = row.question
    return {
        "event": ref("E", row.event.id),
        "event_title": row.event.title,
        "question": question.id,
        "title": question.title,
        "aspect": question.aspect,
        "status": question.status,
        **position_fields(row.position),
    }


HELD: Shape[Held] = Shape(
    _held_fields,
    (
        "event",
        "event_title",
        "question",
        "title",
        "aspect",
        "status",
        "stance",
        "proposition",
        "label",
        "claimant",
        "first",
        "agencies",
        "origins",
        "claims",
    ),
    (),
)

DOUBTS: Shape[Doubt] = Shape(
    fields.doubt_fields,
    ("review", "subject", "ids", "reason", "score"),
    (
        Column("review", lambda doubt: ref("V", doubt.id)),
        Column("unclear", lambda doubt: doubt.subject),
        Column("about", lambda doubt: doubt.ids),
        Column("why", lambda doubt: doubt.reason),
    ),
)

AGENCIES: Shape[AgencyRow] = Shape(
    fields.agency_fields,
    ("short", "name", "kind", "country", "aliases", "stories", "claims", "known"),
    (
        Column("agency", lambda agency: agency.short),
        Column("name", lambda agency: agency.name),
        Column("kind", lambda agency: agency.kind),
        Column("country", lambda agency: agency.country),
        Column("stories", lambda agency: agency.stories or "", number=True),
        Column("claims", lambda agency: agency.claims or "", number=True),
        Column("", lambda agency: "" if agency.known else "added by an import"),
    ),
)

MOVES: Shape[Move] = Shape(
    fields.move_fields,
    ("claim", "from", "to", "text"),
    (
        Column("claim", lambda move: ref("C", move.claim_id)),
        Column("from", lambda move: ref("E", move.source) or "no event"),
        Column("to", lambda move: ref("E", move.target) or "a new event"),
        Column("what", lambda move: move.text),
    ),
)


def imported_row(item: Imported | Problem) -> dict[str, Any]:
    """A row of `claims import`, also for input that was not read."""
    return fields.imported_fields(item)
