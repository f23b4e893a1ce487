"""What a source is (agency, government, organisation, person, unnamed), judged by the head of its phrase."""

from __future__ import annotations

from functools import cache, lru_cache

from claims import agencies
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import listed, word_list
from claims.records import SourceKind


@cache
def nouns() -> dict[str, SourceKind]:
    """Nouns of speakers by what they name; plurals included."""
    table: dict[str, SourceKind] = {}
    for line in listed("speaker_nouns.txt"):
        kind, _, rest = line.partition(":")
        for noun in rest.split():
            for form in (noun, _plural(noun)):
                table.setdefault(form, SourceKind(kind))
    return table


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun != "ombudsman":
        return noun[:-3] + "men"
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ss", "ch", "x")) else "s")


def speaks(copy: Copy, low: int, high: int) -> bool:
    """Whether a phrase can name a speaker: a name, a pronoun, or a noun of the list."""
    if high <= low or high - low > 16:
        return False
    if copy.low[low] in ("he", "she", "they", "it", "we", "i", "him", "her", "them"):
        return True
    for at in range(low, high):
        if copy.low[at] in nouns():
            return True
    return any(_is_name(copy, at, low) for at in range(low, high))


def is_voice(copy: Copy, low: int, high: int) -> bool:
    """Whether a phrase is about somebody who speaks, or a paper that does; not "weak demand in Norland"."""
    end = next((i for i in range(low + 1, high) if copy.low[i] in _BOUNDS), high)
    while end > low + 1 and copy.low[end - 1].endswith("ed") and copy.words[end - 1].islower():
        end -= 1  # people | briefed on the talks
    while end > low + 1 and copy.low[end - 1] in BEHIND_NOUNS:
        end -= 1  # a source | close to the talks
    if end <= low:
        return False
    if not may_be_voice(copy, low, end):
        return False
    head = copy.low[end - 1]
    known = (head in _PRONOUNS and end == low + 1) or kind_of_noun(head) is not None
    return known or copy.words[end - 1][0].isupper() or head in word_list("papers.txt") | word_list("media_nouns.txt")


BEHIND_NOUNS = frozenset("familiar close present aware privy knowledgeable involved based loyal".split())
"""Adjectives that stand behind their noun."""


def may_be_voice(copy: Copy, low: int, high: int) -> bool:
    """Whether a phrase can name somebody at all: no "nobody over half", no "reflect what the ambassador"."""
    return "what" not in copy.low[low:high] and copy.low[low] not in ("nobody", "none", "no", "nothing")


_PRONOUNS = frozenset("he she they it we i him her them".split())
_BOUNDS = word_list("prepositions.txt") | {",", "who", "whose", "which", "that", "("}


def _is_name(copy: Copy, at: int, low: int) -> bool:
    word = copy.words[at]
    return (
        word[0].isupper()
        and copy.low[at] not in word_list("determiners.txt")
        and (at > low or len(word) > 2)
        and copy.low[at] not in _OPENERS
    )


_OPENERS = frozenset(
    """
        what how why when where who which and but so on in at for from by yes no not then there here this that these
        those question answer note
    """.split()
)


@cache
def outlets() -> frozenset[str]:
    """The names of `outlets.txt`, in small letters, without "the"."""
    lines = (line.partition(":")[2] for line in listed("outlets.txt"))
    return frozenset(name.strip().lower().removeprefix("the ") for line in lines for name in line.split(";"))


def is_outlet(name: str) -> bool:
    """Whether a name of several words is that of a paper or broadcaster of the list: "Le Monde"; not "Time"."""
    bare = name.lower().removeprefix("the ")
    return " " in bare and bare in outlets()


@lru_cache(maxsize=4_096)
def is_medium(name: str) -> bool:
    """Whether a name is that of a medium: an agency of the table, a paper, a broadcaster."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return (
        agencies.find(bare) is not None
        or is_outlet(bare)
        or (bare.split()[-1:] != [] and bare.split()[-1].lower() in word_list("media_nouns.txt"))
    )


def kind_of_noun(noun: str) -> SourceKind | None:
    """What a noun of the list names, or None where the list does not know it."""
    return nouns().get(noun)


@cache
def _places() -> frozenset[str]:
    return frozenset(line.lower().removeprefix("the ") for line in listed("speakers/places_that_speak.txt"))


def is_place(name: str) -> bool:
    """Whether a name is that of a place that stands for its government ("Moscow", "the White House")."""
    return name.lower().removeprefix("the ") in _places()
