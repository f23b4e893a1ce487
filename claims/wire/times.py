"""Times as wire copy writes them. Nonsense gives no time and a word about it, never today.

Read are ISO 8601 with any number of decimals, RFC 822, dates in words ("May 24, 2024 10:00 AM EDT", "24. Mai 2024"),
"26-FEB-1987 15:01:01", day-and-month figures where they can mean only one day, and seconds since 1970. A time without
a zone, or with one whose name is ambiguous, is kept as if UTC and marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.text import fold

_DOUBTFUL = 1900  # a story from before is most likely a date misread
_POSSIBLE = range(1600, 2200)  # outside, and windows of days around it would leave the calendar


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in UTC, or none; whether its zone was given; and what was doubtful about it."""

    when: datetime | None
    zone_known: bool = True
    note: str = ""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero ene gennaio gen januari janeiro jaenner jän января янв січня",
            "feb february februar fevrier fev febrero febbraio februari fevereiro fevr февраля фев лютого",
            "mar march marz maerz mrz mars marzo maart marco марта березня",
            "apr april avril avr abril abr aprile апреля квітня",
            "may mai mayo maggio mag mei maio мая травня",
            "jun june juni juin junio giugno giu junho июня червня",
            "jul july juli juillet juil julio luglio lug julho июля липня",
            "aug august aout agosto ago augustus августа серпня",
            "sep sept september septembre septiembre settembre set setembro сентября вересня",
            "oct october okt oktober octobre octubre ottobre ott outubro out октября жовтня",
            "nov november novembre noviembre novembro ноября листопада",
            "dec december dez dezember decembre diciembre dic dicembre december dezembro декабря грудня",
        ),
        start=1,
    )
    for name in names.split()
}

# Names that mean one offset everywhere; IST, CST of China and their like are missing on purpose.
_OFFSETS = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0.0),
    **dict.fromkeys(("bst", "cet", "mez", "west"), 1.0),
    **dict.fromkeys(("cest", "mesz", "eet"), 2.0),
    **dict.fromkeys(("eest", "msk", "trt"), 3.0),
    **dict.fromkeys(("hkt", "sgt", "awst", "pht"), 8.0),
    **dict.fromkeys(("jst", "kst"), 9.0),
    "aest": 10.0,
    "aedt": 11.0,
    "nzst": 12.0,
    "nzdt": 13.0,
    "acst": 9.5,
    "acdt": 10.5,
    "pkt": 5.0,
    "npt": 5.75,
    "edt": -4.0,
    "est": -5.0,
    "cdt": -5.0,
    "cst": -6.0,
    "mdt": -6.0,
    "mst": -7.0,
    "pdt": -7.0,
    "pst": -8.0,
    "adt": -3.0,
    "ast": -4.0,
    "ndt": -2.5,
    "nst": -3.5,
    "akst": -9.0,
    "akdt": -8.0,
    "hst": -10.0,
}
_REGIONS = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "eastern": "America/New_York",
    "pacific": "America/Los_Angeles",
}

_ZONE = r"(?P<zone>z|[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[a-z]+/[a-z_]+)?"
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<part>\d+))?)?"
    r"(?:\s?(?P<half>am|pm|a\.m\.|p\.m\.))?"
)
_TIME = rf"(?:[\s,t|@–-]*(?:(?:at|um|a)\s)?{_CLOCK}\s?(?:uhr\s?)?\(?{_ZONE}\)?)?"
_WEEKDAY = r"(?:[^\W\d]{2,12}\.?,?\s)?"
_TAIL = r"(?:\s\([^()]*\)|,?\s[a-z]{3,9})?"  # "(UTC)" after an offset, a weekday after the year

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[t\s]\s?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,](?P<part>\d+))?)?\s?" + _ZONE + r")?"
)
_WORDED = (
    re.compile(
        _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]?(?:de\s)?(?P<name>[^\W\d]{3,10})\.?,?[\s-]?(?:de\s)?"
        r"(?P<year>\d{4}|\d{2}(?!\d))" + _TIME + _TAIL
    ),
    re.compile(
        _WEEKDAY + r"(?P<name>[^\W\d]{3,10})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})" + _TIME + _TAIL
    ),
    re.compile(  # "12:04 GMT, 3 May 2024"
        _CLOCK
        + r"\s?"
        + _ZONE
        + r",?\s(?:on\s)?"
        + _WEEKDAY
        + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<name>[^\W\d]{3,10})"
        r"\.?,?\s(?P<year>\d{4})"
    ),
    re.compile(  # "10:15 AM EDT, Fri May 24, 2024"
        _CLOCK + r"\s?" + _ZONE + r",?\s(?:on\s)?" + _WEEKDAY + r"(?P<name>[^\W\d]{3,10})\.?\s(?P<day>\d{1,2})"
        r"(?:st|nd|rd|th)?,?\s(?P<year>\d{4})"
    ),
    re.compile(  # asctime: "Fri May 24 10:00:00 UTC 2024"
        r"[a-z]{3}\s(?P<name>[a-z]{3})\s(?P<day>\d{1,2})\s" + _CLOCK + r"\s?" + _ZONE + r"\s(?P<year>\d{4})"
    ),
)
_FIGURES = re.compile(r"(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<year>\d{4})" + _TIME)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})")
_SECONDS = re.compile(r"\d{9,10}|\d{12,13}")
_LONGEST = 80


