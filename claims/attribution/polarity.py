"""Whether a claim asserts or denies its content.

A cue that denies decides by itself ("denied", "dismissed as"), except where the words after it are a positive sentence
of their own ("rejected this: every bag had been X-rayed"); so do words that answer nothing but an accusation ("nothing
to do with"). Else it is read from the content: a negated sentence may answer an accusation ("we never fired") or tell a
lack ("there was no warning"), and a verdict may be passed on another's claim ("it is a lie"). Those two are weighed by
traits (`traits`, `weights`).
"""

from __future__ import annotations

import re

from claims.attribution import answering, traits, weights
from claims.attribution.surroundings import Surroundings
from claims.language import denial, hedges
from claims.language.tokens import Run
from claims.records import Polarity

_LINKS = frozenset("that any anything all having being knowledge the a an it this these those such talk".split())
_FINITE = frozenset("is are was were has had have will would can could do does did 's 're".split())
# Log odds from which it is a denial. Whether a negation answers somebody often stands in another story, so that the
# weights are timid there; -0.2 was best in cross-validation by scenario on train (.71 of the negated right) and on dev.
_LEAST = {"negated": -0.2, "affirmed": 0.0}
_ANSWERS = frozenset(
    {
        "accusable", "frame accuses", "before accuses", "frame denies", "before denies", "subject:self",
        "subject:there", "emphatic", "untrue",
    }
)  # fmt: skip
"""Traits of a negated sentence that may answer somebody."""
_UNASKED = 0.3
"""Log odds from which it is a denial where nothing tells that there was anything to answer."""
_CLAUSE_OPENS = 5  # words within which a sentence of its own has its verb


def polarity(around: Surroundings) -> Polarity:
    """Asserts or denies."""
    if denial.leaves_open(around.cue) or (hedges.wishes(around.cue) and not denial.denies(around.cue)):
        return Polarity.ASSERTS  # "vowed not to repeat it" answers nobody
    if denial.denies(around.cue) and not _says_after_all(around.cue):
        return Polarity.ASSERTS if _by_few(around) or _sentence_of_its_own(around) else Polarity.DENIES
    if _answers_nobody(around.content):
        return Polarity.ASSERTS
    if denial.flatly_denies(around.content):
        return Polarity.DENIES
    denied = _negated_denies(around) if denial.negations(around.content) else _affirmed_denies(around)
    return Polarity.DENIES if denied != _by_few(around) else Polarity.ASSERTS


def _negated_denies(around: Surroundings) -> bool:
    if answering.answers_nobody(around):
        return False
    if answering.answers_accusation(around):
        return True
    found = traits.of_polarity(around)
    return weights.score("negated", found) > (_UNASKED if _ANSWERS.isdisjoint(found) else _LEAST["negated"])


def _affirmed_denies(around: Surroundings) -> bool:
    own = weights.score("affirmed", traits.own_of_polarity(around))
    if own + weights.most("affirmed", traits.OF_FRAME) <= _LEAST["affirmed"]:
        return False  # whatever stands around it, which need not be read then
    return weights.score("affirmed", traits.of_polarity(around)) > _LEAST["affirmed"]


_SAYING = frozenset("saying adding arguing insisting stressing".split())
_OBLIGES = frozenset("must should shall ought will mustn't shouldn't won't".split())
_DOUBLED = frozenset(("without", "unless", "until"))
_DISPUTES = frozenset("dispute disputed contest contested".split())


def _says_after_all(cue: Run) -> bool:
    """Whether a denying cue leads to words of its own: "rejected this, saying"."""
    return len(cue) > 1 and cue[-1].word in _SAYING and not denial.denying(cue[-1].word)


def _answers_nobody(content: Run) -> bool:
    """Whether a negation is that of a duty or a plan, is itself negated, or is a mere turn of phrase.

    "It must not sail", "there is no way out without help", "we do not deny it", "it is not out of the question".
    """
    negations = denial.negations(content)
    if not negations:
        return False
    words, first = [token.word for token in content], negations[0]
    if not _OBLIGES.isdisjoint(words[max(0, first - 2) : first + 1]):
        return True
    _, last = denial.scope(content, first)
    undenied = any(denial.denying(word) or word in _DISPUTES for word in words[first + 1 : first + 3])
    doubled = undenied or not _DOUBLED.isdisjoint(words[first + 1 : last])
    return doubled or denial.denies_nothing(content)


_FEW = frozenset("few nobody none".split())
_FEW_WORDS = re.compile("few|nobody|none", re.IGNORECASE)


def _by_few(around: Surroundings) -> bool:
    """Whether few say so, which turns it round: "few expect her to stay", "few cast doubt on it"."""
    if not around.cue or not _FEW_WORDS.search(around.body, around.sentence.start, around.cue[0].start):
        return False
    before = [token for token in around.frame if token.end <= around.cue[0].start]
    return bool(before) and before[-1].word in _FEW and (len(before) < 2 or before[-2].word not in ("a", "the"))


def _sentence_of_its_own(around: Surroundings) -> bool:
    """Whether the content is a positive sentence that stands apart from the denying cue."""
    words = [token.word for token in around.content]
    if not words or words[0] in _LINKS or not around.apart or denial.negations(around.content):
        return False
    return not _FINITE.isdisjoint(words[:_CLAUSE_OPENS]) or any("'" in word for word in words[:2])
