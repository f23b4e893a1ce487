"""What the confidence of a claim means: how often claims of that score are right, in their words and in their claimant.

The raw score is that of the attribution times that of its speaker. The table was read off the dev parts of the two
annotated corpora; between its knots it is a straight line.
"""

from __future__ import annotations

from bisect import bisect_right

KNOTS = (
    (0.0, 0.05),
    (0.3, 0.45),
    (0.5, 0.62),
    (0.6, 0.66),
    (0.7, 0.74),
    (0.8, 0.86),
    (0.83, 0.9),
    (0.9, 0.955),
    (1.0, 0.99),
)
"""(raw score, share of claims that are right)."""


def certainty(attribution: float, speaker: float) -> float:
    """How probable it is that a claim is right (0 to 1), from how sure its attribution and its speaker are."""
    raw = min(1.0, max(0.0, attribution * speaker))
    at = min(len(KNOTS) - 1, bisect_right(KNOTS, (raw, 1.0)))
    (low, under), (high, over) = KNOTS[at - 1], KNOTS[at]
    return round(under + (over - under) * (raw - low) / (high - low), 3)
