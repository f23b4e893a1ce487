"""The two streams: what is printed is safe for the terminal and fits the stream's encoding.

Text from outside goes through `printable` here, at the last door, so that no command can forget it. Rich is imported
only where a terminal is there to be coloured.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

import click

from claims.text import printable

if TYPE_CHECKING:
    from rich.console import Console

_ASCII = str.maketrans(
    {
        "·": "|",
        "→": "->",
        "–": "-",
        "—": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "¶": "par. ",
        "×": "x",
        "●": "*",
        "○": "o",
    }
)


def fit(text: str, encoding: str | None) -> str:
    """`text` as the encoding can carry it: symbols by their ASCII stand-ins, the rest as "?"."""
    name = encoding or "ascii"
    try:
        text.encode(name)
    except UnicodeEncodeError:
        return text.translate(_ASCII).encode(name, errors="replace").decode(name)
    return text


def say(text: str = "", *, style: str | None = None) -> None:
    """A line on stdout; `style` is seen on a terminal only, where `--color` and NO_COLOR allow it."""
    _print(sys.stdout, text, style)


def warn(text: str, *, style: str | None = None) -> None:
    """A line on stderr: warnings, hints, progress."""
    sys.stdout.flush()
    _print(sys.stderr, text, style)


def write(text: str) -> None:
    """A finished document on stdout, as it is but for the terminal's safety."""
    click.echo(fit(printable(text), sys.stdout.encoding), nl=False)


def _print(stream: TextIO, text: str, style: str | None) -> None:
    shown = fit(printable(text), stream.encoding)
    if style and (console := coloured(stream)):
        console.print(shown, style=style, highlight=False, markup=False, emoji=False, soft_wrap=True)
    else:
        click.echo(shown, file=stream)


def coloured(stream: TextIO) -> Console | None:
    """A console for colours, or None where there are to be none."""
    setting = colour_setting()
    if setting == "never" or (setting == "auto" and not stream.isatty()):
        return None
    from rich.console import Console  # noqa: PLC0415 - a pipe has no need of it, and it takes 60 ms

    if setting == "always":
        return Console(file=stream, force_terminal=True, no_color=False)
    console = Console(file=stream)
    return None if console.no_color else console


def colour_setting() -> str:
    """`--color` of the running command: auto, always or never."""
    context = click.get_current_context(silent=True)
    setting = context.find_root().params.get("color") if context else None
    return str(setting or "auto")
