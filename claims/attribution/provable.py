"""Whether a claim is one of fact, which evidence could prove or refute: hopes, thanks, vows and opinions are not.

A question is none, nor is what a cue of wishing, thanking, demanding or voting introduces, nor what somebody did not
say or would not answer; the rest is weighed by
traits (`traits`, `weights`).
"""

from __future__ import annotations

from claims.attribution import traits, weights
from claims.attribution.surroundings import Surroundings
from claims.language import denial, hedges

_TELLING = frozenset("said says say saying told tells telling added according reported".split())
_TELL = frozenset(
    """
        say specify respond address comment elaborate disclose reveal confirm answer identify explain determine provide
        mention clarify
    """.split()
)
_DECLINES = frozenset("declined declines declining refused refuses refusing".split())


def checkable(around: Surroundings) -> bool:
    """Whether the claim's words state a fact."""
    if around.asks or (hedges.wishes(around.cue) and _TELLING.isdisjoint(t.word for t in around.cue)):
        return False
    if _keeps_silent(around) or denial.leaves_open(around.cue):
        return False  # who did not deny it has not said it either
    return weights.score("checkable", traits.of_checkable(around)) > 0


def _keeps_silent(around: Surroundings) -> bool:
    """Whether the cue tells that nothing was said: "did not specify", "declined to say"."""
    cue = [token.word for token in around.cue]
    if not _DECLINES.isdisjoint(cue):
        return not _TELL.isdisjoint((*cue, *(token.word for token in around.content[:3])))
    return bool(denial.negations(around.cue)) and not _TELL.isdisjoint(cue)
