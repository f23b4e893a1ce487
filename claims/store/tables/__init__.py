"""The schema as typed tables, one module a subject; `Base.metadata` holds them all.

Three layers: what agencies sent (`stories`), what the machine made of it and can make again (`claims`, `events`), what
people and runs did (`work`). Importing this package loads all of them.
"""

from __future__ import annotations

from claims.store.tables.base import Base
from claims.store.tables.claims import Appearance, Attribution, Claim, ClaimTerm, Figure
from claims.store.tables.events import Candidate, Dispute, Doubt, Event, Membership
from claims.store.tables.stories import Document, Sentence, Source, SourceAlias, Story, StoryCredit, StoryVersion
from claims.store.tables.work import Activity, Judgement, Publication, PublicationClaim, Ruling

__all__ = [
    "Activity",
    "Appearance",
    "Attribution",
    "Base",
    "Candidate",
    "Claim",
    "ClaimTerm",
    "Dispute",
    "Document",
    "Doubt",
    "Event",
    "Figure",
    "Judgement",
    "Membership",
    "Publication",
    "PublicationClaim",
    "Ruling",
    "Sentence",
    "Source",
    "SourceAlias",
    "Story",
    "StoryCredit",
    "StoryVersion",
]
