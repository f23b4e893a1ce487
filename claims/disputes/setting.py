"""How two claims stand to each other in the copy: wire stories put an answer next to what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.disputes.reading import Reading
from claims.disputes.speakers import same_speaker


@dataclass(frozen=True, slots=True)
class Setting:
    """Where two claims stand: `apart` counts the claims from one to the other, `strangers` third parties between."""

    same_story: bool
    apart: int = 0
    strangers: int = 0
    same_paragraph: bool = False
    days: float = 0.0  # between the stories


class Stage:
    """The claims of one event in the order of their stories, to ask for the setting of two of them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        stories: dict[int, list[Reading]] = defaultdict(list)
        for reading in readings:
            stories[reading.story].append(reading)
        for own in stories.values():
            own.sort(key=lambda reading: reading.start)
        self._stories = stories
        self._rank = {r.claim.id: n for own in stories.values() for n, r in enumerate(own)}

    def setting(self, one: Reading, other: Reading) -> Setting:
        """How `one` and `other` stand to each other; symmetric."""
        if one.story != other.story:
            return Setting(False, days=days_between(one, other))
        first, last = sorted((self._rank[one.claim.id], self._rank[other.claim.id]))
        between = self._stories[one.story][first + 1 : last]
        strangers = sum(
            not (same_speaker(r.speaker, one.speaker) or same_speaker(r.speaker, other.speaker)) for r in between
        )
        paragraph = bool(one.claim.paragraph) and one.claim.paragraph == other.claim.paragraph
        return Setting(True, last - first, strangers, paragraph)


def days_between(one: Reading, other: Reading) -> float:
    """Days between the publication of two claims' stories; 0 where one is undated."""
    a, b = one.claim.story.published, other.claim.story.published
    return abs((a - b).total_seconds()) / 86400 if a and b else 0.0
