"""`claims story show|diff`: the versions of a story and what changed."""

from __future__ import annotations

import click

from claims.cli.options import Output, output_options, withheld_option
from claims.cli.setting import setting
from claims.cli.story_page import print_diff, print_story


@click.group("story")
def command() -> None:
    """Show the versions of a story and what changed.

    \b
    Example:
      claims story diff S-1
    """


@command.command("show")
@click.argument("story")
@withheld_option
@output_options("json", "jsonl", "table", limit=False)
def show(story: str, include_withheld: bool, output: Output) -> None:
    """Show the versions of a story and its claims.

    \b
    Example:
      claims story show S-1
    """
    with setting().desk() as desk:
        print_story(desk.story(story, include_withheld=include_withheld), output)


@command.command("diff")
@click.argument("story")
@click.argument("old", type=click.IntRange(min=1), required=False)
@click.argument("new", type=click.IntRange(min=1), required=False)
@withheld_option
@output_options("json", "jsonl", "table", limit=False)
def diff(story: str, old: int | None, new: int | None, include_withheld: bool, output: Output) -> None:
    """Show what changed from one version to another, claim by claim.

    Without OLD and NEW the current version is held against the one before it. Where a correction came with an
    advisory, each change is marked as announced or not.

    \b
    Example:
      claims story diff S-1
      claims story diff S-1 1 3
    """
    with setting().desk() as desk:
        print_diff(desk.diff(story, old, new, include_withheld=include_withheld), output)
