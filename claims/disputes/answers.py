"""How surely a denial answers a given claim: a logistic sum of visible features, learnt on the desk corpus (train).

Wire copy puts a denial next to what it denies, and the two often share no telling word ("blamed Armenia for the
strike" / "denied responsibility"): where they stand, whom the accusation names and how few others speak between them
say more than the words.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.disputes.speakers import speaks_of
from claims.records import ClaimKind, Feature


@dataclass(frozen=True, slots=True)
class _Pair:
    denial: Reading
    claim: Reading
    setting: Setting

    @property
    def next(self) -> bool:
        """The denial is the claim's next neighbour in the story."""
        return self.setting.same_story and self.setting.apart == 1 and self.denial.start > self.claim.start


@dataclass(frozen=True, slots=True)
class _Feature:
    name: str
    weight: float
    value: Callable[[_Pair], float]
    phrase: str


_BIAS = -3.09
_FEATURES = (
    _Feature("words", 3.02, lambda p: cosine(p.denial.bag, p.claim.bag), "they use the same words"),
    _Feature("sentences", 2.8, lambda p: cosine(p.denial.sentence, p.claim.sentence), "so do their sentences"),
    _Feature("same story", 0.92, lambda p: p.setting.same_story, "they stand in one story"),
    _Feature("next", 1.33, lambda p: p.next, "the denial comes right after it"),
    _Feature("apart", 0.37, lambda p: math.log1p(p.setting.apart), "they stand some claims apart"),
    _Feature("strangers", -0.67, lambda p: min(p.setting.strangers, 3), "others speak between them"),
    _Feature("paragraph", 0.64, lambda p: p.setting.same_paragraph, "they stand in one paragraph"),
    _Feature("named", 1.48, lambda p: speaks_of(p.claim.stems, p.denial.speaker), "it speaks of who denies"),
    _Feature("substance", 0.2, lambda p: min(len(p.claim.bag), 6), "it says enough to be denied"),
    _Feature(
        "figure", -0.8, lambda p: _figures(p.claim) and not _figures(p.denial), "it is a figure, the denial is none"
    ),
    _Feature("law", -0.54, lambda p: p.claim.legal != p.denial.legal, "only one is a matter of law"),
    _Feature("deeds", 0.53, lambda p: p.claim.claim.passage.kind is ClaimKind.RESPONSIBILITY, "it says who did it"),
    _Feature("innocence", 0.72, lambda p: p.denial.claim.passage.kind is ClaimKind.RESPONSIBILITY, "a deed is denied"),
    _Feature("both deny", -0.67, lambda p: p.claim.denies, "it is a denial itself"),
    _Feature("negated", -0.45, lambda p: p.claim.negated, "it is negative itself"),
    _Feature("ahead", -0.57, lambda p: p.denial.looks_ahead, "the denial is of what is to come"),
    _Feature("days", -0.29, lambda p: math.log1p(p.setting.days), "their stories are days apart"),
)


def answers(denial: Reading, claim: Reading, setting: Setting) -> tuple[float, tuple[Feature, ...]]:
    """How surely `denial` is an answer to `claim`, 0 to 1, and the features that made it (logits)."""
    pair = _Pair(denial, claim, setting)
    given = [(f, f.weight * float(f.value(pair))) for f in _FEATURES]
    total = _BIAS + sum(logit for _, logit in given)
    features = tuple(Feature(f.name, round(logit, 3), f.phrase) for f, logit in given if abs(logit) > 0.01)
    return 1 / (1 + math.exp(-total)), features


def _figures(reading: Reading) -> bool:
    return bool(reading.claim.passage.figures)
