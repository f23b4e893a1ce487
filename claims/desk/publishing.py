"""Reports that went out, with the claims and versions they rest on: so that a correction can name them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk.opened import Opened, Run
from claims.desk.views import PublicationView
from claims.records import Dossier
from claims.store import publications


def record(opened: Opened, place: str, format: str, dossiers: Sequence[Dossier]) -> None:
    """Record that a report of those dossiers went to `place` (a path or URL)."""
    run = Run(opened, "report", {"place": place, "format": format})
    shown = [claim for d in dossiers for q in d.questions for p in q.positions for claim in p.claims]
    listed = [claim for d in dossiers for claim in d.claims if claim.passage.text]
    rests_on = sorted({(c.id, c.story.id, c.story.version) for c in (*shown, *listed)})
    with run.transaction(opened.writing) as connection:
        publications.add(connection, place, format, rests_on, opened.clock(), run.activity(connection))
    run.finish(opened.writing, f"{len(rests_on)} claims")


def listed(opened: Opened) -> list[PublicationView]:
    """Every report that went out, oldest first."""
    with opened.reading() as connection:
        found = publications.listed(connection)
    return [PublicationView(p.id, p.place, p.format, p.made_at, p.actor) for p in found]
