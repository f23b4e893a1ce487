"""Passages to claims: repeats folded, identities kept across versions, and what each claim's life has come to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from claims import attribution
from claims.desk.wording import differs
from claims.records import ClaimStatus, Passage, PubStatus, Story, StoryKind
from claims.store import appearances, claims, reading, stories
from claims.store.engine import Connection
from claims.text import Span, cover, fold, paragraphs, sentences, squeeze

_LONGEST = 2000  # code points of a sentence or paragraph as it is kept beside a claim


@dataclass(frozen=True, slots=True)
class Standing:
    """The version claims stand in, and the run that reads them."""

    story_id: int
    version_id: int
    activity_id: int


def save(
    connection: Connection, standing: Standing, story: Story, passages: Sequence[Passage], *, again: bool = False
) -> list[int]:
    """Keep what was found in a version and bring the story's claims in step; the ids of claims never seen before.

    `again` replaces what was found in it before. A claim that no version holds then is forgotten, unless a person's
    decision or a publication rests on it: it stays where it was.
    """
    assertions = folded(passages)
    known = known_claims(connection, standing.story_id)
    if again:
        known = _nearest(known, reading.passages(connection, standing.version_id))
    ids = attribution.align([assertion[0] for assertion in assertions], known)
    new = [assertion[0] for assertion, known_id in zip(assertions, ids, strict=True) if known_id is None]
    made = claims.make(connection, standing.story_id, new, story_time(connection, standing), standing.activity_id)
    fresh = iter(made)
    named = [next(fresh) if known_id is None else known_id for known_id in ids]
    layout = Layout(story.body)
    found = [
        appearances.Found(claim_id, position, passage, layout.sentence(passage), layout.paragraph(passage))
        for claim_id, assertion in zip(named, assertions, strict=True)
        for position, passage in enumerate(assertion)
    ]
    if again:
        decided = claims.held_by_people(connection, standing.story_id) - {each.claim_id for each in found}
        appearances.remove(connection, standing.version_id, decided)
    appearances.put(connection, standing.story_id, standing.version_id, found, standing.activity_id)
    if again:
        claims.forget(connection, claims.nowhere(connection, standing.story_id))
    bring_in_step(connection, standing.story_id, standing.activity_id)
    return made


def _nearest(known: Sequence[tuple[int, Passage]], own: Sequence[tuple[int, Passage]]) -> list[tuple[int, Passage]]:
    """Each known claim as the version itself has it, where it stands there."""
    here = dict(own)
    return [(claim_id, here.get(claim_id, passage)) for claim_id, passage in known]


def story_time(connection: Connection, standing: Standing) -> datetime:
    """When the desk could have known the version."""
    known = stories.versions(connection, [standing.story_id])
    return next(version.known for version in known if version.id == standing.version_id)


def folded(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages that assert the same (claimant, polarity, words, row) as one claim with several appearances."""
    groups: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        key = (passage.external_id or "", fold(passage.claimant), passage.polarity, fold(passage.text))
        groups.setdefault(key, []).append(passage)
    return list(groups.values())


def known_claims(connection: Connection, story_id: int) -> list[tuple[int, Passage]]:
    """Every claim of a story with the passage that speaks for it."""
    where = [w for w in claims.appearances(connection, story_id) if w.speaks]
    found = reading.claims(connection, [w.id for w in where], stories.now())
    return [(claim.id, claim.passage) for claim in found]


