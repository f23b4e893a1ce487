"""DOSSIER → TEXT: what the desk knows of events, as a page, a sheet or a document; one format a file.

In come dossiers (`claims.records.Dossier`) and a `Style`; out comes text. Nothing here reads a database or the clock:
the same dossiers give the same bytes. The words of killed, held and withdrawn copy are never printed, only their
reference and why. `FORMATS` is the table of formats by the ending of a file; `selected` is what of a dossier a report
of that style shows, and so what it rests on; the module `withheld` says what must not go out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.records import Dossier
from claims.reports.csv_text import csv_report as csv
from claims.reports.json_text import json_report as json
from claims.reports.markdown_text import markdown_report as markdown
from claims.reports.selection import selected
from claims.reports.style import Style

__all__ = ["FORMATS", "Style", "csv", "json", "markdown", "selected"]

FORMATS: dict[str, Callable[[Sequence[Dossier], Style], str]] = {
    "md": markdown,
    "csv": csv,
    "json": json,
}
