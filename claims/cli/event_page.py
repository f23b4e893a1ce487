"""One event as a person reads it, for `claims event show` and `claims show E-3`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.cli import screen
from claims.cli.listing import print_document
from claims.cli.options import Output
from claims.cli.who_page import heading
from claims.cli.words import next_commands, plural
from claims.records import Event
from claims.reports.fields import dossier_fields, ref

if TYPE_CHECKING:
    from claims.desk import Desk


def print_event(desk: Desk, event: Event, output: Output) -> None:
    """The event's heading and its questions, without the positions (in JSON with them)."""
    dossier = desk.who(event)
    if not output.for_people:
        print_document(dossier_fields(dossier), output)
        return
    screen.say(heading(event), style="bold")
    screen.say(f"{ref('E', event.id)}, {plural(event.claims, 'claim')}, {plural(event.disputed, 'dispute')}")
    for question in dossier.questions:
        screen.say(f"  {question.title} ({question.status}, {plural(len(question.positions), 'position')})")
    next_commands(f"who E-{event.id}", f"disputes E-{event.id}", f"list --event E-{event.id}")
