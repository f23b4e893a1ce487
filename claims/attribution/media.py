"""Through whom a claim came: media that the claimant told it, media that quoted the claimant.

Counts a medium named ("told Interfax") or known by the definite article or its country ("told state television"); not
"reporters", "a television channel", "a news conference", and never the story's own agency.
"""

from __future__ import annotations

import re

from claims import agencies
from claims.attribution.lexicon import word_list

_POSSESSIVE = re.compile(r"['’]s?\s")
_ASIDE = re.compile(r"\s+(?:in|on|by|from|at|via|after|before|during|late|early|that)\s.*$|,.*$")
_NOBODY = frozenset("a an one some several".split())


def medium(text: str, own: tuple[str, ...]) -> str | None:
    """The name of the medium that a phrase names, or None where it names none that counts (or the story's own)."""
    line = _ASIDE.sub("", " ".join(text.split()))
    words = line.split()
    if not words or words[0].lower() in _NOBODY:
        return None
    if any(_same(line, name) for name in own):
        return None
    known = agencies.find(line) is not None or agencies.find(words[-1].strip(".,")) is not None
    if known or (words[-1].lower() in word_list("media_nouns.txt") and _definite(words)):
        return line
    return None


def _definite(words: list[str]) -> bool:
    first = words[0]
    return first.lower() in ("the", "state") or first[0].isupper() or any("'s" in w or "’s" in w for w in words)


def _same(line: str, name: str) -> bool:
    bare = line.lower().removeprefix("the ")
    return bool(name) and (bare == name.lower() or agencies.short_name(line) == agencies.short_name(name))
