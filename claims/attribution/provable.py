"""Whether a claim is one of fact, which evidence could prove or refute: hopes, thanks, vows and opinions are not.

A question is none, nor is what a cue of wishing, thanking, demanding or voting introduces; the rest is weighed by
traits (`traits`, `weights`).
"""

from __future__ import annotations

from claims.attribution import traits, weights
from claims.attribution.surroundings import Surroundings
from claims.language import hedges

_TELLING = frozenset("said says say saying told tells telling added according reported".split())


def checkable(around: Surroundings) -> bool:
    """Whether the claim's words state a fact."""
    if around.asks or (hedges.wishes(around.cue) and _TELLING.isdisjoint(t.word for t in around.cue)):
        return False
    return weights.score("checkable", traits.of_checkable(around)) > 0
