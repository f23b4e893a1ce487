"""A line at the top of copy that forbids its use before a time.

    EMBARGOED UNTIL 0001 GMT 1 JAN 2099              EMBARGO: Not for publication until 6 a.m. ET, Jan. 3, 2099
    Not for release before 00:01 GMT, 1 Jan 2099     HOLD FOR RELEASE UNTIL Thursday, Jan. 1, 2099

A line whose time cannot be read forbids its use all the same: until somebody releases the story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from claims.text import Span, Spans, squeeze
from claims.wire import times

_WITHIN = 5  # paragraphs at the top that are looked at
_LONGEST = 200  # code points of such a line
_USE = r"(?:release|publication|publishing|broadcast|use|transmission)"
_FOR = rf"for {_USE}(?:(?:,| or| and) (?:or )?{_USE}){{0,2}} "
_LINE = re.compile(
    r"[\W_]{0,6}(?:(?:strictly|under|strict) )?"
    rf"(?:embargo(?:ed)?\b[ :;,.*–—-]{{0,5}}(?:(?:strictly )?(?:not )?{_FOR})?|(?:hold|(?:strictly )?not) {_FOR})"
    r"(?:until|till|before|prior to|to(?= [^\n]{0,20}\d))\b[ :]{0,3}(?P<time>[^\n]{1,120})",
    re.I,
)
_SOME_TIME = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:tomorrow|midnight|noon|delivery|further notice)\b", re.I
)
_CLOCK = re.compile(r"\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours)?(?= ?(?:[A-Z]{2,4}|\(?local)\b)", re.I)
_HOUR = re.compile(r"\b(1[0-2]|0?\d) ?([ap])\.?m\b\.?", re.I)
_FULL_HOUR = re.compile(r"\b(1[0-2]|0?\d)([:.]\d\d) ?([ap])\.m\.?", re.I)
_CUTS = re.compile(r"[;/(*\]]|\.(?= |$)| - | – | — ")


@dataclass(frozen=True, slots=True)
class Embargo:
    """When copy may be used: a time in UTC, none where the line's cannot be read; and where the line stands."""

    until: datetime | None
    note: str  # what an import warns of
    span: Span


def find(body: str, blocks: Spans) -> Embargo | None:
    """The embargo line in the first paragraphs of a body."""
    for block in blocks[:_WITHIN]:
        start = block.start
        for line in body[block.start : min(block.end, block.start + 3 * _LONGEST)].split("\n"):
            if found := read(line):
                return Embargo(found.until, found.note, Span(start, min(start + len(line), block.end)))
            start += len(line) + 1
    return None


def read(line: str) -> Embargo | None:
    """What a line says if it is one: "EMBARGOED UNTIL 0001 GMT 1 JAN 2099"."""
    match = _LINE.match(squeeze(line)) if len(line) <= _LONGEST else None
    if match is None:
        return None
    moment = _time(match["time"])
    if moment.when is None and not _SOME_TIME.search(match["time"]):  # "Embargo until elections hurts farmers"
        return None
    if moment.when is None:
        unread = f"embargo: {match['time'][:60]!r} is no time that can be read; held until it is released"
        return Embargo(None, unread, Span(0, len(line)))
    return Embargo(moment.when, f"embargoed until {moment.when:%Y-%m-%d %H:%M} UTC", Span(0, len(line)))


def _time(text: str) -> times.Moment:
    written = _HOUR.sub(r"\1:00 \2m", _FULL_HOUR.sub(r"\1\2 \3m", _CLOCK.sub(r"\1:\2", text)))
    whole = times.parse(written.strip(" .*,"))
    return whole if whole.when else times.parse(_CUTS.split(written)[0].strip(" .*,"))
