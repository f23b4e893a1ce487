"""`claims reextract`: read the claims of all stories anew; shows first, writes with --apply."""

from __future__ import annotations

from dataclasses import asdict

import click

from claims.cli import screen
from claims.cli.listing import print_document
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.words import next_commands, plural


@click.command("reextract")
@click.option("--apply", is_flag=True, help="Write what is shown.")
@output_options("json", "jsonl", "table", limit=False)
def command(apply: bool, output: Output) -> None:
    """Read the claims of all stories anew; shows what would change.

    For after an update of the program. A claim that is still found keeps its id, and with it what people decided.

    \b
    Example:
      claims reextract
      claims reextract --apply
    """
    with setting().desk() as desk:
        found = desk.reextract(apply=apply)
    if not output.for_people:
        print_document(asdict(found), output)
        return
    verb = "changed" if found.applied else "would change"
    screen.say(f"{plural(found.changed + found.new + found.gone, 'claim')} {verb} in {plural(found.stories, 'story')}")
    screen.say(f"unchanged {found.unchanged} · changed {found.changed} · new {found.new} · gone {found.gone}")
    next_commands("events" if found.applied else "reextract --apply")
