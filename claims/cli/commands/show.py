"""`claims show`: one claim, story, event or dispute."""

from __future__ import annotations

import click

from claims.cli import screen
from claims.cli.claim_page import print_claim
from claims.cli.commands.disputes import dispute_lines
from claims.cli.event_page import print_event
from claims.cli.listing import print_document
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.story_page import print_story
from claims.cli.words import next_commands
from claims.desk.views import ClaimView, StoryView
from claims.records import Dispute, Event
from claims.reports.fields import dispute_fields


@click.command("show")
@click.argument("ref", metavar="ID")
@click.option("--why", is_flag=True, help="For a claim: why it is in its event, and what else was considered.")
@click.option("--appearances", is_flag=True, help="For a claim: where it stands in each version.")
@click.option("--context", is_flag=True, help="For a claim its paragraph, for a story its text.")
@output_options("json", "jsonl", "table", limit=False)
def command(ref: str, why: bool, appearances: bool, context: bool, output: Output) -> None:
    """Show one claim, story, event or dispute.

    ID is C-17, S-204, E-3 or D-5; JSON holds all that the switches add.

    \b
    Example:
      claims show C-1 --context --why
      claims show D-1
    """
    with setting().desk() as desk:
        found = desk.show(ref)
        if isinstance(found, ClaimView):
            print_claim(found, output, why=why, appearances=appearances, context=context)
        elif isinstance(found, StoryView):
            print_story(found, output, context=context)
        elif isinstance(found, Event):
            print_event(desk, found, output)
        else:
            _dispute(found, output)


def _dispute(found: Dispute, output: Output) -> None:
    if not output.for_people:
        print_document(dispute_fields(found), output)
        return
    for line in dispute_lines(found)[1:]:
        screen.say(line)
    for claim in (found.left, found.right):
        screen.say()
        screen.say(f"  C-{claim.id}, {claim.story.agency} S-{claim.story.id} version {claim.story.version}:")
        screen.say(f"  {claim.sentence}")
    next_commands(f"show C-{found.left.id}", f"show C-{found.right.id}", f"who E-{found.event_id}")
