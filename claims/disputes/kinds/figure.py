"""Figures: two counts of one thing that cannot both hold; a toll that rises with time is none."""

from __future__ import annotations

from claims.disputes.counting import action, nouns, one_thing
from claims.disputes.reading import Reading
from claims.disputes.setting import Setting
from claims.disputes.speakers import same_speaker
from claims.language import numbers
from claims.language.speaking import verb
from claims.language.tokens import tokens
from claims.records import DisputeKind, Figure, Finding, Relation

# Counts that grow as more becomes known: later and higher is news, not a dispute.
_GROWING = frozenset(
    "killed wounded casualties missing infected recovered displaced damaged destroyed arrested".split()
)
_MOVING = frozenset("earlier previous previously initially rose risen rising climbed revised now until then".split())
_HOURS = frozenset("dawn morning noon midday afternoon evening night nightfall midnight".split())
# Words that tell of a count that was changed, whatever it counts.
_CHANGED = frozenset("raised lifted revised climbed risen rose rises lowered corrected updated".split())
_HOUR = 1 / 24  # days


def figure(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """What the figures of `one` are to those of `other` (the earlier): contradicts, updates, or None.

    A claim that counts a part after the whole ("23 hurt, six of them badly") competes by the figure that meets none
    of the other's.
    """
    for mine in one.claim.passage.figures:
        alike = [theirs for theirs in other.claim.passage.figures if one_thing(mine, theirs, one, other, setting)]
        if alike and all(numbers.apart(mine, theirs) for theirs in alike):
            return _finding(one, mine, other, alike[0], setting)
        if alike:
            return None
    return None


def _finding(one: Reading, mine: Figure, other: Reading, theirs: Figure, setting: Setting) -> Finding:
    what = action(mine) or mine.counted or mine.unit or "count"
    if same_speaker(one.speaker, other.speaker) or _rises(one, mine, other, theirs, setting):
        relation, score = Relation.UPDATES, 0.8
        count = "a later count" if higher(mine, theirs) else "a correction"
        speaks = verb(one.claim.passage, "speaks", "speak")
        explanation = f"{one.who} now {speaks} of {spoken(mine)}, after {spoken(theirs)} from {other.who}: {count}."
    else:
        relation, score = Relation.CONTRADICTS, _score(setting)
        explanation = f"{one.says} {spoken(mine)}, {other.says} {spoken(theirs)}: {both(mine)}."
    return Finding(relation, score, DisputeKind.FIGURE, what, spoken(mine), spoken(theirs), explanation)


def higher(mine: Figure, theirs: Figure) -> bool:
    """Whether the first is the greater number."""
    return (mine.low or mine.high or 0) > (theirs.low or theirs.high or 0)


def _rises(one: Reading, mine: Figure, other: Reading, theirs: Figure, setting: Setting) -> bool:
    """Whether the later figure is news and no dispute: the copy says that it moved, or it grew with time.

    At the same hour nothing has grown: two sources that differ then are in dispute.
    """
    growing = (action(mine) or action(theirs)) in _GROWING
    if setting.same_story:
        return growing and (_moves(one) or _moves(other))
    if setting.days <= _HOUR:
        return False
    return (growing and higher(mine, theirs)) or _changed(one)


def _changed(reading: Reading) -> bool:
    return any(token.word in _CHANGED for token in tokens(reading.claim.sentence))


def _moves(reading: Reading) -> bool:
    """Whether the sentence tells of a count that moves: "rose to 15", "after an earlier count of 12", "by noon"."""
    words = [token.word for token in tokens(reading.claim.sentence)]
    hours = any(word in ("by", "before") and _HOURS & set(words[at + 1 : at + 3]) for at, word in enumerate(words))
    return hours or not _MOVING.isdisjoint(words)


def _score(setting: Setting) -> float:
    """Counts of one story or one day are of one moment; days apart they may be of a series."""
    return 0.75 if setting.same_story else 0.65 if setting.days <= 1.5 else 0.45


def spoken(figure: Figure) -> str:
    """ "more than 70 militants", "15 to 20", "12 killed" """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.counted or "a number"
    if low is not None and high is not None:
        count = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
        count = f"about {count}" if figure.approximate else count
    elif low is not None:  # "more than 60,000" is kept as 60,001 and upwards
        count = f"more than {_plain(low - 1)}" if low > 100 and low % 100 == 1 else f"at least {_plain(low)}"
    else:
        count = f"at most {_plain(high or 0)}"
    return " ".join(filter(None, (count, figure.counted or _several(figure) or figure.action)))


_ONE_FORM = frozenset({"foot", "inch", "mph"})


def _several(figure: Figure) -> str | None:
    """A unit as it stands behind a number: "200 litres", "5 %", "3 km"."""
    unit = figure.unit
    word = unit is not None and len(unit) > 3 and unit.isalpha() and unit.islower() and unit not in _ONE_FORM
    return f"{unit}s" if word and figure.high != 1 else unit


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def counted(figure: Figure) -> str:
    """What is counted, by its noun where it has a telling one: "marchers", "those killed", "litres"."""
    if figure.action and not nouns(figure):
        return f"those {figure.action}"
    return figure.counted or _several(figure) or figure.action or "the same"


def both(figure: Figure) -> str:
    """What the two figures of a dispute have in common, as a clause: "both count marchers", "both give a share"."""
    unit = figure.unit
    if unit == "%":
        return "both give a share"
    if unit and (unit.isupper() or unit in ("cent", "cents")):
        return "both give an amount of money"
    if unit:
        return f"both give a number of {_several(figure) if figure.high != 1 else unit + 's'}"
    return f"both count {counted(figure)}"
