"""What language a text is in, told cheaply: by its script, else by its commonest words. A check, not a guesser.

A language stated by the input is believed unless the text plainly says otherwise; too little text says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources

READABLE = frozenset({"en"})  # what claims are extracted from

_SAMPLE = 6_000  # code points from the front; wire copy does not change its language later
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 12
_SHARE = 0.12  # of the words must be common ones of the language: running text has 0.25 to 0.5
_LEAD = 1.35  # times the runner-up's share
_ENOUGH = 8  # common words that will do below the share, in tables and lists of names, with twice the lead

_NAMES = {
    "english": "en", "eng": "en", "german": "de", "deu": "de", "ger": "de", "deutsch": "de", "french": "fr",
    "fra": "fr", "fre": "fr", "français": "fr", "spanish": "es", "spa": "es", "español": "es", "italian": "it",
    "ita": "it", "portuguese": "pt", "por": "pt", "dutch": "nl", "nld": "nl", "dut": "nl", "russian": "ru",
    "rus": "ru", "arabic": "ar", "ara": "ar", "chinese": "zh", "zho": "zh", "chi": "zh", "japanese": "ja",
    "jpn": "ja", "catalan": "ca", "cat": "ca", "swedish": "sv", "swe": "sv", "danish": "da", "dan": "da",
    "norwegian": "no", "nor": "no", "nb": "no", "nn": "no", "polish": "pl", "pol": "pl", "turkish": "tr",
    "tur": "tr", "ukrainian": "uk", "ukr": "uk", "greek": "el", "ell": "el", "hebrew": "he", "heb": "he",
    "englisch": "en", "anglais": "en", "inglés": "en", "inglese": "en", "französisch": "fr", "spanisch": "es",
    "persian": "fa", "farsi": "fa", "korean": "ko", "kor": "ko", "hindi": "hi", "indonesian": "id", "in": "id",
}  # fmt: skip
_SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh", "HANGUL": "ko", "DEVANAGARI": "hi", "BENGALI": "bn", "THAI": "th", "ARMENIAN": "hy",
    "GEORGIAN": "ka", "TAMIL": "ta", "TELUGU": "te", "ETHIOPIC": "am", "GURMUKHI": "pa", "GUJARATI": "gu",
    "SINHALA": "si", "KHMER": "km", "MYANMAR": "my", "LAO": "lo",
}  # fmt: skip


def code(stated: str | None) -> str | None:
    """The two-letter code of a language as inputs state it ("en-GB", "ENGLISH", "eng"); None for what is none."""
    name = (stated or "").strip().casefold()
    first = re.split(r"[-_;,/ ]", name)[0]
    if name in _NAMES or first in _NAMES:
        return _NAMES.get(name) or _NAMES[first]
    return first if re.fullmatch(r"[a-z]{2}", first) and first not in ("xx", "un", "zz") else None


def told(text: str) -> str | None:
    """The language the text is plainly in, None where it is too short or mixed to tell."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    script = _script(words)
    if script is not None:
        return script
    return _by_words(words) if len(words) >= _FEWEST_WORDS else None


def checked(stated: str | None, text: str) -> tuple[str | None, str]:
    """The language to go by, and a warning where the text contradicts what is stated."""
    claimed, seen = code(stated), told(text)
    if seen is None or claimed is None or seen == claimed or _same_script(claimed, seen):
        return claimed or seen, ""
    return seen, f"stated to be {claimed}, but the text is {seen}"


def _same_script(claimed: str, seen: str) -> bool:
    """Whether the script alone was told and the stated language is written in it, as Ukrainian or Persian."""
    shared = {"ru": "uk be bg sr mk kk ky mn tg", "ar": "fa ur ps ku ug", "hi": "mr ne", "zh": "ja ko yue", "he": "yi"}
    close = {"da": "no", "no": "da", "id": "ms", "ms": "id", "hr": "sr bs sl", "cs": "sk", "sk": "cs", "gl": "pt es"}
    return claimed in (shared.get(seen, "") + " " + close.get(seen, "")).split()


def _script(words: list[str]) -> str | None:
    letters = Counter(_script_of(char) for word in words[:300] for char in word)
    total = sum(letters.values())
    if not total:
        return None
    name, count = letters.most_common(1)[0]
    if name == "CJK" and letters["HIRAGANA"] + letters["KATAKANA"] > count * 0.1:
        return "ja"
    if name == "CYRILLIC" and _count(words, "іїєґ") > _count(words, "ыэъё"):
        return "uk"
    return _SCRIPTS.get(name) if count > total * 0.5 else None


def _count(words: list[str], letters: str) -> int:
    return sum(char in letters for word in words for char in word)


@cache
def _script_of(char: str) -> str:
    return "LATIN" if char < "\u0250" else unicodedata.name(char, "?").split(" ", 1)[0].split("-", 1)[0]


def _by_words(words: list[str]) -> str | None:
    """The language with the most common words, those it shares with neighbours counting less."""
    found = [languages for word in words if (languages := _common().get(word))]
    weights: Counter[str] = Counter()
    for languages in found:
        for language in languages:
            weights[language] += 6 // len(languages)  # whole numbers, so that the order of words cannot matter
    if not weights:
        return None
    (best, most), (_, second) = [*weights.most_common(2), ("", 0)][:2]
    count = sum(best in languages for languages in found)
    if count >= len(words) * _SHARE:
        return best if most >= second * _LEAD else None
    return best if count >= _ENOUGH and most >= second * 2 * _LEAD else None


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """Common word → the languages it is common in."""
    text = (resources.files("claims.wire") / "languages.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            language, *words = line.split()
            for word in dict.fromkeys(words):
                found[word] = (*found.get(word, ()), language)
    return found
