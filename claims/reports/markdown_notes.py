"""Footnotes: each traces a line of the report to an agency, a story, a version, offsets and a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from claims.records import Claim
from claims.reports.doubtful import LIKELY, doubtful
from claims.reports.fields import ref
from claims.reports.markdown_marks import plain, quoted
from claims.reports.senders import sender_told
from claims.reports.style import Style
from claims.reports.times import full_clock


class Notes:
    """Collects the claims that a report points to, each once, in the order they are first pointed to."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._claims: dict[int, Claim] = {}

    def mark(self, claims: Iterable[Claim]) -> str:
        """The footnote marks for `claims`, as they stand behind a line."""
        told = list(claims)
        self._claims |= {claim.id: claim for claim in told if claim.id not in self._claims}
        return " ".join(f"[^{ref('C', claim.id)}]" for claim in told)

    def lines(self) -> list[str]:
        """The footnotes themselves, a line each."""
        return [note(claim, self._style) for claim in self._claims.values()]


def note(claim: Claim, style: Style) -> str:
    """One footnote: where the claim stands, who passed it on, what is doubtful, and the sentence."""
    parts = [_place(claim, style), _passed_on(claim), _unnamed(claim), doubt(claim)]
    if style.text:
        parts.append(quoted(claim.sentence or claim.passage.text))
    if claim.story.url:
        parts.append(plain(claim.story.url))
    told = " ".join(part for part in parts if part)
    return f"[^{ref('C', claim.id)}]: {told}"


def _place(claim: Claim, style: Style) -> str:
    story = claim.story
    spans = ", ".join(f"{start}–{end}" for start, end in claim.passage.content)
    where = f", characters {spans}" if spans else ""
    published = full_clock(story.published, style.zone, story.zone_known)
    copied = f", a copy of {ref('S', story.copy_of)}" if story.copy_of else ""
    return (
        f"{ref('C', claim.id)} · {plain(sender_told(story))}, {ref('S', story.id)} version {story.version}{copied}, "
        f"published {published}{where}."
    )


def _passed_on(claim: Claim) -> str:
    passage = claim.passage
    who = plain(passage.claimant) or "Nobody named,"
    return f"{who} via {', '.join(map(plain, passage.via))}." if passage.via else ""


def _unnamed(claim: Claim) -> str:
    return "" if claim.passage.named else "The source is not named."


def doubt(claim: Claim) -> str:
    """What a reader must know before relying on this claim; empty where nothing is in doubt."""
    if not doubtful(claim):
        return ""
    passage = claim.passage
    told = [plain(passage.doubt)] if passage.doubt else []
    if passage.confidence < LIKELY:
        told.append(f"read with confidence {passage.confidence:.2f}, check it against the copy")
    return f"**In doubt:** {'; '.join(told)}."
