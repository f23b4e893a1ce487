"""What envelopes of several formats say in the same odd ways: who sent it, where a dateline is none, bad items.

Providers name themselves by name, domain, tag URI or a code of their own; the agency table knows names and domains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from claims import agencies
from claims.errors import MalformedStory, StoryError
from claims.records import Document, Problem, Story

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.){1,6}[a-z]{2,24}", re.I)
_NO_DATA = re.compile(r"\bno-data-available\b[\s,]*|^\W*$", re.I)
_ADDRESS = re.compile(r"\w+://|(?:tag|urn):", re.I)
_DATE_ALONE = re.compile(
    r"\W*(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}\b)", re.I
)
_LONGEST_NAME = 200
_MOST_ITEMS = 10_000

Item = TypeVar("Item")


def sender(*candidates: str | None) -> str | None:
    """The first candidate the agency table knows, by its short name; else the first that is a name and no address."""
    said = [name.strip() for name in candidates if name and name.strip() and not _NO_DATA.search(name)]
    known = next((short for name in said if (short := known_agency(name))), None)
    return known or next((name for name in said if not _ADDRESS.match(name)), None)


def known_agency(name: str) -> str | None:
    """The table's short name for a name, host, URL, tag or URN; None where the table does not know it."""
    if len(name) > _LONGEST_NAME:
        return None
    if agency := agencies.find(name):
        return agency.short
    hosts = (agencies.by_domain(host) for host in _HOST.findall(name))
    return next((agency.short for agency in hosts if agency), None)


def said(text: str | None) -> str:
    """A field as one line; "" where the sender filled in that it has no data."""
    return " ".join(_NO_DATA.sub("", text).split()) if text else ""


def dateline(text: str | None) -> str | None:
    """The dateline field, or None where the sender put a date or time there: the copy knows better."""
    line = said(text)
    return None if not line or _DATE_ALONE.match(line) else line


def limited(items: list[Item]) -> list[Item]:
    """The items of a message. Raises MalformedStory where there are more than any message has."""
    if len(items) > _MOST_ITEMS:
        raise MalformedStory(f"refused: {len(items):,} items in one message", "check where the file comes from")
    return items


def stand_in(**lines: str) -> tuple[str, tuple[str, ...]]:
    """What stands for the copy of an alert or a kill that has none: the first line there is, and a word about it."""
    for name, text in lines.items():
        if text:
            return text, (f"no text but the {name.replace('_', ' ')}",)
    return "", ()


def unidentified(guid: str | None) -> tuple[str, ...]:
    """A warning for an item of a format that has item ids, where this one has none."""
    return () if guid else ("no item id; it is known by its text",)


def or_problem(make: Callable[[], Story], document: Document, where: str) -> Story | Problem:
    """The story, or why this item is none: a bad item costs its neighbours nothing."""
    try:
        return make()
    except StoryError as error:
        return Problem(error.origin or document.origin, error.message, error.where or where, error.hint or "")


def listed(things: Iterable[str]) -> str:
    """Things with how many there are of each, for a warning: "1 package, 3 pictures" is "package, picture (3)"."""
    counts: dict[str, int] = {}
    for thing in things:
        counts[thing] = counts.get(thing, 0) + 1
    return ", ".join(thing if n == 1 else f"{thing} ({n})" for thing, n in counts.items())
