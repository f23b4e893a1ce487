"""What an event is called: the headline that speaks for most of its claims."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.events.reading import Bag, word_bag
from claims.language import idf, places
from claims.language.stems import stem
from claims.records import Claim
from claims.text import fold, squeeze, words

_TITLE = 90  # characters
_SLUG_WORDS = 5
# "UPDATE 2-", "CORRECTED-", "WRAPUP 3 -": what a headline says of its version, not of the event.
_MARKS = re.compile(
    r"^(?:(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|RECAST|EXCLUSIVE|TIMELINE|FACTBOX|ANALYSIS|Q&A|URGENT)"
    r"(?:\s\d{1,2})?\s?[-:–—]\s?)+"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """An event's title and slug, the days its stories span and where it happened, as far as the copy tells."""

    title: str
    slug: str
    starts: date | None
    ends: date | None
    located: str | None


def name(claims: Sequence[Claim]) -> Naming:
    """The name of the event that `claims` (at least one) are about; independent of their order and ids."""
    title = _title(claims)
    days = sorted({c.story.published.date() for c in claims if c.story.published})
    return Naming(
        title=title,
        slug=_slug(title),
        starts=days[0] if days else None,
        ends=days[-1] if days else None,
        located=_located(claims),
    )


def _title(claims: Sequence[Claim]) -> str:
    """The most central headline, else the most central opening or claim, whole sentences; ties by length, spelling."""
    centre = _centre(claims)
    headlines = {_MARKS.sub("", squeeze(c.story.headline)) for c in claims} - {""}
    texts = headlines or _sentences(claims)
    best = min(texts, key=lambda text: (-round(_agrees(text, centre), 9), len(text), text))
    return _short(best)


def _sentences(claims: Iterable[Claim]) -> set[str]:
    said = {squeeze(text) for c in claims for text in (c.story.lead, c.sentence or c.passage.text)} - {""}
    return {text[:1].upper() + text[1:] for text in said}


def _centre(claims: Iterable[Claim]) -> Bag:
    """The words of all sentences together; each story's headline counts once for each of its claims."""
    centre: dict[str, float] = defaultdict(float)
    for text, times in sorted(Counter(t for c in claims for t in (c.sentence, c.story.headline)).items()):
        for term, value in word_bag(text).items():
            centre[term] += times * value
    return dict(centre)


def _agrees(text: str, centre: Bag) -> float:
    return sum(value * centre.get(term, 0.0) for term, value in sorted(word_bag(text).items()))


def _short(text: str) -> str:
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _slug(title: str) -> str:
    """The title's most telling words in their order, plain letters and digits: "hospital-strike-kunduz"."""
    found = [re.sub(r"[^a-z0-9]", "", fold(title[s.start : s.end].removesuffix("'s"))) for s in words(title)]
    telling = sorted({w for w in found if idf.words(w)}, key=lambda w: (-idf.weight(stem(w)), w))[:_SLUG_WORDS]
    return "-".join(dict.fromkeys(w for w in found if w in telling)) or "event"


def _located(claims: Sequence[Claim]) -> str | None:
    """The place most of the event's stories name; of equals a dateline's, then the one more claims name, by spelling.

    What only looks like a place ("in Assad's") counts where a dateline or a headline has it as one too.
    """
    datelines = {place for claim in claims if (place := _dateline(claim))}
    sure = datelines | {place for claim in claims for place in places.names(claim.story.headline)}
    speakers = {word for claim in claims for name in claim.passage.claimants for word in name.split()}
    named = [(c, p) for c in claims for p in _places(c) if p in datelines or (p not in speakers and _known(p, sure))]
    stories = Counter(place for _, place in {(claim.story.id, place) for claim, place in named})
    often = Counter(place for _, place in named)
    return min(stories, key=lambda p: (-stories[p], p not in datelines, -often[p], p)) if stories else None


def _known(place: str, sure: set[str]) -> bool:
    return place in sure or places.country_of(place) is not None


def _places(claim: Claim) -> set[str]:
    return {*claim.passage.places, *places.names(claim.story.headline), _dateline(claim)} - {""}


def _dateline(claim: Claim) -> str:
    place = (claim.story.dateline or "").split(",")[0].strip()
    return place.title() if place.isupper() else place
