"""Short ways to ask the extractor about one text."""

from __future__ import annotations

from claims.attribution import extract
from claims.records import Passage, Story


def claims_of(text: str, *, agency: str | None = None) -> tuple[Passage, ...]:
    """The claims of a text."""
    return extract(Story(body=text, agency=agency))


def said(text: str, *, agency: str | None = None) -> list[tuple[str, str]]:
    """(claimant, words) of every claim of fact in a text."""
    return [(p.claimant, p.text) for p in claims_of(text, agency=agency) if p.checkable]


def chains(text: str, *, agency: str | None = None) -> list[tuple[str, ...]]:
    """The names of every chain, from the claimant outwards."""
    return [tuple(link.name for link in p.chain) for p in claims_of(text, agency=agency)]
