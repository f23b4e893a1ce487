"""What a likeness is made of, as one table: raw scores are sums of these, and two levels cut them.

Tuned on the train part of the desk corpus and on the dev parts of the public group sets, at one setting for all
(`python -m benchmarks.groups`). Text proposes; the frame takes away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature adds to (or takes from) the raw score of a pair."""

    headline: float = 0.6  # how loudly the headline (or lead) a story lends speaks beside the sentence
    matter: float = 0.1  # both stories are on one matter (their claims taken together use the same telling words)
    beside: float = 0.1  # the two stand near each other in one story
    days: float = -0.03  # for each natural logarithm of the days between the two stories
    time: float = -0.9  # they speak of different times: "in 2010" against the story's own days
    place: float = -0.9  # they are placed in different towns


WEIGHTS = Weights()

# The cosine of two stories' profiles from which they begin to share a matter, and from which they surely do.
MATTER_FROM, MATTER_SURE = 0.04, 0.10

# How fast nearness in a story fades, in characters.
BESIDE_FADES = 400.0

# Raw averages: from ACCEPT on claims are one event; between SUGGEST and ACCEPT a person decides.
ACCEPT, SUGGEST = 0.2, 0.14

# How steeply the shown score rises with the raw one; ACCEPT is shown as 0.5.
_STEEP = 14.0


def shown(raw: float) -> float:
    """A raw score as 0 to 1, where 0.5 is the level at which claims are taken to be one event."""
    return 1.0 / (1.0 + math.exp(-_STEEP * (raw - ACCEPT)))
