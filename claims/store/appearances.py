"""Writing what was found in a version: one row an appearance, with its chain and figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert

from claims.records import Figure as FigureRecord
from claims.records import Link, Passage, SourceKind
from claims.store import packing, sources
from claims.store.tables import Appearance, Attribution, Figure


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a claim in a version, with the sentence and the paragraph that hold it."""

    claim_id: int
    position: int  # among the appearances of this claim in this version
    passage: Passage
    sentence: str
    paragraph: str


def put(connection: Connection, story_id: int, version_id: int, found: Sequence[Found], activity_id: int) -> None:
    """Keep the appearances of a version; none of them speaks yet."""
    if not found:
        return
    who = sources.resolve(connection, (w for each in found for w in named(each.passage)), story_id)
    rows = [_row(each, version_id, activity_id) for each in found]
    statement = insert(Appearance).returning(Appearance.id, sort_by_parameter_order=True)
    pairs = list(zip(connection.execute(statement, rows).scalars(), found, strict=True))
    links = [row for appearance_id, each in pairs for row in _links(appearance_id, each.passage, who)]
    connection.execute(insert(Attribution), links)
    figures = [row for appearance_id, each in pairs for row in _figures(appearance_id, each.passage.figures)]
    if figures:
        connection.execute(insert(Figure), figures)


def remove(connection: Connection, version_id: int, kept_claims: Collection[int]) -> None:
    """Take the appearances of a version away, with their chains and figures, but for those of `kept_claims`."""
    statement = delete(Appearance).where(Appearance.version_id == version_id)
    connection.execute(statement.where(Appearance.claim_id.not_in(sorted(kept_claims))))


def named(passage: Passage) -> Iterable[sources.Who]:
    """Everyone a passage attributes something to."""
    yield from ((link.name, link.kind) for link in passage.chain)
    yield from ((name, _joint_kind(passage)) for name in passage.claimants[1:])


def _joint_kind(passage: Passage) -> SourceKind:
    return passage.claimant_kind


def _row(found: Found, version_id: int, activity_id: int) -> dict[str, Any]:
    passage, when = found.passage, found.passage.when
    return {
        "claim_id": found.claim_id,
        "version_id": version_id,
        "position": found.position,
        "speaks": False,
        "text": passage.text,
        "sentence": found.sentence,
        "paragraph": found.paragraph,
        "kind": passage.kind.value,
        "polarity": passage.polarity.value,
        "modality": passage.modality.value,
        "speech": passage.speech.value,
        "checkable": passage.checkable,
        "named": passage.named,
        "unnamed": packing.pack_unnamed(passage.unnamed),
        "claimants": list(passage.claimants),
        "share": packing.pack_spans(passage.share),
        "places": list(passage.places),
        "starts": when.start if when else None,
        "ends": when.end if when else None,
        "when_inferred": when.inferred if when else False,
        "when_span": packing.pack_span(when.span) if when else None,
        "confidence": passage.confidence,
        "doubt": passage.doubt,
        "activity_id": activity_id,
    }


def _links(appearance_id: int, passage: Passage, who: dict[sources.Who, int]) -> Iterable[dict[str, Any]]:
    for position, link in enumerate(passage.chain):
        yield _link(appearance_id, position, 0, link, who)
    for rank, name in enumerate(passage.claimants[1:], 1):
        joint = Link(name, _joint_kind(passage), passage.source, passage.cue, passage.content)
        yield _link(appearance_id, 0, rank, joint, who)


def _link(appearance_id: int, position: int, rank: int, link: Link, who: dict[sources.Who, int]) -> dict[str, Any]:
    return {
        "appearance_id": appearance_id,
        "position": position,
        "rank": rank,
        "source_id": who[link.name, link.kind],
        "name": link.name,
        "kind": link.kind.value,
        "source_spans": packing.pack_spans(link.source),
        "cue_spans": packing.pack_spans(link.cue),
        "content_spans": packing.pack_spans(link.content),
    }


def _figures(appearance_id: int, figures: Iterable[FigureRecord]) -> Iterable[dict[str, Any]]:
    for position, figure in enumerate(figures):
        yield {
            "appearance_id": appearance_id,
            "position": position,
            "low": figure.low,
            "high": figure.high,
            "approximate": figure.approximate,
            "unit": figure.unit,
            "counted": figure.counted,
            "action": figure.action,
            "place": figure.place,
            "as_of": figure.as_of,
            "span": packing.pack_span(figure.span),
        }
