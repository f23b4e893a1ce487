"""`claims events`: list events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import click

from claims.cli import screen
from claims.cli.listing import print_listing
from claims.cli.options import Output, output_options, since_option, until_option
from claims.cli.setting import setting
from claims.cli.shapes import EVENTS
from claims.cli.words import next_commands, plural, shown
from claims.desk.filters import EventFilter
from claims.records import Event


@click.command("events")
@click.argument("query", required=False)
@since_option
@until_option
@click.option("--agency", metavar="A", help="Only events that this agency reports on.")
@click.option("--disputed", is_flag=True, help="Only events with an open dispute.")
@output_options()
def command(
    query: str | None,
    since: datetime | None,
    until: datetime | None,
    agency: str | None,
    disputed: bool,
    output: Output,
) -> None:
    """List events.

    QUERY is words of the title, the place or the headlines; loose spelling is fine.

    \b
    Example:
      claims events --disputed
      claims events bridge --since 2026-03-09 --jsonl
    """
    with setting().desk() as desk:
        found = desk.events(EventFilter(query=query, since=since, until=until, agency=agency, disputed=disputed))
    if output.for_people:
        screen.say(_first_line(found) + shown(len(found), output.limit))
    print_listing(found, EVENTS, output)
    if output.for_people and found:
        best = max(found, key=lambda event: event.disputed)
        next_commands(f"who E-{best.id}", "disputes", "report --disputed")


def _first_line(found: Sequence[Event]) -> str:
    disputed = sum(1 for event in found if event.disputed)
    return f"{plural(len(found), 'event')}, {disputed} in dispute"
