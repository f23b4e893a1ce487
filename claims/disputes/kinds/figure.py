"""Figures: two counts of one thing that cannot both hold; a toll that rises with time is none."""

from __future__ import annotations

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.disputes.speakers import same_speaker
from claims.language import numbers
from claims.language.stems import stem
from claims.language.tokens import tokens
from claims.records import DisputeKind, Figure, Finding, Relation

# Counts that grow as more becomes known: later and higher is news, not a dispute.
_GROWING = frozenset(
    "killed wounded casualties missing infected recovered displaced damaged destroyed arrested".split()
)
_MOVING = frozenset(
    "earlier previous previously initially rose risen rising climbed revised had now until then".split()
)
_ANYBODY = frozenset(
    map(stem, "people persons person men women lives victims others total number more dead bodies body corpses".split())
)
_BODIES = frozenset(("body", "bodies", "corpses"))
_ANSWER = 3  # claims within which a bare number may answer another
_BRIEF = 3  # telling words that a claim may hold beside a bare number
_SCALE = 30  # times that one estimate may be of another
# How alike two sentences must be for counts whose action nobody states to be of one thing.
_ALIKE = 0.25


def figure(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """What the figures of `one` are to those of `other` (the earlier): contradicts, updates, or None."""
    for mine in one.claim.passage.figures:
        for theirs in other.claim.passage.figures:
            if one_thing(mine, theirs, one, other, setting) and numbers.apart(mine, theirs):
                return _finding(one, mine, other, theirs, setting)
    return None


def one_thing(mine: Figure, theirs: Figure, one: Reading, other: Reading, setting: Setting | None = None) -> bool:
    """Whether two figures count one thing: same action, same unit, and nouns that agree or count anybody.

    A bare number is of what the speaker before counted, where the two follow each other in one story: "25,000 people
    came, the police said; more than a hundred thousand, said his party".
    """
    if not _one_scale(mine, theirs) or not _one_place(mine, theirs):
        return False
    answer = setting is not None and setting.same_story and setting.apart <= _ANSWER and not setting.strangers
    if answer and setting and setting.apart == 1 and _first(theirs, other) and _completes(mine, one, theirs):
        return True
    action, other_action = _action(mine), _action(theirs)
    if mine.unit != theirs.unit or action != other_action:
        return False
    nouns, others = _nouns(mine), _nouns(theirs)
    if action is None and mine.unit is None:
        return bool(nouns & others) and (answer or cosine(one.sentence, other.sentence) >= _ALIKE)
    if action is None:
        return nouns == others and (answer or cosine(one.sentence, other.sentence) >= _ALIKE)
    return nouns == others or bool(nouns & others)


def _first(figure: Figure, reading: Reading) -> bool:
    return reading.claim.passage.figures[0] == figure


def _completes(mine: Figure, one: Reading, theirs: Figure) -> bool:
    """Whether a claim that is hardly more than a bare number may be of what the one before it counts."""
    return _first(mine, one) and _bare(mine) and len(one.bag) <= _BRIEF and theirs.unit != "%"


def _one_scale(mine: Figure, theirs: Figure) -> bool:
    """Whether two counts may be estimates of one thing at all; "nobody" is a denial and no count."""
    number, other = mine.low or mine.high, theirs.low or theirs.high
    return number is not None and other is not None and max(number, other) <= _SCALE * min(number, other)


def _bare(figure: Figure) -> bool:
    return not (figure.action or figure.counted or figure.unit)


def _action(figure: Figure) -> str | None:
    """Bodies are counted dead."""
    return "killed" if _BODIES & set((figure.counted or "").split()) else figure.action


def _nouns(figure: Figure) -> frozenset[str]:
    return frozenset(stem(word) for word in (figure.counted or "").split()) - _ANYBODY


def _one_place(mine: Figure, theirs: Figure) -> bool:
    return not mine.place or not theirs.place or mine.place == theirs.place


def _finding(one: Reading, mine: Figure, other: Reading, theirs: Figure, setting: Setting) -> Finding:
    what = mine.action or mine.counted or mine.unit or "count"
    growing = (_action(mine) or _action(theirs)) in _GROWING
    higher = (mine.low or 0) > (theirs.low or 0)
    rises = growing and (_moves(one) or _moves(other) if setting.same_story else higher)
    if same_speaker(one.speaker, other.speaker) or rises:
        relation, score = Relation.UPDATES, 0.8
        explanation = f"{one.who} now speaks of {spoken(mine)}, after {spoken(theirs)} from {other.who}: a later count."
    else:
        relation, score = Relation.CONTRADICTS, _score(setting)
        explanation = f"{one.says} {spoken(mine)}, {other.says} {spoken(theirs)}: both count {counted(mine)}."
    return Finding(relation, score, DisputeKind.FIGURE, what, spoken(mine), spoken(theirs), explanation)


def _moves(reading: Reading) -> bool:
    """Whether the sentence tells of a count that moves: "rose to 15", "after an earlier count of 12"."""
    return any(token.word in _MOVING for token in tokens(reading.claim.sentence))


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
    if figure.action and not _nouns(figure):
        return f"those {figure.action}"
    return figure.counted or _several(figure) or figure.action or "the same"
