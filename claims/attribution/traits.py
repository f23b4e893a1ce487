"""The traits of a claim that its polarity and its being checkable are read from, as named features.

Each is a fact about the words that a person can check ("cue:denied", "just after not:never"); what each weighs stands
in `meaning.json`, learnt by `training/meaning.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claims.attribution.echoes import echo
from claims.attribution.surroundings import Surroundings
from claims.language import denial, hedges, lexicon
from claims.language.stems import stem
from claims.language.tokens import Token

_SELF = frozenset("i we my our us me mine ours myself ourselves".split())
_THIRD = frozenset("he she it they his its their her them him himself herself itself themselves".split())
_AUX = frozenset(
    "has have had was were is are am be been do does did will would can could may might must should".split()
)
_POINTS_BACK = frozenset("this that it these those such any otherwise so".split())
_PAST = frozenset("was were had did".split())
_PRESENT = frozenset("is are has have 's".split())
_TELLING_FRAME = frozenset("but however though reply she he it they response".split())
OF_FRAME = frozenset(
    {
        "official", "bystander", "frame accuses", "frame denies", "before accuses", "before denies",
        *(f"frame:{word}" for word in _TELLING_FRAME),
    }
)  # fmt: skip
"""The traits of what stands around a claim."""
_NO_ONE = frozenset("no none nobody nothing neither nor".split())


def of_polarity(around: Surroundings) -> list[str]:
    """The traits that tell a denial, sorted, each once."""
    return sorted({*own_of_polarity(around), *_frame(around)})


def own_of_polarity(around: Surroundings) -> list[str]:
    """Those of them that the claim's own words and its cue tell, sorted, each once."""
    negations = denial.negations(around.content)
    found = {"bias", *_length(around), *_cue(around)}
    found |= {*_negation(around, negations)} if negations else {*_verdict(around)}
    return sorted(found)


def of_checkable(around: Surroundings) -> list[str]:
    """The traits that tell what no fact can prove, sorted, each once."""
    found = {"bias", *_length(around), *_cue(around), *_words(around.content), *_shape(around)}
    return sorted(found)


def _length(around: Surroundings) -> Iterator[str]:
    yield f"length:{_bucket(len(around.content))}"


def _cue(around: Surroundings) -> Iterator[str]:
    if not around.cue:
        yield "no cue"
    for token in around.cue:
        yield f"cue:{stem(token.word)}"
    if denial.negations(around.cue):
        yield "cue negated"
    if hedges.unprovable(around.cue):
        yield "cue unprovable"


