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

from claims.disputes.binding import names_denier
from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.records import ClaimKind, Feature


@dataclass(frozen=True, slots=True)
class _Pair:
    denial: Reading
    claim: Reading
    setting: Setting

    @property
    def next(self) -> bool:
        """The denial comes next: right behind the claim, or behind one more word of who charges the denier."""
        return self.after and (self.setting.apart == 1 or (self.close and names_denier(self.claim, self.denial, True)))

    @property
    def after(self) -> bool:
        """The denial stands behind the claim in one story."""
        return self.setting.same_story and self.denial.start > self.claim.start

    @property
    def close(self) -> bool:
        """It stands so close behind it, with nobody else between, that "the company" is who denies."""
        return self.after and self.setting.apart <= 2 and not self.setting.strangers


@dataclass(frozen=True, slots=True)
class _Feature:
    name: str
    weight: float
    value: Callable[[_Pair], float]
    phrase: str


_TIMES = frozenset("second minute hour day week month year".split())
_BIAS = -2.83
_FEATURES = (
    _Feature("words", 3.81, lambda p: cosine(p.denial.bag, p.claim.bag), "they use the same words"),
    _Feature("sentences", 1.08, lambda p: cosine(p.denial.sentence, p.claim.sentence), "so do their sentences"),
    _Feature("paragraph", 1.04, lambda p: p.setting.same_paragraph, "they stand in one paragraph"),
    _Feature("same story", 0.15, lambda p: p.setting.same_story, "they stand in one story"),
    _Feature("denial", 0.42, lambda p: p.denial.denies, "a word of denying stands there"),
    _Feature("next", 1.12, lambda p: p.denial.denies and p.next, "the denial comes right after it"),
    _Feature("strangers", -0.46, lambda p: min(p.setting.strangers, 3), "others speak between them"),
    _Feature("named", 1.21, lambda p: names_denier(p.claim, p.denial, p.close), "it speaks of who denies"),
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
    """Whether the claim counts anything; how long something took is no count."""
    return any(figure.unit not in _TIMES for figure in reading.claim.passage.figures)
