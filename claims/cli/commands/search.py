"""`claims search`: find claims and events."""

from __future__ import annotations

from dataclasses import replace

import click

from claims.cli import screen
from claims.cli.listing import print_json, print_listing
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.shapes import EVENTS, claims
from claims.cli.words import next_commands, plural, shown
from claims.desk.views import SearchResult
from claims.reports.fields import claim_fields, event_fields

_SHOWN = 20


@click.command("search")
@click.argument("text")
@output_options()
def command(text: str, output: Output) -> None:
    """Find claims and events, best first; loose spelling is fine.

    Small words ("who", "the") do not count. Where no claim holds every other word, those that hold the most are shown.

    In the table at most 20 claims unless --limit says otherwise. JSON Lines and CSV hold the claims.

    \b
    Example:
      claims search "who blew up the bridge"
    """
    with setting().desk() as desk:
        found = desk.search(text, None if output.for_people else output.limit)
    if output.form == "json":
        document = {
            "claims": [claim_fields(c) for c in found.claims],
            "events": [event_fields(e) for e in found.events],
        }
        print_json(document, indent=2)
    elif output.for_people:
        _for_people(found, output)
    else:
        print_listing(found.claims, claims(setting().zone), output)


def _for_people(found: SearchResult, output: Output) -> None:
    limit = output.limit or _SHOWN
    claims_told = plural(len(found.claims), "claim") + shown(len(found.claims), limit)
    screen.say(f"{claims_told}; {plural(len(found.events), 'event')}{shown(len(found.events), limit)}")
    cut = replace(output, limit=limit)
    if found.events:
        screen.say()
        print_listing(found.events, EVENTS, cut)
    if found.claims:
        screen.say()
        print_listing(found.claims, claims(setting().zone), cut)
    commands = [f"who E-{event.id}" for event in found.events[:1]] + [f"show C-{c.id}" for c in found.claims[:1]]
    if commands:
        next_commands(*commands)
