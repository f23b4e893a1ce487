"""Words that fit loosely: spelling, endings and order may differ, every word asked for must find its like."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from claims.text import fold, words

_ALIKE = 80  # of 100: below that two words are different words

# Words that a question has and a claim need not: they find nothing.
_SMALL = frozenset(
    "a about an and any are as at be been but by can could did do does for from had has have he her him his how i in is"
    " it its me more my no of off on or out over said say says she so some that the their them there they this to up us"
    " was we were what when where which who whom whose why will with would you your".split()
)


def telling(text: str) -> tuple[str, ...]:
    """The words of a query that tell what is asked for; all of them where none does."""
    found = split(text)
    return tuple(word for word in found if word not in _SMALL) or found


def split(text: str) -> tuple[str, ...]:
    """The folded words of a text, each once."""
    folded = fold(text)
    return tuple(dict.fromkeys(folded[span.start : span.end] for span in words(folded)))


def fit(asked: tuple[str, ...], offered: tuple[str, ...]) -> float:
    """How well the words asked for are found among those offered, 0 (one is not) to 100 (all, as written)."""
    if not asked or not offered:
        return 0.0
    found = [_best(word, offered) for word in asked]
    return sum(found) / len(found) if min(found) >= _ALIKE else 0.0


def _best(word: str, offered: tuple[str, ...]) -> float:
    if word in offered:
        return 100.0
    if len(word) > 2 and any(other.startswith(word) for other in offered):
        return 95.0
    match = process.extractOne(word, offered, scorer=fuzz.ratio)
    return float(match[1]) if match else 0.0
