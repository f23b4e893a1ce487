"""Whether somebody claims something at all, and what the confidence of a claim means.

Two logistic regressions over the traits that `evidence` tells: "claim", whether it is a claim, and "right", whether the
claimant and both ends of one are right. Their weights stand in `certainty.json`, learnt by `training/certainty.py` from
claims of stories that the tagger's training did not see, and from claims judged by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise
from math import exp

FLOOR = 0.25
"""What is less likely a claim than this is not given out."""
FLOOR_UNCONFIRMED, FLOOR_SURE = 0.6, 0.25
"""What only the tagger sees and holds no quoted word must be so likely a claim, and so surely right: acts and attitudes
look like that."""
FLOOR_COUNTED = 0.1
"""What a figure behind a verb of reckoning must be: the rules see it for sure, whatever the network makes of it."""
NAMELESS = 0.45
"""What a claim is given at most whose claimant cannot be told."""
_KNOTS = ((0.0, 0.0), (0.6, 0.6), (0.875, 0.9), (1.0, 1.0))
"""(probability, confidence): the claims of 0.9 and more are together right nine times in ten; the least sure of them
somewhat less often."""


OF_TURN = 0.8
"""How sure what is said in a turn of a transcript is at least: its form names the speaker and holds the words."""


def likelihood(traits: Mapping[str, float]) -> float:
    """How probable it is that somebody claims something there (0 to 1)."""
    return logistic(weights()["claim"], traits)


def is_given_out(traits: Mapping[str, float], claim: float, sure: float) -> bool:
    """Whether what is as likely a claim as `claim`, and as surely right as `sure`, is worth a reader's time."""
    if "frame tagged" in traits and "not quoted" in traits:
        return claim >= FLOOR_UNCONFIRMED and sure >= FLOOR_SURE
    return claim >= (FLOOR_COUNTED if "frame tally" in traits else FLOOR)


def certainty(traits: Mapping[str, float], claim: float) -> float:
    """How sure it is (0 to 1) that claimant and both ends are right, where it is a claim as likely as `claim`."""
    sure = stretched(claim * logistic(weights()["right"], traits))
    sure = max(sure, OF_TURN) if "frame turn" in traits else sure
    return min(sure, NAMELESS) if "who nameless" in traits else sure


POLARITY_KNOWN = 0.84
"""How often the polarity is right of claims that deny something or hold a negation (desk train: 235 of 280); of all
others it is right in 98 of 100."""


def of_whole(sure: float, *, negative: bool) -> float:
    """How sure it is that claimant, ends and polarity are all right; `negative`: it denies or holds a negation."""
    return round(sure * POLARITY_KNOWN, 3) if negative else sure


def stretched(probability: float) -> float:
    """The confidence of claims of this probability."""
    for (low, under), (high, over) in pairwise(_KNOTS):
        if probability <= high:
            return round(under + (over - under) * (probability - low) / (high - low), 3)
    return 1.0


def logistic(table: Mapping[str, float], traits: Mapping[str, float]) -> float:
    """The probability by a model's weights; a trait that its training never saw weighs nothing."""
    score = sum([table[name] * value for name, value in traits.items() if name in table])
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight of each trait in each model (log odds of yes)."""
    text = (resources.files("claims.attribution") / "certainty.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(text)["models"]
    return found
