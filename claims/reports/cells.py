"""Cells of a spreadsheet that no spreadsheet runs as a formula, and that no terminal obeys."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from claims.text import printable

_FORMULA = "=+-@\t\r＝＋－＠"


def safe_cell(value: object) -> object:
    """`value` as a cell: text that a spreadsheet would take for a formula gets an apostrophe in front.

    White space does not hide a formula; numbers stay numbers; None is an empty cell; lists are joined with "; ".
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    guarded = "'" + text if text[:1] in tuple(_FORMULA) or text.lstrip()[:1] in tuple(_FORMULA) else text
    return printable(guarded)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A whole CSV document: header, then rows, lines ending at "\\n"."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return sheet.getvalue()
