"""`claims compare`: are two claims about one event, do they compete, and why? No database is opened."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click

from claims.cli import screen
from claims.cli.failures import NOT_ALL_READ
from claims.cli.fields import comparison_fields
from claims.cli.listing import print_json
from claims.cli.options import Instant, Output, output_options
from claims.desk.compare import Comparison, Side, compare
from claims.errors import ClaimsError, StoryError


@click.command("compare")
@click.argument("a")
@click.argument("b", required=False)
@output_options("json", "jsonl", "table", limit=False)
def command(a: str, b: str | None, output: Output) -> None:
    """Say whether two claims are about one event, whether they compete, and why.

    A and B are texts; @FILE reads one from a file. With "-" pairs are read from standard input, a JSON object a line:
    {"id": 1, "a": {"text": "..."}, "b": {"text": "..."}}, and answered in the same order.

    \b
    Example:
      claims compare "Police said 12 people were killed" "Nobody was killed, the governor said"
      claims compare - --jsonl < pairs.jsonl
    """
    if a == "-":
        _stream(output)
    elif b is None:
        raise click.UsageError("Two texts are compared: give B too, or - to read pairs.")
    else:
        _one(compare(Side(_text(a)), Side(_text(b))), output)


def _one(comparison: Comparison, output: Output) -> None:
    fields = comparison_fields(None, comparison)
    if not output.for_people:
        print_json(fields, indent=2 if output.form == "json" else None)
        return
    kind = f" ({fields['kind']})" if fields["kind"] else ""
    screen.say(f"{fields['relation']}{kind}, {fields['score']:.2f}; one event: {fields['same_event']:.2f}")
    if fields["explanation"]:
        screen.say(str(fields["explanation"]))
    for name, feature in fields["features"].items():
        screen.say(f"  {name:<16} {feature['value']:+.2f}  {feature['phrase']}")


def _stream(output: Output) -> None:
    answers = _answers(sys.stdin.buffer)
    unread = 0
    kept: list[dict[str, Any]] = []
    for answer in answers:
        if isinstance(answer, StoryError):
            unread += 1
            screen.warn(f"Not read: {answer.where}: {answer.message}")
        elif output.form == "json":
            kept.append(answer)
        else:
            print_json(answer)
    if output.form == "json":
        print_json(kept, indent=2)
    if unread:
        raise click.exceptions.Exit(NOT_ALL_READ)


def _answers(stream: BinaryIO) -> Iterator[dict[str, Any] | StoryError]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line.decode("utf-8", errors="replace"))
            left, right = _side(pair, "a"), _side(pair, "b")
        except (ValueError, RecursionError, StoryError) as error:
            yield StoryError(f"no pair: {error}", where=f"line {number}")
        else:
            yield comparison_fields(pair.get("id"), compare(left, right))


def _side(pair: Any, name: str) -> Side:
    given = pair.get(name) if isinstance(pair, dict) else None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise StoryError(f'"{name}" must be an object with a "text"')
    published = given.get("published")
    return Side(
        text=given["text"],
        published=_instant(published) if isinstance(published, str) and published else None,
        headline=_string(given, "headline") or "",
        claimant=_string(given, "claimant"),
        agency=_string(given, "agency"),
    )


def _instant(text: str) -> Any:
    try:
        return Instant().convert(text, None, click.get_current_context())
    except click.BadParameter as error:
        raise StoryError(error.message) from error


def _string(given: dict[str, Any], name: str) -> str | None:
    value = given.get(name)
    return value if isinstance(value, str) and value else None


def _text(given: str) -> str:
    """A text as given, or the contents of @FILE."""
    if not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ClaimsError(f"{given[1:]} cannot be read: {(error.strerror or str(error)).lower()}.") from error
