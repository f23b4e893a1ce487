"""Whose predicate a cue is: laws of English that the phrase taken for its subject has to keep.

No subject stands behind a preposition of its own clause, no plural subject before "says", and the subject of
", with a source saying" is the source.
"""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.subjects import Range
from claims.text import Spans

_PREPOSITIONS = frozenset("of in on at for from with about against into over under between among near".split())
_RELATIVES = frozenset("who whom whose which".split())
_PRONOUNS = frozenset("he she it they we i you his her its their".split())
_SINGULAR = frozenset(
    "has is was says tells adds claims insists argues believes thinks feels knows wants hopes".split()
)
_PLURAL = frozenset("have are were say want hope believe think argue insist agree expect plan fear claim".split())
_FURTHEST = 14
"""Words that a phrase is looked for back: between "with" and its participle, of a name before "and"."""


def owner(copy: Copy, voice: Spans, cue: Spans) -> Spans:
    """The phrase whose predicate `cue` is, where `voice`, standing before it, cannot be its subject; else `voice`."""
    if not voice or not cue:
        return voice
    if voice[0].start >= cue[0].start:
        return _not_addressed(copy, voice, cue)
    (low, high), (at, _) = copy.range(voice[0]), copy.range(cue[0])
    if not low < high <= at or _is_relative(copy, high) or (high - low == 1 and copy.low[low] in _PRONOUNS):
        return voice
    floor = copy.range(copy.sentences[copy.sentence_at(cue[0].start)])[0]
    if low < floor:
        return voice
    verb = subjects.verb_group_start(copy, at, floor)
    if copy.low[at].endswith("ing"):
        found = of_participle(copy, at, floor) or _of_adjunct(copy, low, at, floor)
    else:
        found = _of_finite(copy, low, high, verb, floor)
    return (copy.span(*found),) if found is not None else voice


def _not_addressed(copy: Copy, voice: Spans, cue: Spans) -> Spans:
    """The phrase before the cue, where the one behind it is whom it is told to: "said in a letter to the mayor"."""
    low, at = copy.range(voice[0])[0], copy.range(cue[0])[0]
    floor = copy.range(copy.sentences[copy.sentence_at(cue[0].start)])[0]
    if low == 0 or copy.low[low - 1] != "to" or copy.low[low - 2] == "according" or at <= floor:
        return voice
    found = subjects.before(copy, subjects.verb_group_start(copy, at, floor), floor)
    return (copy.span(*found),) if found is not None else voice


def _is_relative(copy: Copy, at: int) -> bool:
    """Whether a relative clause begins behind a phrase: its verb is that of "who"."""
    return (
        copy.low[at] in _RELATIVES
        or copy.low[at] == "that"
        or (copy.low[at] == "," and copy.low[at + 1 : at + 2][0] in _RELATIVES)
    )


def of_participle(copy: Copy, at: int, floor: int) -> Range | None:
    """ "…, with | a source familiar with the plan | saying that …"."""
    for with_ in range(at - 2, max(floor, at - _FURTHEST) - 1, -1):
        if copy.low[with_] in (",", *subjects.STOPS):
            return None
        opens = copy.low[with_] == "with" and with_ > floor and copy.low[with_ - 1] in (",", *subjects.DASHES)
        if opens and not subjects.has_finite(copy, with_ + 1, at) and subjects.begins_phrase(copy, with_ + 1):
            return with_ + 1, at
    return None


def _of_adjunct(copy: Copy, low: int, at: int, floor: int) -> Range | None:
    """The subject of the sentence, for a participle behind a comma whose noun stands behind a preposition."""
    if at <= floor or copy.low[at - 1] != "," or low <= floor or copy.low[low - 1] not in _PREPOSITIONS:
        return None
    found = subjects.of_sentence(copy, floor, at)
    return found if found is not None and found[0] < low else None


def _of_finite(copy: Copy, low: int, high: int, verb: int, floor: int) -> Range | None:
    if high == verb and copy.low[verb] in _SINGULAR and (last := _last_conjunct(copy, low, high)) is not None:
        return last, high
    if (named := _of_unclosed(copy, low, high, verb, floor)) is not None:
        return named
    if (nearer := _of_later_clause(copy, high, verb, floor)) is not None:
        return nearer
    if high == verb and copy.low[low - 1] == "and" and copy.low[verb] in _PLURAL and low > floor:
        joint, back = low - 1, max(floor, low - _FURTHEST)
        first = next((i for i in range(joint - 1, back - 1, -1) if not copy.words[i][0].isupper()), back - 1) + 1
        return (first, high) if first < joint else None
    if low <= floor or copy.low[low - 1] not in _PREPOSITIONS:
        return None
    if verb > high and copy.low[verb - 1] in ("and", "but"):
        found = subjects.of_sentence(copy, floor, verb)
    else:
        found = subjects.before(copy, verb, floor) if verb > floor else None
    return found if found is not None and found[0] < low else None


_PARTS = frozenset(
    "unit subsidiary division arm affiliate branch maker producer manufacturer developer supplier".split()
)


def _of_unclosed(copy: Copy, low: int, high: int, verb: int, floor: int) -> Range | None:
    """The name before an apposition that no comma closes: "Toplan Corp, | a unit of Orsa Inc | said"."""
    if high != verb or low < floor + 2 or copy.low[low - 1] != "," or copy.low[low] not in ("a", "an"):
        return None
    if _PARTS.isdisjoint(copy.low[low:high]):
        return None
    back = max(floor, low - _FURTHEST)
    first = next((i for i in range(low - 2, back - 1, -1) if not _is_of_name(copy.words[i])), back - 1) + 1
    return (first, low - 1) if first < low - 1 else None


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in ("/", "&", ".", "and", "of")


def _of_later_clause(copy: Copy, high: int, verb: int, floor: int) -> Range | None:
    """The subject of a clause that begins behind the phrase: "When the panel said so, | the premier | replied"."""
    if verb - high < 2 or copy.low[verb - 1] in ("and", "but", ",", "that", *_RELATIVES):
        return None
    found = subjects.before(copy, verb, floor)
    if found is None or found[0] <= high or found[1] != verb or not subjects.begins_phrase(copy, found[0]):
        return None
    between = copy.low[high : found[0]]
    own = _RELATIVES.isdisjoint(between) and between[-1] not in _PREPOSITIONS and between[-1] != "and"
    says = any(copy.low[i] in ("said", "says") or subjects.is_finite(copy, i) for i in range(high, found[0]))
    return found if own and says else None


def _last_conjunct(copy: Copy, low: int, high: int) -> int | None:
    """Where, before a singular verb, the last of two joined phrases begins: "… a draw in Norland and | Pardo says"."""
    joint = next((i for i in range(high - 1, low, -1) if copy.low[i] == "and"), None)
    if joint is None or not copy.words[joint + 1][0].isupper() or copy.words[joint - 1] == "&":
        return None
    inner = any(copy.low[i] in _PREPOSITIONS for i in range(low, joint))
    return joint + 1 if inner and all(copy.words[i][0].isupper() for i in range(joint + 1, high)) else None
