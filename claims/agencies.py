"""The agency table: names, short names, aliases and credit marks of news agencies and outlets.

Read by `wire` (who sent it, who is credited) and by `attribution` (who is cited). The facts stand in `agencies.csv`
beside this module; an outlet that is not there is added by the desk's own database, never here at run time.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz import fuzz, process

from claims.text import Span, fold


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency or outlet as the table has it."""

    id: str
    name: str
    short: str  # what tables and JSON show: AP, AFP, BBC
    kind: str  # agency, broadcaster, newspaper …
    country: str
    credit_marks: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    in_text: tuple[str, ...] = ()


@cache
def table() -> tuple[Agency, ...]:
    """Every agency of the package's table, in its order."""
    text = (resources.files("claims") / "agencies.csv").read_text(encoding="utf-8")
    return tuple(_agency(row) for row in csv.DictReader(text.splitlines()))


def _agency(row: dict[str, str]) -> Agency:
    def several(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in row[column].split(";") if part.strip())

    return Agency(
        id=row["id"],
        name=row["name"],
        short=row["short"],
        kind=row["kind"],
        country=row["country"],
        credit_marks=several("credit_marks"),
        other_names=several("other_names"),
        domains=several("domains"),
        in_text=several("in_text"),
    )


@cache
def _by_name() -> dict[str, Agency]:
    names: dict[str, Agency] = {}
    for agency in table():
        for name in (agency.name, agency.short, agency.id, *agency.other_names):
            names.setdefault(_key(name), agency)
    return names


def _key(name: str) -> str:
    return re.sub(r"[^\w ]+", "", fold(name).removeprefix("the ")).strip()


@lru_cache(maxsize=4_096)
def find(name: str) -> Agency | None:
    """The agency of that name, short name or alias; spelling must agree but for case, accents and "the"."""
    return _by_name().get(_key(name)) if name else None


def short_name(name: str) -> str:
    """The table's short name for `name`, or the name itself, trimmed, where the table does not know it."""
    agency = find(name)
    return agency.short if agency else name.strip()


def by_domain(host: str) -> Agency | None:
    """The agency a host name (or a parent domain of it) belongs to."""
    host = host.casefold().rstrip(".")
    while "." in host:
        if agency := _domains().get(host):
            return agency
        host = host.partition(".")[2]
    return None


@cache
def _domains() -> dict[str, Agency]:
    return {domain.casefold(): agency for agency in table() for domain in agency.domains}


def nearest(name: str, limit: int = 3) -> tuple[str, ...]:
    """Names of the table that look most like `name`, best first: for "did you mean"."""
    matches = process.extract(_key(name), list(_by_name()), scorer=fuzz.ratio, limit=limit * 2, score_cutoff=50)
    return tuple(dict.fromkeys(_by_name()[match[0]].short for match in matches))[:limit]


def mentions(text: str, within: Span | None = None) -> tuple[tuple[Span, Agency], ...]:
    """Where agencies are named in `text` (names, short names and aliases as whole words, case kept), in order."""
    start, end = within or (0, len(text))
    return tuple((Span(*m.span()), _exact()[m.group()]) for m in _pattern().finditer(text, start, end))


@cache
def _exact() -> dict[str, Agency]:
    names: dict[str, Agency] = {}
    for agency in table():
        for name in _spelled(agency):
            names.setdefault(name, agency)
    return names


def _spelled(agency: Agency) -> Iterable[str]:
    return (n for n in (agency.name, agency.short, *agency.other_names) if len(n) > 1)


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_exact(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


@lru_cache(maxsize=4_096)
def marked(mark: str) -> Agency | None:
    """The agency of a credit mark, with or without its brackets: "(Reuters)", "/PRNewswire-AsiaNet/", "tca/dpa"."""
    key = _mark_key(mark)
    if not key:
        return None
    return _by_mark().get(key) or find(mark.strip("()/- ")) or _last_known(key)


def _mark_key(mark: str) -> str:
    return fold(mark).strip("()/-—–=_:;,. ")


def _last_known(key: str) -> Agency | None:
    """Of a joint mark ("tca/dpa", "Xinhua-AsiaNet") the last that is known: the one who sent it on."""
    parts = re.split("[/=-]", key)
    if len(parts) == 1:
        return None
    return next((agency for part in reversed(parts) if (agency := find(part))), None)


@cache
def _by_mark() -> dict[str, Agency]:
    marks: dict[str, Agency] = {}
    for agency in table():
        for mark in agency.credit_marks:
            marks.setdefault(_mark_key(mark), agency)
    return marks
