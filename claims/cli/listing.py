"""One listing, four ways to print it: a table for people, JSON, JSON Lines and CSV."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from claims.cli import screen
from claims.cli.options import Output
from claims.cli.tables import Column, print_table
from claims.reports.cells import csv_text
from claims.text import printable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one kind of row is printed: its JSON fields, its CSV columns (names of flat fields), its table columns."""

    fields: Callable[[T], dict[str, Any]]
    sheet: tuple[str, ...]
    columns: tuple[Column[T], ...]


def print_listing(rows: Iterable[T], shape: Shape[T], output: Output) -> int:
    """Print `rows` in the form asked for; gives the number of rows printed."""
    wanted = islice(rows, output.limit) if output.limit else rows
    if output.form == "jsonl":
        return _json_lines(wanted, shape)
    told = list(wanted)
    if output.form == "json":
        print_json([shape.fields(row) for row in told], indent=2)
    elif output.form == "csv":
        screen.write(csv_text(shape.sheet, (_cells(shape.fields(row), shape.sheet) for row in told)))
    elif told:
        print_table(told, shape.columns)
    return len(told)


def _json_lines(rows: Iterable[T], shape: Shape[T]) -> int:
    count = 0
    for row in rows:
        print_json(shape.fields(row))
        count += 1
    return count


def print_json(value: Any, indent: int | None = None) -> None:
    """`value` as JSON on stdout; characters that a terminal would obey or the stream can't carry are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if printable(text) != text or screen.fit(text, sys.stdout.encoding) != text:
        text = json.dumps(value, ensure_ascii=True, indent=indent)
    sys.stdout.write(text + "\n")


def print_document(fields: dict[str, Any], output: Output) -> None:
    """One thing as JSON: over several lines for `--json`, on one for `--jsonl`."""
    print_json(fields, indent=2 if output.form == "json" else None)


def _cells(fields: dict[str, Any], sheet: Sequence[str]) -> list[object]:
    flat = flatten(fields)
    return [flat.get(name) for name in sheet]


def flatten(fields: dict[str, Any], prefix: str = "") -> dict[str, object]:
    """Nested fields as one level: {"left": {"claim": …}} is "left_claim"; lists of objects stay as JSON."""
    flat: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, dict):
            flat |= flatten(value, f"{prefix}{name}_")
        elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
            flat[prefix + name] = json.dumps(value, ensure_ascii=False)
        else:
            flat[prefix + name] = value
    return flat
