"""Whether an attribution asserts anything: who declines to comment, is nobody, or denies a request claims nothing."""

from __future__ import annotations

import re

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import word_list
from claims.text import Span, Spans

_TO_SAY = (
    r"(?:say|comment|confirm|discuss|disclose|reveal|specify|elaborate|answer|speak|respond|talk|explain|identify)"
)
_NEGATED = (
    r"(?:(?:did|do|does|would|will|could|can|has|have|had|was|were|is|are) ?n(?:ot|['’]t)|cannot|can['’]t|won['’]t)"
)
_SILENCE = re.compile(
    rf"\b(?:declin|refus)(?:es?|ed|ing) (?:\w+ly )?to (?:\w+ly )?{_TO_SAY}\b"
    rf"|\b(?:fail(?:s|ed)?|unwilling|unable|reluctant) to (?:\w+ly )?{_TO_SAY}\b"
    rf"|\b{_NEGATED} (?:\w+ly )?(?:confirm(?:ed)?|comment(?:ed)?|elaborated?|specify|specified|disclosed?)\b"
    rf"|\b{_NEGATED} (?:\w+ly )?(?:say|said|reveal(?:ed)?|explain(?:ed)?)"
    r"(?= (?:if|whether|how|who|what|when|where|why|which)\b)"
    r"|\bneither (?:\w+ly )?\w+ nor (?:\w+ly )?den(?:y|ies|ied)\b"
    r"|\bconfirm(?:ed)? n?or den(?:y|ied)\b|\bden(?:y|ied) n?or confirm(?:ed)?\b",
    re.IGNORECASE,
)
_HINTS = (
    "n't",
    "n’t",
    "not",
    "declin",
    "refus",
    "fail",
    "unwilling",
    "unable",
    "reluctant",
    "neither",
    "or den",
    "or con",
)
"""Letters without which no silence stands there: most sentences hold none, and looking for these is quick."""
_RESUMES = re.compile(r"[:,;–—]|\b(?:but|and|saying)\b")
"""What stands between a silence and words that were said after all: "declined to comment, saying that …"."""
_LOOK_BACK = 50
_NEGATIVE = re.compile(r"(?:nobody|no one|no-one|none|neither|nothing|no [a-z]\w+)\b", re.IGNORECASE)
_DENYING = frozenset("deny denies denied denying refuse refuses refused refusing".split())
_HEAD_ENDS = frozenset("to for of by from in at on until after because while when".split())

_ANSWERING = frozenset(
    """say specify address respond answer reply comment disclose elaborate determine identify name reveal clarify
    explain mention provide""".split()
)
_CLAIMING = frozenset("say said saying claim claimed claiming suggest suggested suggesting alleged state".split())
"""What somebody did not do, where it is negated; a negated verb of thinking ("does not believe") is a claim."""
_NOT = frozenset("not n't never declined refused declines refuses failed".split())


def asserts(copy: Copy, one: Found) -> bool:
    """Whether somebody says something: False for a silence, a negative subject, and a favour that is denied."""
    return not (is_nobody(copy, one) or _keeps_silent(copy, one) or _denies_a_favour(copy, one))


def is_nobody(copy: Copy, one: Found) -> bool:
    """Whether the subject of an attribution is negative: "nobody denied that …", "no group has said …"."""
    spans = one.voice or one.source
    return bool(spans) and _NEGATIVE.match(copy.body, spans[0].start, spans[0].end) is not None


_ANONYMITY = re.compile(
    r"(?:that \w+ )?(?:not )?(?:to )?be(?:ing)? (?:named|identified|quoted by name)\b|(?:for )?anonymity\b"
    r"|the condition of anonymity\b",
    re.IGNORECASE,
)


def asks_for_anonymity(copy: Copy, one: Found) -> bool:
    """Whether all that is asked or refused is to be named: "asked not to be identified because …" claims nothing."""
    return len(one.content) == 1 and _ANONYMITY.match(copy.body, one.content[0].start, one.content[0].end) is not None


def withholds(copy: Copy, one: Found) -> bool:
    """Whether the cue tells that somebody did not say or answer something: what it was is nobody's claim."""
    words = {copy.low[at] for at in copy.within(one.cue)}
    negated = any(_is_not(w) for w in words)
    return (negated and not _ANSWERING.isdisjoint(words)) or (not words.isdisjoint(_CLAIMING) and _unsaid(copy, one))


def _unsaid(copy: Copy, one: Found) -> bool:
    """Whether the cue is negated: "has never claimed", "did not suggest", "without saying", "stopped short of it"."""
    first, end = copy.range(one.cue[0])
    before = copy.low[max(0, first - 2) : end - 1]
    if any(not word[0].isalpha() for word in before):
        return False
    return any(_is_not(word) for word in before) or "without" in before or {"short", "of"} <= set(before)


def _is_not(word: str) -> bool:
    return word in _NOT or word.endswith(("n't", "n’t"))


def _keeps_silent(copy: Copy, one: Found) -> bool:
    """ "Declined to comment on claims that …", "would not say whether …", "neither confirmed nor denied that …"."""
    if not one.cue:
        return False
    cue, content = one.cue[0], one.content[0]
    sentence = copy.sentences[copy.sentence_at(cue.start)]
    until = content.start if content.start > cue.start else one.cue[-1].end
    start, end = max(sentence.start, cue.start - _LOOK_BACK), min(sentence.end, until + _LOOK_BACK)
    near = copy.body[start:end].lower()
    if not any(hint in near for hint in _HINTS):
        return False
    for match in _SILENCE.finditer(copy.body, start, end):
        if match.start() < until and match.end() > cue.start:
            return not _RESUMES.search(copy.body, match.end(), max(match.end(), until))
        if match.end() <= cue.start and _leads_to(copy, one.source, Span(match.start(), match.end()), cue):
            return True
    return False


def _leads_to(copy: Copy, source: Spans, silence: Span, cue: Span) -> bool:
    """Whether the silence is that of the source, and the cue a noun behind it: "declined to comment on | claims"."""
    if not source or not 0 <= silence.start - source[-1].end <= 20:
        return False
    return _RESUMES.search(copy.body, silence.end, cue.start) is None


def _denies_a_favour(copy: Copy, one: Found) -> bool:
    """Whether a request, bail, a visa is denied, no claim: "denied him bail", "denied a request for access"."""
    cue = {copy.low[at] for at in copy.within(one.cue)}
    low, high = copy.range(one.content[0])
    if _DENYING.isdisjoint(cue) or high <= low or copy.low[low] in ("that", "any", "having", "being"):
        return False
    head = next((i for i in range(low, high) if copy.low[i] in _HEAD_ENDS or not copy.low[i][0].isalnum()), high) - 1
    return head >= low and copy.low[head] in word_list("favours.txt")  # the noun that the phrase is about
