"""Folds the claims of one event into questions with positions: who says what, who denies it, on how many voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.disputes.finding import Pair
from claims.disputes.folding import Draft, drafts
from claims.disputes.kinds.figure import higher, spoken
from claims.disputes.origins import origins
from claims.disputes.propositions import propositions
from claims.disputes.reading import Reading
from claims.disputes.speakers import same_speaker
from claims.disputes.titles import aspect_of, title_of
from claims.records import Claim, Position, Question, Relation
from claims.text import fold

_COMPETE = (Relation.DENIES, Relation.CONTRADICTS)


def questions(claims: Sequence[Claim], pairs: Sequence[Pair]) -> tuple[Question, ...]:
    """The questions that `claims` (of one event) answer, disputed ones first; every checkable claim stands in one.

    `pairs` are those of `find` on the same claims. Ids "Q-1", "Q-2" … follow the order, which is by content: status,
    number of claims, title, first words; never by database ids.
    """
    readings = sorted((Reading(c) for c in claims if c.passage.checkable), key=_order)
    found = sorted((_question(draft) for draft in drafts(propositions(readings), pairs)), key=_rank)
    return tuple(Question(f"Q-{n}", q.title, q.aspect, q.status, q.positions) for n, q in enumerate(found, 1))


def _order(reading: Reading) -> tuple[str, str, str, str, int]:
    story = reading.claim.story
    published = story.published.isoformat() if story.published else ""
    return published, story.agency, story.guid, fold(reading.claim.passage.text), reading.start


def _rank(question: Question) -> tuple[int, int, str, str]:
    claims = sum(len(position.claims) for position in question.positions)
    first = question.positions[0].proposition if question.positions else ""
    return ("disputed", "rising", "agreed", "single").index(question.status), -claims, question.title, first


def _question(draft: Draft) -> Question:
    aspect = aspect_of(draft)
    return Question("", title_of(draft, aspect), aspect, _status(draft), tuple(_positions(draft)))


def _status(draft: Draft) -> str:
    if any(pair.finding.relation in _COMPETE for pair in draft.pairs):
        return "disputed"
    if any(_rises(draft, pair) for pair in draft.pairs):
        return "rising"
    voices = max(origins(reading.claim for reading in own) for own in draft.members)
    return "agreed" if voices > 1 else "single"


def _rises(draft: Draft, pair: Pair) -> bool:
    """Whether the later of two counts is the higher; a lower one is a correction."""
    figures = {r.claim.id: r.claim.passage.figures for own in draft.members for r in own}
    left = next((f for f in figures[pair.left_id] if spoken(f) == pair.finding.left_value), None)
    right = next((f for f in figures[pair.right_id] if spoken(f) == pair.finding.right_value), None)
    return left is not None and right is not None and higher(left, right)


def _positions(draft: Draft) -> list[Position]:
    """A row a proposition, stance and claimant; a denial bound to a claim denies that claim's proposition."""
    denied: dict[int, list[int]] = defaultdict(list)
    home = {r.claim.id: n for n, own in enumerate(draft.members) for r in own}
    for pair in draft.pairs:
        if pair.finding.relation is Relation.DENIES:
            target = home[pair.right_id]
            if target not in denied[home[pair.left_id]]:
                denied[home[pair.left_id]].append(target)
    found: list[Position] = []
    for n, own in enumerate(draft.members):
        for target in denied.get(n) or [n]:
            proposition = draft.members[target][0].claim.passage.text
            stance = "denies" if own[0].denies else "says"
            found += _rows(proposition, stance, own)
    return found


def _rows(proposition: str, stance: str, own: Sequence[Reading]) -> list[Position]:
    """One row for each speaker, in the speaker's own words, with the origins of all who take this stance.

    A denial shows what it denies.
    """
    voices = origins(reading.claim for reading in own)
    speakers: list[list[Reading]] = []
    for reading in own:
        home = next((s for s in speakers if same_speaker(s[0].speaker, reading.speaker)), None)
        if home is None:
            speakers.append([reading])
        else:
            home.append(reading)
    return [
        Position(
            proposition if stance == "denies" or _verbatim(s[0], own[0]) else s[0].claim.passage.text,
            stance,
            s[0].claim.passage.claimant,
            tuple(r.claim for r in s),
            voices,
        )
        for s in speakers
    ]


def _verbatim(one: Reading, other: Reading) -> bool:
    mine, theirs = (fold(reading.claim.passage.text).removeprefix("that ") for reading in (one, other))
    return mine == theirs
