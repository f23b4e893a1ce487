"""Cue verbs in the copy: which word is one, with its verb group, and which only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import CueVerb, verbs

_NEGATIONS = frozenset(
    "not never n't neither nor cannot refused refuse refuses declined declines decline without failed unable".split()
)
_NOT_AFTER = frozenset(
    """
    the a an of his her its their our this that these those some any no my most more to by for from with in on at
    """.split()
)
_NOUNS_TOO = frozenset(
    """
    state report claim note figure count fear hope demand charge rule doubt number relate cut link label term post tweet
    """.split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in the copy: its words, its verb group, and whether it is denied ("did not say")."""

    verb: CueVerb
    at: int
    group: int  # first word of the verb group
    end: int  # after the last word, particle included
    negated: bool
    passive: bool
    shared: bool  # its subject is that of the verb before: "… and added"


def cues(copy: Copy, low: int, high: int, quotation: int = -1) -> Iterator[Cue]:
    """The cue verbs between two words that stand outside quotations (or in the one named)."""
    table, low_words = verbs(), copy.low
    for at in range(low, high):
        if low_words[at] not in table or copy.quote_of[at] != quotation or copy.words[at][0].isupper():
            continue
        for verb in table[low_words[at]]:
            end = _particle_end(copy, verb, at, high)
            if end is None:
                continue
            cue = _cue(copy, verb, at, end, low)
            if cue is not None:
                yield cue
                break


def _particle_end(copy: Copy, verb: CueVerb, at: int, high: int) -> int | None:
    if verb.particle is None:
        return at + 1
    for near in range(at + 1, min(high, at + 2)):
        if copy.low[near] == verb.particle:
            return near + 1
    return None


def _cue(copy: Copy, verb: CueVerb, at: int, end: int, low: int) -> Cue | None:
    group = subjects.verb_group_start(copy, at, low)
    while group < at and copy.low[group] == "'s" and verb.form != "ing":
        group = at  # the state's figures, Monday's answer: a noun
    helpers = copy.low[group:at]
    left = copy.low[group - 1] if group > low else ""
    if left in ("'s", "'") and verb.form in ("base", "third", "past"):
        return None
    bare = all(h.endswith("ly") for h in helpers)  # a hastily | called meeting
    if bare and left in _NOT_AFTER and not (left == "that" or left == "no"):
        return None
    passive = any(h in ("was", "were", "been", "be", "being", "is", "are") for h in helpers) and verb.form in (
        "past",
        "participle",
    )
    if verb.form == "base" and not helpers and not _plural_subject(copy, group, low):
        return None
    if verb.form == "base" and left == "," and verb.lemma in _NOUNS_TOO:
        return None
    if verb.form == "ing" and not (left == "," or any(h in ("is", "are", "was", "were", "been") for h in helpers)):
        return None
    negated = any(h in _NEGATIONS or h.endswith("n't") for h in helpers) or (
        left == "to" and copy.low[max(low, group - 2)] in _NEGATIONS
    )
    return Cue(
        verb, at, group, end, negated, passive, left in ("and", "but", "then") or (left == "," and verb.form == "ing")
    )


def _plural_subject(copy: Copy, group: int, low: int) -> bool:
    if group <= low:
        return False
    left = copy.low[group - 1]
    if left in ("they", "we", "i", "you", "who", "police", "people", "experts", "both", "many", "some", "others", ","):
        return True
    return left.endswith("s") and not left.endswith(("'s", "ss"))
