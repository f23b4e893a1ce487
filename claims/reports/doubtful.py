"""Which claims a reader must look up before relying on them: one rule for "?" on the screen and in a report."""

from __future__ import annotations

from claims.records import Claim

LIKELY = 0.5  # below that the reading is more likely wrong than right


def doubtful(claim: Claim) -> bool:
    """Whether the reading is in doubt: sure by less than half, or for a reason that was stated."""
    return claim.passage.confidence < LIKELY or claim.passage.doubt is not None
