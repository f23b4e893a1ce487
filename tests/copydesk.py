"""Claims made from a line each, for tests of what is done with claims once they are extracted."""

from __future__ import annotations

from datetime import UTC, datetime

from claims.attribution.meaning import describe
from claims.records import Claim, Link, Passage, Polarity, SourceKind, StoryRef
from claims.text import Span

MONDAY = datetime(2031, 5, 12, 9, 0, tzinfo=UTC)


def claim(
    number: int,
    text: str,
    claimant: str = "",
    *,
    story: int | None = None,
    headline: str = "",
    agency: str = "Harbour Wire",
    published: datetime | None = MONDAY,
    start: int = 0,
    paragraph: str = "",
    denies: bool = False,
    checkable: bool = True,
    via: tuple[str, ...] = (),
    kind: SourceKind = SourceKind.GOVERNMENT,
    named: bool = True,
    copy_of: int | None = None,
    sentence: str = "",
) -> Claim:
    """A claim as an extractor would give it; `story` defaults to one of its own, `denies` to the claim's own words."""
    said = describe(text, (Span(0, len(text)),), (), Span(0, len(text)), published)
    chain = (Link(claimant, kind, content=(Span(start, start + len(text)),)),)
    passage = Passage(
        text=text,
        chain=chain + tuple(Link(name, SourceKind.ORGANISATION) for name in via),
        claimants=(claimant,) if claimant else (),
        kind=said.kind,
        polarity=Polarity.DENIES if denies else Polarity.ASSERTS,
        modality=said.modality,
        checkable=checkable,
        named=named,
        figures=said.figures,
        places=said.places,
        when=said.when,
    )
    own = number if story is None else story
    ref = StoryRef(
        id=own,
        agency=agency,
        agencies=(agency,),
        guid=f"item-{own}",
        published=published,
        headline=headline,
        lead=text,
        copy_of=copy_of,
    )
    return Claim(number, passage, ref, sentence=sentence or text, paragraph=paragraph, first_seen=published)
