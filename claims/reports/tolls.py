"""A rising toll as one line a speaker: what each said it was, from the first to the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.records import Claim, Figure, Question
from claims.reports.times import first_seen, order_of
from claims.text import squeeze


@dataclass(frozen=True, slots=True)
class Toll:
    """What one speaker said of a count: the values in the order of time, equal neighbours once, and their claims."""

    speaker: str
    values: tuple[str, ...]
    claims: tuple[Claim, ...]
    origins: int


def tolls(question: Question) -> tuple[Toll, ...]:
    """The lines of a rising question, by the speaker's first word on it."""
    action = _action([claim for position in question.positions for claim in position.claims])
    found: dict[str, tuple[list[Claim], int]] = {}
    for position in question.positions:
        claims, origins = found.get(position.claimant, ([], 0))
        found[position.claimant] = ([*claims, *position.claims], max(origins, position.origins))
    lines = [_line(speaker, claims, origins, action) for speaker, (claims, origins) in found.items()]
    return tuple(sorted(lines, key=lambda toll: _time(toll.claims[0])) if all(toll.claims for toll in lines) else lines)


def _line(speaker: str, claims: Sequence[Claim], origins: int, action: str | None) -> Toll:
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=_time)
    values: list[str] = []
    for claim in ordered:
        value = count(claim, action)
        if values[-1:] != [value]:
            values.append(value)
    return Toll(speaker, tuple(values), tuple(ordered), origins)


def span(claims: Sequence[Claim]) -> tuple[tuple[Claim, datetime | None], tuple[Claim, datetime | None]]:
    """From when to when a toll was given: when its first claim was first made, and the time of its last count."""
    first = min(claims, key=lambda claim: (first_seen(claim) or order_of(claim.story), claim.id))
    return (first, first_seen(first)), (claims[-1], claims[-1].story.published)


def _time(claim: Claim) -> tuple[datetime, int]:
    """When the count as it stands was given: an update of the story moves it, unlike the claim's first appearance."""
    return order_of(claim.story), claim.id


def _action(claims: Sequence[Claim]) -> str | None:
    """What most of the claims count: killed, missing."""
    actions = Counter(figure.action for claim in claims for figure in claim.passage.figures if figure.action)
    return actions.most_common(1)[0][0] if actions else None


def count(claim: Claim, action: str | None = None) -> str:
    """The number that a claim gives for `action`, as people write it; its words where it gives none."""
    figures = claim.passage.figures
    chosen = next((figure for figure in figures if figure.action == action), figures[0] if figures else None)
    return spoken(chosen) if chosen else squeeze(claim.passage.text)


def spoken(figure: Figure) -> str:
    """ "19", "at least 11", "more than 60,000", "12–15", "about 40"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        exact = _plain(low) if low == high else f"{_plain(low)}–{_plain(high)}"
        return f"about {exact}" if figure.approximate else exact
    if low is not None:
        # "more than 60,000" is kept as 60,001 and upwards; so is "at least 71" as 71, and is far the likelier there
        return f"more than {_plain(low - 1)}" if low > 100 and low % 100 == 1 else f"at least {_plain(low)}"
    return f"at most {_plain(high)}" if high is not None else "a number"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == value // 1 else f"{value:,g}"
