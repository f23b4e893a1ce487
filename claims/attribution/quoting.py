""" "… quoted NP as saying": who quotes, who is quoted, and where the words stand; as spans of words, no names yet."""

from __future__ import annotations

from dataclasses import dataclass

from claims.attribution import subjects
from claims.attribution.adjuncts import ENDS
from claims.attribution.copytext import Copy
from claims.attribution.edges import content_span
from claims.attribution.subjects import MARKS, WEEKDAYS, Range
from claims.text import Span, trim

QUOTED = frozenset("quoted quotes quote quoting cited cites cite citing".split())
_PARTICIPLES = frozenset(("quoted", "cited"))
_BE = frozenset("was were been is are being be".split())
_SAYING = frozenset(("saying", "telling", "having"))
_LONGEST_NAME = 22
"""Words of whoever is quoted, between the verb and "as saying"."""
_LONGEST = 150
"""Words to either side of the verb that are read; keeps stretches without a full stop linear."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """One "quoted … as saying"; `quoter` is None where the phrase names none ("was quoted as saying")."""

    quoter: Range | None
    quoted: Range
    verb: int
    saying: Range
    content: Span | None  # what was said, as far as the words beside tell
    behind: bool  # the content follows "as saying"


def read(copy: Copy, at: int) -> Quoting | None:
    """The quoting whose verb is the word at `at`; None where it is another use of the word."""
    low, high = copy.range(copy.sentences[copy.sentence_at(copy.start[at])])
    low, high = max(low, at - _LONGEST), min(high, at + _LONGEST)
    saying = next((i for i in range(at + 1, min(high - 1, at + _LONGEST_NAME)) if _is_saying(copy, i)), None)
    if saying is None:
        return None
    group = subjects.verb_group_start(copy, at, low)
    if copy.low[at] in _PARTICIPLES and not _BE.isdisjoint(copy.low[group:at]):
        return _passive(copy, at, group, saying, low, high)
    if saying == at + 1:
        return None
    quoter = subjects.before(copy, group, low) if group < at or not copy.low[at].endswith("ing") else None
    return _placed(copy, Quoting(quoter, (at + 1, saying), at, (saying, saying + 2), None, False), saying + 2, high)


def _is_saying(copy: Copy, at: int) -> bool:
    return copy.low[at] == "as" and copy.low[at + 1] in _SAYING


def _passive(copy: Copy, at: int, group: int, saying: int, low: int, high: int) -> Quoting | None:
    quoted = subjects.before(copy, group, low)
    if quoted is None:
        return None
    after, by = saying + 2, None
    if copy.low[at + 1] == "by":
        by = (at + 2, saying)
    elif after < high and copy.low[after] == "by" and (named := subjects.after(copy, after + 1, high)) is not None:
        by, after = named, named[1]
    return _placed(copy, Quoting(by, quoted, at, (saying, saying + 2), None, False), after, high)


def _placed(copy: Copy, one: Quoting, after: int, high: int) -> Quoting:
    """The same with its content: what follows, or (where nothing follows) what was said before."""
    after = _without_time(copy, after, high)
    if after < high and copy.low[after] not in ENDS and _says_more(copy, after, high):
        content, behind = content_span(copy, after, high), True
    else:
        first = min(one.quoter or one.quoted, one.quoted)
        content, behind = _before(copy, first[0]), False
    return Quoting(one.quoter, one.quoted, one.verb, one.saying, content, behind)


def _without_time(copy: Copy, at: int, high: int) -> int:
    """Without "on Monday", "late Friday"."""
    while at < high and (copy.low[at] in WEEKDAYS or (copy.low[at] in ("on", "late") and at + 1 < high)):
        if copy.low[at] not in WEEKDAYS and copy.low[at + 1] not in WEEKDAYS:
            break
        at += 1
    return at


def _says_more(copy: Copy, at: int, high: int) -> bool:
    opens = copy.low[at] == "that" or copy.words[at] in MARKS or copy.low[at] == ":"
    if copy.low[at] == ",":
        return at + 1 < high and copy.words[at + 1] in MARKS
    return opens or subjects.has_finite(copy, at, high)


def _before(copy: Copy, at: int) -> Span | None:
    """What was said before the word at `at`: a quotation that ends there, or the clause before a comma."""
    if at == 0:
        return None
    if (quotation := copy.quote_of[at - 1]) >= 0:
        return trim(copy.body, copy.quotations[quotation].inner, ",.;")
    low, _ = copy.range(copy.sentences[copy.sentence_at(copy.start[at - 1])])
    low = max(low, at - _LONGEST)
    if copy.low[at - 1] != "," or not subjects.has_finite(copy, low, at - 1):
        return None
    return content_span(copy, low, at - 1)
