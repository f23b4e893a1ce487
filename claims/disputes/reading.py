"""What is read off one claim before it is held against others: its words, whether it denies, who makes it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from claims.disputes import wording
from claims.disputes.speakers import speaker_words
from claims.language import denial, hedges, idf, speaking
from claims.language.stems import stem
from claims.language.tokens import Token, tokens
from claims.records import Claim, ClaimKind, Modality, Polarity
from claims.text import fold, squeeze

Bag = dict[str, float]

_CHARGES = frozenset(
    "accused accuses accuse accusing blamed blames blame blaming charged charges suspects suspected".split()
)

# Words of law, so that two claims on whether something was lawful are known to be on one question.
_LEGAL = frozenset(
    map(
        stem,
        "law laws lawful unlawful legal illegal legality rule court constitution constitutional treaty right rights"
        " crime breach violation violated violate legitimate illegitimate".split(),
    )
)


@dataclass(frozen=True)
class Reading:
    """A claim, with what the detectors of disputes ask of it; everything is worked out once."""

    claim: Claim

    @cached_property
    def words(self) -> list[Token]:
        """The tokens of the claim's own words."""
        return tokens(self.claim.passage.text)

    @cached_property
    def bag(self) -> Bag:
        """The telling stems of the claim's own words, as a vector of length 1."""
        return bag(self.claim.passage.text)

    @cached_property
    def sentence(self) -> Bag:
        """The same of the sentence that holds the claim: it often names what "it" is."""
        return bag(self.claim.sentence)

    @cached_property
    def stems(self) -> frozenset[str]:
        """All stems of the claim's own words, function words too."""
        return frozenset(stem(token.word) for token in self.words)

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """All stems of the claim's own words and of the sentence around them."""
        return self.stems | {stem(token.word) for token in tokens(self.claim.sentence)}

    @cached_property
    def speaker(self) -> tuple[str, ...]:
        """The words of the claimant's name, without titles."""
        return speaker_words(self.claim.passage.claimant)

    @cached_property
    def speakers(self) -> tuple[tuple[str, ...], ...]:
        """The same of all who make it, in a joint statement; empty where nobody is named."""
        passage = self.claim.passage
        return tuple(speaker_words(name) for name in passage.claimants or (passage.claimant,) if name)

    @cached_property
    def denies(self) -> bool:
        """Whether the claimant denies or rejects, in the cue or by calling something untrue."""
        return self.claim.passage.polarity is Polarity.DENIES

    @cached_property
    def negated(self) -> bool:
        """Whether the claim's own words hold an odd number of negations; "neither … nor" is one."""
        found = [at for at in denial.negations(self.words) if self.words[at].word != "nor"]
        return len(found) % 2 == 1

    @cached_property
    def accuses(self) -> bool:
        """Whether claim or sentence accuse, blame or suspect."""
        return hedges.accuses(self.words) or hedges.accuses(tokens(self.claim.sentence))

    @cached_property
    def legal(self) -> bool:
        """Whether it is a matter of law."""
        return bool(self.stems & _LEGAL)

    @property
    def start(self) -> int:
        """Where the claim begins in its story."""
        content = self.claim.passage.content
        return content[0].start if content else 0

    @property
    def story(self) -> int:
        """The story it stands in."""
        return self.claim.story.id

    def overlaps(self, other: Reading) -> bool:
        """Whether the two stand in one story on some of the same words."""
        spans = [(a, b) for a in self.claim.passage.content for b in other.claim.passage.content]
        return self.story == other.story and any(a.start < b.end and b.start < a.end for a, b in spans)

    @property
    def looks_ahead(self) -> bool:
        """Whether it speaks of what is to come or only might be."""
        passage = self.claim.passage
        ahead = passage.kind in (ClaimKind.PLAN, ClaimKind.PREDICTION)
        return ahead or passage.modality in (Modality.CONDITIONAL, Modality.QUESTION)

    @property
    def quoted(self) -> str:
        """The claim's words for an explanation, at most about 90 characters."""
        text = squeeze(self._verb_of_charge + self.claim.passage.text)
        return text if len(text) <= 90 else text[:88].rsplit(" ", 1)[0] + " …"

    @property
    def _verb_of_charge(self) -> str:
        """ "accused " where the copy says it right before a claim that is no sentence without: "Brenmark of …"."""
        text = self.claim.passage.text
        before = self.claim.sentence.partition(text)[0].split() if text in self.claim.sentence else []
        return f"{before[-1]} " if before and fold(before[-1]) in _CHARGES else ""

    @property
    def who(self) -> str:
        """The claimant for an explanation; "a source of" the agency where nobody is named."""
        return wording.name(self.claim.passage, self.claim.story)

    @property
    def says(self) -> str:
        """The claimant with "says" or "say"."""
        return f"{self.who} {speaking.verb(self.claim.passage, 'says', 'say')}"


def bag(text: str) -> Bag:
    """The telling stems of `text` by weight, as a vector of length 1 (empty for a text without any)."""
    counts = Counter(idf.words(text))
    weighed = {term: (1 + math.log(n)) * idf.weight(term) for term, n in counts.items()}
    length = math.sqrt(sum(value * value for value in weighed.values()))
    return {term: value / length for term, value in weighed.items()} if length else {}


def cosine(one: Bag, other: Bag) -> float:
    """How far two bags agree, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other.get(term, 0.0) for term, value in one.items())
