"""Folds the claims of one event into questions with positions: who says what, who denies it, on how many voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.disputes.finding import Pair
from claims.disputes.kinds.figure import counted
from claims.disputes.origins import origins
from claims.disputes.propositions import propositions
from claims.disputes.reading import Reading
from claims.disputes.speakers import same_speaker
from claims.records import Claim, ClaimKind, DisputeKind, Figure, Position, Question, Relation
from claims.text import fold

_COMPETE = (Relation.DENIES, Relation.CONTRADICTS)
_ASPECTS = {
    DisputeKind.FIGURE: "figure",
    DisputeKind.RESPONSIBILITY: "responsibility",
    DisputeKind.DATE: "date",
    DisputeKind.PLACE: "place",
}
_CURRENCY = 3  # letters of a currency's code, EUR
_TITLES = {
    "responsibility": "who was behind it",
    "legality": "was it lawful",
    "date": "when was it",
    "place": "where was it",
}


@dataclass(slots=True)
class _Draft:
    """A question in the making: propositions (each a list of claims that say it) and the pairs among them."""

    members: list[list[Reading]]
    pairs: list[Pair]


def questions(claims: Sequence[Claim], pairs: Sequence[Pair]) -> tuple[Question, ...]:
    """The questions that `claims` (of one event) answer, disputed ones first; every checkable claim stands in one.

    `pairs` are those of `find` on the same claims. Ids "Q-1", "Q-2" … follow the order, which is by content: status,
    number of claims, title, first words; never by database ids.
    """
    readings = sorted((Reading(c) for c in claims if c.passage.checkable), key=_order)
    drafts = _drafts(propositions(readings), pairs)
    found = sorted((_question(draft) for draft in drafts), key=_rank)
    return tuple(Question(f"Q-{n}", q.title, q.aspect, q.status, q.positions) for n, q in enumerate(found, 1))


def _order(reading: Reading) -> tuple[str, str, str, str, int]:
    story = reading.claim.story
    published = story.published.isoformat() if story.published else ""
    return published, story.agency, story.guid, fold(reading.claim.passage.text), reading.start


def _rank(question: Question) -> tuple[int, int, str, str]:
    claims = sum(len(position.claims) for position in question.positions)
    first = question.positions[0].proposition if question.positions else ""
    return ("disputed", "rising", "agreed", "single").index(question.status), -claims, question.title, first


def _drafts(groups: list[list[Reading]], pairs: Sequence[Pair]) -> list[_Draft]:
    """Propositions that a pair ties together are answers to one question."""
    home = {reading.claim.id: n for n, own in enumerate(groups) for reading in own}
    root = list(range(len(groups)))

    def top(n: int) -> int:
        while root[n] != n:
            n = root[n]
        return n

    known = [pair for pair in pairs if pair.left_id in home and pair.right_id in home]
    for pair in known:
        a, b = sorted((top(home[pair.left_id]), top(home[pair.right_id])))
        root[b] = a
    members: dict[int, list[list[Reading]]] = defaultdict(list)
    for n, own in enumerate(groups):
        members[top(n)].append(own)
    tied: dict[int, list[Pair]] = defaultdict(list)
    for pair in known:
        tied[top(home[pair.left_id])].append(pair)
    return [_Draft(own, tied[n]) for n, own in members.items()]


def _question(draft: _Draft) -> Question:
    aspect = _aspect(draft)
    positions = tuple(_positions(draft))
    return Question("", _title(draft, aspect), aspect, _status(draft), positions)


def _status(draft: _Draft) -> str:
    relations = {pair.finding.relation for pair in draft.pairs}
    if relations & set(_COMPETE):
        return "disputed"
    if Relation.UPDATES in relations:
        return "rising"
    voices = origins(reading.claim for own in draft.members for reading in own)
    return "agreed" if voices > 1 else "single"


def _aspect(draft: _Draft) -> str:
    for pair in sorted(draft.pairs, key=lambda p: -p.finding.score):
        kind = pair.finding.kind
        if kind in _ASPECTS:
            return _ASPECTS[kind]
        return pair.finding.aspect if pair.finding.aspect in _TITLES else "occurrence"
    passage = draft.members[0][0].claim.passage
    if passage.figures:
        return "figure"
    return "responsibility" if passage.kind is ClaimKind.RESPONSIBILITY else "other"


def _title(draft: _Draft, aspect: str) -> str:
    if aspect == "figure":
        return _counting(draft)
    return _TITLES.get(aspect) or draft.members[0][0].quoted


def _counting(draft: _Draft) -> str:
    """ "how many were killed", "how many litres", "what share", "how much in EUR" """
    for own in draft.members:
        for figure in own[0].claim.passage.figures:
            if figure.action or figure.counted or figure.unit:
                return _of(figure)
    return "how many"


def _of(figure: Figure) -> str:
    if figure.unit == "%":
        return "what share"
    if figure.unit and figure.unit.isupper() and len(figure.unit) == _CURRENCY:
        return f"how much in {figure.unit}"
    what = counted(figure)
    return f"how many were {figure.action}" if what == f"those {figure.action}" else f"how many {what}"


def _positions(draft: _Draft) -> list[Position]:
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
    """One row for each speaker, with the origins of all who take this stance."""
    voices = origins(reading.claim for reading in own)
    speakers: list[list[Reading]] = []
    for reading in own:
        home = next((s for s in speakers if same_speaker(s[0].speaker, reading.speaker)), None)
        if home is None:
            speakers.append([reading])
        else:
            home.append(reading)
    return [
        Position(proposition, stance, s[0].claim.passage.claimant, tuple(r.claim for r in s), voices) for s in speakers
    ]
