"""`claims disputes`: list disputes with their reason."""

from __future__ import annotations

from collections.abc import Sequence

import click

from claims.cli import screen
from claims.cli.listing import print_listing
from claims.cli.options import Output, output_options
from claims.cli.setting import setting
from claims.cli.shapes import DISPUTES
from claims.cli.words import next_commands, plural, shown
from claims.desk.filters import DisputeFilter
from claims.records import Claim, Dispute, DisputeKind, Relation
from claims.reports.fields import ref
from claims.reports.senders import sender
from claims.reports.statements import said

_RELATIONS = [Relation.DENIES, Relation.CONTRADICTS, Relation.UPDATES, Relation.REFINES]


@click.command("disputes")
@click.argument("event", required=False)
@click.option("--kind", type=click.Choice([kind.value for kind in DisputeKind]), help="Only disputes of this kind.")
@click.option("--relation", type=click.Choice([r.value for r in _RELATIONS]), help="Only this relation.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Only those at least so sure.")
@click.option("--all", "everything", is_flag=True, help="Also updates and refinements, which are no disputes.")
@output_options()
def command(
    event: str | None, kind: str | None, relation: str | None, min_score: float, everything: bool, output: Output
) -> None:
    """List disputes, each with its reason.

    EVENT is an id (E-3) or words that fit one event; without it the disputes of all events are listed.

    \b
    Example:
      claims disputes
      claims disputes bridge --kind responsibility --jsonl
    """
    wanted = DisputeFilter(
        event=event,
        kind=DisputeKind(kind) if kind else None,
        relation=Relation(relation) if relation else None,
        min_score=min_score,
        all=everything or relation in (Relation.UPDATES, Relation.REFINES),
    )
    with setting().desk() as desk:
        found = desk.disputes(wanted)
    if output.for_people:
        _for_people(found, output.limit)
    else:
        print_listing(found, DISPUTES, output)


def _for_people(found: Sequence[Dispute], limit: int | None) -> None:
    events = {dispute.event_id for dispute in found}
    screen.say(f"{plural(len(found), 'dispute')} in {plural(len(events), 'event')}{shown(len(found), limit)}")
    for dispute in found[:limit]:
        for line in dispute_lines(dispute):
            screen.say(line)
    if found:
        next_commands(f"show D-{found[0].id}", f"who E-{found[0].event_id}", "report --disputed")


def dispute_lines(dispute: Dispute) -> list[str]:
    """One dispute as a person reads it: the two sides, and why they compete."""
    finding = dispute.finding
    kind = f"{finding.kind.value}, " if finding.kind else ""
    status = "" if dispute.status == "open" else f", {dispute.status}"
    left, right = dispute.left, dispute.right
    return [
        "",
        f"{ref('D', dispute.id)}  {left.event_title or ref('E', dispute.event_id)} ({kind}{finding.score:.2f}{status})",
        _side(left),
        f"         {finding.relation.value}",
        _side(right),
        f"  {finding.explanation}",
    ]


def _side(claim: Claim) -> str:
    agency = sender(claim.story)
    return f"  {ref('C', claim.id):<6} {said(claim)}" + (f"  [{agency}]" if agency else "")
