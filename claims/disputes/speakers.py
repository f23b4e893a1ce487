"""Whether two names are one speaker, and whether a text speaks of somebody: enough to tell sides apart, no more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claims.language.stems import stem
from claims.language.tokens import tokens

# Titles and roles: they tell a speaker's office, not who it is, and another speaker may bear them.
_TITLES = frozenset(
    """
    the a an of and for in s mr mrs ms dr prof professor sir lord lady captain capt colonel col lt lieutenant general
    gen major sergeant commander cmdr admiral minister prime president vice deputy foreign defence defense interior
    secretary spokesman spokeswoman spokesperson chief head senior former acting director chairman chairwoman mayor
    governor lawyer attorney official officials his her its their
    """.split()
)


@lru_cache(maxsize=8192)
def speaker_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without titles and articles; all its words where nothing else is left."""
    found = tuple(token.word.removesuffix("'s") for token in tokens(name) if token.word[0].isalnum())
    return tuple(word for word in found if word not in _TITLES) or found


def same_speaker(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names (as `speaker_words`) may be one speaker: equal, or one ends as the other does.

    "Kowalski" is "Anna Kowalski"; nobody is nobody else: a claim without a claimant has no speaker in common.
    """
    if not one or not other:
        return False
    short, long = sorted((tuple(one), tuple(other)), key=len)
    return long[-len(short) :] == short


def speaks_of(stems: frozenset[str], name: Sequence[str]) -> bool:
    """Whether a text (by its stems) names the speaker by any telling word of the name."""
    return any(stem(word) in stems for word in name if len(word) > 2)
