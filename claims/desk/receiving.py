"""One version of one story, taken in: whose it is, what it is to the versions before, what it does to the claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from claims import agencies
from claims.desk import claiming, placing, versions
from claims.desk.opened import Run
from claims.records import Imported, Passage, PubStatus, Story, StoryKind
from claims.store import copies, events, sentences, sources, stories
from claims.store.engine import Connection


@dataclass(frozen=True, slots=True)
class Received:
    """A story as read, the passages found in it, and the document's row."""

    story: Story
    passages: tuple[Passage, ...]
    document: dict[str, Any] | None


def unchanged(connection: Connection, story: Story) -> Imported | None:
    """What to say of a story that is here already, version and all; None for one that is new in anything."""
    agency_id = sources.find_agency(connection, _agency(story))
    story_id = _known_story(connection, story, agency_id) if agency_id is not None else None
    if story_id is None:
        return None
    same = _same(stories.versions(connection, [story_id]), story)
    return _imported(story, story_id, same.number, "unchanged") if same else None


def _agency(story: Story) -> str:
    return agencies.short_name(story.agency) if story.agency else sources.UNKNOWN


def _known_story(connection: Connection, story: Story, agency_id: int) -> int | None:
    guid = stories.guid_of(story)
    if story.guid:
        return stories.find(connection, agency_id, guid)
    return stories.find_text(connection, agency_id, stories.content_digest(story), guid)


def _same(known: Sequence[stories.Version], story: Story) -> stories.Version | None:
    digest = stories.content_digest(story)
    return next((v for v in known if v.digest == digest and story.published in (None, v.published)), None)


def _imported(story: Story, story_id: int, number: int, status: str) -> Imported:
    return Imported(
        story=story_id,
        agency=_agency(story),
        item=story.guid or "",
        version=number,
        kind=story.kind,
        status=status,
        origin=story.origin,
        warnings=story.warnings,
    )


def receive(run: Run, connection: Connection, received: Received) -> Imported:
    """Keep the version and all that follows from it, in the caller's transaction."""
    story = received.story
    if (known := unchanged(connection, story)) is not None:  # another import brought it since we looked
        return known
    story = _without_stale_warnings(connection, story)
    warnings = [*story.warnings, *_warnings(connection, story)]
    activity_id = run.activity(connection)
    place = _place(run, connection, story, activity_id)
    read_as = stories.content_digest(story)  # before it is named: so that the same input is known again
    story = _named(story, place)
    warnings += _conflicts(connection, story, place)
    version_id = _keep(run, connection, replace(received, story=story), place, read_as)
    outcome = _follow(run, connection, received.passages, story, place, version_id)
    return replace(outcome, warnings=tuple(dict.fromkeys((*warnings, *outcome.warnings))))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a version belongs: its story, the versions known of it, and whether it is the newest of them."""

    story_id: int
    known: tuple[stories.Version, ...]
    newest: bool
    hashes: frozenset[int]
    activity_id: int

    @property
    def number(self) -> int:
        return len(self.known) + 1

    @property
    def current(self) -> stories.Version | None:
        return next((version for version in self.known if version.current), None)


def _place(run: Run, connection: Connection, story: Story, activity_id: int) -> _Place:
    known_at = stories.known(story, run.opened.clock())
    agency_id = sources.agency(connection, _agency(story))
    found = sentences.hashes(story)
    story_id = _known_story(connection, story, agency_id)
    if story_id is None and not story.guid:
        story_id = sentences.versions_of(connection, story, found, agency_id, known_at)
    if story_id is None:
        return _Place(stories.make(connection, agency_id, story, activity_id), (), True, found, activity_id)
    known = stories.versions(connection, [story_id])
    rank = (
        known_at,
        stories.number_sent(story.version),
        story.status is PubStatus.CANCELED,
        len(known) + 1,
    )
    return _Place(story_id, known, rank > max(v.rank for v in known), found, activity_id)


def _named(story: Story, place: _Place) -> Story:
    """A version that does not say what it is to the one before: an update, or the same once more."""
    if story.kind is not StoryKind.NEW or not place.known or not place.newest:
        return story
    current = place.current
    same = current is not None and current.digest == stories.content_digest(story)
    return replace(story, kind=StoryKind.REPEAT if same else StoryKind.UPDATE)


def _without_stale_warnings(connection: Connection, story: Story) -> Story:
    """The reader knows the package's table alone; an agency that an earlier import added is no news."""
    if not story.agency or not sources.known_agency(connection, story.agency):
        return story
    return replace(story, warnings=tuple(w for w in story.warnings if not w.endswith("is not in the table; added")))


def _warnings(connection: Connection, story: Story) -> list[str]:
    """What the reader did not warn of already."""
    told = " ".join(story.warnings)
    found = []
    if not story.agency and "agency" not in told:
        found.append("no agency named in it; filed under unknown")
    elif story.agency and "agency" not in told and not sources.known_agency(connection, story.agency):
        found.append(f"agency {story.agency!r} is not in the table; added")
    if story.published is None and "no date" not in told:
        found.append("no date")
    return found


def _conflicts(connection: Connection, story: Story, place: _Place) -> list[str]:
    rival = next((v for v in place.known if _one_version(v, story)), None)
    if rival and stories.load(connection, rival.id).body != story.body:
        return [f"the same item and version as v{rival.number}, with other text: kept as v{place.number}, both stay"]
    current = place.current
    if not place.newest and current:
        return [f"older than v{current.number}, which stays the current version"]
    return []


def _one_version(known: stories.Version, story: Story) -> bool:
    if known.status != PubStatus.USABLE or story.status != PubStatus.USABLE:
        return False
    if story.version is not None:
        return known.version == story.version
    return story.published is not None and known.published == story.published and story.kind is StoryKind.NEW


def _keep(run: Run, connection: Connection, received: Received, place: _Place, read_as: str) -> int:
    if received.document:
        stories.keep_document(connection, {**received.document, "activity_id": place.activity_id})
    digest = received.document["digest"] if received.document else None
    receipt = stories.Receipt(place.number, read_as, digest, run.opened.clock(), place.activity_id)
    version_id = stories.put(connection, place.story_id, received.story, receipt)
    sentences.keep(connection, version_id, place.hashes)
    if place.newest:
        stories.make_current(connection, place.story_id, version_id)
    return version_id


def _follow(
    run: Run, connection: Connection, passages: tuple[Passage, ...], story: Story, place: _Place, version_id: int
) -> Imported:
    before = claiming.in_force(connection, place.story_id)
    standing = claiming.Standing(place.story_id, version_id, place.activity_id)
    new = claiming.save(connection, standing, story, passages)
    run.brought += new
    after = claiming.in_force(connection, place.story_id)
    doubts = placing.place(run, connection, new, place.activity_id)
    touched = copies.relink(connection, place.story_id, story) if place.newest else []
    for story_id in {place.story_id, *touched}:
        events.mark_stale(connection, events.of_story(connection, story_id))
    change = claiming.compare(before, after)
    placing.refile(run, connection, change.changed)
    outcome = replace(
        _imported(story, place.story_id, place.number, "version" if place.known else "new"),
        supersedes=place.current.number if place.current and place.newest else None,
        claims_new=len(change.new),
        claims_changed=len(change.changed),
        claims_withdrawn=len(change.gone),
        claims_unchanged=len(change.unchanged),
        needs_review=doubts if place.newest else 0,  # nobody need look at what was replaced already
    )
    if outcome.supersedes is None:
        return outcome
    return replace(outcome, notes=versions.notes(connection, place.story_id, outcome.supersedes, place.number))
