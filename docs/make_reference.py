"""Writes docs/reference.md from the commands: `python -m docs.make_reference`; a test holds the two equal."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from claims.cli import cli

OUTPUT = Path(__file__).parent / "reference.md"

_HEAD = """# Command reference

Made from the commands by `python -m docs.make_reference`; do not edit. `claims COMMAND --help` prints the same.
Machine formats and exit codes are described in [machine-formats.md](machine-formats.md).
"""


def reference() -> str:
    """The whole reference: `claims` itself, then each command."""
    return "\n".join([_HEAD, *_entry("claims", cli), *_commands(cli, "claims")])


def _commands(group: click.Group, prefix: str) -> Iterator[str]:
    context = click.Context(group, info_name=prefix)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield from _entry(f"{prefix} {name}", command)
        if isinstance(command, click.Group):
            yield from _commands(command, f"{prefix} {name}")


def _entry(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {name}\n"
    yield f"```text\n{name} {usage}\n```\n"
    yield _text(inspect.cleandoc(command.help or "")) + "\n"
    options = [
        record
        for parameter in command.params
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(context))
    ]
    if options:
        yield "| option | |\n|---|---|"
        yield "\n".join(f"| `{_cell(option)}` | {_cell(told)} |" for option, told in options) + "\n"


def _text(help_text: str) -> str:
    """The docstring with its marked block (after a backspace) as code."""
    prose, mark, example = help_text.partition("\b")
    lines = [line for line in example.strip().splitlines() if line.strip() != "Example:"]
    block = "\n".join(line.removeprefix("  ") for line in lines)
    return prose.strip() + (f"\n\n```console\n{block}\n```" if mark else "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    OUTPUT.write_text(reference(), encoding="utf-8")
