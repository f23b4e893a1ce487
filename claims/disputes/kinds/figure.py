"""Figures: two counts of one thing that cannot both hold; a toll that rises with time is none."""

from __future__ import annotations

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.disputes.speakers import same_speaker
from claims.language import numbers
from claims.language.stems import stem
from claims.records import DisputeKind, Figure, Finding, Relation

# Counts that grow as more becomes known: later and higher is news, not a dispute.
_GROWING = frozenset(
    "killed wounded casualties missing infected recovered displaced damaged destroyed arrested".split()
)
_ANYBODY = frozenset(map(stem, "people persons person men women lives victims others total number more dead".split()))
# How alike two sentences must be for counts whose action nobody states to be of one thing.
_ALIKE = 0.25


def figure(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """What the figures of `one` are to those of `other` (the earlier): contradicts, updates, or None."""
    for mine in one.claim.passage.figures:
        for theirs in other.claim.passage.figures:
            if one_thing(mine, theirs, one, other) and numbers.apart(mine, theirs):
                return _finding(one, mine, other, theirs, setting)
    return None


def one_thing(mine: Figure, theirs: Figure, one: Reading, other: Reading) -> bool:
    """Whether two figures count one thing: same action, same unit, and nouns that agree or count anybody."""
    if mine.unit != theirs.unit or mine.action != theirs.action or not _one_place(mine, theirs):
        return False
    nouns, others = _nouns(mine), _nouns(theirs)
    if mine.action is None:
        return bool(nouns & others) and cosine(one.sentence, other.sentence) >= _ALIKE
    return nouns == others or bool(nouns & others) or (not nouns and not others)


def _nouns(figure: Figure) -> frozenset[str]:
    return frozenset(stem(word) for word in (figure.counted or "").split()) - _ANYBODY


def _one_place(mine: Figure, theirs: Figure) -> bool:
    return not mine.place or not theirs.place or mine.place == theirs.place


def _finding(one: Reading, mine: Figure, other: Reading, theirs: Figure, setting: Setting) -> Finding:
    what = mine.action or mine.counted or mine.unit or "count"
    rises = _grows(mine, theirs) and not setting.same_story
    if same_speaker(one.speaker, other.speaker) or rises:
        relation, score = Relation.UPDATES, 0.8
        explanation = f"{one.who} now speaks of {spoken(mine)}, after {spoken(theirs)} from {other.who}: a later count."
    else:
        relation, score = Relation.CONTRADICTS, _score(setting)
        explanation = f"{one.who} says {spoken(mine)}, {other.who} says {spoken(theirs)}: both count {_counted(mine)}."
    return Finding(relation, score, DisputeKind.FIGURE, what, spoken(mine), spoken(theirs), explanation)


def _grows(mine: Figure, theirs: Figure) -> bool:
    return mine.action in _GROWING and (mine.low or 0) > (theirs.low or 0)


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
    else:
        count = f"at least {_plain(low)}" if low is not None else f"at most {_plain(high or 0)}"
    return " ".join(
        filter(None, ("about" if figure.approximate else "", count, figure.counted or figure.unit or figure.action))
    )


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _counted(figure: Figure) -> str:
    return f"those {figure.action}" if figure.action else (figure.counted or figure.unit or "the same")
