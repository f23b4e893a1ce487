"""What one claim is to another: the kinds are asked in turn, and where none speaks, how alike the words are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.disputes.kinds.antonym import antonym
from claims.disputes.kinds.date import date
from claims.disputes.kinds.denial import denial
from claims.disputes.kinds.disbelief import disbelief
from claims.disputes.kinds.figure import figure
from claims.disputes.kinds.negation import negation
from claims.disputes.kinds.place import place
from claims.disputes.kinds.responsibility import responsibility
from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting, days_between
from claims.disputes.speakers import same_speaker
from claims.records import Claim, Finding, Relation

Kind = Callable[[Reading, Reading, Setting], Finding | None]

# Asked in this order; of several that speak the surest is kept, the first at equal scores.
KINDS: tuple[Kind, ...] = (denial, disbelief, figure, responsibility, negation, antonym, date, place)

# From this score on a dispute is listed: below it a person would too often say "that is none".
LISTED = 0.5

# Below this score what a kind says is no more than a guess.
_WORTH = 0.35

_SAME, _ALIKE, _STRANGE = 0.75, 0.4, 0.12  # cosines: nearly the same words, much the same, hardly anything


def relate(a: Claim, b: Claim) -> Finding:
    """What `a` is to `b`, from the two alone: no other claims, no event, no database.

    `score` says how surely the two compete where they deny or contradict each other; else how surely the relation
    holds.
    """
    one, other = Reading(a), Reading(b)
    setting = Setting(a.story.id == b.story.id, days=days_between(one, other))
    found = between(one, other, setting)
    return found or _by_words(one, other)


def between(one: Reading, other: Reading, setting: Setting) -> Finding | None:
    """The surest that any kind says of the two, as what `one` is to `other`; None where none speaks."""
    if one.overlaps(other):
        return None  # one reads a part of the other's words: no two claims can be at odds there
    found = [f for kind in KINDS if (f := kind(one, other, setting))]
    found += [_turned(f) for kind in (denial, disbelief) if (f := kind(other, one, setting))]
    best = max((f for f in found if f.score >= _WORTH), key=lambda f: f.score, default=None)
    if best and best.relation is not Relation.UPDATES and _one_voice(one, other):
        return None  # nobody disputes himself: a later word of one source replaces the earlier
    return best


def _one_voice(one: Reading, other: Reading) -> bool:
    """Whether the two may be one speaker: a name in common, or nobody named in both of one story's claims."""
    mine, theirs = one.speakers, other.speakers
    if not mine and not theirs:
        return one.story == other.story
    return any(same_speaker(m, t) for m in mine for t in theirs)


def _turned(finding: Finding) -> Finding:
    """A denial read from the side of what is denied: the two contradict each other."""
    return replace(
        finding,
        relation=Relation.CONTRADICTS,
        left_value=finding.right_value,
        right_value=finding.left_value,
    )


def _by_words(one: Reading, other: Reading) -> Finding:
    alike = cosine(one.bag, other.bag)
    if alike < _STRANGE:
        return Finding(Relation.UNRELATED, round(1 - alike, 4), explanation="They have hardly a word in common.")
    if alike < _ALIKE or one.negated != other.negated:
        return Finding(Relation.UNCLEAR, round(alike, 4), explanation="They share words but neither agree nor compete.")
    if alike >= _SAME or len(one.bag) <= len(other.bag):
        return Finding(Relation.CORROBORATES, round(alike, 4), explanation="They say much the same.")
    return Finding(Relation.REFINES, round(alike, 4), explanation="The first says the same and more.")
