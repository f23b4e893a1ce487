"""Whether two figures count one thing at all: unit, action, noun, entity, place and time must not speak against it."""

from __future__ import annotations

from claims.disputes import scenes
from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.language.stems import stem
from claims.records import Figure

_ANYBODY = frozenset(
    map(stem, "people persons person men women lives victims others total number more dead bodies body corpses".split())
)
_BODIES = frozenset(("body", "bodies", "corpses"))
_ANSWER = 3  # claims within which a bare number may answer another
_BRIEF = 3  # telling words that a claim may hold beside a bare number
_SCALE = 30  # times that one estimate may be of another
_ALIKE = 0.25  # how alike two sentences must be for counts whose action nobody states to be of one thing
_SUBJECT = 2  # telling words that two measures must share to be of one thing
_OF_SUBJECT = frozenset("% cent cents magnitude second minute hour day week month year".split())


def one_thing(mine: Figure, theirs: Figure, one: Reading, other: Reading, setting: Setting | None = None) -> bool:
    """Whether two figures count one thing: same action, same unit, and nouns that agree or count anybody.

    A bare number is of what the speaker before counted, where the two follow each other in one story: "25,000 people
    came, the police said; more than a hundred thousand, said his party". Measures (money, shares, times, litres) are
    of one thing only with words of their subject in common.
    """
    if not _one_scale(mine, theirs) or not _one_place(mine, theirs) or not scenes.one_scene(one, other):
        return False
    answer = setting is not None and setting.same_story and setting.apart <= _ANSWER and not setting.strangers
    if answer and setting and setting.apart == 1 and _first(theirs, other) and _completes(mine, one, theirs):
        return not _bare(theirs) or one.claim.sentence == other.claim.sentence
    if mine.unit != theirs.unit or action(mine) != action(theirs):
        return False
    if mine.unit is not None and not _one_subject(mine, theirs, one, other):
        return False
    return _same_noun(mine, theirs, one, other, answer)


def action(figure: Figure) -> str | None:
    """What happened to those counted; bodies are counted dead."""
    return "killed" if _BODIES & set((figure.counted or "").split()) else figure.action


def nouns(figure: Figure) -> frozenset[str]:
    """The telling stems of the noun counted; none where anybody is."""
    return frozenset(stem(word) for word in (figure.counted or "").split()) - _ANYBODY


def _same_noun(mine: Figure, theirs: Figure, one: Reading, other: Reading, answer: bool) -> bool:
    own, others = nouns(mine), nouns(theirs)
    if action(mine) is None and mine.unit is None:
        return bool(own & others) and (answer or cosine(one.sentence, other.sentence) >= _ALIKE)
    if action(mine) is None:
        return own == others and (answer or cosine(one.sentence, other.sentence) >= _ALIKE)
    return own == others or bool(own & others)


def _one_subject(mine: Figure, theirs: Figure, one: Reading, other: Reading) -> bool:
    """Whether two measures are of one subject: words in common, and no other company or person in the sentence."""
    counted = nouns(mine) | nouns(theirs) | {stem(mine.unit or "")}
    common = (one.bag.keys() & other.bag.keys()) - counted
    wanted = _SUBJECT if mine.unit in _OF_SUBJECT or (mine.unit or "").isupper() else 1
    return len(common) >= wanted and scenes.one_cast(one, other)


def _first(figure: Figure, reading: Reading) -> bool:
    return reading.claim.passage.figures[0] == figure


def _completes(mine: Figure, one: Reading, theirs: Figure) -> bool:
    """Whether a claim that is hardly more than a bare number may be of what the one before it counts."""
    brief = _first(mine, one) and _bare(mine) and len(one.bag) <= _BRIEF and not one.claim.passage.places
    return brief and theirs.unit != "%"


def _one_scale(mine: Figure, theirs: Figure) -> bool:
    """Whether two counts may be estimates of one thing at all; "nobody" is a denial and no count."""
    number, other = mine.low or mine.high, theirs.low or theirs.high
    return number is not None and other is not None and max(number, other) <= _SCALE * min(number, other)


def _bare(figure: Figure) -> bool:
    return not (figure.action or figure.counted or figure.unit)


def _one_place(mine: Figure, theirs: Figure) -> bool:
    return not mine.place or not theirs.place or mine.place == theirs.place
