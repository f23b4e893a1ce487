"""Finds the figures of a text: amounts as intervals, with what is counted, what happened to it, where and by when.

"More than 70 militants, four armored vehicles and five pickups were destroyed" holds three figures that share their
action. Years, dates, times of day, ages, ordinals, scores, names with numbers in them ("Boeing 737", "Article 5") and
comparisons ("twice as many", "three times the size") are no figures.

An open bound is None: "more than 70 militants" is low 71, high None; "up to 30" is low None, high 30. A rounded amount
("some 200") keeps its number on both sides and is `approximate`; `apart` knows how much room that leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from claims.language import actions, counted, dates, exclusions, lexicon, places
from claims.language.quantities import Amount, amounts, opening
from claims.language.tokens import Token, tokens, words
from claims.records import Figure
from claims.text import Span

_ROOM = 0.1  # "some 200" may be 180 to 220
_CLAUSE_ENDS = frozenset(".;:?!—")
_NOUGHT = frozenset("casualties deaths fatalities injuries victims survivors bodies".split())


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A figure in the making: tokens [first, last) of the clause, the counted noun's tokens, and the interval."""

    first: int
    last: int
    figure: Figure
    noun: tuple[int, int] | None = None


def figures(text: str, within: Span | None = None) -> tuple[Figure, ...]:
    """The figures of `text` (or of the part `within`), in order; spans run from "more than" to the counted noun."""
    sequence = tokens(text, within)
    if not sequence or not (_digit(text, sequence) or not _may_open().isdisjoint(words(sequence))):
        return ()
    read = [(clause, offset, amounts(clause)) for clause, offset in _clauses(sequence)]
    barred: frozenset[int] = frozenset()
    if any(found for _, _, found in read):  # most sentences hold no amount that could be barred
        days = dates.spans(text, within) if dates.may_be_named(words(sequence)) else ()
        barred = exclusions.barred(text, sequence, days)
    return tuple(figure for clause, offset, found in read for figure in _of_clause(text, clause, found, barred, offset))


_DIGIT = re.compile(r"\d")


def _digit(text: str, sequence: Sequence[Token]) -> bool:
    return _DIGIT.search(text, sequence[0].start, sequence[-1].end) is not None


@cache
def _may_open() -> frozenset[str]:
    """Words of which a figure without digits holds one: an article alone opens none."""
    return (opening() | {"couple", "no", "nobody"}) - {"a", "an"}


def interval(figure: Figure) -> tuple[float | None, float | None]:
    """The figure's interval with the room that "some" and "nearly" leave: ten per cent to either side."""
    room = _ROOM if figure.approximate else 0.0
    low = None if figure.low is None else figure.low - abs(figure.low) * room * (figure.low == figure.high)
    high = None if figure.high is None else figure.high + abs(figure.high) * room * (figure.low == figure.high)
    return low, high


def apart(one: Figure, other: Figure) -> bool:
    """Whether the two intervals share no number, so that both figures cannot hold of one thing."""
    (low, high), (other_low, other_high) = interval(one), interval(other)
    return (high is not None and other_low is not None and high < other_low) or (
        other_high is not None and low is not None and other_high < low
    )


def _clauses(sequence: Sequence[Token]) -> Iterator[tuple[Sequence[Token], int]]:
    """The tokens between full stops, semicolons and the like, each run with the index of its first token."""
    start = 0
    for at, token in enumerate(sequence):
        if token.word in _CLAUSE_ENDS and not _touches(sequence, at):
            yield sequence[start:at], start
            start = at + 1
    yield sequence[start:], start


def _touches(sequence: Sequence[Token], at: int) -> bool:
    return at + 1 < len(sequence) and sequence[at].end == sequence[at + 1].start


def _of_clause(
    text: str, clause: Sequence[Token], found: Sequence[Amount], barred: frozenset[int], offset: int
) -> list[Figure]:
    phrases = _ranges([p for a in found if (p := _phrase(text, clause, a, barred, offset))], clause)
    phrases = sorted([*phrases, *_noughts(text, clause)], key=lambda p: p.first)
    if not phrases:
        return []
    members = actions.Members([(p.first, p.last) for p in phrases])
    whole = [_completed(text, clause, p, members) for p in phrases]
    return [f for f, p in zip(_with_nouns_of_lists(whole), phrases, strict=True) if _is_figure(clause, p, f)]


