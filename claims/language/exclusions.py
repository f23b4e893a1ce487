"""Which numbers are no figures: dates, times of day, ages, scores, list marks, names and comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claims.language import counted, lexicon
from claims.language.quantities import Amount
from claims.language.tokens import Token, words
from claims.text import Span

# Each alternative begins at a digit or a fixed word and takes a bounded stretch, so the search stays linear.
_IN_DIGITS = (
    r"\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?|GMT|UTC|EST|EDT|CET|hours|local)"  # 10.30 a.m.
    r"|\d{1,2}:\d\d(?::\d\d)?"  # 10:30
    r"|\d{3,4}\s?(?:GMT|UTC|hours|hrs|local time)\b"
    r"|\d{1,2}\s?(?:[ap]\.?m\b\.?|o['’]clock)"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?"  # 9/11, 24/7
    r"|(?<!\d)\d{1,9}(?:\.\d{1,9}){2,9}"  # addresses, versions
    r"|\+?(?<!\d)\d{2,4}(?:[-\s]\d{2,4}){2,9}\b"  # telephone numbers
    r"|['’]?\d{2,4}s\b"  # the 1990s
    r"|(?<!\d)\d{1,9}(?:st|nd|rd|th)\b"
    r"|\d{1,3}[\s-]years?[\s-]olds?\b"
    r"|(?<=[^\W\d_]),\s\d{1,2},(?=\s)"  # Anna Bell, 62, said
)
_HOUR = "one two three four five six seven eight nine ten eleven twelve".split()
_IN_WORDS = (
    r"|\b(?:aged?|ages)\s\d{1,3}(?:\s(?:and|to|or)\s\d{1,3})?"
    rf"|\b(?:half|quarter|\w{{3,6}}|\d{{1,2}})(?:\sminutes?)?\s(?:past|to)\s(?:{'|'.join(_HOUR)})\b"
    r"|\b(?:once|twice|\w{3,7}|\d{1,3})[\s-](?:times?\s(?:as|more|less|the|higher|larger|bigger|over|that)|fold)\b"
    r"|\b[\w-]{1,12}\s(?:more|fewer|less|higher|lower)\sthan\b"  # two more than last week
    r"|\b(?:men|women|people|those|anyone|children|everyone)\s(?:over|under|above|below)\s\d{1,2}\b"  # an age
    r"|\bone\s(?:another|day|by one|hand|thing|side|end|point)\b"
)
_ALL = re.compile(_IN_DIGITS + _IN_WORDS, re.IGNORECASE)
_DIGITS = re.compile(_IN_DIGITS, re.IGNORECASE)
_NEEDED = frozenset("age aged ages past time times fold than over under above below one".split())
"""Each alternative in words holds one of these, or "to" with an hour: to search for them all takes long."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_TOLLS = frozenset("number toll figure count total dead deaths injured wounded missing".split())
_CLOCK = frozenset("at until till by from before after around about since past".split())
_DEFINITE = frozenset("the these those both his her its their our all last first next past other no any each".split())


def barred(text: str, sequence: Sequence[Token], days: Iterable[Span]) -> frozenset[int]:
    """Indexes of the tokens that stand in a date, a time, an age or the like, and so can be no figure."""
    if not sequence:
        return frozenset()
    spans = sorted([*days, *_no_figures(text, sequence)])
    found, at = set(), 0
    for index, token in enumerate(sequence):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].start <= token.start and token.end <= spans[at].end:
            found.add(index)
    return frozenset(found)


def _no_figures(text: str, sequence: Sequence[Token]) -> Iterator[Span]:
    known = words(sequence)
    in_words = not _NEEDED.isdisjoint(known) or ("to" in known and not known.isdisjoint(_HOUR))
    pattern = _ALL if in_words else _DIGITS
    for match in pattern.finditer(text, sequence[0].start, sequence[-1].end):
        if _holds(match.group()):
            yield Span(*match.span())


_CLOCK_HOUR = re.compile(r"\s(?:past|to)\s", re.IGNORECASE)
_BEFORE_HOUR = frozenset("half quarter five ten twenty twenty-five".split())


def _holds(found: str) -> bool:
    """Whether a time told in words is one: "five past ten", but not "close to ten"."""
    if _CLOCK_HOUR.search(found):
        first = found.split()[0].lower()
        return first in _BEFORE_HOUR or first[0].isdigit() or "minute" in found.lower()
    return True


@cache
def _designators() -> frozenset[str]:
    return frozenset(lexicon.entries("designators.txt"))


