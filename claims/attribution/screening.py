"""What looks like an attribution and is none: "He said this while …", "the self-proclaimed republic", a stray word."""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import word_list
from claims.text import Span, Spans

_POINTING = frozenset(("this", "that", "so", "it", "these", "as"))
_WHILE = frozenset(("while", "when", "as", "after", "before", "in", "at", "during", "on", "shortly", "just"))
_WHOLE = frozenset(
    ("it", "this", "that", "him", "her", "them", "so", "otherwise", "no", "yes", "never", "nothing", "none", "nobody")
)
LEAST = 0.22
"""An attribution that only the tagger sees, less sure than this, is left out."""


def sift(copy: Copy, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """`found` without what is no attribution."""
    return tuple(f for f in found if not _is_none(copy, f))


def _is_none(copy: Copy, one: Found) -> bool:
    if one.frame == "tagged" and one.confidence < LEAST:
        return True
    return (
        _points_only(copy, one) or any(_in_compound(copy, s) for s in one.cue) or not _says_something(copy, one.content)
    )


def _points_only(copy: Copy, one: Found) -> bool:
    """ "He said this while addressing a conference": the words are elsewhere."""
    low, high = copy.range(one.content[0])
    if len(one.content) > 1 or high - low < 2 or copy.quote_of[low] >= 0:
        return False
    return copy.low[low] in _POINTING and copy.low[low + 1] in _WHILE


def _in_compound(copy: Copy, cue: Span) -> bool:
    """Whether a cue is part of a hyphenated word: "self-proclaimed"."""
    before = copy.body[cue.start - 1 : cue.start]
    after = copy.body[cue.end : cue.end + 1]
    inner = before == "-" and copy.body[cue.start - 2 : cue.start - 1].isalpha()
    return inner or (after == "-" and copy.body[cue.end + 1 : cue.end + 2].isalpha())


def _says_something(copy: Copy, content: Spans) -> bool:
    """Whether a content holds a word that says something, beside articles, joints and prepositions."""
    for span in content:
        for at in range(*copy.range(span)):
            word = copy.low[at]
            if word[0].isdigit() or word in _WHOLE or (word[0].isalnum() and not _is_function_word(word)):
                return True
    return False


def _is_function_word(word: str) -> bool:
    return (
        word in word_list("prepositions.txt")
        or word in word_list("determiners.txt")
        or word in subjects.BREAKERS
        or word in ("what", "how", "why", "who", "whom", "not", "only", "and", "or", "'s", "neither", "either", "both")
    )
