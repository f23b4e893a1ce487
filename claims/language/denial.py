"""Denials and negations: cue words that deny, verdicts that call a claim untrue, and what "not" stands before.

The lists lie in `data/denial_cues.txt`, `data/not_denial.txt`, `data/flat_denials.txt`, `data/idle_negations.txt`,
`data/verdicts.txt` and `data/negations.txt`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from claims.language import lexicon
from claims.language.tokens import Token, once, tokens
from claims.language.tokens import words as words_of
from claims.text import Span

_NO_NEGATION = (
    ("not", "only"),
    ("not", "just"),
    ("not", "merely"),
    ("no", "longer"),
    ("no", "doubt"),
    ("no", "less"),
    ("no", "more"),
    ("no", "fewer"),
    ("no", "matter"),
    ("no", "sooner"),
    ("not", "least"),
    ("not", "yet"),
    ("not", "until"),
    ("no", "wonder"),
)
_SCOPE_ENDS = frozenset(", ; : . ! ? but because since until unless although while which who".split())
_SCOPE = 12


@once
def denies(words: Sequence[Token]) -> bool:
    """Whether a cue ("denied", "has never accepted", "brushed aside") denies what it introduces."""
    return lexicon.phrases("denial_cues.txt").among(words) and not leaves_open(words)


@lru_cache(maxsize=65536)
def denying(word: str) -> bool:
    """Whether one folded word denies by itself: "denied", "dismissed"."""
    return denies((Token(word, 0, len(word)),))


@once
def leaves_open(words: Sequence[Token]) -> bool:
    """Whether a cue is a denial that is itself negated: "did not deny", "would not rule out"."""
    return lexicon.phrases("not_denial.txt").among(words)


@once
def flatly_denies(words: Sequence[Token]) -> bool:
    """Whether the words themselves deny an accusation: "nothing to do with", "no hand in", "not so"."""
    return lexicon.phrases("flat_denials.txt").among(words)


def denies_nothing(words: Sequence[Token]) -> bool:
    """Whether the words hold a negation that is a mere turn of phrase: "not out of the question", "doing nothing"."""
    return lexicon.phrases("idle_negations.txt").among(words)


@once
def calls_untrue(words: Sequence[Token]) -> bool:
    """Whether the words pass a verdict on a claim: "a lie", "without foundation", "nothing of the sort"."""
    return lexicon.phrases("verdicts.txt").among(words)


@once
def negations(words: Sequence[Token]) -> list[int]:
    """Indexes of the negating words ("not", "no", "never", "nobody", "hadn't"); "not only" and ", not" are none."""
    found: list[int] = []
    if _negators().isdisjoint(words_of(words)):
        return found
    for at, token in enumerate(words):
        after = words[at + 1].word if at + 1 < len(words) else ""
        contrast = token.word == "not" and at > 0 and words[at - 1].word in (",", "and", "but")
        if token.word in _negators() and (token.word, after) not in _NO_NEGATION and not contrast:
            found.append(at)
    return found


def scope(words: Sequence[Token], negation: int) -> tuple[int, int]:
    """The words a negation at index `negation` bears on, as [first, last): to the end of its clause, twelve at most."""
    last = negation + 1
    while last < len(words) and last - negation <= _SCOPE and words[last].word not in _SCOPE_ENDS:
        last += 1
    return negation + 1, last


def negated(text: str, within: Span | None = None) -> bool:
    """Whether any negation stands in `text` (or in the part `within`)."""
    return bool(negations(tokens(text, within)))


@cache
def _negators() -> frozenset[str]:
    return frozenset(lexicon.entries("negations.txt"))
