"""`claims extract`: one story to its attributed claims; nothing is stored and no database is opened."""

from __future__ import annotations

from collections.abc import Iterator

import click

from claims.cli import screen
from claims.cli.failures import NOT_ALL_READ
from claims.cli.fields import extraction_fields
from claims.cli.inputs import documents, reading_options
from claims.cli.listing import print_json
from claims.cli.options import Output, output_options
from claims.cli.tables import Column, print_table
from claims.cli.words import joined, next_commands, plural
from claims.desk.extract import extract
from claims.desk.filters import ImportOptions
from claims.desk.hints import hint
from claims.records import Claim, Extraction, Passage, Problem, StoryRef
from claims.reports.statements import speaker, statement

_COLUMNS: tuple[Column[Claim], ...] = (
    Column("who", speaker),
    Column("", lambda claim: statement(claim)[0]),
    Column("what", lambda claim: statement(claim)[1]),
    Column("kind", lambda claim: claim.passage.kind.value),
    Column("sure", lambda claim: f"{claim.passage.confidence:.2f}", number=True),
)


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-", type=click.Path(allow_dash=True))
@reading_options
@output_options("json", "jsonl", "table", limit=False)
def command(
    paths: tuple[str, ...],
    options: ImportOptions,
    output: Output,
) -> None:
    """Print the attributed claims of stories; nothing is stored.

    Every attribution is printed, claims of fact or not. Offsets are code points into `body`, end exclusive.

    \b
    Example:
      claims extract data/monday/castell-maren.txt
      claims extract --jsonl --format text *.txt
    """
    problems: list[Problem] = []
    _print(_extractions(paths, options, problems), output)
    for problem in problems:
        screen.warn(f"Not read: {problem.origin}: {problem.message}. {problem.remedy}".rstrip())
    if problems:
        raise click.exceptions.Exit(NOT_ALL_READ)


def _extractions(paths: tuple[str, ...], options: ImportOptions, problems: list[Problem]) -> Iterator[Extraction]:
    known = hint(options)
    for document in documents(paths, options.max_size):
        for item in [document] if isinstance(document, Problem) else extract(document, known):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                yield item


def _print(found: Iterator[Extraction], output: Output) -> None:
    if output.form == "json":
        print_json([extraction_fields(extraction) for extraction in found], indent=2)
        return
    for number, extraction in enumerate(found):
        if output.form == "jsonl":
            print_json(extraction_fields(extraction))
        else:
            _for_people(extraction, first=number == 0)
    if output.for_people:
        next_commands("import PATH")


def _for_people(extraction: Extraction, first: bool) -> None:
    if not first:
        screen.say()
    story, passages = extraction.story, extraction.passages
    count = plural(len(passages), "claim")
    screen.say(
        joined([count, story.headline or story.origin, ", ".join(story.credits) or story.agency or "agency unknown"])
    )
    for warning in story.warnings:
        screen.warn(f"Warning: {story.origin}: {warning}")
    if passages:
        print_table([_claim(passage, story.body) for passage in passages], _COLUMNS)


def _claim(passage: Passage, body: str) -> Claim:
    """A passage as a claim of no database, with as much of the copy as its words and its cue stand in."""
    spans = [*passage.content, *passage.cue]
    around = body[min(span.start for span in spans) : max(span.end for span in spans)] if spans else ""
    return Claim(0, passage, StoryRef(0), around)
