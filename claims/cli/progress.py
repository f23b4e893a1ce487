"""A progress bar on stderr, where stderr is a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from claims.cli.screen import colour_setting

T = TypeVar("T")


@contextmanager
def tracked(items: Iterable[T], total: int, *, quiet: bool = False) -> Iterator[Iterable[T]]:
    """`items`, with a bar that moves as they are taken; silent in a pipe, with `quiet` and for a single item."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield items
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is a terminal to draw on
    from rich.progress import Progress  # noqa: PLC0415

    plain = colour_setting() == "never"
    with Progress(console=Console(file=sys.stderr, no_color=plain or None), transient=True) as bar:
        task = bar.add_task(f"Reading {total} files", total=total)
        yield _advancing(items, lambda: bar.advance(task))


def _advancing(items: Iterable[T], step: Callable[[], None]) -> Iterator[T]:
    for item in items:
        yield item
        step()
