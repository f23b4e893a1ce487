"""What follows a cue: whom it was told, when and where it was said, and where the content begins after that."""

from __future__ import annotations

from dataclasses import dataclass

from claims.attribution import media, subjects
from claims.attribution.copytext import Copy
from claims.attribution.cues import Cue
from claims.attribution.lexicon import word_list
from claims.attribution.subjects import MARKS, MONTHS, STOPS, WEEKDAYS, Range

ENDS = frozenset(".!?…") | {"...", ".."}
_AFTER_ADDRESSEE = frozenset("on in at by during after he she it they there we his its their".split())
_ASIDE = frozenset(",;:–—-") | {"--"}


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands behind a cue."""

    kind: str  # end, aside, that, quote, colon, clause
    at: int  # where the content would begin
    addressee: Range | None = None


def rest_after(copy: Copy, at: int, high: int, cue: Cue) -> Rest:
    """What follows the cue: nothing more, an aside, or the content (after an addressee and adjuncts)."""
    addressee: Range | None = None
    if "to" in cue.verb.frames and at == cue.end:
        end = addressee_end(copy, at, high)
        if end > at:
            addressee, at = (at, end), end
    at = _skip_adjuncts(copy, at, high)
    if at >= high or copy.low[at] in ENDS:
        return Rest("end", at, addressee)
    word = copy.low[at]
    if word == ":":
        return Rest("colon", at + 1, addressee)
    if word == "," and at + 1 < high and copy.words[at + 1] in MARKS:
        return Rest("aside", at, addressee)
    if word in _ASIDE:
        return Rest("aside", at, addressee)
    if word == "that":
        return Rest("that", at, addressee)
    if word in MARKS and copy.quote_of[at] >= 0:
        return Rest("quote", at, addressee)
    that = _that_ahead(copy, at, high)
    if that is not None:
        return Rest("that", that, addressee)
    return Rest("clause", at, addressee)


def addressee_end(copy: Copy, at: int, high: int) -> int:
    """After whom was told: a pronoun, a name, a noun phrase up to "that", a quotation, a comma or a clause."""
    if at >= high:
        return at
    if copy.low[at] in (
        "him",
        "me",
        "us",
        "them",
        "you",
        "her",
        "it",
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
    ):
        return at + 1
    end = at
    while end < min(high, at + 14):
        word = copy.low[end]
        if word in STOPS or word in (",", "that", "how", "what", "when", "why", "whether") or word in MARKS:
            break
        if end > at and (word in _AFTER_ADDRESSEE or word in WEEKDAYS) and not _of_programme(copy, end):
            break
        if end > at and _new_phrase(copy, end):
            break
        end += 1
    return end


def _of_programme(copy: Copy, at: int) -> bool:
    """Whether a day is the name of a programme: "told the Today programme"."""
    return copy.words[at][0].isupper() and at + 1 < len(copy.low) and copy.low[at + 1] in media.PROGRAMMES


def _new_phrase(copy: Copy, at: int) -> bool:
    """Whether the content begins here: a new noun phrase that hangs on no preposition."""
    if copy.words[at][0].isupper() or not subjects.begins_phrase(copy, at) or _numbered(copy, at):
        return False
    return copy.low[at - 1] != "and" and copy.low[at - 1] not in word_list("prepositions.txt")


def _numbered(copy: Copy, at: int) -> bool:
    """Whether a number is part of a name: "told Europe 1 that …", "told Channel 10."."""
    after = copy.low[at + 1] if at + 1 < len(copy.low) else "."
    closes = not after[0].isalnum() or after == "that" or after in WEEKDAYS or after in subjects.PRONOUNS
    return copy.words[at].isdigit() and copy.words[at - 1][0].isupper() and closes


def _skip_adjuncts(copy: Copy, at: int, high: int) -> int:
    """Skips when and where it was said: "on Monday", "in a statement", "late Friday", "again", "by telephone"."""
    moved = True
    while moved and at < high:
        moved = False
        word = copy.low[at]
        following = copy.low[at + 1] if at + 1 < high else ""
        if (
            word in WEEKDAYS
            or word in ("again", "later", "then", "earlier", "here", "afterwards")
            or (word.endswith("ly") and len(word) > 5 and word != "only")
        ):
            at, moved = at + 1, True
        elif word in ("on", "late", "early", "in") and (following in WEEKDAYS or following in MONTHS):
            at, moved = at + 2, True
            while at < high and copy.low[at].isdigit():
                at += 1
        elif word in ("in", "at", "on", "by", "through", "via", "from", "during", "after") and (
            end := _said_in(copy, at, high)
        ):
            at, moved = end, True
    return at


def _said_in(copy: Copy, at: int, high: int) -> int | None:
    """Where "in a written statement", "at a news conference in Bari", "by telephone" ends; None where it is none."""
    for end in range(at + 1, min(high, at + 7)):
        if copy.low[end] in subjects.SAID_IN and not (end + 1 < high and copy.low[end + 1] in subjects.SAID_IN):
            after = end + 1
            if (
                after + 1 < high
                and copy.low[after] in ("in", "from", "to", "with", "on")
                and copy.words[after + 1][0].isupper()
            ):
                after += 2
                while after < high and copy.words[after][0].isupper() and copy.low[after] not in WEEKDAYS:
                    after += 1
            return after
        if copy.low[end] in STOPS or copy.low[end] == "," or copy.low[end] in MARKS:
            return None
    return None


def _that_ahead(copy: Copy, at: int, high: int) -> int | None:
    """ "that" after an adjunct: "said at the end of a long day that …"."""
    for i in range(at, min(high, at + 16)):
        word = copy.low[i]
        if word == "that" and i > at:
            if copy.low[at] == "to" or (i + 1 < high and copy.low[i + 1] == ","):
                return None  # "hopes to build a dam that, left to itself, …"
            opens = copy.low[at] in word_list("prepositions.txt") or copy.low[at] in word_list("adverbs.txt")
            return i if opens and not subjects.has_finite(copy, at, i) else None
        if word in STOPS or word in MARKS:
            return None
    return None
