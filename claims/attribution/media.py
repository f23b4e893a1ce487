"""Through whom a claim came: media that the claimant told it, media that quoted the claimant.

Counts a medium named ("told Interfax") or known by the definite article or its country ("told state television"); not
"reporters", "a television channel", "a news conference", and never the story's own agency.
"""

from __future__ import annotations

import re

from claims import agencies
from claims.attribution.kinds import is_place, kind_of_noun
from claims.attribution.lexicon import word_list
from claims.attribution.speakers import phrase
from claims.attribution.speakers.names import is_demonym
from claims.attribution.subjects import WEEKDAYS
from claims.records import SourceKind

_POSSESSIVE = re.compile(r"['’]s?\s")
_ASIDE = re.compile(r"\s+(?:in|on|by|from|at|via|after|before|during|late|early|that)\s.*$|\s+and\s+[a-z].*$|,.*$")
_NOBODY = frozenset("a an one some several".split())


def medium(text: str, own: tuple[str, ...]) -> str | None:
    """The name of the medium that a phrase names, or None where it names none that counts (or the story's own)."""
    words = _name(_ASIDE.sub("", " ".join(text.split())).split())
    line = " ".join(words)
    if not words or words[0].lower() in _NOBODY:
        return None
    if any(_same(line, name) for name in own):
        return None
    if words[0][0].isupper() and _is_outlet(line):
        return line
    known = agencies.find(line) is not None or agencies.find(words[-1].strip(".,")) is not None
    if known or (words[-1].lower() in word_list("media_nouns.txt") and _definite(words)):
        return line
    return None


def _name(words: list[str]) -> list[str]:
    """A name without what follows it: "Northwire | earlier"."""
    last = max(
        (
            i
            for i, w in enumerate(words)
            if w[0].isupper() or w[0].isdigit() or w.lower() in word_list("media_nouns.txt")
        ),
        default=-1,
    )
    return words[: last + 1] if words and words[0][0].isupper() and last >= 0 else words


def _is_outlet(line: str) -> bool:
    """Whether a bare name can be that of an outlet: no person, place, people or day, no body that is addressed."""
    read = phrase.read(line)
    if read.form != "name" or is_place(line) or line.lower() in WEEKDAYS or (" " not in line and is_demonym(line)):
        return False
    return not any(
        kind_of_noun(w.lower()) not in (None, SourceKind.AGENCY) or w.lower() in _ADDRESSED for w in line.split()
    )


_ADDRESSED = frozenset(
    "bundestag knesset duma lawmakers mps reporters journalists congress sejm majlis diet lords commons".split()
)


def _definite(words: list[str]) -> bool:
    first = words[0]
    return first.lower() in ("the", "state") or first[0].isupper() or any("'s" in w or "’s" in w for w in words)


def _same(line: str, name: str) -> bool:
    bare = line.lower().removeprefix("the ")
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    return bool(name) and (
        line == initials or bare == name.lower() or agencies.short_name(line) == agencies.short_name(name)
    )
