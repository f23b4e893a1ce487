"""How an explanation names a speaker."""

from __future__ import annotations

from claims.language.speaking import names
from claims.records import Passage, StoryRef


def name(passage: Passage, story: StoryRef) -> str:
    """All who make the claim; where nobody is named, a source of the agency, never the agency itself."""
    if passage.claimant:
        return names(passage)
    return "an unnamed source" if story.agency in ("", "unknown") else f"a source of {story.agency}"
