"""`claims who`: who says what about an event, folded by question: the daily command."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import click

from claims.cli import screen
from claims.cli.listing import print_document, print_listing
from claims.cli.options import Output, as_of_option, output_options, withheld_option
from claims.cli.setting import setting
from claims.cli.shapes import HELD, QUESTIONS, held
from claims.cli.who_page import print_who
from claims.cli.words import plural
from claims.desk.filters import WhoFilter
from claims.records import ClaimKind
from claims.reports import withheld
from claims.reports.fields import dossier_fields


@click.command("who")
@click.argument("event")
@as_of_option
@click.option("--speaker", metavar="NAME", help="Only positions of NAME; part of the name will do.")
@click.option("--stance", type=click.Choice(["says", "denies", "doubts"]), help="Only this stance.")
@click.option("--all-claims", is_flag=True, help="Also what is no claim of fact: hopes, thanks, opinions.")
@click.option("--agency", metavar="A", help="Only what this agency carries.")
@click.option("--kind", type=click.Choice([kind.value for kind in ClaimKind]), help="Only claims of this kind.")
@click.option("--named-only", is_flag=True, help="Leave out sources that the copy does not name.")
@click.option("--min-origins", type=click.IntRange(min=1), default=1, metavar="N", help="At least N distinct origins.")
@withheld_option
@output_options()
def command(
    event: str,
    as_of: datetime | None,
    speaker: str | None,
    stance: str | None,
    all_claims: bool,
    agency: str | None,
    kind: str | None,
    named_only: bool,
    min_origins: int,
    include_withheld: bool,
    output: Output,
) -> None:
    """Show who says what about an event, question by question.

    EVENT is an id (E-3) or words that fit one event. Origins are the distinct sources behind a position, however many
    outlets carry it. JSON Lines hold a line a question, CSV a row a position; --limit counts questions.

    \b
    Example:
      claims who bridge
      claims who E-1 --as-of "2026-03-09 12:00" --stance denies
    """
    wanted = WhoFilter(
        as_of=as_of,
        speaker=speaker,
        stance=stance,
        all_claims=all_claims,
        agency=agency,
        kind=ClaimKind(kind) if kind else None,
        named_only=named_only,
        min_origins=min_origins,
        include_withheld=include_withheld,
    )
    with setting().desk() as desk:
        dossier = desk.who(desk.event(event), wanted)
    cleared = dossier if include_withheld else withheld.cleared(dossier)
    shown = replace(cleared, questions=cleared.questions[: output.limit])
    output = replace(output, limit=None)  # it counts questions, not the positions in them
    if output.form == "json":
        print_document(dossier_fields(shown), output)
    elif output.form == "jsonl":
        print_listing(shown.questions, QUESTIONS, output)
    elif output.form == "csv":
        print_listing(held(shown), HELD, output)
    else:
        print_who(shown, setting().zone, () if include_withheld else withheld.withheld(dossier))
        if left := len(cleared.questions) - len(shown.questions):
            screen.warn(f"--limit left out {plural(left, 'question')}.")
