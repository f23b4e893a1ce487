"""Attributions that only the tagger sees and that are acts, accusations or the author's own thoughts.

"The club has conceded six goals", "two men accused of theft", "we must ensure that …": nobody claims anything there.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import forms, listed, verbs
from claims.text import Spans

LEAST = 0.3
"""How sure the tagger must be of a cue that is no word of saying or holding."""
LEAST_SAYING = 0.23
"""How sure it must be of one that is."""
_RECKONED = frozenset(
    """toll tolls estimate estimates count figure figures number numbers forecast forecasts tally mistake mistakes error
    errors fault faults losses""".split()
)
LEAST_OF_AUTHOR = 0.5
"""How sure it must be that the writer himself claims something."""
_ACTS = frozenset("concede cut lower raise recall register revise underscore underline number rule hear charge".split())
"""Verbs of saying that are more often acts, or said of things."""
_BE = frozenset("is are was were be been being".split())
_ACCUSED = frozenset("accused suspected convicted charged arrested feared called known believed blamed".split())
_AUTHOR = frozenset("i we you us me one".split())
_ARTICLES = frozenset("the a an".split())


def is_doubtful(copy: Copy, one: Found) -> bool:
    """Whether an attribution that no rule confirms is surely none, or too little sure to be given out."""
    if one.frame == "np" and one.verb in _ACTS:
        return not _is_quoted(copy, one.content) and not _is_reckoning(copy, one.content)
    if one.frame != "tagged" or not one.cue:
        return False
    if _is_passive(copy, one) or _is_epithet(copy, one):
        return True
    if _by_author(copy, one.source):
        return one.confidence < LEAST_OF_AUTHOR
    return one.confidence < (LEAST_SAYING if is_saying(copy, one.cue) else LEAST)


def _is_quoted(copy: Copy, content: Spans) -> bool:
    return any(copy.quote_of[at] >= 0 for at in copy.within(content))


def _is_reckoning(copy: Copy, content: Spans) -> bool:
    """Whether a figure or a fault is what was changed or owned: "raised the toll to 12", "conceded mistakes"."""
    return any(copy.low[at] in _RECKONED for at in copy.within(content)[:6])


def is_saying(copy: Copy, cue: Spans) -> bool:
    """Whether a cue holds a word of saying or holding."""
    return any(copy.low[at] in _sayings() for at in copy.within(cue))


@cache
def _sayings() -> frozenset[str]:
    known = {word for word, found in verbs().items() if any(v.lemma not in _ACTS for v in found)}
    listed_words = [word for line in listed("attitudes.txt") for word in line.split()]
    return frozenset(known.union(listed_words, (form for word in listed_words for _, form in forms(word))))


def _by_author(copy: Copy, source: Spans) -> bool:
    """Whether the writer speaks for himself: "we must ensure", outside all quotations."""
    words = copy.within(source)
    return len(words) == 1 and copy.low[words[0]] in _AUTHOR and copy.quote_of[words[0]] < 0


def _is_passive(copy: Copy, one: Found) -> bool:
    """Whether the one before the cue is who is accused, feared dead or expected; "by X" behind it is a source."""
    words = copy.within(one.cue)
    if any(s.start > one.cue[0].start for s in one.source):
        return False
    if any(copy.low[at] in _ACCUSED and not copy.low[at - 1].endswith("have") for at in words[:1]) and _goes_to(
        copy, words
    ):
        return True
    return any(copy.low[a] in _BE and _is_participle(copy, b) for a, b in pairwise(words))


def _goes_to(copy: Copy, words: list[int]) -> bool:
    last = words[-1]
    if copy.low[words[0]] == "called" and copy.low[last] == "on":
        return False
    after = copy.low[last + 1] if last + 1 < len(copy.low) else ""
    return copy.low[last] in ("of", "with", "as", "to", "on") or after in ("of", "with", "to", "by", "on", "dead")


def _is_participle(copy: Copy, at: int) -> bool:
    word = copy.low[at]
    known = verbs().get(word, ())
    return word in _ACCUSED or word.endswith("ed") or any(v.form in ("past", "participle") for v in known)


def _is_epithet(copy: Copy, one: Found) -> bool:
    """Whether a cue is an adjective behind an article: "the supporting actress prize"."""
    low, high = copy.range(one.cue[0])
    return high - low == 1 and low > 0 and copy.low[low - 1] in _ARTICLES and copy.low[low].endswith(("ing", "ed"))
