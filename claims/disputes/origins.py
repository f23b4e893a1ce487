"""Origins: how many independent voices stand behind a position, whoever carries it."""

from __future__ import annotations

from collections.abc import Iterable

from claims.disputes.speakers import same_speaker, speaker_words
from claims.records import Claim


def origins(claims: Iterable[Claim]) -> int:
    """The number of distinct ends of the chains behind `claims`.

    Three agencies citing one ministry are one origin; an unnamed source is its story's own, and a pickup has the
    voices of the story it copies.
    """
    ends: list[tuple[tuple[str, ...], int | None]] = []
    for claim in claims:
        for end in _ends(claim):
            if not any(_one(end, known) for known in ends):
                ends.append(end)
    return max(1, len(ends))


def _ends(claim: Claim) -> list[tuple[tuple[str, ...], int | None]]:
    """Name and, for a source nobody names, the story it belongs to."""
    passage, story = claim.passage, claim.story
    names = passage.claimants or (passage.claimant,)
    own = None if passage.named and passage.claimant else story.copy_of or story.id
    return [(speaker_words(name), own) for name in names]


def _one(end: tuple[tuple[str, ...], int | None], known: tuple[tuple[str, ...], int | None]) -> bool:
    if end[1] != known[1]:
        return False
    return end[0] == known[0] or same_speaker(end[0], known[0])
