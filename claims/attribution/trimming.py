"""What of a content is the reporter's: circumstances of the saying, a rebuttal, the clause around a relative one.

All of it stands behind the cue and outside quotation marks: "…, speaking after the vote", "…, which Bari denies",
"which she says is safe and which opened in May", "- as he said it was -", "…, with others saying", "in a row that …".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claims.attribution import rebuttals, subjects
from claims.attribution.copytext import Copy
from claims.attribution.lexicon import forms, verbs, word_list
from claims.text import Span, Spans

_SPEAKING = frozenset(("speaking", "referring", "citing", "quoting"))
_ASKED = frozenset("asked contacted reached approached questioned pressed".split())
_RELATIVE = frozenset(("which", "who", "whom", "that"))
_AGAIN = frozenset(("which", "who", "whose", "whom"))
_DASHES = frozenset(("-", "–", "—", "--"))
_LOOSE = _DASHES | {",", "and", "but", "or", "while"}
"""What no content ends with."""
_REBUTTED = rebuttals.NOUNS | {"which"}
_REBUTS = rebuttals.REBUTS
_CALLED = frozenset(("called", "calls"))
_EVENTS = frozenset("row dispute move step sign blow bid rebuke shift twist setback decision departure".split())
_TURNS = frozenset(("though", "although", "while", "whereas", "because"))
_FURTHEST = 12
"""Words of a clause without its verb."""
_UNITS = frozenset("minutes hour hours day days week weeks month months year years".split())
_STIRRING = frozenset("sparking triggering prompting fuelling fueling stoking".split())
_GIVING = frozenset("gave offered provided".split())
_TELLING = frozenset("say elaborate name specify comment explain disclose identify".split())
_ENDING = frozenset(("ending", unit) for unit in ("days", "weeks", "months", "years"))
_OCCASIONS = frozenset("rally statement interview speech ceremony hearing tweet briefing conference visit".split())
_MEASURES = frozenset("just only a an one two three four five six several some about nearly".split())
_LEAST = 2
"""Words that a content keeps."""


def trimmed(copy: Copy, content: Spans, source: Spans, cue: Spans) -> Spans:
    """`content` without the reporter's own words at its end."""
    last = content[-1]
    if not cue or last.start < cue[-1].end:
        return content
    low, high = copy.range(last)
    if len(content) > 1 and _is_comment(copy, content[-2], low, high):
        return trimmed(copy, content[:-1], source, cue)
    end = min(_ends(copy, low, high, content, (source, cue)), default=high)
    end = _whole_clause(copy, low, end)
    while end > low and copy.quote_of[end - 1] < 0 and _is_loose(copy, end - 1):
        end -= 1
    if end >= high or end - low < _LEAST:
        return content
    return (*content[:-1], copy.span(low, end))


def _is_loose(copy: Copy, at: int) -> bool:
    """Whether no content ends with a word: a joint, or a relative pronoun whose clause is not there: ", which"."""
    word = copy.low[at]
    return word in _LOOSE or (word in ("which", "who", "whose") and copy.low[at - 1] == ",")


def _whole_clause(copy: Copy, low: int, high: int) -> int:
    """Where a content ends without a clause that has lost its verb: "…, though the mayor of the town"."""
    for at in range(high - 1, max(low + _LEAST, high - _FURTHEST), -1):
        if copy.quote_of[at] >= 0 or subjects.is_finite(copy, at):
            return high
        if copy.low[at] in _TURNS and copy.low[at - 1] == "," and subjects.begins_phrase(copy, at + 1):
            return at - 1
    return high


def _is_comment(copy: Copy, before: Span, low: int, high: int) -> bool:
    """Whether a last piece, or what stands before it, is the reporter's: ", in a call to | the paper"."""
    if low and copy.low[low - 1] == "," and _comments(copy, low - 1, high):
        return True
    _, gap = copy.range(before)
    return gap < low and copy.low[gap] == "," and copy.quote_of[gap] < 0 and _by_call(copy, gap + 1, low)


def _ends(copy: Copy, low: int, high: int, content: Spans, by: tuple[Spans, Spans]) -> Iterator[int]:
    """The words from which the reporter speaks again. `by`: the source and the cue."""
    source, cue = by
    relative = _is_relative(copy, content, source)
    dash = _after_dash(copy, source)
    plain = not subjects.has_finite(copy, low, high) and not _takes_clause(copy, cue)
    for at in range(low + _LEAST, high):
        if copy.quote_of[at] >= 0:
            continue
        word, following = copy.low[at], copy.low[at + 1] if at + 1 < high else ""
        if word == ",":
            if (subjects.has_finite(copy, low, at) and _comments(copy, at, high)) or (
                relative and _is_verb(copy, at + 1, high)
            ):
                yield at
        elif (
            (word in _DASHES and dash)
            or (word == "and" and relative and following in _AGAIN)
            or (word in ("but", "and") and _withholds(copy, at + 1, high))
            or (word == "when" and following in _ASKED and (at + 2 >= high or copy.low[at + 2] not in ("to", "for")))
            or (word == "in" and following in ("a", "an") and _is_event(copy, at + 2, high))
            or (
                plain
                and word in ("at", "in", "during")
                and following in ("a", "an")
                and _is_occasion(copy, at + 2, high)
            )
        ):
            yield at


