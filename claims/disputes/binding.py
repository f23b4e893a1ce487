"""Whether a denial can be of a given claim at all: what it denies must be what the claim says.

Wire copy denies in two ways. A denial that points ("denied it", "rejected the charge") is of the claim right before it,
or of one that charges the denier by name; a denial of something shares words with the claim, or answers it in one
paragraph. Anything further off may be a denial of something that the copy never gives as a claim.
"""

from __future__ import annotations

from claims.disputes.reading import Reading, cosine
from claims.disputes.setting import Setting
from claims.disputes.speakers import speaks_of
from claims.language import denial as denials
from claims.language.stems import stem
from claims.records import ClaimKind

_POINTING = 2  # telling words of a denial that only points
_SHARED = 0.1  # cosine of the claims' own words from which they share a matter
_NEGATED = 0.3  # the same for a reply in the negative
_REPLY = 2  # telling words that a reply in the negative shares with what it answers
_REACH = 8  # tokens behind a negation that it may be of
_PRONOUNS = frozenset("it they he she we i there that this".split())
_PARTS = frozenset(map(stem, "responsibility responsible involvement involved role part blame guilt".split()))
_OPENING = 4  # words in which a claim may say "the company" of who then denies
_OFFICES = frozenset(
    map(
        stem,
        "company firm owner operator ministry airline bank plant agency".split(),
    )
)


def may_deny(denial: Reading, claim: Reading, setting: Setting) -> bool:
    """Whether what `denial` denies may be what `claim` asserts."""
    if claim.denies or claim.negated:
        return False  # to deny that something was not so is to agree with who says it was
    if shared(denial, claim) >= _SHARED:
        return True
    if _of_a_deed(denial) and not (_accuses(claim) or names_denier(claim, denial, False)):
        return False  # nobody was charged with anything there
    after = setting.same_story and denial.start > claim.start
    if after and setting.apart == 1 and (setting.same_paragraph or len(denial.bag) <= _POINTING):
        return True
    return _charged(denial, claim, after and setting.apart <= 2 and not setting.strangers)


def may_negate(reply: Reading, claim: Reading) -> bool:
    """Whether a reply in the negative negates what `claim` says: one subject, shared words negated."""
    common = reply.bag.keys() & claim.bag.keys()
    alike = len(common) >= _REPLY and cosine(reply.bag, claim.bag) >= _NEGATED
    return alike and negates(reply, claim) and _one_subject(reply, claim)


def _one_subject(reply: Reading, claim: Reading) -> bool:
    """Whether what stands before the negation is in the claim; for an "it", the speaker or another "it"."""
    first = min(denials.negations(reply.words), default=0)
    before = [stem(token.word) for token in reply.words[:first]]
    telling = [word for word in before if word in reply.bag]
    if telling or not before:
        return not telling or any(word in claim.stems for word in telling)
    opening = claim.words[0].word if claim.words else ""
    return speaks_of(claim.spoken_of, reply.speaker) or opening in _PRONOUNS


def negates(reply: Reading, claim: Reading) -> bool:
    """Whether a word that stands shortly behind a negation of `reply` is one of `claim`'s telling words."""
    words = [stem(token.word) for token in reply.words]
    reach = [words[at + 1 : at + 1 + _REACH] for at in denials.negations(reply.words)]
    return any(word in claim.bag for behind in reach for word in behind)


def shared(one: Reading, other: Reading) -> float:
    """How far two claims agree in their own words, who speaks left out."""
    return cosine(_without(one.bag, other), _without(other.bag, one))


def names_denier(claim: Reading, denial: Reading, close: bool) -> bool:
    """Whether `claim` speaks of who denies, by name or, `close` before the denial, by office: "the company"."""
    opening = {stem(token.word) for token in claim.words[:_OPENING]}
    return speaks_of(claim.stems, denial.speaker) or (close and not opening.isdisjoint(_OFFICES))


def _without(bag: dict[str, float], other: Reading) -> dict[str, float]:
    names = {stem(word) for word in other.speaker} | _PARTS
    return {term: weight for term, weight in bag.items() if term not in names}


def _charged(denial: Reading, claim: Reading, close: bool) -> bool:
    if not names_denier(claim, denial, close):
        return False
    pointing = len(denial.bag) <= _POINTING
    return close or (_accuses(claim) and (pointing or denial.claim.passage.kind is ClaimKind.RESPONSIBILITY))


def _accuses(claim: Reading) -> bool:
    return claim.claim.passage.kind is ClaimKind.RESPONSIBILITY or claim.accuses


def _of_a_deed(denial: Reading) -> bool:
    """Whether the denial is of a part in something that it does not name: "denied any involvement"."""
    return len(denial.bag) <= _POINTING and denial.claim.passage.kind is ClaimKind.RESPONSIBILITY
