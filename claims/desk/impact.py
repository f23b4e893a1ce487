"""What rests on a version that was replaced: our reports, and other agencies' stories that still say the old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from claims.desk import copytext
from claims.desk.wording import changed_figures, same_figure, same_thing, shown
from claims.records import Claim, ClaimStatus, Figure, Passage
from claims.store import citing, publications, reading, stories
from claims.store.engine import Connection
from claims.text import fold

_SAME_WORDS = 88  # of 100: another agency's sentence that is still the old one


@dataclass(frozen=True, slots=True)
class Changed:
    """A story of which claims changed or went: by id as they were, and as they are (gone ones are missing there)."""

    story_id: int
    agency: str
    old_versions: Sequence[int]  # ids
    before: Mapping[int, Passage]
    after: Mapping[int, Passage]
    barred: frozenset[int] = frozenset()  # claims whose words must not be printed


def rests(connection: Connection, changed: Changed) -> tuple[str, ...]:
    """A line for each report and each other story that rests on what was changed."""
    reports = publications.resting_on(connection, changed.old_versions, sorted(changed.before))
    told = [f"report   {r.place}, {r.made_at:%d %b %H:%M} by {r.actor}" for r in reports]
    return (*told, *_others(connection, changed))


def _others(connection: Connection, changed: Changed) -> list[str]:
    ids = citing.claims(connection, changed.story_id, changed.agency, sorted(changed.before))
    found = [c for c in reading.by_id(connection, ids, stories.now()) if c.status is ClaimStatus.CURRENT]
    stale = [(claim, old) for claim in found if (old := _still(claim, changed)) is not None]
    lines = []
    for _, own in groupby(
        sorted(stale, key=lambda pair: (pair[0].story.id, pair[0].id)), lambda pair: pair[0].story.id
    ):
        claim, old = next(iter(own))
        lines.append(_line(connection, claim, old, changed.agency))
    return lines


def _still(claim: Claim, changed: Changed) -> str | None:
    """The old value that a claim still carries; None where it carries none."""
    for claim_id, old in changed.before.items():
        new = changed.after.get(claim_id)
        pairs = changed_figures(old, new) if new else ()
        for figure, _ in pairs:
            if _carries(claim.passage.figures, figure):
                return shown(figure)
        if not pairs and fuzz.ratio(fold(claim.passage.text), fold(old.text)) >= _SAME_WORDS:
            if claim_id in changed.barred:
                return "the withdrawn words"
            return f'"{old.text}"' if new or not old.figures else shown(old.figures[0])
    return None


def _carries(figures: Sequence[Figure], old: Figure) -> bool:
    return any(same_figure(figure, old) and same_thing(figure, old) for figure in figures)


def _line(connection: Connection, claim: Claim, old: str, agency: str) -> str:
    version = next(v for v in stories.versions(connection, [claim.story.id]) if v.number == claim.story.version)
    paragraph = copytext.read(stories.load(connection, version.id)).paragraph_of(claim.passage.content)
    place = f" ¶{paragraph}" if paragraph else ""
    return f"others   {claim.story.agency} S-{claim.story.id}{place} (cites {agency}) still {old}   STALE"
