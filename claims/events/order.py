"""The order of claims by what they say and where, never by database ids or arrival: ties break the same anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from claims.records import Claim
from claims.text import fold


def content_key(claim: Claim) -> tuple[str | int, ...]:
    """What tells a claim apart wherever it is stored: agency, guid, text, claimant, external id, then its place."""
    passage, story = claim.passage, claim.story
    start = passage.content[0].start if passage.content else 0
    return (
        story.agency,
        story.guid,
        fold(passage.text),
        fold(passage.claimant),
        passage.external_id or "",
        story.version,
        start,
        fold(claim.sentence),
        fold(story.headline),
        story.published.isoformat() if story.published else "",
    )


def ordered(claims: Sequence[Claim]) -> list[Claim]:
    """`claims` by content; only claims equal in every respect are left to their ids, where it makes no difference."""
    return sorted(claims, key=lambda claim: (content_key(claim), claim.id))
