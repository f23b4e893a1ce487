"""Copy that must not go out: one rule for everything the desk shows.

The words of killed, held, embargoed and withdrawn copy come only to who asks for them (`include_withheld`).
"""

from __future__ import annotations

from dataclasses import replace

from claims.records import Claim, ClaimStatus

_WITHHELD = (ClaimStatus.WITHDRAWN, ClaimStatus.HELD)


def withheld(claim: Claim) -> bool:
    """Whether the words of a claim must not go out."""
    return claim.status in _WITHHELD


def redacted(claim: Claim) -> Claim:
    """A claim by its reference and status alone: its copy must not go out."""
    passage = replace(claim.passage, text="", figures=(), places=(), when=None, unnamed=None, doubt=None)
    story = replace(claim.story, headline="", slugline="", lead="")
    return replace(claim, passage=passage, story=story, sentence="", paragraph="", event_title="")


def shown(claim: Claim, include_withheld: bool) -> Claim:
    """The claim as it may be shown."""
    return redacted(claim) if withheld(claim) and not include_withheld else claim
