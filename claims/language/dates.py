"""Finds the days a text speaks of: "March 11", "11 March 2004", "in 2016", "on Friday", "overnight".

Days without a year, weekdays and words like "yesterday" are resolved against the day the story was published and
marked as inferred; without that day they stay unresolved. Months and weekdays are read where they are capitalised, so
that "may" and "march" stay verbs.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from functools import lru_cache

from claims.records import When
from claims.text import Span

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_TO = r"(?:[-–]|\s(?:to|and)\s)"
_BEFORE = r"(?:(?:In|Since|By|During|Until|Till|From|After|Before|Of|Late|Early|Mid|As early as|Back in|Around)\s)"
_PERIOD = r"(?P<which>last|this|next|past|coming)\s(?P<unit>week|month|year|night|morning|afternoon|evening)"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_AGO = rf"(?P<count>{_COUNT})\s(?P<step>day|week|month|year)s?\sago"

_PATTERN = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<dmy>(?:{_WEEKDAY},?\s)?(?P<d1>{_DAY}){_TH}(?:{_TO}(?P<d1b>{_DAY}){_TH})?\s(?:of\s)?(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?)"
    rf"|(?P<mdy>(?:{_WEEKDAY},?\s)?(?P<m2>{_MONTH})\s(?P<d2>{_DAY}){_TH}(?![\d:])(?:{_TO}(?P<d2b>{_DAY}){_TH}(?!\d|\s[ap]\.?m|\s{_MONTH}))?(?:,?\s(?P<y2>{_YEAR}))?)"
    rf"|(?P<my>(?P<m3>{_MONTH})\s(?:of\s)?(?P<y3>{_YEAR}))"
    rf"|(?P<month>(?i:in|since|by|during|until|last|late|early|mid|from|of|this|next)[\s-](?P<m4>{_MONTH})(?!,?\s\d))"
    rf"|(?P<weekday>(?:(?P<prefix>(?i:last|next|this|coming|on|late|early))\s)?(?P<w>{_WEEKDAY})(?!,?\s(?:{_MONTH}\s\d|{_DAY}{_TH}\s(?:of\s)?{_MONTH})))"
    rf"|(?P<year>(?i:{_BEFORE})(?P<y4>{_YEAR})(?:[-–](?P<y5>{_YEAR}|\d\d))?)"
    rf"|(?P<word>(?i:yesterday|today|tonight|tomorrow|overnight))"
    rf"|(?P<period>(?i:{_PERIOD}))"
    rf"|(?P<ago>(?i:{_AGO}))"
    rf")(?!\w)"
)
_COUNTS = dict(
    zip("a an one two three four five six seven eight nine ten twelve".split(), (1, 1, *range(1, 11), 12), strict=True)
)


# Each alternative of the pattern holds a number or one of these, standing by itself.
_NAMING = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september sepember oct
    october nov november dec december monday tuesday wednesday thursday friday saturday sunday yesterday today tonight
    tomorrow overnight week month year night morning afternoon evening ago
    """.split()
)


def may_be_named(words: Iterable[str]) -> bool:
    """Whether a text of these folded words may name a day at all: False spares the search."""
    return any(map(_may_name, words))


@lru_cache(maxsize=65536)
def _may_name(word: str) -> bool:
    return word[:1].isdecimal() or not _NAMING.isdisjoint(word.split("'"))


