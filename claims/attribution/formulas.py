"""Why a source is not named, which is the reporter's word: "… anonymity because he was not authorized to speak".

No claim of the source, where the reason is not quoted.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.text import Span

_HINTS = ("anonym", "be named", "be identified", "by name", "being named", "being identified")
_FORMULA = re.compile(
    r"(?:\b(?:who|speaking|spoke|asked|asking|insisted|requested|requesting)\b[^,.;\"“”]{0,60}?)?"
    r"\b(?:condition of anonymity|(?:requested|requesting|granted|sought|given|insisted on) anonymity"
    r"|(?:not (?:to )?be|to not be|not being|not to be quoted) (?:named|identified|quoted by name|by name))\b"
    r"(?:,? (?:because|as|since|citing|in order|so|for fear|out of fear)\b"
    r"(?:(?!,| (?:said|says|told|added)\b)[^.;\n]){0,200})?",
    re.IGNORECASE,
)
_LONGEST = 1000


def without_reasons(copy: Copy, one: Found) -> Found | None:
    """An attribution without the pieces that only tell why its source is not named; None where nothing is left."""
    kept = tuple(s for s in one.content if not _is_reason(copy, s))
    return None if not kept else one if kept == one.content else replace(one, content=kept)


def _is_reason(copy: Copy, piece: Span) -> bool:
    sentence = copy.sentences[copy.sentence_at(piece.start)]
    end = min(sentence.end, piece.end + _LONGEST)
    words = copy.body[sentence.start : end].lower()
    if not any(hint in words for hint in _HINTS) or copy.quote_of[copy.range(piece)[0]] >= 0:
        return False
    found = _FORMULA.finditer(copy.body, max(sentence.start, piece.start - _LONGEST), end)
    return any(m.start() <= piece.start and piece.end <= m.end() for m in found)
