"""Who sent a story and whom it credits, for people: a story of an agency that nobody knows names none."""

from __future__ import annotations

from collections.abc import Iterable

from claims.records import StoryRef

UNKNOWN = "unknown"  # the agency of a story that names none


def known(agencies: Iterable[str]) -> list[str]:
    """Agencies without the one that stands for none."""
    return [agency for agency in agencies if agency != UNKNOWN]


def sender(story: StoryRef) -> str:
    """The story's agency, else those it credits: "credits Halyard, Castell"; empty where none is known."""
    if story.agency != UNKNOWN:
        return story.agency
    credited = known(story.agencies)
    return f"credits {', '.join(credited)}" if credited else ""


def sender_told(story: StoryRef) -> str:
    """The same where the line must say so: "agency unknown", "agency unknown (credits Halyard, Castell)"."""
    if story.agency != UNKNOWN:
        return story.agency
    return "agency unknown" + (f" ({credit})" if (credit := sender(story)) else "")
