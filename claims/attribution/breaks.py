"""Contents that break off where no clause can: without the verb of their subject, or before a word that must follow."""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import verbs, word_list
from claims.text import Span

_MAY_FOLLOW = frozenset("and but or as who whose including according adding saying".split())
"""Words before which a content may end, beside prepositions and joints of clauses."""
_FAR = 14
"""Words within which a subject that has lost its verb began."""


def cut_short(copy: Copy, piece: Span, ruled: Span) -> bool:
    """Whether a content that the rules read on ends before a word that can only go on: "Sunday | Mass"."""
    _, high = copy.range(piece)
    if high < len(copy.low) and copy.low[high] == "(":
        high = next((i + 1 for i in range(high, min(high + 9, len(copy.low))) if copy.low[i] == ")"), high)
    inside = ruled.start <= piece.start + 5 and piece.end < ruled.end
    if not inside or high >= len(copy.low) or copy.quote_of[high - 1] >= 0 or not copy.low[high][0].isalnum():
        return False
    if copy.range(ruled)[1] - high == 1:
        return True  # "went | on"
    word = copy.low[high]
    return word not in _MAY_FOLLOW and word not in word_list("prepositions.txt") and word not in subjects.BREAKERS


def completed(copy: Copy, piece: Span, ruled: Span) -> Span:
    """A content cut short, up to the rules' end; or without a subject that has lost its verb: "…; the port | puts"."""
    low, high = copy.range(piece)
    for at in range(high - 1, max(low + 2, high - _FAR), -1):
        if subjects.is_finite(copy, at) or copy.low[at] in ("where", "which", "who", "whose", "when"):
            break
        if copy.quote_of[at] < 0 and (copy.low[at] in (",", ";") or copy.low[at] == "but"):
            return copy.span(low, at)
    others = any(copy.quote_of[i] >= 0 or copy.low[i] in verbs() for i in range(high, copy.range(ruled)[1]))
    return piece if others else Span(piece.start, ruled.end)


def breaks_off(copy: Copy, piece: Span, ruled: Found) -> bool:
    """Whether a clause has lost its verb: "heavy rules and other things, like fuel prices, | may explain the drop"."""
    low, high = copy.range(piece)
    begin, end = copy.range(ruled.content[0])
    if begin > low + 1 or subjects.has_finite(copy, low, high):
        return False
    after = _behind_aside(copy, high, end)
    if ruled.frame == "that" and high < after < end and copy.low[after] in subjects.PRONOUNS:
        after += 1
    verb = after < end and (subjects.is_finite(copy, after) or copy.low[after] in word_list("auxiliaries.txt"))
    return verb or copy.low[high : high + 1] == ("-",)


def _behind_aside(copy: Copy, at: int, end: int) -> int:
    """The word behind a comma, or behind ", which … ,", or behind "which it says … ,"."""
    if at + 1 < end and copy.low[at] in ("which", "who") and copy.low[at + 1] in subjects.PRONOUNS:
        return next((i + 1 for i in range(at + 2, end) if copy.low[i] == ","), at)
    if at + 1 >= end or copy.low[at] != ",":
        return at
    if copy.low[at + 1] not in ("which", "who"):
        return at + 1
    return next((i + 1 for i in range(at + 2, end) if copy.low[i] == ","), at)
