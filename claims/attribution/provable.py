"""Whether a claim is one of fact, which evidence could prove or refute: hopes, thanks, vows and opinions are not.

Weighed by traits (`traits`, `weights`); a bare question is never a claim of fact.
"""

from __future__ import annotations

from claims.attribution import traits, weights
from claims.attribution.surroundings import Surroundings


def checkable(around: Surroundings) -> bool:
    """Whether the claim's words state a fact."""
    return not around.asks and weights.score("checkable", traits.of_checkable(around)) > 0
