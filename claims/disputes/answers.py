"""How surely a denial answers a given claim: a logistic sum of visible features.

The weights are learnt on the desk corpus (train): on its gold claims and on what the extractor finds in its stories.

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


_BIAS = -2.83
_FEATURES = (
    _Feature("words", 3.81, lambda p: cosine(p.denial.bag, p.claim.bag), "they use the same words"),
    _Feature("sentences", 1.08, lambda p: cosine(p.denial.sentence, p.claim.sentence), "so do their sentences"),
    _Feature("paragraph", 1.04, lambda p: p.setting.same_paragraph, "they stand in one paragraph"),
    _Feature("same story", 0.15, lambda p: p.setting.same_story, "they stand in one story"),
    _Feature("denial", 0.42, lambda p: p.denial.denies, "a word of denying stands there"),
    _Feature("next", 1.12, lambda p: p.denial.denies and p.next, "the denial comes right after it"),
    _Feature("strangers", -0.46, lambda p: min(p.setting.strangers, 3), "others speak between them"),
    _Feature("named", 1.21, lambda p: speaks_of(p.claim.stems, p.denial.speaker), "it speaks of who denies"),
    _Feature("substance", 0.21, lambda p: min(len(p.claim.bag), 6), "it says enough to be denied"),
    _Feature("figure", -0.8, lambda p: _figures(p.claim) and not _figures(p.denial), "only one of them counts"),
    _Feature("law", -0.16, lambda p: p.claim.legal != p.denial.legal, "only one is a matter of law"),
    _Feature("deeds", 0.49, lambda p: p.claim.claim.passage.kind is ClaimKind.RESPONSIBILITY, "it says who did it"),
    _Feature("innocence", 0.23, lambda p: p.denial.claim.passage.kind is ClaimKind.RESPONSIBILITY, "a deed is denied"),
    _Feature("ahead", -0.23, lambda p: p.denial.looks_ahead, "the denial is of what is to come"),
    _Feature("days", -1.15, lambda p: math.log1p(p.setting.days), "their stories are days apart"),
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
