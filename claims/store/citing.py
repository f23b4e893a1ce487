"""Which claims of other agencies' stories come from a story: by a citation of its agency, or by being its copy."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from claims.store import sources
from claims.store.tables import Appearance, Attribution, Claim, Membership, Source, Story, StoryCredit, StoryVersion
from claims.text import fold


def claims(connection: Connection, story_id: int, agency: str, claim_ids: Sequence[int]) -> list[int]:
    """Claims of other agencies' current versions that cite it, in the events of `claim_ids` or in copies of it."""
    agency_id = sources.find_agency(connection, agency)
    # An agency that the package's table does not know is cited as an organisation of that name.
    cited = select(Source.id).where(or_(Source.id == agency_id, Source.folded == fold(agency)))
    events = select(Membership.event_id).where(Membership.claim_id.in_(claim_ids))
    statement = (
        select(Claim.id)
        .join(Story, Story.id == Claim.story_id)
        .join(Appearance, (Appearance.claim_id == Claim.id) & Appearance.speaks)
        .join(StoryVersion, (StoryVersion.id == Appearance.version_id) & StoryVersion.current)
        .outerjoin(Membership, Membership.claim_id == Claim.id)
        .where(Story.agency_id != agency_id, or_(Membership.event_id.in_(events), Story.copy_of_id == story_id))
        .where(
            or_(
                Story.copy_of_id == story_id,
                select(Attribution.appearance_id)
                .where(Attribution.appearance_id == Appearance.id, Attribution.source_id.in_(cited))
                .exists(),
                select(StoryCredit.version_id)
                .where(StoryCredit.version_id == StoryVersion.id, StoryCredit.source_id.in_(cited))
                .exists(),
            )
        )
        .order_by(Claim.id)
    )
    return list(connection.execute(statement).scalars())
