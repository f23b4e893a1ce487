"""What looks like an attribution and is none: "He said this while …", "the self-proclaimed republic", a stray word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.attribution import assertions, formulas, subjects
from claims.attribution.copytext import Copy
from claims.attribution.doubts import is_doubtful
from claims.attribution.found import Found
from claims.attribution.lexicon import verbs, word_list
from claims.attribution.transcripts import LABEL
from claims.text import Span, Spans

_POINTING = frozenset(("this", "that", "so", "it", "these", "as"))
_WHILE = frozenset(("while", "when", "as", "after", "before", "in", "at", "during", "on", "shortly", "just"))
_WHOLE = frozenset(
    ("it", "this", "that", "him", "her", "them", "so", "otherwise", "no", "yes", "never", "nothing", "none", "nobody")
)
_BACK = frozenset(("it", "this", "that", "so", "otherwise", "outright", "too", "again"))


def sift(copy: Copy, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """`found` without what is no attribution."""
    turns = _turns(copy)
    own = (_own_turn(copy, f, turns) for f in found) if turns else iter(found)
    kept = [told for f in own if f is not None and (told := formulas.without_reasons(copy, f)) is not None]
    speak = {s: f.cue[0].start for f in kept if f.cue for s in (*f.source, *f.voice)}
    return tuple(f for f in kept if not _is_none(copy, f) and not _is_asked(copy, f, speak))


def _is_asked(copy: Copy, one: Found, speak: Mapping[Span, int]) -> bool:
    """Whether the source was asked and did not ask: "Asked whether she knew, | Lind | said no"."""
    if len(one.cue) != 1 or copy.body[one.cue[0].start : one.cue[0].end].lower() != "asked" or len(one.source) != 1:
        return False
    low, source = copy.range(one.cue[0])[0], one.source[0]
    opens = one.cue[0].end < one.content[0].start and one.content[-1].end < source.start
    apart = low > 0 and copy.low[low - 1] == "," and copy.end[low - 2] == source.end
    if not (opens or (apart and "," not in copy.body[source.start : source.end])):
        return False
    return speak.get(source, -1) > one.cue[0].start


def _turns(copy: Copy) -> frozenset[int]:
    """The paragraphs of a transcript in which somebody begins to speak: "WALLACE: Will you be there?"."""
    return frozenset(n for n, part in enumerate(copy.paragraphs) if LABEL.match(copy.body, part.start, part.end))


def _own_turn(copy: Copy, one: Found, turns: frozenset[int]) -> Found | None:
    """An attribution without what stands in somebody else's turn; None where nothing is left."""
    home = {copy.paragraph_at(s.start) for s in (*one.source, *one.cue)}
    kept = tuple(s for s in one.content if not _crosses(copy, s, turns, home))
    return None if not kept else one if kept == one.content else replace(one, content=kept)


def _crosses(copy: Copy, span: Span, turns: frozenset[int], home: set[int]) -> bool:
    number = copy.paragraph_at(span.start)
    return number in turns and number not in home


def _is_none(copy: Copy, one: Found) -> bool:
    if is_doubtful(copy, one) or _is_withheld(copy, one):
        return True
    return (
        _points_only(copy, one)
        or _points_back(copy, one)
        or any(_in_compound(copy, s) for s in one.cue)
        or not (one.frame == "tally" or _says_something(copy, one.content))
    )


def _points_only(copy: Copy, one: Found) -> bool:
    """ "He said this while addressing a conference": the words are elsewhere."""
    low, high = copy.range(one.content[0])
    if len(one.content) > 1 or high - low < 2 or copy.quote_of[low] >= 0 or one.frame in ("object", "np"):
        return False  # "put it at 12", "dismissed this as a rumour"
    if subjects.has_finite(copy, low + 2, high):
        return False  # "that at least 12 were dead"
    return copy.low[low] in _POINTING and copy.low[low + 1] in _WHILE


def _points_back(copy: Copy, one: Found) -> bool:
    """ "Few believe it", "the railway sees it differently": what is believed was said elsewhere; a denial is a word."""
    words = [copy.low[at] for at in copy.within(one.content)]
    denies = any("deny" in v.frames for at in copy.within(one.cue) for v in verbs().get(copy.low[at], ()))
    return not denies and not _BACK.isdisjoint(words) and all(w in _BACK or w.endswith("ly") for w in words)


def _in_compound(copy: Copy, cue: Span) -> bool:
    """Whether a cue is part of a hyphenated word: "self-proclaimed"."""
    before = copy.body[cue.start - 1 : cue.start]
    after = copy.body[cue.end : cue.end + 1]
    inner = before == "-" and copy.body[cue.start - 2 : cue.start - 1].isalpha()
    return inner or (after == "-" and copy.body[cue.end + 1 : cue.end + 2].isalpha())


def _says_something(copy: Copy, content: Spans) -> bool:
    """Whether a content holds a word that says something, beside articles, joints and prepositions."""
    return any(
        word[0].isdigit() or word in _WHOLE or (word[0].isalnum() and not _is_function_word(word))
        for word in (copy.low[at] for at in copy.within(content))
    )


def _is_function_word(word: str) -> bool:
    return (
        word in word_list("prepositions.txt")
        or word in word_list("determiners.txt")
        or word in subjects.BREAKERS
        or word in ("what", "how", "why", "who", "whom", "not", "only", "and", "or", "'s", "neither", "either", "both")
    )


_ASKING = frozenset("how who whom whose what where when why whether if which".split())
_REFUSES = frozenset("declined declines refused refuses".split())


def _is_withheld(copy: Copy, one: Found) -> bool:
    """Whether all there is is what somebody did not say: "did not say how", "declined to say where they went"."""
    low, high = copy.range(one.content[0])
    silent = assertions.withholds(copy, one)
    if copy.low[low] == "to" and high - low > 2:
        silent = silent or (_refuses(copy, one) and copy.low[low + 1] in ("say", "comment", "explain", "reveal"))
        low += 2
    return silent and copy.low[low] in _ASKING and copy.quote_of[low] < 0


def _refuses(copy: Copy, one: Found) -> bool:
    return any(copy.low[at] in _REFUSES for at in copy.within(one.cue))
