"""How times are written: ISO 8601 for machines, short and in a zone for people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from claims.records import Claim, Position


def instant(time: datetime | None, zone_known: bool = True) -> str | None:
    """ISO 8601 in UTC ("2026-03-09T05:20:00Z"); as written and without an offset where the copy gave no zone."""
    if time is None:
        return None
    text = time.replace(tzinfo=None).isoformat(timespec="seconds")
    return text + "Z" if zone_known else text


def zone_word(zone_known: bool) -> str:
    """The `published_zone` of the machine formats."""
    return "known" if zone_known else "unknown"


def clock(time: datetime | None, zone: tzinfo, zone_known: bool = True, missing: str = "undated") -> str:
    """Day, month and time of day for a person: "9 Mar 05:20"; the day alone where the copy gave no more."""
    if time is None:
        return missing
    if not zone_known:
        return f"{time.day} {time:%b}" + ("" if (time.hour, time.minute) == (0, 0) else f" {time:%H:%M}")
    local = time.astimezone(zone)
    return f"{local.day} {local:%b} {local:%H:%M}"


def earliest(claims: Iterable[Claim]) -> tuple[datetime, Claim] | None:
    """The claim that was made first, with its time; None where the copy gives no times."""
    timed = [(time, claim) for claim in claims if (time := claim.first_seen or claim.story.published)]
    return min(timed, key=lambda pair: (pair[0], pair[1].id), default=None)


def first_said(position: Position, zone: tzinfo) -> str:
    """When a position was first taken, as `clock` writes it."""
    first = earliest(position.claims)
    return clock(first[0], zone, first[1].story.zone_known) if first else clock(None, zone)


def first_instant(position: Position) -> str | None:
    """The same as `instant` writes it."""
    first = earliest(position.claims)
    return instant(first[0], first[1].story.zone_known) if first else None


def full_clock(time: datetime | None, zone: tzinfo, zone_known: bool = True, missing: str = "undated") -> str:
    """The same with year and zone: "9 Mar 2026 05:20 UTC"; without a zone where the copy gave none."""
    if time is None:
        return missing
    if not zone_known:
        return f"{time.day} {time:%b %Y %H:%M} (zone unknown)"
    local = time.astimezone(zone)
    return f"{local.day} {local:%b %Y %H:%M} {local.tzname()}".rstrip()


def days(start: date | None, end: date | None) -> str:
    """A day or a range of days as an editor writes it: "9–10 Mar 2026"."""
    if start is None:
        return ""
    last = end or start
    if last == start:
        return f"{start.day} {start:%b %Y}"
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{last.day} {last:%b %Y}"
    opening = f"{start.day} {start:%b}" + ("" if start.year == last.year else f" {start.year}")
    return f"{opening} – {last.day} {last:%b %Y}"