def parse(text: str) -> Moment:
    """The moment that `text` names. No time comes back with a note that quotes the text; raises nothing."""
    written = fold(text[: _LONGEST * 4])
    if not written:
        return Moment(None, note="no date")
    if len(written) > _LONGEST:
        return _nonsense(text)
    if match := _ISO.fullmatch(written) or _COMPACT.fullmatch(written):
        return _moment(match, int(match["month"]), text)
    for pattern in _WORDED:
        if (match := pattern.fullmatch(written)) and match["name"] in MONTHS:
            return _moment(match, MONTHS[match["name"]], text)
    if match := _FIGURES.fullmatch(written):
        return _in_figures(match, text)
    return _since_1970(written) if _SECONDS.fullmatch(written) else _nonsense(text)


def _nonsense(text: str) -> Moment:
    return Moment(None, note=f"{' '.join(text.split())[:40]!r} is no date that can be read")


def _in_figures(match: re.Match[str], text: str) -> Moment:
    a, b = int(match["a"]), int(match["b"])
    if a != b and a <= 12 and b <= 12:
        return Moment(None, note=f"{match.group()!r} can be two days; left out")
    day, month = (a, b) if b <= 12 else (b, a)
    found = _moment(match, month, text, day=day)
    return (
        found
        if found.note
        else Moment(found.when, found.zone_known, f"{match.group()!r} read as {found.when:%d %b %Y}")
    )


def _since_1970(digits: str) -> Moment:
    seconds = int(digits) / (1000 if len(digits) > 10 else 1)
    when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return Moment(when, note=f"{digits} read as seconds since 1970")


def _moment(match: re.Match[str], month: int, text: str, day: int | None = None) -> Moment:
    groups = match.groupdict()
    try:
        local = datetime(_year(groups["year"]), month, day or int(groups["day"]), *_clock(groups))
        zone, note = _zone(groups.get("zone"), local)
        when = local.replace(tzinfo=zone or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return _nonsense(text)
    if when.year not in _POSSIBLE:
        return Moment(None, note=f"{' '.join(text.split())[:40]!r} is no date of a story")
    if when.year < _DOUBTFUL:
        note = f"a date before {_DOUBTFUL}"
    return Moment(when, zone is not None, note)


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _clock(groups: dict[str, str | None]) -> tuple[int, int, int, int]:
    if groups.get("hour") is None:
        return 0, 0, 0, 0
    hour, minute, second = (int(groups[name] or 0) for name in ("hour", "minute", "second"))
    half = groups.get("half")
    if half and not 1 <= hour <= 12:
        raise ValueError(hour)
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour, minute, second, int(((groups.get("part") or "0") + "000000")[:6])


def _zone(name: str | None, local: datetime) -> tuple[tzinfo | None, str]:
    """The zone of that name, None where none is given or the name is not sure."""
    if not name:
        return None, ""
    if name in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[name])), ""
    if match := re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(-offset if match[1] == "-" else offset), ""
    zone = _region(_REGIONS.get(name) or "_".join(word.title() for word in name.split("_")))
    if zone is None:
        return None, f"time zone {name!r} is not known; time kept as written"
    there_and_back = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return zone, "" if there_and_back == local else f"there was no {local:%H:%M} that day in {name}"


def _region(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of the zone tables ("America")
        return None
