"""`claims agencies`: list the agencies that are known."""

from __future__ import annotations

import click

from claims.cli import screen
from claims.cli.listing import print_listing
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.shapes import AGENCIES
from claims.cli.words import next_commands, plural
from claims.reports.senders import known


@click.command("agencies")
@click.option("--here", is_flag=True, help="Only agencies that this desk holds copy of.")
@output_options()
def command(here: bool, output: Output) -> None:
    """List the agencies that are known.

    Those of the program's table, and those that an import added because the input named them.

    \b
    Example:
      claims agencies --here
    """
    with setting().desk() as desk:
        found = [agency for agency in desk.agencies() if agency.stories or not here]
    if output.for_people:
        nobody = [agency for agency in found if not known([agency.short])]
        found = [agency for agency in found if agency not in nobody]
        screen.say(f"{plural(len(found), 'agency')}, {sum(1 for agency in found if agency.stories)} with copy here")
    print_listing(found, AGENCIES, output)
    for none in nobody if output.for_people else ():
        screen.say(f"{plural(none.stories, 'story')} with {plural(none.claims, 'claim')} by no agency that is known")
    if output.for_people and found:
        next_commands(
            f"list --agency {found[0].short!r}" if " " in found[0].short else f"list --agency {found[0].short}"
        )
