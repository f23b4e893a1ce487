"""`claims who` and reports: an event's claims folded into questions, as they stand or as they stood at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from claims import disputes
from claims.desk import keeping_back
from claims.desk.filters import WhoFilter
from claims.desk.later import later
from claims.desk.loose import fit, split
from claims.desk.opened import Opened
from claims.records import Claim, ClaimStatus, Dispute, Dossier, Event, Position, Question, Relation
from claims.store import disputes as relations
from claims.store import listing, reading
from claims.store.engine import Connection
from claims.text import fold

if TYPE_CHECKING:
    from claims import events
else:
    events = later("claims.events")

_COMPETE = (Relation.DENIES, Relation.CONTRADICTS)


def dossier(
    opened: Opened,
    event: Event,
    *,
    as_of: datetime | None = None,
    all_claims: bool = False,
    include_withheld: bool = False,
    disputed_only: bool = False,
) -> Dossier:
    """Everything a report says about an event: questions, disputes, claims.

    Claims of killed, held and embargoed copy are only named, without their words, unless `include_withheld`.
    """
    with opened.reading() as connection:
        everything = _material(connection, event.id, as_of, opened.clock())
    material = everything if all_claims else everything.only_facts()
    shown = tuple(c for c in material.claims if include_withheld or not keeping_back.withheld(c))
    withheld = tuple(keeping_back.redacted(c) for c in material.claims if c not in shown)
    pairs = material.pairs({claim.id for claim in shown})
    questions = _questions(shown, pairs)
    if disputed_only:
        questions = tuple(question for question in questions if question.status == "disputed")
    found = material.disputes(event.id, shown, pairs, questions)
    told = [claim for claim in everything.claims if include_withheld or not keeping_back.withheld(claim)]
    named = event if as_of is None else _as_known(event, told, found)
    return Dossier(named, questions, found, (*shown, *withheld), as_of)


def _questions(claims: Sequence[Claim], pairs: Sequence[disputes.Pair]) -> tuple[Question, ...]:
    """The questions all of `claims` answer, those that are no claims of fact among them (no pair holds one)."""
    own = {claim.id: claim for claim in claims}
    folded = disputes.questions([replace(c, passage=replace(c.passage, checkable=True)) for c in claims], pairs)
    return tuple(
        replace(question, positions=tuple(_with_own(position, own) for position in question.positions))
        for question in folded
    )


def _with_own(position: Position, own: dict[int, Claim]) -> Position:
    return replace(position, claims=tuple(own[claim.id] for claim in position.claims))


def _as_known(event: Event, claims: Sequence[Claim], found: Sequence[Dispute]) -> Event:
    """The event by what was known of it: its name, days and counts do not tell of later copy."""
    bare = replace(event, starts=None, ends=None, located=None, stories=0, claims=0, agencies=(), disputed=0)
    if not claims:
        return replace(bare, title=f"E-{event.id}")
    then = events.name(claims)
    return replace(
        bare,
        title=then.title,
        starts=then.starts,
        ends=then.ends,
        located=then.located,
        stories=len({claim.story.id for claim in claims}),
        claims=len(claims),
        agencies=tuple(sorted({agency for claim in claims for agency in claim.story.agencies})),
        disputed=sum(1 for dispute in found if dispute.status in ("open", "stands")),
    )


@dataclass(frozen=True, slots=True)
class _Material:
    """An event's claims and the relations stored between them (found anew for a time past)."""

    claims: tuple[Claim, ...]
    stored: tuple[relations.Stored, ...]

    def only_facts(self) -> _Material:
        return replace(self, claims=tuple(claim for claim in self.claims if claim.passage.checkable))

    def pairs(self, ids: set[int]) -> tuple[disputes.Pair, ...]:
        related = (s.related for s in self.stored if s.related.left_id in ids and s.related.right_id in ids)
        return tuple(disputes.Pair(r.left_id, r.right_id, r.finding) for r in related)

    def disputes(
        self, event_id: int, claims: Iterable[Claim], pairs: Iterable[disputes.Pair], questions: Sequence[Question]
    ) -> tuple[Dispute, ...]:
        by_id = {claim.id: claim for claim in claims}
        stored = {(s.related.left_id, s.related.right_id, s.related.finding.aspect): s for s in self.stored}
        asked = _asked(questions)
        found = []
        for pair in pairs:
            if pair.finding.relation not in _COMPETE:
                continue
            left, right = by_id[pair.left_id], by_id[pair.right_id]
            known = stored[pair.left_id, pair.right_id, pair.finding.aspect]
            question = _common(asked, left.id, right.id)
            found.append(Dispute(known.id, event_id, left, right, pair.finding, question, known.status))
        return tuple(found)


