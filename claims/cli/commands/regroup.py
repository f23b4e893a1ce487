"""`claims regroup`: group all claims anew; shows first, writes with --apply."""

from __future__ import annotations

import click

from claims.cli import screen
from claims.cli.listing import print_listing
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.shapes import MOVES
from claims.cli.words import next_commands, plural
from claims.desk.views import Regrouping


@click.command("regroup")
@click.option("--apply", is_flag=True, help="Write what is shown.")
@output_options()
def command(apply: bool, output: Output) -> None:
    """Group all claims into events anew; shows what would move.

    What people decided stays as it is. The result is a function of the stories and the decisions alone, not of the
    order in which copy arrived.

    \b
    Example:
      claims regroup
      claims regroup --apply
    """
    with setting().desk() as desk:
        found = desk.regroup(apply=apply)
    if output.for_people:
        screen.say(_first_line(found))
    print_listing(found.moves, MOVES, output)
    if output.for_people:
        next_commands("regroup --apply" if found.moves and not found.applied else "events")


def _first_line(found: Regrouping) -> str:
    if not found.moves:
        return "Nothing to move: the events are as a fresh grouping would make them"
    verb = "moved" if found.applied else "would move"
    return f"{plural(len(found.moves), 'claim')} {verb}; events {found.events_before} → {found.events_after}"
