"""Attribution: a story's text → who claims what in it.

In: a `Story`. Out: `Passage`s in the order of the text, each one attributed claim: the claimant by the fullest name the
story gives, through whom it came, the exact spans of source, cue and content (code points into the body), and how sure
all that is. Claims that came attributed already (`Story.rows`) come back as they are. Nothing is read in what the story
marks as no copy (headline and envelope lines, dateline, byline, credit line).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from claims.attribution import passages, reading, transcripts
from claims.attribution.alignment import align
from claims.attribution.copytext import prepare
from claims.attribution.fusion import fuse
from claims.attribution.relays import relay
from claims.attribution.screening import sift
from claims.attribution.tagger import tag
from claims.records import ClaimRow, Link, Passage, SourceKind, Story
from claims.text import Span, trim

__all__ = ["align", "bare", "extract"]


def extract(story: Story) -> tuple[Passage, ...]:
    """The attributed claims of a story; () where the story is not one that can be read."""
    if not story.extractable:
        return ()
    given = tuple(_row(story, row) for row in story.rows)
    if given:
        return given
    return tuple(_found(story))


def _found(story: Story) -> Iterator[Passage]:
    skip = story.skip if story.headline_span is None else (*story.skip, story.headline_span)
    copy = prepare(story.body, skip)
    found = transcripts.read(copy, sift(copy, fuse(copy, tag(story.body, copy.paragraphs), reading.read(copy))))
    yield from passages.make(story, copy, relay(copy, found))


def _row(story: Story, row: ClaimRow) -> Passage:
    """A claim that came attributed: its words are its span, its claimant and media as given."""
    links = [Link(row.claimant or "", _kind(row.claimant), (), (), (row.span,))]
    links.extend(Link(name, SourceKind.AGENCY, (), (), (row.span,)) for name in row.via)
    return passages.plain(story, row.span, tuple(links), row.external_id)


def _kind(name: str | None) -> SourceKind:
    return passages.kind_of(name) if name else SourceKind.UNNAMED


def bare(text: str, *, claimant: str | None = None, published: datetime | None = None, headline: str = "") -> Passage:
    """One text as one claim, for comparing: its own attribution where it has one, else a claim without a claimant.

    `claimant` overrules the text; `headline` lends nothing to the words, only names.
    """
    story = Story(body=text, published=published, headline=headline)
    found = extract(story)
    if found and claimant is None:
        return max(found, key=lambda p: (sum(b - a for a, b in p.content), -p.content[0].start))
    span = trim(text, Span(0, len(text)))
    return passages.plain(story, span, (Link(claimant or "", _kind(claimant), (), (), (span,)),), None)
