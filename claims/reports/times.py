"""How times are written: ISO 8601 for machines, short and in a zone for people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo

from claims.records import Claim, Position, StoryRef

_LAST = datetime.max.replace(tzinfo=UTC)
_DAY_ALONE = (time(), time(23, 59, 59))  # a day without a time of day: as the copy has it, and as the desk knows it


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
        return f"{time.day} {time:%b}" + ("" if _is_day_alone(time) else f" {time:%H:%M}")
    local = time.astimezone(zone)
    return f"{local.day} {local:%b} {local:%H:%M}"


def earliest(claims: Iterable[Claim]) -> tuple[datetime, Claim] | None:
    """The claim that was made first, with its time; None where the copy gives no times.

    A claim was first made when the first version of its story that has it was sent. Undated copy has no say: when it
    arrived is no time at which anything was said.
    """
    timed = [(time, claim) for claim in claims if (time := first_seen(claim))]
    return min(timed, key=lambda pair: (pair[0], pair[1].id), default=None)


def first_seen(claim: Claim) -> datetime | None:
    """When a claim was first made; None for undated copy."""
    return (claim.first_seen or claim.story.published) if claim.story.published else None


def order_of(story: StoryRef) -> datetime:
    """What story comes before what: its time (the end of the day where it gives no more), undated copy last."""
    if story.published is None:
        return _LAST
    whole_day = not story.zone_known and _is_day_alone(story.published)
    return datetime.combine(story.published, _DAY_ALONE[1], UTC) if whole_day else story.published


def _is_day_alone(moment: datetime) -> bool:
    return moment.time() in _DAY_ALONE


def first_said(position: Position, zone: tzinfo) -> str:
    """When a position was first taken, as `clock` writes it."""
    first = earliest(position.claims)
    return clock(first[0], zone, first[1].story.zone_known) if first else clock(None, zone)


def first_instant(position: Position) -> str | None:
    """The same as `instant` writes it."""
    first = earliest(position.claims)
    return first_made(first[1]) if first else None


def first_made(claim: Claim) -> str | None:
    """When a claim was first made, as `instant` writes it; of a day alone its midnight, as in `published`."""
    made = first_seen(claim)
    if made and not claim.story.zone_known and _is_day_alone(made):
        made = datetime.combine(made, _DAY_ALONE[0])
    return instant(made, claim.story.zone_known)


def full_clock(time: datetime | None, zone: tzinfo, zone_known: bool = True, missing: str = "undated") -> str:
    """The same with year and zone: "9 Mar 2026 05:20 UTC"; without a zone where the copy gave none."""
    if time is None:
        return missing
    if not zone_known:
        told = f"{time.day} {time:%b %Y}"
        return told if _is_day_alone(time) else f"{told} {time:%H:%M} (zone unknown)"
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
