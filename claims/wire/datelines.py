"""Datelines: where the copy was filed, who sent it, and where the story begins after it.

    KYIV, May 24 (Reuters) - Russia said …        PORT ELLEN, Argentina (AP) _ For years …
    Berlin (dpa) - Talks went on …                AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- …
    MOSCOW, March 23. /TASS/. The …               ROUND ROCK, Texas--(BUSINESS WIRE)--A firm said …
    (ANSA) - ROMA, 24 MAG - Il …                  ATLANTA — A judge …           KARACHI: The …

A dateline opens one of the first eight paragraphs; advisories "(Adds …)", bullets and "By NAME" may stand before it.
Wire transmissions have "_" or "--" for the dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims import agencies
from claims.agencies import Agency
from claims.text import Span, Spans
from claims.wire.times import MONTHS, Moment, parse

_WITHIN_PARAGRAPHS = 8
_LONGEST = 170  # code points from the paragraph's start to the end of the dash
_PLACE_LONGEST = 90

_DASH = r"(?:[-–—_―]{1,3}|:)"
_SPACE = r"[^\S\n\r]"
# "(Reuters) -", "--(BUSINESS WIRE)--", "(EFE).-"; a mark in brackets may go without a dash.
_ROUND = re.compile(
    rf"(?P<place>[^()\n\r]{{0,{_PLACE_LONGEST}}}?)[-–—]{{0,2}}\((?P<mark>[^()\n\r]{{2,40}})\)"
    rf"{_SPACE}{{0,3}}\.?{_SPACE}{{0,2}}(?P<dash>{_DASH}?){_SPACE}*"
)
_SLASHED = re.compile(  # "/PRNewswire/ --", "/TASS/."
    rf"(?P<place>[^()/\n\r]{{0,{_PLACE_LONGEST}}}?)/(?P<mark>[^\W\d][\w .=-]{{1,30}})/\.?"
    rf"{_SPACE}{{0,2}}(?P<dash>{_DASH}?){_SPACE}*"
)
_REVERSED = re.compile(  # "(ANSA) - ROMA, 24 MAG - "
    rf"\((?P<mark>[A-Z]{{2,12}})\){_SPACE}?(?P<dash>[-–—]){_SPACE}?(?P<place>[^()\n\r]{{3,50}}?){_SPACE}[-–—]{_SPACE}"
)
_UNMARKED = re.compile(
    rf"(?P<place>[^()\n\r]{{2,60}}?)(?:{_SPACE}{{1,3}}(?:--|[-–—_―]){_SPACE}|(?P<colon>:){_SPACE}|--){_SPACE}*"
)
_AFP_WEB = re.compile(rf"(?P<place>[^|\n\r]{{2,60}}?){_SPACE}\|{_SPACE}(?P<mark>AFP){_SPACE}(?P<dash>\|){_SPACE}?")
_BULLET = re.compile(r"[*•·>‣-]{0,2}\s*")
_DATE = re.compile(
    r",?\s*(?P<date>(?:(?P<name>[^\W\d]{3,9})\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.?\s(?P<after>[^\W\d]{3,9})\.?)"
    r"(?:,?\s(?P<year>(?:19|20)\d{2}))?)[.,]?\s*$"
)
_NOT_PLACES = frozenset(
    "update updates corrects correction corrected refile advisory urgent alert breaking exclusive analysis opinion "
    "factbox explainer timeline note editor's editors eds photo video watch live summary background what why how who "
    "when where first by from via source sources media release embargoed".split()
)
_SMALL = frozenset(
    "de del della di da la le el al los las and of the on in upon under am an der do dos sur near aboard".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `span` runs from its first letter to the first letter of the story."""

    span: Span
    place: str  # "KYIV", "BUENOS AIRES, Argentina"; "" where only the agency stands
    mark: str = ""  # the agency as written: "Reuters", "tca/dpa"
    agency: Agency | None = None  # the table's, where it knows the mark
    day: str = ""  # "May 24", "Feb. 1, 2017"

    def date(self) -> Moment:
        """The day the dateline gives, if it gives the year too; nothing is taken from today."""
        return parse(self.day) if re.search(r"\d{4}$", self.day) else Moment(None)


