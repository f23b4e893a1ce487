"""A light stemmer for English news: endings off, so that "attacks", "attacked" and "attacking" are one term.

Stems are for comparing only and need be no words. Irregular forms stand in `data/irregular.csv`; nothing is cut that
would leave fewer than three letters or no vowel ("bring", "king").
"""

from __future__ import annotations

from functools import cache, lru_cache

from claims.language import lexicon
from claims.text import fold

_VOWELS = frozenset("aeiouy")
_WHOLE = ("eed", "uly", "ily", "ply", "bly", "oly", "aly")  # succeed, july, family, supply, assembly: no ending there


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, folded; "" for an empty word."""
    plain = fold(word)
    plain = plain.removesuffix("'s").removesuffix("'")
    plain = _irregular().get(plain, plain)
    if len(plain) < 4 or not plain.isalpha():
        return plain
    return _undoubled(_ending_off(_singular(plain)))


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["base"] for row in lexicon.table("irregular.csv")}


def _singular(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _ending_off(word: str) -> str:
    for ending in ("ingly", "edly", "ing", "ed", "ly"):
        if word.endswith(ending) and not word.endswith(_WHOLE):
            rest = word[: -len(ending)]
            if len(rest) > 2 and _VOWELS.intersection(rest):
                return rest.removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
