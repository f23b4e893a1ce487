"""When the desk could have known a thing, and when it was first said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from claims.desk import Desk
from claims.desk.filters import ClaimFilter, WhoFilter
from claims.reports.fields import claim_fields
from claims.reports.times import earliest, first_said
from tests.desk.stories import NOON, at, attributed, imported

FIRE = attributed(
    ("the fire brigade", "four people died in the fire at the Orlo mill"),
    guid="fire",
    published=NOON,
    headline="Four die in fire at Orlo mill",
)
DAY_ALONE = attributed(
    ("Petra Lund", "the fire at the Orlo mill was laid"),
    guid="laid",
    agency="BBC",
    published=datetime(2026, 3, 10, tzinfo=UTC),
    zone_known=False,
    headline="Orlo mill fire was laid, owner says",
)
UNDATED = attributed(
    ("Petra Lund", "the fire at the Orlo mill was laid"),
    guid="undated",
    agency="Reuters",
    published=None,
    headline="Orlo mill fire was laid, owner says",
)


def test_copy_that_gives_a_day_alone_is_known_at_the_end_of_that_day(desk: Desk) -> None:
    imported(desk, FIRE, DAY_ALONE)
    event = desk.event("mill")
    assert {c.passage.claimant for c in desk.who(event, WhoFilter(as_of=at(6))).claims} == {"the fire brigade"}
    assert len(desk.who(event, WhoFilter(as_of=at(12))).claims) == 2
    assert [c.passage.claimant for c in desk.claims(ClaimFilter(until=at(6)))] == ["the fire brigade"]


def test_a_day_alone_is_printed_as_a_day_and_comes_after_its_hours(desk: Desk) -> None:
    imported(desk, DAY_ALONE, FIRE)
    dossier = desk.who(desk.event("mill"))
    first = earliest(dossier.claims)
    assert first is not None
    assert first[1].passage.claimant == "the fire brigade"
    said = {p.claimant: first_said(p, UTC) for question in dossier.questions for p in question.positions}
    assert said == {"the fire brigade": "10 Mar 12:00", "Petra Lund": "10 Mar"}
    assert {claim_fields(c)["first"] for c in dossier.claims} == {"2026-03-10T12:00:00Z", "2026-03-10T00:00:00"}


def test_as_of_a_time_the_heading_counts_and_names_only_what_was_known(desk: Desk) -> None:
    imported(desk, FIRE, DAY_ALONE)
    event = desk.event("mill")
    then = desk.who(event, WhoFilter(as_of=at(6))).event
    assert (then.stories, then.claims, then.agencies, then.title) == (1, 1, ("AFP",), "Four die in fire at Orlo mill")
    assert desk.who(event, WhoFilter(as_of=NOON - timedelta(days=1))).event.stories == 0


def test_undated_copy_has_no_first_time_whenever_it_arrived(desk: Desk) -> None:
    imported(desk, UNDATED)
    (claim,) = desk.claims()
    assert claim.first_seen is not None
    assert claim_fields(claim)["first"] is None
    (position,) = (p for q in desk.who(desk.event("mill")).questions for p in q.positions)
    assert first_said(position, UTC) == "undated"


def test_a_claim_was_first_made_in_the_first_version_that_has_it(desk: Desk) -> None:
    later = attributed(
        ("the fire brigade", "six people died in the fire at the Orlo mill"),
        guid="fire",
        published=at(20),
        headline="Six die in fire at Orlo mill",
    )
    imported(desk, FIRE, later)
    (position,) = (p for q in desk.who(desk.event("mill")).questions for p in q.positions)
    (claim,) = position.claims
    assert first_said(position, UTC) == "10 Mar 12:00"
    assert claim_fields(claim)["first"] == "2026-03-10T12:00:00Z"
    assert claim_fields(claim)["published"] == "2026-03-11T08:00:00Z"
