"""Copy that must not go out: the words of killed, held and withdrawn claims are never printed, only their reference."""

from __future__ import annotations

from claims.records import Claim, ClaimStatus, Dispute, Dossier, Position, PubStatus, Question

_WHY = {
    ClaimStatus.HELD: "held by the agency",
    ClaimStatus.WITHDRAWN: "withdrawn by the agency",
}
_STORY = {
    PubStatus.WITHHELD: "held by the agency",
    PubStatus.CANCELED: "killed by the agency",
}


def reason(claim: Claim) -> str | None:
    """Why the words of `claim` must not be printed; None where they may."""
    return _STORY.get(claim.story.status) or _WHY.get(claim.status)


def usable(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims whose words may be printed, in their order."""
    return tuple(claim for claim in claims if reason(claim) is None)


def withheld(dossier: Dossier) -> tuple[Claim, ...]:
    """Every claim of the dossier that must not be printed, each once, by id."""
    told = {claim.id: claim for claim in _all_claims(dossier) if reason(claim)}
    return tuple(told[number] for number in sorted(told))


def _all_claims(dossier: Dossier) -> list[Claim]:
    held = [claim for q in dossier.questions for position in q.positions for claim in position.claims]
    sides = [claim for dispute in dossier.disputes for claim in (dispute.left, dispute.right)]
    return [*dossier.claims, *held, *sides]


def printable_positions(question: Question) -> tuple[Position, ...]:
    """Positions with the claims that may be printed; one that rests on withheld copy alone is left out."""
    kept = []
    for position in question.positions:
        claims = usable(position.claims)
        if not claims and position.claims:
            continue
        same = len(claims) == len(position.claims)
        kept.append(position if same else _narrowed(position, claims))
    return tuple(kept)


def _narrowed(position: Position, claims: tuple[Claim, ...]) -> Position:
    words = {claim.passage.text for claim in position.claims if reason(claim)}
    own = {claim.passage.text for claim in claims}
    proposition = claims[0].passage.text if position.proposition in words - own else position.proposition
    origins = min(position.origins, len(claims))
    return Position(proposition, position.stance, position.claimant, claims, origins, position.label)


def printable_dispute(dispute: Dispute) -> bool:
    """Whether both sides of a dispute may be printed."""
    return reason(dispute.left) is None and reason(dispute.right) is None


def cleared(dossier: Dossier) -> Dossier:
    """The dossier with only what may go out; what was taken away is told by `withheld`."""
    questions = [
        Question(q.id, q.title, q.aspect, q.status, positions)
        for q in dossier.questions
        if (positions := printable_positions(q))
    ]
    disputes = tuple(dispute for dispute in dossier.disputes if printable_dispute(dispute))
    return Dossier(dossier.event, tuple(questions), disputes, usable(dossier.claims), dossier.as_of)
