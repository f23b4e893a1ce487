"""`claims report`: write a report of events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli import screen
from claims.cli.options import as_of_option
from claims.cli.setting import setting
from claims.cli.words import plural
from claims.desk.filters import EventFilter
from claims.errors import ClaimsError
from claims.records import Dossier
from claims.reports import FORMATS, Style, selected

if TYPE_CHECKING:
    from claims.desk import Desk

_DEFAULT = "md"


@click.command("report")
@click.argument("events", nargs=-1, metavar="[EVENT]...")
@click.option("--disputed", is_flag=True, help="Only what is in dispute, and tolls that rise.")
@as_of_option
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="md for standard output where not given.")
@click.option(
    "-o",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Write FILE, in the format of its ending; - is standard output. Repeatable.",
)
@click.option("--no-text", is_flag=True, help="Leave out the agencies' words; positions and references stay.")
@click.option("--no-record", is_flag=True, help="Do not note that FILE rests on these versions.")
def command(
    events: tuple[str, ...],
    disputed: bool,
    as_of: datetime | None,
    format_: str | None,
    outputs: tuple[str, ...],
    no_text: bool,
    no_record: bool,
) -> None:
    """Write a report of events: Markdown, CSV or JSON.

    EVENT is an id (E-3) or words that fit one event; without one, all events are reported. A report written to a file
    is noted, so that a later correction can name it; one on standard output is not. The words of killed and held copy
    are never printed.

    \b
    Example:
      claims report --disputed
      claims report bridge -o bridge.md -o bridge.csv
    """
    targets = [(name, _format(name, format_)) for name in outputs or ("-",)]
    style = Style(text=not no_text, zone=setting().zone, disputed=disputed)
    with setting().desk() as desk:
        dossiers = _dossiers(desk, events, as_of, disputed)
        for name, form in targets:
            text = FORMATS[form](dossiers, style)
            if name == "-":
                screen.write(text)
                continue
            _write(Path(name), text)
            if not no_record:
                desk.record_publication(name, form, [selected(dossier, style) for dossier in dossiers])
            screen.warn(f"Wrote {name}: {plural(len(dossiers), 'event')}.")


def _format(name: str, given: str | None) -> str:
    """The format of one target: `--format`, else the ending of the file's name."""
    ending = Path(name).suffix.removeprefix(".").lower()
    form = given or (_DEFAULT if name == "-" else ending)
    if form not in FORMATS:
        known = ", ".join(f".{ending}" for ending in FORMATS)
        raise click.UsageError(f"{name}: no format of that ending; use {known}, or say --format.")
    return form


def _dossiers(desk: Desk, events: Sequence[str], as_of: datetime | None, disputed: bool) -> list[Dossier]:
    found = [desk.event(ref) for ref in events] if events else desk.events(EventFilter(disputed=disputed))
    unique = {event.id: event for event in found}
    return [desk.dossier(event, as_of=as_of) for event in unique.values()]


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ClaimsError(f"{path} cannot be written: {why}.", "Name another file with -o.") from error
