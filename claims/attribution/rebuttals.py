"""What somebody denies behind what another said: "…, a charge Bari denies", "…, something the port has denied".

The noun that sums up the charge is the content; what follows the verb is the reporter's again.
"""

from __future__ import annotations

from dataclasses import replace

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.text import Span

_NOUNS = frozenset("something charge claim accusation allegation charges claims accusations allegations".split())
_DENIES = frozenset("denies deny denied denying rejects reject rejected disputes disputed dispute".split())


def read(copy: Copy, one: Found) -> Found:
    """`one`, or where it is a rebuttal: with the noun before its speaker as its content."""
    if not one.source or not one.cue or len(one.source) > 1 or one.outer:
        return one
    if _DENIES.isdisjoint(copy.low[i] for i in range(*copy.range(one.cue[-1]))):
        return one
    low, high = copy.range(one.source[0])
    noun = next((i for i in (low, low - 1, low - 2) if i > 1 and copy.low[i] in _NOUNS), None)
    if noun is None or noun >= high - 1 or (noun < low - 1 and copy.low[low - 1] not in ("that", "which")):
        return one
    first = noun - 1 if copy.low[noun - 1] in ("a", "an") else noun
    if copy.low[first - 1] != ",":
        return one
    speaker = Span(copy.start[max(low, noun + 1)], one.source[0].end)
    return replace(one, source=(speaker,), content=(copy.span(first, noun + 1),), voice=(speaker,))
