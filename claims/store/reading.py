"""Rows to records: whole claims, read in a few statements whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from claims.records import (
    Claim,
    ClaimKind,
    ClaimStatus,
    DecidedBy,
    Figure,
    Link,
    Modality,
    Passage,
    Polarity,
    PubStatus,
    SourceKind,
    Speech,
    StoryRef,
)
from claims.store import packing, tables
from claims.store.claims import chunks

_A, _V, _S = tables.Appearance, tables.StoryVersion, tables.Story
_PUBLISHER = tables.Source.__table__.alias("publisher")

_CLAIMS = (
    select(
        *(column for column in _A.__table__.c if column.name not in ("activity_id", "speaks")),
        tables.Claim.story_id,
        tables.Claim.external_id,
        tables.Claim.status.label("claim_status"),
        tables.Claim.first_seen,
        tables.Membership.event_id,
        tables.Membership.decided_by,
        tables.Event.title.label("event_title"),
    )
    .join(tables.Claim, tables.Claim.id == _A.claim_id)
    .outerjoin(tables.Membership, tables.Membership.claim_id == tables.Claim.id)
    .outerjoin(tables.Event, tables.Event.id == tables.Membership.event_id)
)

_VERSIONS = (
    select(
        _V.id,
        _V.story_id,
        _V.number,
        _V.published,
        _V.arrived,
        _V.zone_known,
        _V.headline,
        _V.slugline,
        _V.dateline,
        _V.lead,
        _V.url,
        _V.origin,
        _V.pub_status,
        _V.embargoed,
        _S.guid,
        _S.copy_of_id,
        _PUBLISHER.c.name.label("agency"),
    )
    .join(_S, _S.id == _V.story_id)
    .join(_PUBLISHER, _PUBLISHER.c.id == _S.agency_id)
)


def claims(connection: Connection, appearance_ids: Sequence[int], now: datetime) -> list[Claim]:
    """The claims those appearances speak for, in that order, each as that appearance has it.

    A claim of copy that is embargoed at `now` is held.
    """
    found: dict[int, Claim] = {}
    stories: dict[int, _Version] = {}
    for chunk in chunks(appearance_ids):
        rows = connection.execute(_CLAIMS.where(_A.id.in_(chunk))).all()
        _read_versions(connection, {row.version_id for row in rows} - stories.keys(), stories)
        parts = _parts(connection, chunk)
        for row in rows:
            found[row.id] = _claim(row, parts[row.id], stories[row.version_id], now)
    return [found[i] for i in appearance_ids]


@dataclass
class _Parts:
    links: list[Any] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Version:
    story: StoryRef
    embargoed: datetime | None


def _parts(connection: Connection, appearance_ids: Sequence[int]) -> dict[int, _Parts]:
    found: dict[int, _Parts] = defaultdict(_Parts)
    link, figure = tables.Attribution, tables.Figure
    links = select(link.__table__).where(link.appearance_id.in_(appearance_ids), link.rank == 0)
    for row in connection.execute(links.order_by(link.appearance_id, link.position)):
        found[row.appearance_id].links.append(row)
    figures = select(figure.__table__).where(figure.appearance_id.in_(appearance_ids))
    for row in connection.execute(figures.order_by(figure.appearance_id, figure.position)):
        values = (row.low, row.high, row.approximate, row.unit, row.counted, row.action, row.place, row.as_of)
        found[row.appearance_id].figures.append(Figure(*values, packing.span(row.span)))
    return found


def _read_versions(connection: Connection, wanted: set[int], stories: dict[int, _Version]) -> None:
    credits: dict[int, list[str]] = defaultdict(list)
    credit, source = tables.StoryCredit, tables.Source
    for chunk in chunks(sorted(wanted)):
        named = select(credit.version_id, source.name).join(source, source.id == credit.source_id)
        for version_id, name in connection.execute(
            named.where(credit.version_id.in_(chunk)).order_by(credit.version_id, credit.position)
        ):
            credits[version_id].append(name)
        for row in connection.execute(_VERSIONS.where(_V.id.in_(chunk))):
            stories[row.id] = _Version(_story(row, credits[row.id]), row.embargoed)


def _story(row: Any, credits: Iterable[str]) -> StoryRef:
    own = () if row.agency == "unknown" else (row.agency,)
    return StoryRef(
        id=row.story_id,
        agency=row.agency,
        agencies=tuple(dict.fromkeys((*own, *credits))),
        guid=row.guid,
        version=row.number,
        published=row.published,
        arrived=row.arrived,
        zone_known=row.zone_known,
        headline=row.headline,
        slugline=row.slugline,
        dateline=row.dateline,
        lead=row.lead,
        url=row.url,
        origin=row.origin,
        status=PubStatus(row.pub_status),
        copy_of=row.copy_of_id,
    )


def _claim(row: Any, parts: _Parts, version: _Version, now: datetime) -> Claim:
    status = ClaimStatus(row.claim_status)
    if status is ClaimStatus.CURRENT and version.embargoed is not None and version.embargoed > now:
        status = ClaimStatus.HELD
    return Claim(
        id=row.claim_id,
        passage=_passage(row, parts),
        story=version.story,
        sentence=row.sentence,
        paragraph=row.paragraph,
        status=status,
        event_id=row.event_id,
        event_title=row.event_title or "",
        decided_by=DecidedBy(row.decided_by or DecidedBy.MACHINE),
        first_seen=row.first_seen,
    )


def _passage(row: Any, parts: _Parts) -> Passage:
    return Passage(
        text=row.text,
        chain=tuple(_link(link) for link in parts.links),
        claimants=tuple(row.claimants),
        speech=Speech(row.speech),
        kind=ClaimKind(row.kind),
        polarity=Polarity(row.polarity),
        modality=Modality(row.modality),
        checkable=row.checkable,
        named=row.named,
        unnamed=packing.unnamed(row.unnamed),
        figures=tuple(parts.figures),
        places=tuple(row.places),
        when=packing.when(row.starts, row.ends, row.when_inferred, row.when_span),
        confidence=row.confidence,
        external_id=row.external_id,
        share=packing.spans(row.share),
        doubt=row.doubt,
    )


def _link(row: Any) -> Link:
    spans = (packing.spans(packed) for packed in (row.source_spans, row.cue_spans, row.content_spans))
    return Link(row.name, SourceKind(row.kind), *spans)


def speaking(connection: Connection, claim_ids: Sequence[int]) -> list[int]:
    """The appearances that speak for those claims, in the order of the claims; claims without one are left out."""
    found: dict[int, int] = {}
    for chunk in chunks(claim_ids):
        statement = select(_A.claim_id, _A.id).where(_A.claim_id.in_(chunk), _A.speaks)
        found.update((claim_id, appearance_id) for claim_id, appearance_id in connection.execute(statement))
    return [found[i] for i in claim_ids if i in found]


def by_id(connection: Connection, claim_ids: Sequence[int], now: datetime) -> list[Claim]:
    """Those claims as they stand now, in that order."""
    return claims(connection, speaking(connection, claim_ids), now)


def passages(connection: Connection, version_id: int) -> list[tuple[int, Passage]]:
    """The claims that stand in a version, each with its first passage there, in the order of the copy."""
    statement = select(_A.id).where(_A.version_id == version_id, _A.position == 0).order_by(_A.id)
    ids = list(connection.execute(statement).scalars())
    rows = {row.id: row for chunk in chunks(ids) for row in connection.execute(_CLAIMS.where(_A.id.in_(chunk)))}
    parts = {i: p for chunk in chunks(ids) for i, p in _parts(connection, chunk).items()}
    return [(rows[i].claim_id, _passage(rows[i], parts[i])) for i in ids]
