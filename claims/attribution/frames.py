"""How a cue verb takes its content: a clause, a quotation, a noun phrase, an object with a preposition."""

from __future__ import annotations

from claims.attribution import subjects
from claims.attribution.adjuncts import Rest
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import word_list
from claims.attribution.subjects import STOPS


def frame_of(copy: Copy, frames: frozenset[str], rest: Rest, start: int, high: int) -> str | None:
    """How the verb takes what follows, or None where it takes it in no way that attributes."""
    if rest.kind in ("end", "aside"):
        return None
    if rest.kind == "that":
        return "that" if frames & {"that", "clause"} else ("np" if "np" in frames else None)
    if rest.kind in ("colon", "quote"):
        return "quote" if frames & {"that", "clause", "quote", "np"} else _object_frame(copy, frames, start, high)
    if "clause" in frames and subjects.has_finite(copy, start, min(high, start + 40)):
        return "clause"
    return _object_frame(copy, frames, start, high)


def _object_frame(copy: Copy, frames: frozenset[str], start: int, high: int) -> str | None:
    word = copy.low[start]
    if word in frames and word in ("of", "about", "against", "on", "at", "for"):
        return "of"
    if "np" in frames and word not in word_list("prepositions.txt") and word not in ("to", "and", "or", "but"):
        return "np"
    if "np-figure" in frames and any(c.isdigit() for c in copy.words[start]):
        return "np"
    if "as" in frames and word not in word_list("prepositions.txt"):
        return "as"
    second = next((f[2:] for f in frames if f.startswith("x-")), None)
    if second is None:
        return None
    allowed = {f[2:].split("-")[0] for f in frames if f.startswith("x-")}
    for at in range(start + 1, min(high, start + 25)):
        if copy.low[at] in STOPS:
            return None
        if copy.low[at] in allowed:
            return "object"
    return None


def phrase_end(copy: Copy, start: int, stop: int) -> int:
    """Where a noun phrase that is the content ends: before ", saying", ", but", "on Monday", "in a statement"."""
    for at in range(start + 1, stop):
        if copy.quote_of[at] >= 0:
            continue
        word, following = copy.low[at], copy.low[at + 1] if at + 1 < stop else ""
        if word == "," and (
            following in ("but", "saying", "and", "while", "calling", "insisting", "adding")
            or following.endswith("ing")
        ):
            return at
        if word in (";", ":", "—", "–", "--"):
            return at
        if word == "and" and at + 1 < stop and copy.low[at + 1].endswith("ed"):
            return at
    return stop
