"""What of a dossier a report shows: copy that may go out, and with `disputed` only what is in dispute or rising."""

from __future__ import annotations

from dataclasses import replace

from claims.records import Dossier
from claims.reports import withheld
from claims.reports.style import Style

DISPUTED = "disputed"
RISING = "rising"


def selected(dossier: Dossier, style: Style) -> Dossier:
    """The dossier as a report of that style shows it."""
    free = withheld.cleared(dossier)
    if not style.disputed:
        return free
    questions = tuple(question for question in free.questions if question.status in (DISPUTED, RISING))
    shown = {claim.id for question in questions for position in question.positions for claim in position.claims}
    return replace(free, questions=questions, claims=tuple(claim for claim in free.claims if claim.id in shown))
