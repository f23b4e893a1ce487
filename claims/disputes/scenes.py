"""Whether two claims are of one scene: the same time and town, and the same companies or persons in the sentence.

An event's copy looks back ("45 were killed in Odrava last May") and aside ("its rival earned 36 cents"): what is
counted there is something else.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from claims.disputes.reading import Reading
from claims.language import dates, places
from claims.language.lexicon import Phrases
from claims.language.tokens import Token, tokens
from claims.records import SourceKind
from claims.text import fold

_LOOKS_BACK = timedelta(days=45)  # before the publication: another time
_BACK = Phrases(
    [
        *(f"last {word}" for word in "year spring summer autumn winter fall".split()),
        *(f"last {month}" for month in "january february march april may june july august".split()),
        *(f"last {month}" for month in "september october november december".split()),
        *("years ago", "months ago", "a year ago", "a year earlier", "years earlier", "decades ago", "the year before"),
        *("previous year", "year-earlier", "the same period", "a decade ago"),
    ]
)
_BODIES = (SourceKind.ORGANISATION, SourceKind.AGENCY)
_NO_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december the a an it he she they we i in on at of and but for mr mrs ms dr inc corp co
    ltd plc group company
    """.split()
)


def one_scene(one: Reading, other: Reading) -> bool:
    """Whether nothing says that the two speak of different times or towns."""
    return looks_back(one) == looks_back(other) and _one_town(one, other) and _one_town(other, one)


def one_cast(one: Reading, other: Reading) -> bool:
    """Whether the companies and persons spoken of meet, as far as any are named: in the sentences, else in headlines.

    Who speaks is not spoken of, but for a company or body, which gives its own figures.
    """
    mine, theirs = cast(one), cast(other)
    if not mine or not theirs:
        mine, theirs = mine | names(one.claim.story.headline), theirs | names(other.claim.story.headline)
    return not mine or not theirs or bool(mine & theirs)


def looks_back(reading: Reading) -> bool:
    """Whether the claim's sentence tells of a time long before its story."""
    return _looks_back(reading.claim.sentence, reading.claim.story.published)


# A claim is held against every proposition of its event.
@lru_cache(maxsize=8192)
def _looks_back(sentence: str, published: datetime | None) -> bool:
    if _BACK.among(tokens(sentence)):
        return True
    named = dates.whens(sentence, None, published) if published else ()
    return published is not None and bool(named) and all(w.end < (published - _LOOKS_BACK).date() for w in named)


def cast(reading: Reading) -> frozenset[str]:
    """The folded words of the names in the claim's sentence, without a speaker who is a person or a government."""
    said = names(reading.claim.sentence)
    own = {word for name in reading.speakers for word in name if len(word) > 2}
    if reading.claim.passage.claimant_kind in _BODIES:
        return said | (own & {word for name in reading.claim.passage.claimants for word in names(f"by {name}")})
    return said - own


@lru_cache(maxsize=8192)
def names(text: str) -> frozenset[str]:
    """The folded words that `text` writes with a capital, a sentence's first word only where a second one follows."""
    found = tokens(text)
    return frozenset(
        token.word.removesuffix("'s").removesuffix("’s")
        for at, token in enumerate(found)
        if _capital(text, token) and token.word not in _NO_NAMES and not (_opens(found, at) and _alone(text, found, at))
    )


def _capital(text: str, token: Token) -> bool:
    return text[token.start].isupper() and len(token.word) > 1


def _opens(found: list[Token], at: int) -> bool:
    return at == 0 or found[at - 1].word in {".", "!", "?", '"', "“", ":"}


def _alone(text: str, found: list[Token], at: int) -> bool:
    return at + 1 >= len(found) or not _capital(text, found[at + 1])


def _one_town(one: Reading, other: Reading) -> bool:
    """Whether a town that `one` names stands in what surrounds `other`, or `other` is silent on towns."""
    towns = _towns(one)
    return not towns or not _towns(other) or any(town in _around(other) for town in towns)


def _towns(reading: Reading) -> frozenset[str]:
    return _town_names(reading.claim.sentence, reading.claim.passage.places)


@lru_cache(maxsize=8192)
def _town_names(sentence: str, also: tuple[str, ...]) -> frozenset[str]:
    named = {*places.names(sentence), *also}
    return frozenset(fold(name) for name in named if places.country_of(name) and not places.is_country(name))


def _around(reading: Reading) -> str:
    claim, story = reading.claim, reading.claim.story
    return _folded(claim.sentence, claim.paragraph, story.headline, story.lead, story.dateline or "")


@lru_cache(maxsize=8192)
def _folded(*texts: str) -> str:
    return fold(" ".join(texts))