def names(text: str, clause: Sequence[Token], amount: Amount, noun: tuple[int, int] | None) -> bool:
    """Whether the amount is a year, a part of a name or an address, a time or a pronoun's word."""
    return (
        _year(text, clause, amount, noun)
        or _part_of_name(text, clause, amount, noun)
        or _definite(clause, amount)
        or _hour(clause, amount, noun)
    )


def _year(text: str, clause: Sequence[Token], amount: Amount, noun: tuple[int, int] | None) -> bool:
    written = text[clause[amount.first].start : clause[amount.last - 1].end]
    if not _YEAR.fullmatch(written):
        return False
    before = clause[amount.first - 1].word if amount.first else ""
    follows = clause[amount.last].word if amount.last < len(clause) else ""
    return noun is None or follows in ("-", "–") or before in ("the", "in", "of", "since", "a", "'s", "and", "mid", "-")


def _part_of_name(text: str, clause: Sequence[Token], amount: Amount, noun: tuple[int, int] | None) -> bool:
    if not amount.first:
        return amount.digits and amount.last < len(clause) and _numbers_a_list(text, clause, amount)
    before = clause[amount.first - 1]
    touches = before.end == clause[amount.first].start
    if before.word in ("-", "#", "/", ".") and touches and (before.word != "-" or _glued(clause, amount.first - 1)):
        return True
    if before.word == "." and amount.first > 1:  # No. 10
        before = clause[amount.first - 2]
    if before.word in _designators() and before.word not in ("day", "week", "year", "line", "part", "no"):
        return noun is None or text[before.start].isupper() or not amount.digits
    if before.word in ("no", "day", "week", "year", "part"):
        return noun is None
    capital = text[before.start].isupper() and before.start > 0 and amount.first > 1
    return amount.digits and capital and noun is None and not _opens(clause, amount.first - 2) and _ends(clause, amount)


def _glued(clause: Sequence[Token], hyphen: int) -> bool:
    """Whether a hyphen ties the number to a word before it: "Covid-19"; "30-40" is a range."""
    if not hyphen or clause[hyphen - 1].end != clause[hyphen].start:
        return False
    return clause[hyphen - 1].word[0].isalpha()


def _numbers_a_list(text: str, clause: Sequence[Token], amount: Amount) -> bool:
    start = clause[amount.first].start
    return clause[amount.last].word == ")" and text[max(0, start - 1) : start] in ("\n", "(")


def _opens(clause: Sequence[Token], at: int) -> bool:
    return at >= 0 and clause[at].word in ("in", "at", "near", "from", "of")


def _ends(clause: Sequence[Token], amount: Amount) -> bool:
    """Whether nothing follows that a count could be of."""
    follows = clause[amount.last].word if amount.last < len(clause) else ""
    return not follows or not follows[0].isalpha() or follows in ("was", "is", "had", "has", "crashed", "and")


def adjective(clause: Sequence[Token], amount: Amount) -> bool:
    """ "two-day", "33-page", "12-member"; a unit of measure behind the hyphen keeps the figure ("500-metre")."""
    if amount.last + 1 >= len(clause) or clause[amount.last].word != "-":
        return False
    touches = (
        clause[amount.last].start == clause[amount.last - 1].end
        and clause[amount.last].end == clause[amount.last + 1].start
    )
    word = clause[amount.last + 1].word
    unit = counted.units().get(word, "")
    return (
        touches
        and word[0].isalpha()
        and word not in ("magnitude", "plus")
        and unit in ("", "day", "week", "month", "year", "hour")
    )


def _definite(clause: Sequence[Token], amount: Amount) -> bool:
    """ "the two countries", "his two sons": known ones, not a count; "the 12 dead" stays a count."""
    if amount.digits or not amount.first or (amount.high or 99) > 10:
        return False
    return clause[amount.first - 1].word in _DEFINITE


def _hour(clause: Sequence[Token], amount: Amount, noun: tuple[int, int] | None) -> bool:
    """ "at eleven", "until six": a time of day in words."""
    if amount.digits or noun or not amount.first or (amount.high or 99) > 12 or not amount.plain:
        return False
    if any(token.word in _TOLLS for token in clause[max(0, amount.first - 20) : amount.first]):
        return False
    follows = clause[amount.last].word if amount.last < len(clause) else ""
    return clause[amount.first - 1].word in _CLOCK and (not follows or not follows[0].isalpha() or follows == "in")