def _is_relative(copy: Copy, content: Spans, source: Spans) -> bool:
    """Whether the attribution is a relative clause: "which says it is safe", "which she says | is safe"."""
    first = content[0] if len(content) > 1 else (source or content)[0]
    low, _ = copy.range(first)
    behind = low > 0 and copy.low[low - 1] in ("which", "who")  # "which | it | says is armed"
    return copy.body[first.start : first.end].lower() in (subjects.PRONOUNS if behind else _RELATIVE)


def _is_verb(copy: Copy, at: int, high: int) -> bool:
    """Whether the main clause goes on behind a relative one: ", was later granted"."""
    return at < high and (copy.low[at] in word_list("finite.txt") or copy.low[at] in word_list("auxiliaries.txt"))


def _after_dash(copy: Copy, source: Spans) -> bool:
    """Whether the attribution stands between dashes: "the mill - which she said was safe - is to close"."""
    if not source:
        return False
    at = copy.range(source[0])[0]
    return any(copy.low[i] in _DASHES for i in range(max(0, at - 2), at))


def _comments(copy: Copy, comma: int, high: int) -> bool:
    """Whether the reporter comments behind a comma on what was said."""
    word = copy.low[comma + 1] if comma + 1 < high else ""
    if word in _STIRRING or (word and subjects.counters(copy, comma + 1)):
        return True
    if word in _SPEAKING:
        return comma + 2 < high and (copy.low[comma + 2] in word_list("prepositions.txt") or word != "speaking")
    if _by_call(copy, comma + 1, high) or _later(copy, comma + 1, high):
        return True
    if (word in ("a", "an") and _is_event(copy, comma + 2, high)) or copy.low[comma + 1 : comma + 3] in _ENDING:
        return True
    if word == "with":
        return _until(copy, comma + 2, high, _saying())
    first = comma + 2 if word in ("a", "an") else comma + 1
    beyond = min(high + 2, len(copy.low))  # the verb itself may stand behind the content: ", which Bari | denies"
    if first >= high or copy.low[first] not in _REBUTTED:
        return False
    return _until(copy, first + 1, beyond, _REBUTS) or (first > comma + 1 and _until(copy, first + 1, high, _CALLED))


def _by_call(copy: Copy, at: int, high: int) -> bool:
    """Whether "in a telephone call", "during a visit" stands here."""
    if at >= high or copy.low[at] not in ("in", "at", "during", "by", "via", "through"):
        return False
    return any(copy.low[i] in subjects.SAID_IN for i in range(at + 1, min(high, at + 5)))


def _later(copy: Copy, at: int, high: int) -> bool:
    """Whether "hours after", "just two weeks before" stands here."""
    unit = next((i for i in range(at, min(high - 1, at + 4)) if copy.low[i] in _UNITS), None)
    if unit is None or copy.low[unit + 1] not in ("after", "before"):
        return False
    return all(copy.low[i] in _MEASURES or copy.low[i].isdigit() for i in range(at, unit))


def _withholds(copy: Copy, at: int, high: int) -> bool:
    """Whether "did not elaborate", "gave no details" stands here: the speaker is its subject, not what he told."""
    words = copy.low[at : min(high, at + 4)]
    if words[1:2] == ("no",) and words[0] in _GIVING:
        return True
    if words[:1] and words[0] in ("did", "would", "could") and words[1:2] == ("not",):
        return len(words) > 2 and words[2] in _TELLING
    return False


def _until(copy: Copy, at: int, high: int, words: frozenset[str]) -> bool:
    """Whether one of `words` follows within a phrase."""
    for i in range(at, min(high, at + 8)):
        if copy.low[i] == "," or copy.low[i] in subjects.STOPS:
            return False
        if copy.low[i] in words:
            return True
    return False


@cache
def _saying() -> frozenset[str]:
    return frozenset(word for verb in word_list("speech.txt") for name, word in forms(verb) if name == "ing")


def _takes_clause(copy: Copy, cue: Spans) -> bool:
    """Whether a cue is a verb as "said", which a clause may follow."""
    return any("clause" in verb.frames for at in copy.within(cue) for verb in verbs().get(copy.low[at], ()))


def _is_occasion(copy: Copy, at: int, high: int) -> bool:
    """Whether "rally", "written statement", "news conference" stands here."""
    return any(copy.low[i] in _OCCASIONS for i in range(at, min(high, at + 3)))


def _is_event(copy: Copy, at: int, high: int) -> bool:
    """Whether "row that" or "latest row that" stands here."""
    return any(copy.low[i] in _EVENTS and copy.low[i + 1] in ("that", "which") for i in (at, at + 1) if i + 1 < high)