def _phrase(text: str, clause: Sequence[Token], amount: Amount, barred: frozenset[int], offset: int) -> _Phrase | None:
    if any(offset + at in barred for at in range(amount.first, amount.last)) or exclusions.adjective(clause, amount):
        return None
    unit, first, last = _unit(clause, amount)
    low, high, approximate, first, last = _bounded(clause, amount, first, last, counts=unit is None)
    noun = counted.noun(clause, last, one=amount.high == 1)
    if unit is None and exclusions.names(text, clause, amount, noun):
        return None
    if noun and not (unit and amount.share is False and clause[noun[0]].word in counted.units()):
        last = max(last, noun[1])
    figure = Figure(low, high, approximate, unit, _words(text, clause, noun))
    return _Phrase(first, last, figure, noun)


def _unit(clause: Sequence[Token], amount: Amount) -> tuple[str | None, int, int]:
    """The unit before ("$5bn") or behind ("5 km", "30 percent"), and the amount's tokens with it."""
    first, last = amount.first, amount.last
    before = clause[first - 1].word if first else ""
    if before in counted.currencies():
        return counted.currencies()[before], first - 1, last
    if before in ("magnitude", "measuring") or _joins(clause, first, "magnitude of"):
        return "magnitude", first, last
    if amount.share:
        return "%", first, last
    return _unit_behind(clause, first, last)


def _joins(clause: Sequence[Token], at: int, phrase: str) -> bool:
    wanted = phrase.split()
    return [token.word for token in clause[max(0, at - len(wanted)) : at]] == wanted


def _unit_behind(clause: Sequence[Token], first: int, last: int) -> tuple[str | None, int, int]:
    ahead = [token.word for token in clause[last : last + 3]]
    if ahead[:2] == ["per", "cent"] or ahead[:2] == ["percentage", "points"]:
        return "%", first, last + 2
    hyphen = ahead[:1] == ["-"]
    if hyphen and ahead[1:2] == ["magnitude"]:
        return "magnitude", first, last + 2
    skip = hyphen or ahead[:1] in (["us"], ["cubic"], ["square"], ["nautical"], ["metric"])
    word = ahead[skip] if len(ahead) > skip else ""
    if word in counted.units():
        return counted.units()[word], first, last + 1 + skip
    return None, first, last


