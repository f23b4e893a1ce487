"""The relations between the claims of one event, found without holding every claim against every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.disputes.reading import Reading
from claims.disputes.relating import LISTED, between
from claims.disputes.setting import Stage
from claims.records import Claim, Finding, Relation
from claims.text import fold

_TERMS = 5  # how many of a claim's most telling words look for others
_COMMON = 40  # a word that more claims of the event use looks for nothing
_NEAR = 6  # claims to either side in one story that an answer may be to
_BEST = 4  # answers kept for one denial
_MARGIN = 0.1  # how much less sure than the surest a further answer may be


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation between two claims of one event: `left_id` denies (contradicts, updates, refines) `right_id`."""

    left_id: int
    right_id: int
    finding: Finding


def find(claims: Sequence[Claim]) -> tuple[Pair, ...]:
    """All relations worth listing between `claims`, which are of one event; surest first, ties by content.

    Claims that say the same in the same words stand for each other, so that a story and its pickups give one pair.
    What is no claim of fact takes no part. The later claim is on the left, but for a denial, which is wherever it is.
    """
    readings = _representatives(claims)
    stage = Stage(readings)
    found: list[tuple[Reading, Reading, Finding]] = []
    for one, other in _candidates(readings):
        later, earlier = (one, other) if _time(one) >= _time(other) else (other, one)
        left, right = (earlier, later) if earlier.denies and not later.denies else (later, earlier)
        finding = between(left, right, stage.setting(left, right))
        if finding and finding.score >= LISTED:
            found.append((left, right, finding))
    found.sort(key=lambda f: (-f[2].score, _key(f[0]), _key(f[1])))
    return tuple(Pair(left.claim.id, right.claim.id, finding) for left, right, finding in _kept(found))


def _kept(found: Sequence[tuple[Reading, Reading, Finding]]) -> Iterator[tuple[Reading, Reading, Finding]]:
    """Of a denial's answers only the surest and those nearly as sure: one that answers everything answers nothing."""
    best: dict[int, float] = {}
    given: dict[int, int] = defaultdict(int)
    for left, right, finding in found:
        if finding.relation is Relation.DENIES:
            denier = left.claim.id
            given[denier] += 1
            if given[denier] > _BEST or finding.score < best.setdefault(denier, finding.score) - _MARGIN:
                continue
        yield left, right, finding


def _representatives(claims: Sequence[Claim]) -> list[Reading]:
    """Checkable claims in order of content, of each wording by one polarity the earliest."""
    first: dict[tuple[str, str], Reading] = {}
    for reading in sorted((Reading(c) for c in claims if c.passage.checkable), key=lambda r: (_time(r), _key(r))):
        passage = reading.claim.passage
        first.setdefault((fold(passage.text), passage.polarity.value), reading)
    return list(first.values())


def _time(reading: Reading) -> tuple[str, int]:
    published = reading.claim.story.published
    return published.isoformat() if published else "", reading.start


def _key(reading: Reading) -> tuple[str, str, str, int]:
    claim = reading.claim
    return claim.story.agency, claim.story.guid, fold(claim.passage.text), reading.start


def _candidates(readings: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    """Pairs that share a telling word, stand near each other in one story, or count."""
    places: dict[str, list[int]] = defaultdict(list)
    for n, reading in enumerate(readings):
        for term in _looking(reading):
            places[term].append(n)
    found = {(a, b) for own in places.values() if len(own) <= _COMMON for a in own for b in own if a < b}
    found |= set(_neighbours(readings))
    return [(readings[a], readings[b]) for a, b in sorted(found)]


def _looking(reading: Reading) -> list[str]:
    terms = sorted(reading.sentence, key=lambda term: (-reading.sentence[term], term))[:_TERMS]
    terms += sorted(reading.bag, key=lambda term: (-reading.bag[term], term))[:_TERMS]
    terms += [f"#{figure.action}" for figure in reading.claim.passage.figures if figure.action]
    return list(dict.fromkeys(terms))


def _neighbours(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    stories: dict[int, list[int]] = defaultdict(list)
    for n, reading in enumerate(readings):
        stories[reading.story].append(n)
    for own in stories.values():
        own.sort(key=lambda n: readings[n].start)
        for at, a in enumerate(own):
            yield from ((min(a, b), max(a, b)) for b in own[at + 1 : at + 1 + _NEAR])
