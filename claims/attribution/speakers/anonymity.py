"""Sources that the copy does not name: how many they are, how close they stand, why they are not named."""

from __future__ import annotations

import re

from claims.attribution.copytext import Copy
from claims.attribution.lexicon import word_list
from claims.attribution.speakers.phrase import Phrase
from claims.records import SourceKind, Unnamed
from claims.text import squeeze

_COUNTED = re.compile(
    r"(?:(?:the|these|those|all|about|some|at least|more than|nearly) )??"
    r"(?P<count>\d[\d,]*|(?:a|half a) dozen|a (?:couple|handful|number) of|dozens of|hundreds of"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|few|another|dozens|hundreds)"
    r"(?: of)? (?P<role>.+)",
    re.IGNORECASE | re.DOTALL,
)
_REASON = re.compile(
    r"(?:on|under) (?:the )?condition of anonymity[^,.;]*"
    r"|(?:ask|request|declin|refus)(?:ed|s|ing)? (?:(?:not )?to be (?:named|identified)|anonymity)[^,.;]*"
    r"|(?:would|could|may) not be (?:named|identified)[^,.;]*"
    r"|not (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|brief)[^,.;]*"
)
_LONGEST = 1000
"""Characters of a sentence that are searched for the reason."""


def typed(read: Phrase) -> Unnamed:
    """What a phrase tells of those whom it does not name: "two US officials", "a source in the ministry"."""
    found = _COUNTED.match(read.text)
    if found is None:
        return Unnamed(None, read.text, None)
    return Unnamed(found.group("count").lower().removesuffix(" of"), found.group("role"), None)


_ORDINALS = frozenset("first second third fourth fifth last two three four other others latter".split())


def stays_unnamed(read: Phrase) -> bool:
    """Whether a phrase with the article still names nobody: "the source", "the two officials"; not "the minister"."""
    nouns = word_list("speakers/anonymous.txt")
    if read.form == "definite" and read.head in _ORDINALS and not read.owner:
        return True  # "two sources … the third"
    return read.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and (
        read.head in nouns or read.head.removesuffix("s") in nouns or _singular(read.head) in nouns
    )


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.replace("men", "man")


def reason(copy: Copy, at: int) -> str | None:
    """Why a source is not named, as far as the sentence at an offset says so."""
    sentence = copy.sentences[copy.sentence_at(at)]
    found = _REASON.search(copy.body, sentence.start, min(sentence.end, sentence.start + _LONGEST))
    return squeeze(found.group()) if found is not None else None