def _words(words: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(words):
        yield f"has:{stem(token.word)}"
        if at < 3:
            yield f"word {at}:{token.word}"
    if words:
        yield f"last:{stem(words[-1].word)}"


def _shape(around: Surroundings) -> Iterator[str]:
    words = around.content.words
    flags = {
        "asks": around.asks,
        "quoted": around.quoted,
        "untrue": denial.calls_untrue(around.content),
        "unprovable": hedges.unprovable(around.content),
        "ahead": hedges.prediction(around.content),
        "plan": hedges.plan(around.content),
        "condition": hedges.conditional(around.content),
        "responsibility": hedges.responsibility(around.content),
        "negated": bool(denial.negations(around.content)),
        "self": not _SELF.isdisjoint(words),
        "third": not _THIRD.isdisjoint(words),
        "digits": any(w[0].isdigit() for w in words),
        "name": any(w[:1].isupper() for w in around.words.split()[1:]),
        "points back": bool(words) and around.content[0].word in _POINTS_BACK,
        "past": not _PAST.isdisjoint(words) or any(w.endswith("ed") for w in words),
        "present": not _PRESENT.isdisjoint(words),
    }
    yield from _with_pairs(tuple(name for name, holds in flags.items() if holds))


@lru_cache(maxsize=2048)  # few of the many sets of flags are met
def _with_pairs(held: tuple[str, ...]) -> tuple[str, ...]:
    """These flags, and each two of them that are held together."""
    return (*held, *(f"{one}, {other}" for one in held for other in held if one < other))


def _verdict(around: Surroundings) -> Iterator[str]:
    """An affirmed content: what passes a verdict on another's claim."""
    words = [token.word for token in around.content]
    untrue = denial.calls_untrue(around.content)
    yield "untrue" if untrue else "no verdict"
    for at, word in enumerate(words):
        if untrue:
            yield f"untrue:{stem(word)}"
        if at < 3:
            yield f"word {at}:{word}"
    claim = not _listed("claims.txt").isdisjoint(words)
    if claim:
        yield "of a claim"
    if words and words[0] in _POINTS_BACK:
        yield "points back"
    for name, holds in (("untrue", untrue), ("of a claim", claim)):
        if holds:
            yield f"{name}, length:{_bucket(len(words))}"
            yield from (f"{name}, cue:{stem(token.word)}" for token in around.cue)
            if words[0] in _POINTS_BACK:
                yield f"{name}, points back"
    yield from (f"denies:{token.word}" for token in around.content if denial.denying(token.word))


def _negation(around: Surroundings, negations: Sequence[int]) -> Iterator[str]:
    words = [token.word for token in around.content]
    first = negations[0]
    yield f"negator:{words[first]}"
    yield f"negated at:{_bucket(first)}"
    yield f"negations:{min(len(negations), 3)}"
    yield from _before(words[max(0, first - 4) : first])
    yield from _after(words[first + 1 : first + 5])
    yield from _scope(around, negations)
    if denial.calls_untrue(around.content):
        yield "untrue"


def _before(words: Sequence[str]) -> Iterator[str]:
    yield f"just before:{stem(words[-1]) if words else '^'}"
    for word in words:
        if word in _AUX:
            yield f"before:{word}"
    for name, kind in (("self", _SELF), ("third", _THIRD), ("there", {"there"}), ("this", _POINTS_BACK)):
        if kind.intersection(words):
            yield f"subject:{name}"


def _after(words: Sequence[str]) -> Iterator[str]:
    yield f"just after:{stem(words[0]) if words else '$'}"
    for word in words:
        yield f"after:{stem(word)}"
    if {"any", "ever", "whatever", "anybody", "anyone", "anything", "single", "at"}.intersection(words):
        yield "emphatic"


def _scope(around: Surroundings, negations: Sequence[int]) -> Iterator[str]:
    spans = [denial.scope(around.content, at) for at in negations]
    words = [token.word for first, last in spans for token in around.content[first:last]]
    for name, file in (("accusable", "accusable.txt"), ("lack", "lacks.txt")):
        if not _listed(file).isdisjoint(words):
            yield name
    for word in words:
        yield f"scope:{stem(word)}"
    for name, kind in (("self", _SELF), ("third", _THIRD)):
        if kind.intersection(words):
            yield f"scope {name}"
    yield f"echo:{round(4 * echo(around.body, around.sentence, map(stem, words)))}"
    later = around.content[spans[0][1] :]
    if len(later) > 4:
        yield "goes on"


def _frame(around: Surroundings) -> Iterator[str]:
    words = [token.word for token in around.frame]
    for name, file in (("official", "officials.txt"), ("bystander", "bystanders.txt")):
        if not _listed(file).isdisjoint(words):
            yield name
    for name, tokens in (("frame", around.frame), ("before", around.before)):
        if hedges.accuses(tokens):
            yield f"{name} accuses"
        if denial.denies(tokens):
            yield f"{name} denies"
    for word in words:
        if word in _TELLING_FRAME:
            yield f"frame:{word}"


@cache
def _listed(file: str) -> frozenset[str]:
    return frozenset(lexicon.entries(file))


def _bucket(n: int) -> str:
    return next((str(limit) for limit in (0, 1, 2, 3, 5, 8, 12, 20) if n <= limit), "more")
