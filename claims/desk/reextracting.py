"""`claims reextract`: the claims of every story read anew with this version of the software; identities are kept."""

from __future__ import annotations

from collections import Counter

from claims import attribution
from claims.desk import claiming, placing, refreshing
from claims.desk.opened import Opened, Run
from claims.desk.views import Reextraction
from claims.desk.wording import differs
from claims.records import Passage, PubStatus, StoryKind
from claims.store import events, listing, reading, shelves, stories
from claims.store.engine import Connection

_KEPT = ("unchanged", "changed", "new", "gone")


def reextract(opened: Opened, apply: bool) -> Reextraction:
    """What would change in the claims in force; written with `apply`, one transaction a story."""
    run = Run(opened, "reextract")
    counted: Counter[str] = Counter()
    with opened.reading() as connection:
        ids = shelves.story_ids(connection)
    for story_id in ids:
        if apply:
            with run.transaction(opened.writing) as connection:
                counted += _write(run, connection, story_id)
        else:
            with opened.reading() as connection:
                counted += _look(connection, story_id)
    if apply:
        refreshing.refresh(run, opened.writing)
        run.finish(opened.writing, " · ".join(f"{word} {counted[word]}" for word in _KEPT))
    return Reextraction(
        stories=len(ids),
        unchanged=counted["unchanged"],
        changed=counted["changed"],
        new=counted["new"],
        gone=counted["gone"],
        applied=apply,
    )


def _look(connection: Connection, story_id: int) -> Counter[str]:
    """How the claims of the current version would come out."""
    current = next(version for version in stories.versions(connection, [story_id]) if version.current)
    known = reading.passages(connection, current.id)
    found = [group[0] for group in claiming.folded(_extract(connection, current))]
    ids = attribution.align(found, known)
    before = dict(known)
    counted: Counter[str] = Counter(gone=len(before.keys() - set(ids)))
    for passage, claim_id in zip(found, ids, strict=True):
        if claim_id is None:
            counted["new"] += 1
        else:
            counted["changed" if differs(before[claim_id], passage) else "unchanged"] += 1
    return counted


def _extract(connection: Connection, version: stories.Version) -> tuple[Passage, ...]:
    if version.status is PubStatus.CANCELED or version.kind is StoryKind.KILL:
        return ()
    return attribution.extract(stories.load(connection, version.id))


def _write(run: Run, connection: Connection, story_id: int) -> Counter[str]:
    counted = _look(connection, story_id)
    stale = [v for v in stories.versions(connection, [story_id]) if _differs(connection, v)]
    if not stale:
        return counted
    activity_id = run.activity(connection)
    new: list[int] = []
    for version in sorted(stale, key=lambda version: version.rank):
        standing = claiming.Standing(story_id, version.id, activity_id)
        story = stories.load(connection, version.id)
        new += claiming.save(connection, standing, story, _extract(connection, version), again=True)
    placing.place(run, connection, new, activity_id)
    events.mark_stale(connection, events.of_story(connection, story_id))
    return counted


def _differs(connection: Connection, version: stories.Version) -> bool:
    """Whether reading a version anew gives anything else than what is kept of it, spans and all."""
    kept = reading.claims(connection, listing.of_version(connection, version.id), stories.now())
    found = [passage for group in claiming.folded(_extract(connection, version)) for passage in group]
    return sorted((claim.passage for claim in kept), key=_order) != sorted(found, key=_order)


def _order(passage: Passage) -> tuple[object, ...]:
    return passage.content, passage.text, passage.claimant, passage.polarity, passage.external_id or ""
