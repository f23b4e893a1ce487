"""Tables for people: drawn by Rich on a terminal, plain and unwrapped columns in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from claims.cli import screen
from claims.text import printable, squeeze

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its heading, the cell of a row, and whether it holds numbers."""

    title: str
    cell: Callable[[T], object]
    number: bool = False


def print_table(rows: Sequence[T], columns: Sequence[Column[T]]) -> None:
    """The rows under their headings, cells on one line each in a pipe."""
    cells = [[_text(column.cell(row)) for column in columns] for row in rows]
    if sys.stdout.isatty():
        _drawn(cells, columns)
    else:
        _plain(cells, columns)


def _text(value: object) -> str:
    if value is None:
        return ""
    shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return screen.fit(printable(squeeze(shown)), sys.stdout.encoding)


def _plain(cells: list[list[str]], columns: Sequence[Column[T]]) -> None:
    titles = [column.title.upper() for column in columns]
    widths = [max(len(row[i]) for row in [titles, *cells]) for i in range(len(columns))]
    for row in [titles, *cells]:
        padded = (
            cell.rjust(width) if column.number else cell.ljust(width)
            for cell, width, column in zip(row, widths, columns, strict=True)
        )
        screen.say("  ".join(padded).rstrip())


def _drawn(cells: list[list[str]], columns: Sequence[Column[T]]) -> None:
    from rich.table import Table  # noqa: PLC0415 - only where there is a terminal to draw on
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column.title.upper()), justify="right" if column.number else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def console() -> Console:
    """A console on stdout for tables: coloured where colours are wanted, else plain."""
    from rich.console import Console  # noqa: PLC0415

    return screen.coloured(sys.stdout) or Console(file=sys.stdout, no_color=True, color_system=None)
