"""`claims extract`: a document to its stories, each with the claims found in it; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator

from claims import attribution, wire
from claims.desk.cleaning import clean
from claims.records import Document, Extraction, Problem


def extract(document: Document, hint: wire.Hint | None = None) -> Iterator[Extraction | Problem]:
    """Every story of `document` with its attributed claims, in order; what cannot be read comes as a `Problem`."""
    for item in wire.read(document, hint or wire.Hint()):
        if isinstance(item, Problem):
            yield item
        else:
            story = clean(item)
            yield Extraction(story, attribution.extract(story))