@cache
def _bounds() -> dict[str, list[tuple[list[str], str]]]:
    """The bound words with their kind by their last word, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    rows = [(row["phrase"].split(), row["kind"]) for row in lexicon.table("bounds.csv")]
    for phrase, kind in sorted(rows, key=lambda row: -len(row[0])):
        found.setdefault(phrase[-1], []).append((phrase, kind))
    return found


_Bounded = tuple[float | None, float | None, bool, int, int]


def _bounded(clause: Sequence[Token], amount: Amount, first: int, last: int, *, counts: bool) -> _Bounded:
    """The interval with its bound word applied, and the tokens with that word."""
    low, high, approximate = amount.low, amount.high, amount.approximate
    ahead = [token.word for token in clause[last : last + 2]]
    if ahead in (["or", "more"], ["or", "so"]) or ahead[:1] == ["+"]:
        last += 1 if ahead[0] == "+" else 2
        return low, low if ahead[-1:] == ["so"] else None, True, first, last
    bound, first = _bound_before(clause, first)
    step = 1 if counts and amount.plain else 0
    if bound == "above":
        return low + step, None, True, first, last
    if bound == "least":
        return low, None, True, first, last
    if bound == "most":
        return None, high, True, first, last
    if bound == "below":
        return None, None if high is None else high - step, True, first, last
    return low, high, approximate or bound == "about", first, last


def _bound_before(clause: Sequence[Token], first: int) -> tuple[str | None, int]:
    while (
        first and clause[first - 1].word in ("the", "a") and first > 1 and clause[first - 2].word in ("least", "than")
    ):
        first -= 1
    front = [token.word for token in clause[max(0, first - 4) : first]]
    for phrase, kind in _bounds().get(front[-1], ()) if front else ():
        if front[-len(phrase) :] == phrase:
            return kind, first - len(phrase) if kind != "exact" else first
    return None, first


def _ranges(phrases: list[_Phrase], clause: Sequence[Token]) -> list[_Phrase]:
    """Joins "between 30 and 40", "30 to 40", "30-40"; of "from 30 to 40" and "to 40 from 30" keeps the new."""
    out: list[_Phrase] = []
    for phrase in phrases:
        joint = _joint(clause, out[-1], phrase) if out else ""
        if joint == "range":
            out[-1] = _joined(clause, out[-1], phrase)
        elif joint == "change":
            out[-1] = phrase
        elif joint != "return" and not _set_aside(clause, phrase.first):
            out.append(phrase)
    return out


_AS_OF = ("as of", "by", "until", "up to", "so far on")
_SCALES = frozenset(("thousand", "million", "billion", "trillion", "bn", "m", "k"))


def _joint(clause: Sequence[Token], left: _Phrase, right: _Phrase) -> str:
    between = [token.word for token in clause[left.last : right.first]]
    before = clause[left.first - 1].word if left.first else ""
    if before == "from" and between[-1:] == ["to"] and len(between) <= 2:
        return "change"
    if before in ("to", "at") and between == ["from"]:
        return "return"
    rising = (left.figure.low or 0) < (right.figure.high or 0) and not left.figure.counted
    if rising and (
        between in (["to"], ["-"], ["–"]) or (between == ["and"] and before == "between") or between == ["or"]
    ):
        return "range"
    return ""


def _joined(clause: Sequence[Token], left: _Phrase, right: _Phrase) -> _Phrase:
    scaled = not _SCALES.isdisjoint(token.word for token in clause[right.first : right.last])
    low = _scaled_low(left.figure.low, right.figure) if scaled else left.figure.low
    figure = replace(right.figure, low=low, approximate=left.figure.approximate)
    opened = left.first > 0 and clause[left.first - 1].word in ("between", "from")
    return replace(right, first=left.first - opened, figure=figure)


def _scaled_low(low: float | None, right: Figure) -> float | None:
    """ "5 to 6 million": the first number shares the scale of the second; in "$500 to $2,000" it shares none."""
    if low is None or right.high is None or not right.high >= 1000 > low:
        return low
    scale = 1e9 if right.high >= 1e9 else 1e6 if right.high >= 1e6 else 1e3
    return low * scale if low * scale <= right.high else low


def _set_aside(clause: Sequence[Token], first: int) -> bool:
    """ "107, not 170", "up from 12", "instead of 12": the number that is said not to hold."""
    front = [token.word for token in clause[max(0, first - 2) : first]]
    return front in (
        [",", "not"],
        ["and", "not"],
        ["up", "from"],
        ["down", "from"],
        ["instead", "of"],
        ["rather", "than"],
    )


def _noughts(text: str, clause: Sequence[Token]) -> Iterator[_Phrase]:
    """ "no casualties", "no one was killed", "nobody was hurt": a figure of nought."""
    for at, (token, after) in enumerate(pairwise(clause)):
        if token.word == "no" and after.word in _NOUGHT:
            yield _Phrase(at, at + 2, Figure(0, 0, counted=text[after.start : after.end]), (at + 1, at + 2))
        elif (token.word, after.word) == ("no", "one") or token.word == "nobody":
            last = at + (2 if token.word == "no" else 1)
            yield _Phrase(at, last, Figure(0, 0, counted="people"))


def _completed(text: str, clause: Sequence[Token], phrase: _Phrase, members: actions.Members) -> Figure:
    figure = phrase.figure
    span = Span(clause[phrase.first].start, clause[phrase.last - 1].end)
    following = members.next_after(phrase.last, len(clause))
    tail = Span(span.end, clause[following - 1].end) if following > phrase.last else None
    return replace(
        figure,
        action=actions.action(clause, phrase.first, phrase.last, members) if _can_suffer(figure) else None,
        place=places.after(text, tail) if tail else None,
        as_of=_as_of(text, tail) if tail else None,
        span=span,
    )


def _can_suffer(figure: Figure) -> bool:
    """Whether an action may be bound to it: counts and shares can, money, lengths and times cannot."""
    return figure.unit in (None, "%")


def _as_of(text: str, tail: Span) -> str | None:
    behind = text[tail.start : tail.end].lower()
    if not any(words in behind for words in _AS_OF):
        return None
    for span in dates.spans(text, tail):
        if text[tail.start : span.start].lower().rstrip().endswith(_AS_OF):
            return text[span.start : span.end]
    return None


def _with_nouns_of_lists(found: list[Figure]) -> list[Figure]:
    """ "12 people were killed and 30 wounded": what counts no noun of its own counts what the one before counted."""
    out: list[Figure] = []
    for figure in found:
        before = out[-1] if out else None
        if before and not figure.counted and not figure.unit and figure.action and before.counted and not before.unit:
            figure = replace(figure, counted=before.counted)
        out.append(figure)
    return out


def _is_figure(clause: Sequence[Token], phrase: _Phrase, figure: Figure) -> bool:
    """Whether enough is known: a unit, a noun, an action, or an amount that is more than a small pronoun-like word."""
    word = clause[phrase.first].word
    if figure.low == figure.high == 0 and figure.counted == "people" and figure.action is None:
        return False
    if word == "one" and figure.unit is None:
        return figure.action is not None
    return bool(figure.unit or figure.counted or figure.action or (figure.high or figure.low or 0) > 10)


def _words(text: str, clause: Sequence[Token], noun: tuple[int, int] | None) -> str | None:
    if noun is None or clause[noun[1] - 1].word in counted.STATES:
        return None
    return " ".join(text[clause[noun[0]].start : clause[noun[1] - 1].end].split())
