"""`claims list`: list claims."""

from __future__ import annotations

from datetime import datetime

import click

from claims.cli import screen
from claims.cli.listing import print_listing
from claims.cli.options import Output, output_options, since_option, until_option, withheld_option
from claims.cli.setting import setting
from claims.cli.shapes import claims
from claims.cli.words import next_commands, plural, shown
from claims.desk.filters import ClaimFilter
from claims.records import ClaimKind, Polarity


@click.command("list")
@click.option("--event", metavar="E", help="Only claims of this event: E-3, or words that fit.")
@click.option("--agency", metavar="A", help="Only claims that this agency carries.")
@click.option("--claimant", metavar="NAME", help="Only claims by NAME; part of the name will do.")
@click.option("--via", metavar="NAME", help="Only claims that NAME passed on.")
@click.option("--kind", type=click.Choice([kind.value for kind in ClaimKind]), help="Only claims of this kind.")
@click.option("--polarity", type=click.Choice([p.value for p in Polarity]), help="Only assertions, or only denials.")
@since_option
@until_option
@click.option("--text", metavar="WORDS", help="Only claims with all these words, in any order.")
@click.option("--withdrawn", is_flag=True, help="Also withdrawn, held and superseded claims.")
@withheld_option
@output_options()
def command(
    event: str | None,
    agency: str | None,
    claimant: str | None,
    via: str | None,
    kind: str | None,
    polarity: str | None,
    since: datetime | None,
    until: datetime | None,
    text: str | None,
    withdrawn: bool,
    include_withheld: bool,
    output: Output,
) -> None:
    """List claims.

    \b
    Example:
      claims list --claimant "interior ministry" --kind figure
      claims list --event E-1 --jsonl
    """
    wanted = ClaimFilter(
        event=event,
        agency=agency,
        claimant=claimant,
        via=via,
        kind=ClaimKind(kind) if kind else None,
        polarity=Polarity(polarity) if polarity else None,
        since=since,
        until=until,
        text=text,
        withdrawn=withdrawn,
        limit=output.limit,
        include_withheld=include_withheld,
    )
    with setting().desk() as desk:
        if not output.for_people:
            print_listing(desk.claims(wanted), claims(setting().zone), output)
            return
        found = list(desk.claims(wanted))
        total = desk.count(wanted) if output.limit else len(found)
    speakers = {claim.passage.claimant for claim in found if claim.passage.claimant}
    who = f" by {plural(len(speakers), 'speaker')}" if total == len(found) else shown(total, output.limit)
    screen.say(plural(total, "claim") + who)
    print_listing(found, claims(setting().zone), output)
    if found:
        next_commands(f"show C-{found[0].id}", "disputes")
