"""How firmly something is said, and what kind of statement it is: lexicons looked up in tokens.

Lists: `hedges.txt`, `conditionals.txt`, `responsibility.txt`, `predictions.txt`, `plans.txt`, `unprovable.txt`,
`accusations.txt`, `happenings.txt`, `wish_cues.txt` in `data/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.language import lexicon
from claims.language.actions import action_of
from claims.language.stems import stem
from claims.language.tokens import Token, once
from claims.language.tokens import words as words_of

_BEFORE_MONTH = frozenset("in of on by since last until early late from mid this next and".split())


@once
def hedged(words: Sequence[Token]) -> bool:
    """Whether a hedge stands among the words: "may have", "could not be verified", "apparently"."""
    return lexicon.phrases("hedges.txt").among(words) or ("may" in words_of(words) and _may(words))


def _may(words: Sequence[Token]) -> bool:
    """Whether "may" stands among the words as a verb, not as a month."""
    return any(
        word.word == "may" and before.word not in _BEFORE_MONTH and after.word.isalpha()
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


@once
def conditional(words: Sequence[Token]) -> bool:
    """Whether a condition stands among the words: "if", "unless", "as long as"."""
    return lexicon.phrases("conditionals.txt").among(words)


@once
def responsibility(words: Sequence[Token]) -> bool:
    """Whether the words say who did it: "behind the attack", "carried out", "nothing to do with"."""
    return lexicon.phrases("responsibility.txt").among(words)


@once
def prediction(words: Sequence[Token]) -> bool:
    """Whether the words look ahead: "will", "expected to"."""
    return lexicon.phrases("predictions.txt").among(words)


@once
def plan(words: Sequence[Token]) -> bool:
    """Whether the words announce what somebody means to do: "plans", "decided to"."""
    return lexicon.phrases("plans.txt").among(words)


@once
def happening(words: Sequence[Token]) -> bool:
    """Whether the words tell of something done or suffered: a known action, or a verb in the past."""
    return any(
        action_of(word) or (word.endswith("ed") and len(word) > 4) for word in words_of(words)
    ) or lexicon.phrases("happenings.txt").among(words)


@once
def unprovable(words: Sequence[Token]) -> bool:
    """Whether a wish, thanks, a vow, an opinion or a demand stands among the words."""
    return lexicon.phrases("unprovable.txt").among(words)


@once
def accuses(words: Sequence[Token]) -> bool:
    """Whether the words speak of an accusation, a rumour or a question that wants an answer."""
    return lexicon.phrases("accusations.txt").among(words)


@once
def wishes(words: Sequence[Token]) -> bool:
    """Whether a cue wishes, thanks, demands, vows or votes ("urged", "has called for"), in any form of its verb."""
    return _wish_cues().among([Token(stem(word), start, end) for word, start, end in words])


@cache
def _wish_cues() -> lexicon.Phrases:
    return lexicon.Phrases(" ".join(map(stem, entry.split())) for entry in lexicon.entries("wish_cues.txt"))
