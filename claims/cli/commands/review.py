"""`claims review --list`: what the machine would not decide alone."""

from __future__ import annotations

import click

from claims.cli import screen
from claims.cli.listing import print_listing
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.shapes import DOUBTS
from claims.cli.words import next_commands, plural, shown


@click.command("review")
@click.option("--list", "listed", is_flag=True, help="Print the queue.")
@output_options()
def command(listed: bool, output: Output) -> None:
    """List what the program would not decide alone.

    Unclear speakers, unclear events and unclear disputes, the most useful to settle first.

    \b
    Example:
      claims review --list
      claims review --list --jsonl --limit 10
    """
    if not listed:
        raise click.UsageError("Say --list: this version prints the queue and does not yet settle it.")
    with setting().desk() as desk:
        found = desk.doubts()
    if output.for_people:
        screen.say(f"{plural(len(found), 'thing')} to look at{shown(len(found), output.limit)}")
    print_listing(found, DOUBTS, output)
    if output.for_people and found:
        next_commands(f"show V-{found[0].id}")
