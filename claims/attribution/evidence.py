"""What speaks for a claim and what against it: the traits that its confidence is weighed by (`certainty`).

Each trait is a name and a value, most of them 1; what each weighs is learnt (`training/certainty.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from math import log

from claims.attribution import assertions
from claims.attribution.copytext import Copy
from claims.attribution.doubts import is_saying
from claims.attribution.found import Found
from claims.attribution.lexicon import verbs, word_list
from claims.attribution.speakers.scene import Speaker
from claims.language.stems import stem
from claims.records import SourceKind
from claims.text import Spans

Trait = tuple[str, float]

_UNKNOWN = -2.0
"""The rate of a cue that the corpora do not know."""
_MOST = 0.9
_PRONOUNS = frozenset("he she it they who which that we i you this these those him her them one".split())
_POINTING = dict.fromkeys(("the", "this", "that", "these", "those"), "described") | dict.fromkeys(
    ("his", "her", "its", "their", "our", "my"), "somebody's"
)
_BE = frozenset("is are was were be been being 's 're".split())
_NOT = frozenset("not n't never no nor neither".split())
_MODAL = frozenset("will would can could may might must should shall 'd 'll".split())
_OPENERS = frozenset(
    """that whether if to how what why who when where which for of on about as in at with by from over against into
    and or but because while after""".split()
)
_CUT_SHORT = frozenset(
    "the a an and or but that which who whose to of in on at by for from with as is was were".split()
)


def traits(copy: Copy, one: Found, content: Spans, speaker: Speaker) -> Iterator[Trait]:
    """The traits of one claim: of its attribution, its cue, its content, its source and whom that was taken for."""
    yield "bias", 1.0
    cue, source, words = copy.within(one.cue), copy.within(one.source), copy.within(content)
    yield from _seen(one)
    if not assertions.asserts(copy, one) or assertions.withholds(copy, one):
        yield "silence", 1.0
    yield from _cue(copy, one, cue)
    yield from _content(copy, content, words)
    yield from _order(copy, one, content, cue)
    yield from _source(copy, source, cue)
    yield from _speaker(speaker)


def _seen(one: Found) -> Iterator[Trait]:
    """Who saw the attribution: the tagger, and how surely, the rules, and which."""
    if one.tagged:
        sure = min(0.985, max(0.05, one.tagged))
        yield "tagged", log(sure / (1 - sure))
        yield "tagged over .9", max(0.0, sure - 0.9) * 10
        yield "agreed" if one.agreed else "not agreed", 1.0
    else:
        yield "rules alone", 1.0
        yield "rules", one.confidence
    yield f"frame {one.frame}", 1.0
    if one.outer:
        yield "nested", 1.0
    if one.medium:
        yield "medium", 1.0


def _cue(copy: Copy, one: Found, cue: list[int]) -> Iterator[Trait]:
    if not cue:
        yield "no cue", 1.0
        return
    head = cue[cue_head([copy.low[at] for at in cue])]
    rate = _rate(copy, head)
    yield "cue rate", rate if rate is not None else _UNKNOWN
    if rate is None:
        yield "cue unknown", 1.0
    yield from _saying(copy, one)
    known = verbs().get(copy.low[head], ())
    yield f"cue form {known[0].form if known else _ending(copy.low[head])}", 1.0
    yield f"cue length {min(4, len(cue))}", 1.0
    yield from _before([copy.low[at] for at in range(max(0, cue[0] - 3), head)])


def _rate(copy: Copy, head: int) -> float | None:
    """How often the word is a cue, with the preposition behind it where that pair is known."""
    behind = copy.low[head + 1] if head + 1 < len(copy.low) else ""
    known = rates()
    pair = pair_of(copy.low[head], behind)
    return known[pair] if pair in known else known.get(stem(copy.low[head]))


def pair_of(word: str, behind: str) -> str:
    """The name under which a word and the preposition behind it are counted; "" where none stands there."""
    return f"{stem(word)}_{behind}" if behind in word_list("prepositions.txt") or behind == "out" else ""


def _saying(copy: Copy, one: Found) -> Iterator[Trait]:
    """Whether the cue is a word of saying or holding; what rules see by another word, they have their reasons for."""
    if is_saying(copy, one.cue):
        yield "saying", 1.0
    elif one.frame != "tagged":
        yield "no saying, ruled", 1.0
    else:
        yield "no saying", 1.0
        yield "no saying, tagged", log(one.tagged / (1.001 - one.tagged))


def _before(words: list[str]) -> Iterator[Trait]:
    """The few words before what is done."""
    if not _NOT.isdisjoint(words) or any(w.endswith("n't") for w in words):
        yield "cue negated", 1.0
    if not _MODAL.isdisjoint(words):
        yield "cue modal", 1.0
    if not _BE.isdisjoint(words[-2:]):
        yield "cue after be", 1.0
    for name, kind in (("noun", "determiners.txt"), ("after preposition", "prepositions.txt")):
        if words and words[-1] in word_list(kind):
            yield f"cue {name}", 1.0
    if words[-1:] == ["to"]:
        yield "cue infinitive", 1.0


def cue_head(words: Sequence[str]) -> int:
    """Which word of a cue (in small letters) tells what is done: "has repeatedly *said* in a statement"."""
    return next((at for at, word in enumerate(words) if _is_head(word)), 0)


def _is_head(word: str) -> bool:
    return word not in word_list("auxiliaries.txt") and word not in word_list("adverbs.txt") and word[0].isalpha()


def _ending(word: str) -> str:
    return next((end for end in ("ing", "ed", "s") if word.endswith(end)), "other")


def _content(copy: Copy, content: Spans, words: list[int]) -> Iterator[Trait]:
    if not words:
        return
    quoted = sum(copy.quote_of[at] >= 0 for at in words) / len(words)
    yield "quoted" if quoted > _MOST else "half quoted" if quoted > 0 else "not quoted", 1.0
    yield f"length {_measure(len(words), (1, 2, 4, 7, 12, 20, 40))}", 1.0
    yield f"spans {min(3, len(content))}", 1.0
    if copy.low[words[-1]] in _CUT_SHORT:
        yield "cut short", 1.0
    if words[0] > 0 and copy.words[words[0] - 1][0].isalnum():
        yield "starts inside", 1.0
    after = copy.words[words[-1] + 1] if words[-1] + 1 < len(copy.words) else "."
    yield ("ends inside" if after[0].isalnum() else "ends at mark"), 1.0
    if quoted <= _MOST:
        yield from _unquoted(copy, words)
        if after[0].isalnum():
            yield "ends inside unquoted", 1.0


def _unquoted(copy: Copy, words: list[int]) -> Iterator[Trait]:
    """How words that are not all quoted begin, and whether they make a clause."""
    first = copy.low[words[0]]
    capital = copy.words[words[0]][0].isupper()
    yield f"opens {first if first in _OPENERS else 'capital' if capital else 'lower'}", 1.0
    finite = word_list("finite.txt")
    if any(copy.low[at] in finite or copy.low[at].endswith("ed") for at in words):
        return
    if any(copy.low[at] == "to" for at in words[1:]):
        yield "to do", 1.0
    elif any(copy.low[at][0].isdigit() for at in words):
        yield "figure", 1.0
    else:
        yield "no verb", 1.0


def _measure(n: int, limits: tuple[int, ...]) -> str:
    """The first limit that `n` does not pass."""
    return next((str(limit) for limit in limits if n <= limit), "more")


def _order(copy: Copy, one: Found, content: Spans, cue: list[int]) -> Iterator[Trait]:
    """How source, cue and content stand to each other."""
    if content != one.content:
        yield "piece" if content[0].start != one.content[0].start else "first piece", 1.0
    if not cue:
        return
    low, high = copy.range(content[0])
    if low > cue[-1]:
        gap = low - cue[-1] - 1
        yield f"content after {'at once' if gap < 2 else 'soon' if gap < 6 else 'late'}", 1.0
    else:
        gap = cue[0] - high
        yield f"content before {'at once' if gap < 6 else 'soon' if gap < 12 else 'late'}", 1.0
    if copy.sentence_at(content[0].start) != copy.sentence_at(one.cue[0].start):
        yield "other sentence", 1.0


def _source(copy: Copy, source: list[int], cue: list[int]) -> Iterator[Trait]:
    if not source:
        yield "no source", 1.0
        return
    if len(source) == 1 and copy.low[source[0]] in _PRONOUNS:
        yield f"source {copy.low[source[0]]}", 1.0
        yield "source pronoun", 1.0
    elif any(copy.words[at][0].isupper() for at in source):
        yield "source name", 1.0
    else:
        yield "source noun", 1.0
    yield f"source length {_measure(len(source), (1, 2, 4, 8))}", 1.0
    if cue:
        gap = max(cue[0] - source[-1], source[0] - cue[-1]) - 1
        yield f"source {'near' if gap < 3 else 'apart' if gap < 10 else 'far'}", 1.0
        if source[0] > cue[-1]:
            yield "source after cue", 1.0


def _speaker(speaker: Speaker) -> Iterator[Trait]:
    """Whom the source was taken for, and how that was found."""
    yield "who sure", log(speaker.confidence / (1.001 - speaker.confidence))
    yield f"who {speaker.kind.value}", 1.0
    if not speaker.name:
        yield "who nameless", 1.0
        return
    if speaker.doubt:
        yield "who doubt", 1.0
    if speaker.others:
        yield "who joint", 1.0
    parts = speaker.name.split()
    if not any(part[0].isupper() for part in parts[1:]) and parts[0].lower() in _POINTING:
        yield f"who {_POINTING[parts[0].lower()]}", 1.0
    yield f"who name length {min(5, len(parts))}", 1.0
    capital = parts[0][0].isupper()
    if speaker.kind is SourceKind.PERSON and not capital:
        yield "who person described", 1.0
    if speaker.kind is SourceKind.PERSON and len(parts) == 1:
        yield "who person by one name", 1.0
    if any(c.isdigit() for c in speaker.name):
        yield "who name with digits", 1.0


@cache
def rates() -> dict[str, float]:
    """By stem, the log odds that an occurrence of the word is a cue; counted on the corpora's train parts."""
    text = (resources.files("claims.attribution") / "cue_rates.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {word: float(rate) for word, rate in rows}
