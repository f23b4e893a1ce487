"""What an advisory announces ("Corrects number of wounded in paragraph 3 to 107, not 170"), to hold against a diff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import StoryKind
from claims.text import fold

_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first lead 1st",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
        ),
        1,
    )
    for word in words.split()
}
_LAST = {"last": 1, "final": 1, "penultimate": 2}
_PARAGRAPH = r"(?:paragraphs?|paras?|grafs?|pars?)"
# "paragraph 3", "paragraphs 3, 5 and 7", "paras 2-4"; one paragraph has one number ("in paragraph 3 to 107, not 170").
_NUMBERED = re.compile(
    r"\b(?:(?:paragraph|para|graf|par)\.? ?(\d{1,3})\b|"
    r"(?:paragraphs|paras|grafs|pars) ?(\d{1,3}(?:(?:,| and| to| through| ?-| ?&){1,2} ?\d{1,3}\b){0,20}))"
)
_ORDINAL = re.compile(r"\b([a-z0-9]{3,11}) " + _PARAGRAPH + r"\b")
_RANGE = re.compile(r"(\d{1,3}) ?(?:-|to|through) ?(\d{1,3})")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[a-z][a-z'-]{2,}")
# Words in which advisories speak of themselves, and those that say nothing.
_EMPTY = frozenset(
    """
    correct corrects corrected correcting correction refile refiles refiling fix fixes fixing error typo spelling
    paragraph paragraphs para paras graf grafs headline story version removes remove removing adds add adding deletes
    number figure name the and from not that was were for with this read reads instead should changes change clarify
    clarifies clarifying dropped extraneous word words earlier previous sent first second third last final lead
    """.split()
)


@dataclass(frozen=True, slots=True)
class Advisory:
    """What is announced: paragraphs of the copy (from 1; -1 the last), the headline, numbers, telling words."""

    text: str
    paragraphs: frozenset[int]
    headline: bool
    numbers: frozenset[str]
    words: frozenset[str]

    def announces(self, change: Changed, count: int) -> bool:
        """Whether a change is covered; `count` is the number of paragraphs of the copy."""
        if self.numbers & (numbers(change.before) ^ numbers(change.after)):
            return True
        if change.paragraph == 0:
            return self.headline
        if change.paragraph in self.places(count):
            return True
        vague = not self.paragraphs and not self.numbers and not self.headline
        words = _words(change.context if vague else f"{change.before} {change.after}")
        return bool(self.words & words)

    def places(self, count: int) -> frozenset[int]:
        """The paragraphs announced, counted from the start."""
        return frozenset(number if number > 0 else count + 1 + number for number in self.paragraphs)

    def missing(self, changes: Sequence[Changed], old: str, new: str, count: int) -> tuple[str, ...]:
        """What is announced and nowhere to be seen: paragraphs without a change, numbers in neither text."""
        changed = {change.paragraph for change in changes}
        by_number = any(self.numbers & (numbers(c.before) ^ numbers(c.after)) for c in changes)
        places = [] if by_number else [f"paragraph {n}" for n in sorted(self.places(count) - changed)]
        seen = numbers(old) | numbers(new)
        headline = ["headline"] if self.headline and 0 not in changed else []
        return (*headline, *places, *sorted(self.numbers - seen))


@dataclass(frozen=True, slots=True)
class Changed:
    """A change as the advisory is asked about it: paragraph (0 the headline), the words that differ, their sentence."""

    paragraph: int
    before: str
    after: str
    context: str = ""


def read(note: str, kind: StoryKind) -> Advisory | None:
    """The advisory of a correction or refile; None where there is none to hold a change against."""
    text = fold(note)
    if not text or not (kind in (StoryKind.CORRECTED, StoryKind.REFILE) or re.search(r"\b(?:correct|refil|fix)", text)):
        return None
    places, spent = _places(text)
    return Advisory(
        text=" ".join(note.split()),
        paragraphs=frozenset(places),
        headline="headline" in text,
        numbers=numbers(spent),
        words=_words(spent),
    )


def _places(text: str) -> tuple[set[int], str]:
    """The paragraphs named, and the text without the numbers that name them."""
    found: set[int] = set()
    for match in _NUMBERED.finditer(text):
        listed = match.group(1) or match.group(2)
        for first, last in _RANGE.findall(listed):
            found.update(range(int(first), min(int(last), int(first) + 50) + 1))
        found.update(int(number) for number in re.findall(r"\d{1,3}", listed))
    for match in _ORDINAL.finditer(text):
        word = match.group(1)
        if word in _LAST:
            found.add(-_LAST[word])
        elif word in _ORDINALS:
            found.add(_ORDINALS[word])
    spent = _ORDINAL.sub(" ", _NUMBERED.sub(" ", text))
    return found - {0}, spent


def numbers(text: str) -> frozenset[str]:
    """The numbers written in digits, without their thousands separators."""
    return frozenset(match.rstrip(",").replace(",", "") for match in _NUMBER.findall(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text))) - _EMPTY
