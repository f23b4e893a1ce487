"""Options that many commands share: how a listing is printed, and times as people write them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import click

from claims.cli.setting import Setting

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Output:
    """How a listing is to be printed: json, jsonl, csv or table, and at most how many rows."""

    form: str = "table"
    limit: int | None = None

    @property
    def for_people(self) -> bool:
        """Whether headings and the next command are wanted."""
        return self.form == "table"


_FORMS = {
    "json": "One JSON document.",
    "jsonl": "JSON Lines, one object a line.",
    "csv": "CSV that a spreadsheet opens safely.",
    "table": "A table for people (the default).",
}


def output_options(*forms: str, limit: bool = True) -> Callable[[Command], Command]:
    """Give a command the switches of `forms` (all where none is named) and `--limit`, as one `output` argument."""
    wanted = forms or tuple(_FORMS)

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_output(*args: Any, form: str | None, limit: int | None = None, **options: Any) -> Any:
            return command(*args, output=Output(form or "table", limit), **options)

        decorated: Command = with_output
        if limit:
            help_line = "At most so many rows; machine formats are complete without it."
            decorated = click.option("--limit", type=click.IntRange(min=1), metavar="N", help=help_line)(decorated)
        for form in reversed(wanted):
            decorated = click.option(f"--{form}", "form", flag_value=form, help=_FORMS[form])(decorated)
        return decorated

    return decorate


class Instant(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on, and not before
    """A day or a time: "2026-03-09", "2026-03-09 18:00", ISO 8601; without an offset it is in the zone of `--tz`.

    `closing` says that a bare day means its last moment (for `--until` and `--as-of`).
    """

    name = "time"

    def __init__(self, closing: bool = False) -> None:
        self.closing = closing

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware time, in UTC."""
        if isinstance(value, datetime):
            return value
        try:
            parsed = self._parse(str(value).strip())
        except ValueError:
            self.fail(f"{value!r} is no time; write 2026-03-09 or 2026-03-09T18:00Z.", param, ctx)
        if parsed.tzinfo is None:
            found = ctx.find_object(Setting) if ctx else None
            parsed = parsed.replace(tzinfo=found.zone if found else UTC)
        try:
            return parsed.astimezone(UTC)
        except OverflowError:
            self.fail(f"{value!r} lies outside the calendar.", param, ctx)

    def _parse(self, text: str) -> datetime:
        if len(text) == 10:
            day = date.fromisoformat(text)
            midnight = datetime.combine(day, time())
            return midnight + timedelta(days=1, microseconds=-1) if self.closing else midnight
        return datetime.fromisoformat(text)


since_option = click.option("--since", type=Instant(), metavar="TIME", help="Only copy published at or after TIME.")
until_option = click.option(
    "--until",
    type=Instant(closing=True),
    metavar="TIME",
    help="Only copy published at or before TIME (a day counts whole).",
)
as_of_option = click.option(
    "--as-of", type=Instant(closing=True), metavar="TIME", help="What the desk could have known at TIME."
)
withheld_option = click.option(
    "--include-withheld",
    is_flag=True,
    help="Also the words of killed, held and embargoed copy: for inside the desk only.",
)