class Layout:
    """A body's paragraphs and sentences, to find those that hold a passage."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.paragraphs = paragraphs(body)
        self.sentences = tuple(s for paragraph in self.paragraphs for s in sentences(body, paragraph))

    def sentence(self, passage: Passage) -> str:
        """The sentence or sentences that hold it, as one line."""
        return self._holding(self.sentences, cover(passage.content))

    def paragraph(self, passage: Passage) -> str:
        """The paragraph it begins in, as one line."""
        start = cover(passage.content).start
        return self._holding(self.paragraphs, Span(start, start + 1))

    def _holding(self, units: Sequence[Span], content: Span) -> str:
        if not units:
            return squeeze(self.body[content.start : content.end])[:_LONGEST]
        first = max(bisect_right(units, content.start, key=lambda unit: unit.start) - 1, 0)
        last = max(bisect_right(units, content.end - 1, key=lambda unit: unit.start) - 1, first)
        return squeeze(self.body[units[first].start : units[last].end])[:_LONGEST]


def bring_in_step(connection: Connection, story_id: int, activity_id: int) -> None:
    """Let each claim speak by its newest appearance, and say where it stands in the life of its story."""
    ranked = sorted(stories.versions(connection, [story_id]), key=lambda version: version.rank, reverse=True)
    where = claims.appearances(connection, story_id)
    order = {version.id: n for n, version in enumerate(ranked)}
    speakers: dict[int, claims.Where] = {}
    for each in sorted(where, key=lambda w: (order[w.version_id], w.position)):
        speakers.setdefault(each.claim_id, each)
    claims.let_speak(connection, where, speakers.values())
    new_voices = [w.id for w in speakers.values() if not w.speaks]
    spoken = reading.claims(connection, new_voices, stories.now())
    claims.change(connection, story_id, {claim.id: claim.passage for claim in spoken}, activity_id)
    _set_states(connection, story_id, ranked, where, activity_id)


def _set_states(
    connection: Connection,
    story_id: int,
    ranked: Sequence[stories.Version],
    where: Sequence[claims.Where],
    activity_id: int,
) -> None:
    standing: dict[int, set[int]] = {}
    for each in where:
        standing.setdefault(each.claim_id, set()).add(each.version_id)
    basis = _basis(ranked, {each.version_id for each in where})
    before = claims.states(connection, story_id)
    states = {}
    for claim_id, state in before.items():
        own = standing.get(claim_id, set())
        status = _status(ranked, basis, own)
        seen = min((version.known for version in ranked if version.id in own), default=state.first_seen)
        states[claim_id] = claims.State(status, seen)
    changed = {claim_id: state for claim_id, state in states.items() if state != before[claim_id]}
    claims.set_states(connection, changed, activity_id)


def _basis(ranked: Sequence[stories.Version], with_claims: set[int]) -> stories.Version:
    """The version whose claims are in force: a kill, a hold or a release without text leaves those before it."""
    newest = ranked[0]
    bare = newest.status is not PubStatus.USABLE or newest.kind in (StoryKind.KILL, StoryKind.HOLD, StoryKind.RELEASE)
    if newest.id in with_claims or not bare:
        return newest
    return next((version for version in ranked[1:] if version.id in with_claims), newest)


_CORRECTS = (StoryKind.CORRECTED, StoryKind.REFILE, StoryKind.KILL)


def _status(ranked: Sequence[stories.Version], basis: stories.Version, own: set[int]) -> ClaimStatus:
    newest = ranked[0]
    if basis.id not in own:
        later = ranked[: next((n for n, version in enumerate(ranked) if version.id in own), 0)]
        corrected = any(v.kind in _CORRECTS or v.status is PubStatus.CANCELED for v in later)
        return ClaimStatus.WITHDRAWN if corrected else ClaimStatus.SUPERSEDED
    if newest.status is PubStatus.CANCELED or newest.kind is StoryKind.KILL:
        return ClaimStatus.WITHDRAWN
    if newest.status is PubStatus.WITHHELD or newest.kind is StoryKind.HOLD:
        return ClaimStatus.HELD
    return ClaimStatus.CURRENT


def in_force(connection: Connection, story_id: int) -> dict[int, Passage]:
    """The claims of a story that stand in its current, usable version."""
    states = claims.states(connection, story_id)
    current = [i for i, state in states.items() if state.status is ClaimStatus.CURRENT]
    return {claim.id: claim.passage for claim in reading.by_id(connection, current, stories.now())}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the claims of a story, by id."""

    unchanged: tuple[int, ...]
    changed: tuple[int, ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def compare(before: dict[int, Passage], after: dict[int, Passage]) -> Change:
    """The claims in force before against those in force after."""
    both = [claim_id for claim_id in before if claim_id in after]
    changed = tuple(i for i in both if differs(before[i], after[i]))
    return Change(
        unchanged=tuple(i for i in both if i not in changed),
        changed=changed,
        gone=tuple(i for i in before if i not in after),
        new=tuple(i for i in after if i not in before),
    )
