"""`claims import`: read stories into the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from claims.cli import screen
from claims.cli.failures import CONDITION_MET, NOT_ALL_READ, STOPPED
from claims.cli.import_summary import Result, notes, summary, unread
from claims.cli.inputs import documents, reading_options
from claims.cli.listing import print_json
from claims.cli.options import Output, output_options
from claims.cli.progress import tracked
from claims.cli.setting import setting
from claims.cli.shapes import imported_row
from claims.cli.words import next_commands, plural
from claims.config import sqlite_path
from claims.desk import agencynames, inputs
from claims.desk.filters import DisputeFilter, EventFilter, ImportOptions
from claims.records import Imported, StoryKind

if TYPE_CHECKING:
    from claims.desk import Desk

_CONDITIONS = ("correction", "kill", "dispute")
_KINDS = {"correction": StoryKind.CORRECTED, "kill": StoryKind.KILL}


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-", type=click.Path(allow_dash=True))
@reading_options
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Read with N processes; the result is the same."
)
@click.option("--dry-run", is_flag=True, help="Read and report, then take everything back.")
@click.option("--quiet", is_flag=True, help="No progress, no warnings, no summary; what was not read is still named.")
@click.option(
    "--fail-on",
    "conditions",
    multiple=True,
    type=click.Choice(_CONDITIONS),
    help="Exit with 5 when such copy came in, or a new dispute arose. Repeatable.",
)
@output_options("json", "jsonl", limit=False)
def command(
    paths: tuple[str, ...],
    options: ImportOptions,
    jobs: int,
    dry_run: bool,
    quiet: bool,
    conditions: tuple[str, ...],
    output: Output,
) -> None:
    """Read stories: files, folders, archives, feeds, standard input.

    The same story again changes nothing; a newer version of it takes the place of the older. What cannot be read is
    named with the reason and the rest goes on (exit code 3). The database is made where there is none.

    \b
    Example:
      claims import data/monday
      claims import --agency Reuters --date 2026-03-09 story.txt
      curl -s https://example.org/feed | claims import --jsonl -
    """
    options = replace(options, jobs=jobs, dry_run=dry_run)
    with _desk(dry_run, options.agency) as desk:
        before = _disputes(desk) if "dispute" in conditions else frozenset()
        with tracked(documents(paths, options.max_size), inputs.count(paths), quiet=quiet) as read:
            results = _until_stopped(_told(desk.import_documents(read, options), output), dry_run)
        _report(desk, results, output, quiet)
        met = _met(results, conditions) or ("dispute" in conditions and bool(_disputes(desk) - before))
    if met:
        raise click.exceptions.Exit(CONDITION_MET)
    if unread(results):
        raise click.exceptions.Exit(NOT_ALL_READ)


def _until_stopped(items: Iterable[Result], dry_run: bool) -> list[Result]:
    """What came; Ctrl-C ends the import with a word on what is kept."""
    results: list[Result] = []
    try:
        for item in items:
            results.append(item)
    except KeyboardInterrupt:
        kept = sum(isinstance(item, Imported) and item.status in ("new", "version") for item in results)
        told = "nothing is kept" if dry_run else f"{plural(kept, 'story', 'stories')} kept"
        screen.warn(f"Stopped: {told}. Run it again: the rest is read, and events and disputes are brought in step.")
        raise click.exceptions.Exit(STOPPED) from None
    return results


@contextmanager
def _desk(dry_run: bool, agency: str | None) -> Iterator[Desk]:
    """The desk, made where there is none; a dry run without a database makes one that is gone afterwards."""
    path = sqlite_path(setting().url)
    fresh = path is not None and not path.exists()
    if fresh and agency:
        agencynames.require_known(agency)  # before a file is made for nothing
    if fresh and dry_run:
        with TemporaryDirectory() as folder, setting().desk(create=True, url=f"sqlite:///{folder}/claims.db") as desk:
            yield desk
        return
    with setting().desk(create=True) as desk:
        if fresh:
            screen.warn(f"New database: {path} (SQLite)")
        yield desk


def _told(results: Iterable[Result], output: Output) -> Iterator[Result]:
    """The results as they come; in JSON Lines each is printed when its story is in."""
    for item in results:
        if output.form == "jsonl":
            print_json(imported_row(item))
        yield item


def _report(desk: Desk, results: Sequence[Result], output: Output, quiet: bool) -> None:
    if output.form == "json":
        print_json([imported_row(item) for item in results], indent=2)
    if not quiet:
        _warn(results)
    if output.for_people and not quiet:
        _summarise(desk, results)
    else:
        for problem in unread(results):
            screen.warn(f"Not read: {problem.origin}: {problem.message}. {problem.remedy}".rstrip())


def _warn(results: Sequence[Result]) -> None:
    """Each warning once, with the first input that gave it and how many more did."""
    told: dict[str, list[str]] = {}
    for item in results:
        if isinstance(item, Imported) and item.status != "unchanged":
            for warning in item.warnings:
                told.setdefault(warning, []).append(item.origin)
    for warning, origins in told.items():
        more = f" and {len(origins) - 1} more" if len(origins) > 1 else ""
        screen.warn(f"Warning: {warning} ({origins[0]}{more})")


def _summarise(desk: Desk, results: Sequence[Result]) -> None:
    for item in results:
        if isinstance(item, Imported) and item.notes:
            for line in notes(item):
                screen.say(line)
            screen.say()
    events = desk.events(EventFilter())
    doubts = desk.doubts()
    for line in summary(results, events, doubts):
        screen.say(line)
    disputed = max(events, key=lambda event: event.disputed, default=None)
    next_commands("events", *([f"who E-{disputed.id}"] if disputed else []), *(["review --list"] if doubts else []))


def _met(results: Sequence[Result], conditions: tuple[str, ...]) -> bool:
    wanted = {_KINDS[condition] for condition in conditions if condition in _KINDS}
    return any(
        isinstance(item, Imported) and item.status in ("new", "version") and item.kind in wanted for item in results
    )


def _disputes(desk: Desk) -> frozenset[int]:
    return frozenset(dispute.id for dispute in desk.disputes(DisputeFilter()))
