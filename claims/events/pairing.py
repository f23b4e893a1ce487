"""How surely two claims are about one event, with the reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from claims.events.order import ordered
from claims.events.reading import Reading, Time
from claims.events.scoring import Scores
from claims.events.vectors import Floats
from claims.events.weights import shown
from claims.language.stems import stem
from claims.records import Claim, Feature, Likeness
from claims.text import words

# How many shared words a reason names.
_NAMED = 5


def likeness(a: Claim, b: Claim) -> Likeness:
    """How surely `a` and `b` are about one event: 0 to 1, from 0.5 on they are taken to be. Symmetric.

    What only a story's other claims can tell (that two stories are on one matter) is not known here; grouping knows
    it.
    """
    left, right = ordered((a, b))
    scores = Scores((left, right))
    given = scores.features(np.array([0]), np.array([1]))
    first, second = scores.readings
    reasons = explained(
        given,
        {"text": shared(left, first, second), "time": times_apart(first, second), "place": towns_apart(first, second)},
    )
    return Likeness(round(shown(sum(float(value[0]) for value in given.values())), 4), reasons)


def explained(given: Mapping[str, Floats], phrases: Mapping[str, str]) -> tuple[Feature, ...]:
    """The mean of each feature as a reason; features that gave nothing are left out."""
    means = {name: float(values.mean()) for name, values in given.items() if len(values)}
    return tuple(
        Feature(name, round(mean, 4), phrases.get(name) or _PHRASES[name](mean))
        for name, mean in means.items()
        if abs(mean) >= 0.0005
    )


_PHRASES: dict[str, Callable[[float], str]] = {
    "text": lambda value: f"their words agree by {value:.0%}",
    "matter": lambda _: "their stories are on one matter",
    "beside": lambda _: "they stand close together in one story",
    "days": lambda value: "their stories are days apart" if value < -0.03 else "their stories are hours apart",
    "time": lambda _: "they speak of different times",
    "place": lambda _: "they are placed in different towns",
}


def shared(a: Claim, first: Reading, second: Reading) -> str:
    """The most telling words that both claims (or their headlines) use, as they are written in the first."""
    weights = {term: value * second.words[term] for term, value in first.words.items() if term in second.words}
    telling = sorted(weights, key=lambda term: (-weights[term], term))[:_NAMED]
    if not telling:
        return ""
    written = _written(f"{a.sentence} {a.story.headline or a.story.lead}")
    return "both speak of " + ", ".join(written.get(term, term) for term in telling)


def _written(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for span in words(text):
        word = text[span.start : span.end]
        found.setdefault(stem(word), word)
    return found


def times_apart(first: Reading, second: Reading) -> str:
    """ "one speaks of 2010, the other of the days of its story" """
    one, other = _spoken(first.times), _spoken(second.times)
    return f"one speaks of {one}, the other of {other}" if one != other else ""


def towns_apart(first: Reading, second: Reading) -> str:
    """ "one is placed in Leeds, the other in Glasgow" """
    return f"one is placed in {_town(first)}, the other in {_town(second)}"


def _town(reading: Reading) -> str:
    return " and ".join(town.title() for town in sorted(reading.site.towns)) or "no town"


def _spoken(times: frozenset[Time]) -> str:
    if not times:
        return "the days of its story"
    return " and ".join(f"{year}-{month:02}" if month else str(year) for year, month in sorted(times))
