"""How an explanation names a speaker and bends the verb to it: "police say", "the ministry says"."""

from __future__ import annotations

from claims.language.tokens import tokens
from claims.records import Passage, StoryRef

_PLURAL = frozenset("police people men women sources others many some several two three four five six".split())
_SINGULAR = frozenset("a an one this that each every".split())
_LINKS = frozenset("of in at from for with near close on to by who briefed familiar under against".split())
_CROWDS = frozenset(
    "survivors witnesses officials rescuers protesters rebels analysts experts inspectors doctors residents organizers"
    " organisers opponents lawyers investigators prosecutors critics activists engineers sources police".split()
)
_LOOK_PLURAL = frozenset("press series news headquarters chess congress class process access business".split())


def name(passage: Passage, story: StoryRef) -> str:
    """The claimant; where nobody is named, a source of the agency, never the agency itself."""
    if passage.claimant:
        return passage.claimant
    return "an unnamed source" if story.agency in ("", "unknown") else f"a source of {story.agency}"


def verb(passage: Passage, singular: str, plural: str) -> str:
    """The form of a verb that the claimant's name asks for."""
    return plural if len(passage.claimants) > 1 or several(passage.claimant) else singular


def several(claimant: str) -> bool:
    """Whether a name is of several: its head is a plural of the common kind ("two officials", "his opponents").

    A name of capitals is one body, whatever its last letter: "Maro Lines", "the United Nations".
    """
    head: list[tuple[str, str]] = []
    for token in tokens(claimant):
        if token.word in _LINKS or token.word == ",":
            break
        head.append((token.word, claimant[token.start : token.end]))
    if not head or head[0][0] in _SINGULAR:
        return False
    word, written = head[-1]
    if word in _PLURAL and (written.islower() or len(head) == 1):
        return True
    common = written.islower() or (len(head) == 1 and written.title() == written and word in _CROWDS)
    return common and word.endswith("s") and not word.endswith(("ss", "'s")) and word not in _LOOK_PLURAL
