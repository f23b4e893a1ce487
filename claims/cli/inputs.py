"""Options of the commands that read stories, and the documents behind their paths."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import click

from claims.cli.options import Instant
from claims.desk import inputs
from claims.desk.filters import MAX_SIZE, MAX_TEXT, ImportOptions
from claims.records import Document, Problem

MEGABYTE = 1_000_000

# As the readers' own table has them (a test holds the two together): to load that here would load every reader.
FORMATS = (
    "auto",
    "text",
    "html",
    "ninjs",
    "newsml-g2",
    "newsml1",
    "nitf",
    "iptc7901",
    "anpa1312",
    "zczc",
    "feed",
    "email",
    "apjson",
    "news-json",
    "claimreview",
    "claims-csv",
    "claims-jsonl",
    "stories-jsonl",
    "csv",
    "docx",
    "warc",
    "nexis-text",
    "nexis-html",
    "factiva-html",
    "factiva-xml",
    "reuters-sgml",
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of how copy is read, from `--format` to `--column`, as one `options` argument."""

    @functools.wraps(command)
    def with_options(*args: Any, format_: str, max_size: float, **given: Any) -> Any:
        reading = {name: given.pop(name) for name in ("agency", "date", "columns", "max_text")}
        return command(
            *args, options=ImportOptions(format=format_, max_size=int(max_size * MEGABYTE), **reading), **given
        )

    decorated: Callable[..., Any] = with_options
    options: tuple[Callable[..., Any], ...] = (
        click.option(
            "--format",
            "format_",
            type=click.Choice(FORMATS),
            default="auto",
            help="The format; auto looks at the content.",
        ),
        click.option("--agency", metavar="A", help="The agency that sent it; overrules what the copy says."),
        click.option(
            "--date", type=Instant(), metavar="TIME", help="When it was published, for copy that does not say."
        ),
        click.option(
            "--max-size",
            type=click.FloatRange(min=0, min_open=True),
            default=MAX_SIZE / MEGABYTE,
            metavar="MB",
            help=f"Larger files are not read; else {MAX_SIZE / MEGABYTE:g}.",
        ),
        click.option(
            "--max-text",
            type=click.IntRange(min=1),
            default=MAX_TEXT,
            metavar="N",
            help=f"In longer stories no claims are looked for; in characters, else {MAX_TEXT:,}.",
        ),
        click.option(
            "--column",
            "columns",
            multiple=True,
            callback=_columns,
            metavar="OURS=THEIRS",
            help="A column of a foreign file under its name there: body=content. Repeatable.",
        ),
    )
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def _columns(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> Mapping[str, str]:
    pairs = [value.partition("=") for value in values]
    for ours, equals, theirs in pairs:
        if not (ours and equals and theirs):
            raise click.BadParameter(f"{ours + equals + theirs!r} is not OURS=THEIRS.", ctx, param)
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def documents(paths: Sequence[str], max_size: int) -> Iterator[Document | Problem]:
    """The documents behind `paths`, each of at most `max_size` bytes; `-` is standard input."""
    stdin = sys.stdin.buffer if "-" in paths else None
    return inputs.documents(paths, max_size=max_size, stdin=stdin)