def _material(connection: Connection, event_id: int, as_of: datetime | None, now: datetime) -> _Material:
    if as_of is None:
        ids = listing.appearances(connection, listing.Wanted(event_id=event_id))
        claims = reading.claims(connection, ids, now)
        standing = tuple(claim for claim in claims if claim.status is not ClaimStatus.SUPERSEDED)
        return _Material(standing, tuple(relations.listed(connection, event_id=event_id)))
    appearances = listing.as_known(connection, event_id, as_of)
    then = reading.claims(connection, appearances, as_of)
    stopped = listing.not_to_go_out(connection, (claim.story.id for claim in then), now)  # since, or still
    claims = [replace(claim, status=stopped.get(claim.story.id, ClaimStatus.CURRENT)) for claim in then]
    return _Material(tuple(claims), _then(connection, event_id, claims))


def _then(connection: Connection, event_id: int, claims: Sequence[Claim]) -> tuple[relations.Stored, ...]:
    """The relations between claims as they stood: found anew, with the ids of those that are stored now."""
    known = {(s.related.left_id, s.related.right_id): s for s in relations.listed(connection, event_id=event_id)}
    found = disputes.find([claim for claim in claims if claim.passage.checkable])
    stored = []
    for pair in found:
        now = known.get((pair.left_id, pair.right_id))
        related = relations.Related(pair.left_id, pair.right_id, pair.finding)
        stored.append(relations.Stored(now.id if now else 0, event_id, related, now.status if now else "open"))
    return tuple(stored)


def _asked(questions: Iterable[Question]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for question in questions:
        for claim in (claim for position in question.positions for claim in position.claims):
            found.setdefault(claim.id, set()).add(question.id)
    return found


def _common(asked: dict[int, set[str]], left: int, right: int) -> str | None:
    both = asked.get(left, set()) & asked.get(right, set())
    return min(both, key=lambda name: (len(name), name), default=None)


def question_of(
    connection: Connection, event_ids: Iterable[int], now: datetime
) -> dict[tuple[int, int, int], str | None]:
    """The question each stored pair of those events belongs to, by event, left and right."""
    found = {}
    for event_id in sorted(event_ids):
        material = _material(connection, event_id, None, now).only_facts()
        shown = tuple(claim for claim in material.claims if claim.status is ClaimStatus.CURRENT)
        pairs = material.pairs({claim.id for claim in shown})
        asked = _asked(disputes.questions(shown, pairs))
        for pair in pairs:
            found[event_id, pair.left_id, pair.right_id] = _common(asked, pair.left_id, pair.right_id)
    return found


def who(opened: Opened, event: Event, wanted: WhoFilter) -> Dossier:
    """Who says what: the positions that meet the filter, in questions folded from all claims of the event.

    Filtering leaves a question's status as it is: one speaker's answer to a disputed question stays disputed.
    """
    whole = dossier(
        opened,
        event,
        as_of=wanted.as_of,
        all_claims=wanted.all_claims,
        include_withheld=wanted.include_withheld,
    )
    kept = (_question(question, wanted) for question in whole.questions)
    return replace(whole, questions=tuple(question for question in kept if question.positions))


def _question(question: Question, wanted: WhoFilter) -> Question:
    return replace(question, positions=tuple(p for each in question.positions if (p := _position(each, wanted))))


def _position(position: Position, wanted: WhoFilter) -> Position | None:
    if position.origins < wanted.min_origins or wanted.stance not in (None, position.stance):
        return None
    kept = tuple(claim for claim in position.claims if _meets(claim, wanted))
    return replace(position, claims=kept) if kept else None


def _meets(claim: Claim, wanted: WhoFilter) -> bool:
    speakers = (claim.passage.claimant, *claim.passage.claimants)
    carried = (claim.story.agency, *claim.story.agencies)
    return (
        (wanted.speaker is None or any(fit(split(wanted.speaker), split(name)) for name in speakers))
        and (wanted.agency is None or fold(wanted.agency) in map(fold, carried))
        and (wanted.kind is None or claim.passage.kind is wanted.kind)
        and (not wanted.named_only or claim.passage.named)
    )
