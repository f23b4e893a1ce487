"""`claims search`: claims and events that hold the words asked for, spelled loosely, best first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rapidfuzz import fuzz, process

from claims.desk import listings, loose
from claims.desk.opened import Opened
from claims.desk.views import SearchResult
from claims.records import Claim, ClaimStatus
from claims.store import listing, reading
from claims.store.engine import Connection

_FOUND = 500  # claims ranked for a word
_LIKE = 70  # of 100: terms a word may be a misspelling of
_AROUND = 0.5  # what a word counts that stands beside the claim, in its sentence, headline or event


def search(opened: Opened, text: str, limit: int | None) -> SearchResult:
    """What holds the telling words of `text`: all of them, or where nothing does the most of them (half at least)."""
    asked = loose.telling(text)
    with opened.reading() as connection:
        claims = _candidates(connection, asked, opened.clock())
        found = listings.fitting(connection, listing.events(connection), text) if asked else []
    scored = [(*_score(asked, claim), claim) for claim in claims]
    most = max((held for held, _, _ in scored), default=0)
    best = [each for each in scored if each[0] == most and 2 * most >= len(asked)] if most else []
    best.sort(key=lambda each: (-each[1], each[2].id))
    return SearchResult(tuple(claim for _, _, claim in best)[:limit], tuple(found[:limit]))


def _score(asked: Sequence[str], claim: Claim) -> tuple[int, float]:
    """How many of the words a claim holds, and how well."""
    own = loose.split(f"{claim.passage.claimant} {claim.passage.text}")
    around = loose.split(f"{claim.sentence} {claim.story.headline} {claim.event_title}")
    fits = [loose.fit((word,), own) or _AROUND * loose.fit((word,), around) for word in asked]
    return sum(1 for fit in fits if fit), sum(fits)


def _candidates(connection: Connection, asked: Sequence[str], now: datetime) -> list[Claim]:
    """Claims with one of the words at least; a word nobody wrote stands for the terms most like it."""
    found: dict[int, None] = {}
    missing = []
    for word in asked:
        ids = listing.appearances(connection, listing.Wanted(words=(word,), current_at=now, limit=_FOUND))
        found |= dict.fromkeys(ids)
        missing += [] if ids else [word]
    if missing:
        offered = listing.vocabulary(connection)
        like = [
            match[0]
            for word in missing
            for match in process.extract(word, offered, scorer=fuzz.ratio, limit=5, score_cutoff=_LIKE)
        ]
        found |= dict.fromkeys(reading.speaking(connection, sorted(listing.filed_under(connection, like, _FOUND))))
    return [claim for claim in reading.claims(connection, list(found), now) if claim.status is ClaimStatus.CURRENT]
