"""A dossier made by hand, for tests of what is printed: a bridge, two governments, a hospital, a killed story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from claims.records import (
    Claim,
    ClaimKind,
    ClaimStatus,
    Dispute,
    DisputeKind,
    Dossier,
    Event,
    Figure,
    Finding,
    Link,
    Passage,
    Polarity,
    Position,
    PubStatus,
    Question,
    Relation,
    SourceKind,
    StoryRef,
)
from claims.text import Span


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 9, hour, minute, tzinfo=UTC)


CASTELL = StoryRef(
    id=3,
    agency="Castell",
    agencies=("Castell",),
    guid="c3",
    version=1,
    published=at(10),
    origin="c.txt",
    headline="Blame",
)
HALYARD = replace(
    CASTELL, id=1, agency="Halyard", agencies=("Halyard",), version=2, published=at(5, 20), origin="h.json"
)
KILLED = replace(CASTELL, id=9, agency="Ostrand", agencies=("Ostrand",), status=PubStatus.CANCELED)


def claim(
    number: int,
    sentence: str,
    content: str,
    who: str,
    *,
    story: StoryRef = CASTELL,
    via: tuple[str, ...] = (),
    denies: bool = False,
    confidence: float = 0.95,
    named: bool = True,
    figure: Figure | None = None,
) -> Claim:
    start = sentence.index(content)
    span = (Span(start, start + len(content)),)
    chain = tuple(Link(name, SourceKind.ORGANISATION, content=span) for name in (who, *via))
    passage = Passage(
        text=content,
        chain=chain,
        claimants=(who,),
        kind=ClaimKind.RESPONSIBILITY,
        polarity=Polarity.DENIES if denies else Polarity.ASSERTS,
        confidence=confidence,
        named=named,
        figures=(figure,) if figure else (),
    )
    return Claim(number, passage, story, sentence, event_id=1, event_title="Bridge blast", first_seen=story.published)


KILLED_4 = Figure(4, None, counted="people", action="killed")
KILLED_9 = Figure(9, 9, counted="people", action="killed")
ACCUSED = claim(17, "Maren said Brenmark had sent the bombers.", "Brenmark had sent the bombers", "Ilse Maren")
DENIED = claim(18, "Brenmark denied any involvement.", "any involvement", "Brenmark", denies=True, via=("BNA",))
OFFICIALS = claim(
    21, "Two officials said it was the Front.", "it was the Front", "two officials", named=False, confidence=0.4
)
FOUR = claim(
    4,
    "At least four people died, the ministry said.",
    "four people died",
    "Interior Ministry",
    story=HALYARD,
    figure=KILLED_4,
)
NINE = claim(5, "Nine people died, the ministry said.", "Nine people died", "Interior Ministry", figure=KILLED_9)
KILLED_CLAIM = replace(
    claim(30, "A secret source said a minister was held.", "a minister was held", "a source", story=KILLED),
    status=ClaimStatus.WITHDRAWN,
)

BEHIND_IT = Question(
    "Q-1",
    "who was behind it",
    "responsibility",
    "disputed",
    (
        Position("Brenmark did it", "says", "Ilse Maren", (ACCUSED,)),
        Position("Brenmark did it", "denies", "Brenmark", (DENIED,)),
        Position("the Front did it", "says", "two officials", (OFFICIALS,)),
        Position("a minister was held", "says", "a source", (KILLED_CLAIM,)),
    ),
)
TOLL = Question(
    "Q-2",
    "how many were killed",
    "figure",
    "rising",
    (
        Position("4 killed", "says", "Interior Ministry", (FOUR,), label="4"),
        Position("9 killed", "says", "Interior Ministry", (NINE,), label="9"),
    ),
)
DISPUTE = Dispute(
    5,
    1,
    DENIED,
    ACCUSED,
    Finding(
        Relation.DENIES, 0.95, DisputeKind.DENIAL, "responsibility", "", "Brenmark", "Brenmark denies what Maren says."
    ),
    "Q-1",
)
EVENT = Event(1, "Bridge blast", date(2026, 3, 9), date(2026, 3, 10), "Sarn", 3, 6, ("Castell", "Halyard"), 1)
DOSSIER = Dossier(EVENT, (BEHIND_IT, TOLL), (DISPUTE,), (ACCUSED, DENIED, OFFICIALS, FOUR, NINE, KILLED_CLAIM))