def spans(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Where days, months or years are named, in order, resolvable or not; prepositions are part of the span."""
    start, end = within or (0, len(text))
    return tuple(Span(*match.span()) for match in _PATTERN.finditer(text, start, end))


def whens(
    text: str, within: Span | None = None, published: datetime | None = None, *, future: bool = False
) -> tuple[When, ...]:
    """The days named in `text`, in order, as far as they can be resolved.

    A bare weekday is the last one up to the day of publication; with `future` (the sentence plans or predicts) the
    next one. Days without a year are those nearest before the publication (a month ahead is allowed).
    """
    start, end = within or (0, len(text))
    day = published.date() if published else None
    return tuple(when for m in _PATTERN.finditer(text, start, end) if (when := _resolve(m, day, future)))


def _resolve(match: re.Match[str], day: date | None, future: bool) -> When | None:
    reader = _READERS[match.lastgroup or "iso"]
    try:
        found = reader(match, day, future)
    except (ValueError, OverflowError):  # 31 February, or a day before the calendar begins
        return None
    if found is None:
        return None
    start, end, inferred = found
    return When(start, end, inferred, Span(*match.span())) if start <= end else None


_Found = tuple[date, date, bool] | None


def _iso(match: re.Match[str], _day: date | None, _future: bool) -> _Found:
    found = date.fromisoformat(match["iso"])
    return found, found, False


def _day_of_month(day: date | None, month: str, first: str, last: str | None, year: str | None) -> _Found:
    number = _MONTHS.index(month[:3]) + 1
    if year is None and day is None:
        return None
    which = int(year) if year else _near(day, number, int(first))
    return date(which, number, int(first)), date(which, number, int(last or first)), year is None


def _near(day: date | None, month: int, first: int) -> int:
    """The year that puts month and day nearest before `day`, allowing 31 days after it."""
    assert day is not None
    candidate = date(day.year, month, min(first, 28))
    if candidate - day > timedelta(days=31):
        return day.year - 1
    if day - candidate > timedelta(days=334):  # "January 3" in a story of late December
        return day.year + 1
    return day.year


def _month(match: re.Match[str], day: date | None, future: bool) -> _Found:
    if day is None:
        return None
    number = _MONTHS.index(match["m4"][:3]) + 1
    ahead = future or match["month"][:4].lower() == "next"
    year = day.year + (1 if number < day.month and ahead else 0) - (1 if number > day.month and not ahead else 0)
    return *_whole_month(year, number), True


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _weekday(match: re.Match[str], day: date | None, future: bool) -> _Found:
    if day is None:
        return None
    prefix = (match["prefix"] or "").lower()
    number = _DAYS.index(match["w"][:3])
    back = (day.weekday() - number) % 7
    if prefix in ("next", "coming") or (future and prefix != "last"):
        found = day + timedelta(days=(number - day.weekday()) % 7 or (7 if prefix == "next" else 0))
    else:
        found = day - timedelta(days=back or (7 if prefix == "last" else 0))
    return found, found, True


def _year(match: re.Match[str], _day: date | None, _future: bool) -> _Found:
    first = int(match["y4"])
    tail = match["y5"]
    last = first if not tail else int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    return date(first, 1, 1), date(last, 12, 31), False


_NEAR_DAYS = {"yesterday": (-1, -1), "today": (0, 0), "tonight": (0, 0), "tomorrow": (1, 1), "overnight": (-1, 0)}


def _word(match: re.Match[str], day: date | None, _future: bool) -> _Found:
    if day is None:
        return None
    before, after = _NEAR_DAYS[match["word"].lower()]
    return day + timedelta(days=before), day + timedelta(days=after), True


def _period(match: re.Match[str], day: date | None, _future: bool) -> _Found:
    if day is None:
        return None
    step = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6), True
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return *_whole_month(months // 12, months % 12 + 1), True
    if unit == "year":
        return date(day.year + step, 1, 1), date(day.year + step, 12, 31), True
    return day + timedelta(days=step), day + timedelta(days=step), True


def _ago(match: re.Match[str], day: date | None, _future: bool) -> _Found:
    if day is None:
        return None
    words = match["count"].lower()
    count = _COUNTS.get(words) or int(words)
    if (step := match["step"].lower()) in ("day", "week"):
        found = day - timedelta(days=count * (7 if step == "week" else 1))
        return found, found, True
    months = day.year * 12 + day.month - 1 - count * (12 if step == "year" else 1)
    if not MINYEAR * 12 <= months < MAXYEAR * 12:
        return None
    return *_whole_month(months // 12, months % 12 + 1), True


_READERS: dict[str, Callable[[re.Match[str], date | None, bool], _Found]] = {
    "iso": _iso,
    "dmy": lambda m, day, _: _day_of_month(day, m["m1"], m["d1"], m["d1b"], m["y1"]),
    "mdy": lambda m, day, _: _day_of_month(day, m["m2"], m["d2"], m["d2b"], m["y2"]),
    "my": lambda m, _, __: (*_whole_month(int(m["y3"]), _MONTHS.index(m["m3"][:3]) + 1), False),
    "month": _month,
    "weekday": _weekday,
    "year": _year,
    "word": _word,
    "period": _period,
    "ago": _ago,
}