def find(body: str, paragraphs: Spans) -> Dateline | None:
    """The dateline of a story whose paragraphs these are, None where there is none."""
    for number, paragraph in enumerate(paragraphs[:_WITHIN_PARAGRAPHS]):
        if (found := at(body, paragraph)) and not (_has_colon(body, found) and number > 2):
            return None if _is_transcript(body, found, paragraphs) else found
    return None


def _has_colon(body: str, found: Dateline) -> bool:
    return ":" in body[found.span.start : found.span.end]


def _is_transcript(body: str, found: Dateline, paragraphs: Spans) -> bool:
    """Whether "SMITH: I never said that" opens more than one paragraph: then it names speakers, not places."""
    return _has_colon(body, found) and sum(at(body, paragraph) is not None for paragraph in paragraphs[:40]) > 1


def at(body: str, paragraph: Span) -> Dateline | None:
    """The dateline that this paragraph opens with."""
    end = min(paragraph.end, paragraph.start + _LONGEST)
    bullet = _BULLET.match(body, paragraph.start, end)
    start = bullet.end() if bullet else paragraph.start
    head = body[start:end]
    if not head[:1].isupper() and head[:1] not in ("(", "/"):
        return None
    return _marked(head, start) or _unmarked(head, start)


def _marked(head: str, start: int) -> Dateline | None:
    for pattern in (_AFP_WEB, _REVERSED, _ROUND, _SLASHED):
        if (match := pattern.match(head)) and (found := _checked(match, head, start)):
            return found
    return None


def _checked(match: re.Match[str], head: str, start: int) -> Dateline | None:
    mark = match["mark"].strip()
    agency = agencies.marked(mark)
    place, day = _place_and_day(match["place"])
    sure = agency is not None and (bool(match["dash"]) or _goes_without_dash(match, head))
    likely = agency is None and bool(match["dash"]) and bool(place) and _is_mark(mark)
    if not (sure or likely) or (place and not _is_place(place, strict=likely)):
        return None
    return Dateline(Span(start, start + match.end()), place, mark, agency, day)


def _goes_without_dash(match: re.Match[str], head: str) -> bool:
    """ "Islamabad, May 24 (PTI) Pakistan …" and "/TASS/. The …", but not "Harrisburg (PA) Mayor …"."""
    long_enough = len(match["mark"]) > 2 and len(match["place"].split()) <= 6
    return match.re is _SLASHED or (long_enough and head[match.end() :][:1].isupper())


def _unmarked(head: str, start: int) -> Dateline | None:
    match = _UNMARKED.match(head)
    if match is None:
        return None
    place, day = _place_and_day(match["place"])
    follows = head[match.end() :][:1]
    if not place or not _is_place(place, strict=True) or (match["colon"] and not follows.isupper()):
        return None
    return Dateline(Span(start, start + match.end()), place, day=day)


def _place_and_day(before: str) -> tuple[str, str]:
    """ "KYIV, May 24" → ("KYIV", "May 24")."""
    before = before.strip(" \t,-–—_|")
    match = _DATE.search(before)
    month = match and (match["name"] or match["after"])
    if match is None or month is None or month.lower() not in MONTHS:
        return before, ""
    return before[: match.start()].strip(" \t,-–—"), match["date"].strip(" ,")


def _is_place(place: str, strict: bool) -> bool:
    """Capitalised words, and no sentence; `strict` wants the first part in capitals, as no agency vouches for it."""
    city, _, region = place.partition(",")
    words = re.findall(r"[^\W_][\w.'’-]*", place)
    if not words or len(words) > 9 or words[0].lower() in _NOT_PLACES:
        return False
    if not all(word[0].isupper() or word.lower() in _SMALL for word in words):
        return False
    letters = [char for char in city if char.isalpha()]
    if not strict:
        return True
    return len(letters) > 2 and all(char.isupper() for char in letters) and len(region) < 40


def _is_mark(mark: str) -> bool:
    """Whether brackets after a place in capitals hold a sender's name, known or not: "(Northwire)"."""
    return re.fullmatch(r"[^\W\d][\w&./’'= -]{1,39}", mark) is not None and len(mark.split()) <= 4 and mark[0].isupper()
