"""What a reference means: "E-3", "C-17", or words that fit an event loosely."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NoReturn

from claims.desk import loose
from claims.errors import Ambiguous, NotFound
from claims.store import events, listing
from claims.store.engine import Connection

_REF = re.compile(r"([A-Za-z])-?([0-9]{1,9})$")
_CLOSE = 3.0  # of 100: events that fit as well as the best
_LISTED = 10
_KINDS = {"C": "claim", "S": "story", "E": "event", "D": "dispute"}


def parsed(ref: str) -> tuple[str, int] | None:
    """The kind's letter and the number of an id ("e-3", "E3"), None for words."""
    match = _REF.match(ref.strip())
    return (match.group(1).upper(), int(match.group(2))) if match else None


def number(ref: str, kind: str) -> int:
    """The number of an id of that kind; `NotFound` for anything else."""
    found = parsed(ref)
    if found is None or found[0] != kind:
        raise NotFound(f"{ref!r} is no {_KINDS[kind]}: ids look like {kind}-17.")
    return found[1]


def event(connection: Connection, ref: str) -> int:
    """The event meant: its id (or its heir's), else the one event the words fit. `NotFound`, `Ambiguous`."""
    found = parsed(ref)
    if found and found[0] == "E":
        return _by_id(connection, ref, found[1])
    asked = loose.split(ref)
    best = _fitting(asked, listing.names(connection)) or _fitting(asked, listing.headlines(connection))
    if not best:
        raise NotFound(f"No event fits {ref!r}.", "claims events lists all.")
    if len(best) > 1:
        _ambiguous(connection, ref, best)
    return best[0]


def _by_id(connection: Connection, ref: str, number: int) -> int:
    resolved = events.resolve(connection, number)
    if resolved is None:
        raise NotFound(f"There is no event {ref}.", "claims events lists all.")
    return resolved


def _fitting(asked: tuple[str, ...], offered: Iterable[tuple[int, str]]) -> list[int]:
    scores: dict[int, float] = {}
    for event_id, text in offered:
        scores[event_id] = max(scores.get(event_id, 0.0), loose.fit(asked, loose.split(text)))
    best = max(scores.values(), default=0.0)
    return sorted((e for e, s in scores.items() if s > 0 and s >= best - _CLOSE), key=lambda e: (-scores[e], e))


def _ambiguous(connection: Connection, ref: str, ids: list[int]) -> NoReturn:
    found = {event.id: event for event in listing.events(connection, ids[:_LISTED])}
    lines = [f"E-{i}  {found[i].title} ({found[i].claims} claims)" for i in ids[:_LISTED]]
    raise Ambiguous(f"{len(ids)} events fit {ref!r}.", lines, "Name one by its id, or give more words.")
