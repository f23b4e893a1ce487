"""Through whom a claim came: media that the claimant told it, media that quoted the claimant.

Counts a medium that is known as one (the agency table, the list of outlets, a name with "Radio" or "Times" in it, a
name that the story introduces as a medium), and one told by the definite article or its country ("told state
television"); not "reporters", "a television channel", "a news conference", never whoever bears another name that was
merely addressed, and never the story's own agency.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims import agencies
from claims.attribution.kinds import outlets
from claims.attribution.lexicon import word_list
from claims.text import squeeze

_ASIDE = re.compile(r"\s+(?:in|on|by|from|at|via|after|before|during|late|early|that)\s.*$|\s+and\s+[a-z].*$|,.*$")
_NOBODY = frozenset("a an one some several two three many few local".split())
_ALL_OF_THEM = frozenset("press media papers newspapers".split())
"""Who "the press" and "the newspapers" are, nobody can say."""
_NAMED = frozenset(
    """
        news radio times post press journal gazette gazeta gazzetta gazetta herald tribune courier ledger daily
        telegraph chronicle dispatch television tv tele canal channel kanal zeitung nachrichten presse pravda dagbladet
        shimbun weekly magazine review observer examiner inquirer sun mail express globe
    """.split()
)
"""Words that make a name that of a medium."""
_COMPOUND = re.compile(r"\w{3,}(?:wire|news|press|radio|zeitung|bladet)$", re.IGNORECASE)
_WORD = r"[\w'’.-]{0,30}"
_NAME = rf"[A-Z]{_WORD}(?: (?:[A-Z\d]{_WORD}|de|del|della|di|la|le|al|of|am)){{0,4}}"


def medium(text: str, own: tuple[str, ...], body: str = "") -> str | None:
    """The name of the medium that a phrase names, or None where it names none that counts (or the story's own).

    `body`: the story, which may tell elsewhere that a name is that of a medium.
    """
    line = squeeze(text)
    introduced = _INTRODUCED.match(line)
    words = introduced.group("name").split() if introduced is not None else _name(_ASIDE.sub("", line).split())
    line = " ".join(words)
    if not words or words[0].lower() in _NOBODY or line.lower().removeprefix("the ") in _ALL_OF_THEM:
        return None
    if is_own(line, own):
        return None
    if introduced is not None or _is_programme(words) or is_known(line) or _is_definite(words) or _told_of(line, body):
        return line
    return None


PROGRAMMES = frozenset("programme program show podcast".split())


def _is_programme(words: list[str]) -> bool:
    """Whether it is a programme with a name: "the Today programme", "Radio 4's Today programme"."""
    return len(words) > 1 and words[-1] in PROGRAMMES and words[-2][:1].isupper()


def is_own(name: str, own: tuple[str, ...]) -> bool:
    """Whether a name is that of the story's own agency."""
    return any(_same(name, one) for one in own)


def is_known(line: str) -> bool:
    """Whether a name is known as that of a medium by itself, whatever the story says."""
    if not line[:1].isalnum() or line.endswith(("'s", "’s")):
        return False
    if agencies.find(line) is not None or line.lower().removeprefix("the ") in outlets():
        return True
    words = line.removeprefix("the ").split()
    capitals = len(words) > 1 and any(w[0].isupper() and w.lower() in _NAMED for w in words)
    return capitals or (words[0][0].isupper() and _COMPOUND.fullmatch(words[-1]) is not None)


_NOUNS = "|".join(sorted(n for n in word_list("media_nouns.txt") if n not in _ALL_OF_THEM))
_INTRODUCED = re.compile(rf"(?:[\w'’.-]+ ){{0,4}}?(?<![\w-])(?:{_NOUNS}),? (?P<name>{_NAME})$")
_MEDIA_NAMES = re.compile(
    rf"\b(?:{_NOUNS}),? (?P<after>{_NAME})|\b(?P<before>{_NAME}),? (?:(?:the|an?) )?(?:[a-z-]{{2,20}} )?(?:{_NOUNS})\b"
)
_INITIALS = re.compile(r"(?:\b(\w{1,12}) )?\b([A-Z]{3,5})\b")
_HEARING = frozenset("told tell tells telling to by with on".split())
"""Words behind which a name is that of somebody who is told something."""


@lru_cache(maxsize=8)
def _media_of(body: str) -> frozenset[str]:
    """The names that a story introduces as those of media, and the initials that are told things and do no more."""
    found = (m.group("after") or m.group("before") for m in _MEDIA_NAMES.finditer(body))
    names = {name.lower().removeprefix("the ") for name in found}
    uses = [(name.lower(), (before or "").lower() in _HEARING) for before, name in _INITIALS.findall(body)]
    return frozenset(names | {name for name, told in uses if told} - {name for name, told in uses if not told})


def _told_of(line: str, body: str) -> bool:
    """Whether the story knows a name as that of a medium."""
    return bool(body) and line[:1].isupper() and line.lower().removeprefix("the ") in _media_of(body)


def _name(words: list[str]) -> list[str]:
    """A name without what follows it: "Northwire | earlier"."""
    last = max(
        (
            i
            for i, w in enumerate(words)
            if w[0].isupper() or w[0].isdigit() or w.lower() in word_list("media_nouns.txt") | PROGRAMMES
        ),
        default=-1,
    )
    return words[: last + 1] if words and words[0][0].isupper() and last >= 0 else words


def _is_definite(words: list[str]) -> bool:
    """Whether a phrase ends in the noun of a medium and tells which: "state television", "the BBC's service"."""
    if words[-1].lower() not in word_list("media_nouns.txt"):
        return agencies.find(words[-1].strip(".,")) is not None and words[0].lower() in ("the", "state", "public")
    first = words[0]
    return (
        first.lower() in ("the", "state", "public") or first[0].isupper() or any("'s" in w or "’s" in w for w in words)
    )


def _same(line: str, name: str) -> bool:
    bare = line.lower().removeprefix("the ")
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    return bool(name) and (
        line == initials or bare == name.lower() or agencies.short_name(line) == agencies.short_name(name)
    )
