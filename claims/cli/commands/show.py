"""`claims show`: one claim, story, event, dispute or entry of the review queue."""

from __future__ import annotations

import click

from claims.cli import screen
from claims.cli.claim_page import print_claim
from claims.cli.commands.disputes import dispute_lines
from claims.cli.event_page import print_event
from claims.cli.fields import doubt_fields
from claims.cli.listing import print_document
from claims.cli.options import Output, output_options, withheld_option
from claims.cli.setting import setting
from claims.cli.story_page import print_story
from claims.cli.words import next_commands
from claims.desk.views import ClaimView, StoryView
from claims.records import Dispute, Doubt, Event
from claims.reports.fields import dispute_fields
from claims.reports.senders import sender_told


@click.command("show")
@click.argument("ref", metavar="ID")
@click.option("--why", is_flag=True, help="For a claim: why it is in its event, and what else was considered.")
@click.option("--appearances", is_flag=True, help="For a claim: where it stands in each version.")
@click.option("--context", is_flag=True, help="For a claim its paragraph, for a story its text.")
@withheld_option
@output_options("json", "jsonl", "table", limit=False)
def command(ref: str, why: bool, appearances: bool, context: bool, include_withheld: bool, output: Output) -> None:
    """Show one claim, story, event, dispute or entry of the review queue.

    ID is C-17, S-204, E-3, D-5 or V-2; JSON holds all that the switches add.

    \b
    Example:
      claims show C-1 --context --why
      claims show D-1
    """
    with setting().desk() as desk:
        found = desk.show(ref, include_withheld=include_withheld)
        if isinstance(found, ClaimView):
            print_claim(
                found, output, why=why, appearances=appearances, context=context, include_withheld=include_withheld
            )
        elif isinstance(found, StoryView):
            print_story(found, output, context=context)
        elif isinstance(found, Event):
            print_event(desk, found, output)
        elif isinstance(found, Doubt):
            _doubt(found, output)
        else:
            _dispute(found, output)


def _doubt(found: Doubt, output: Output) -> None:
    if not output.for_people:
        print_document(doubt_fields(found), output)
        return
    screen.say(f"V-{found.id}  {found.subject} unclear: {found.reason}")
    screen.say(f"  about {', '.join(found.ids)}")
    next_commands(*(f"show {ref}" + (" --context --why" if ref.startswith("C") else "") for ref in found.ids))


def _dispute(found: Dispute, output: Output) -> None:
    if not output.for_people:
        print_document(dispute_fields(found), output)
        return
    for line in dispute_lines(found)[1:]:
        screen.say(line)
    for claim in (found.left, found.right):
        screen.say()
        screen.say(f"  C-{claim.id}, {sender_told(claim.story)} S-{claim.story.id} version {claim.story.version}:")
        screen.say(f"  {claim.sentence}")
    next_commands(f"show C-{found.left.id}", f"show C-{found.right.id}", f"who E-{found.event_id}")
