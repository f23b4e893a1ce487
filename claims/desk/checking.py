"""`claims db check`: is the database whole, and does it hold what the rules say beyond the constraints?"""

from __future__ import annotations

from collections.abc import Iterator

from claims.desk.opened import Opened
from claims.store import checks


def check(opened: Opened) -> list[str]:
    """What is wrong, a sentence each; empty for a sound database."""
    return list(_problems(opened))


def _problems(opened: Opened) -> Iterator[str]:
    with opened.reading() as connection:
        yield from checks.engine_says(connection)
        yield from checks.rules(connection)
        yield from checks.spans(connection)
