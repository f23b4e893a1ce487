"""`claims event show`: look at one event."""

from __future__ import annotations

import click

from claims.cli.event_page import print_event
from claims.cli.options import Output, output_options
from claims.cli.setting import setting


@click.group("event")
def command() -> None:
    """Look at one event.

    \b
    Example:
      claims event show E-1
    """


@command.command("show")
@click.argument("event")
@output_options("json", "jsonl", "table", limit=False)
def show(event: str, output: Output) -> None:
    """Show an event: where and when, how much copy, and its questions.

    EVENT is an id (E-3) or words that fit one event.

    \b
    Example:
      claims event show bridge
    """
    with setting().desk() as desk:
        found = desk.event(event)
        print_event(desk, found, output)
