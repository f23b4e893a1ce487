"""What holds of the relations of an event whatever its claims."""

from __future__ import annotations

import time
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims import disputes
from claims.records import Claim
from tests.copydesk import MONDAY, claim

_SAID = [
    "12 people were killed at Odrava",
    "15 people were killed at Odrava",
    "40 people were injured at Odrava",
    "that Norland had blown up the pipeline at Odrava",
    "that saboteurs from Norland were behind the blast",
    "the valve at Odrava was closed",
    "the valve at Odrava was open",
    "any part in the blast",
    "the pipeline was old",
]


@st.composite
def an_event(draw: st.DrawFn) -> list[Claim]:
    count = draw(st.integers(0, 14))
    ids = draw(st.lists(st.integers(1, 999), min_size=count, max_size=count, unique=True))
    return [
        claim(
            number,
            draw(st.sampled_from(_SAID)),
            draw(st.sampled_from(["Norland", "Vestria", "the ministry", "rescuers", "a docker"])),
            story=(story := draw(st.integers(1, 4))),
            start=150 * n,
            published=MONDAY + timedelta(days=story),
            denies=draw(st.booleans()),
        )
        for n, number in enumerate(ids)
    ]


@given(an_event(), st.randoms(use_true_random=False))
def test_neither_order_nor_chance_changes_what_is_found(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    pairs = disputes.find(claims)
    assert disputes.find(shuffled) == pairs
    assert disputes.questions(shuffled, pairs) == disputes.questions(claims, pairs)


@given(an_event())
def test_every_pair_is_worth_listing_and_says_why(claims: list[Claim]) -> None:
    ids = {c.id for c in claims}
    for pair in disputes.find(claims):
        assert pair.left_id != pair.right_id
        assert {pair.left_id, pair.right_id} <= ids
        assert pair.finding.score >= disputes.LISTED
        assert pair.finding.explanation.endswith(".")
        assert pair.finding.kind is not None


@given(an_event())
def test_every_checkable_claim_stands_in_one_question(claims: list[Claim]) -> None:
    questions = disputes.questions(claims, disputes.find(claims))
    assert [q.id for q in questions] == [f"Q-{n}" for n in range(1, len(questions) + 1)]
    held = [{c.id for p in q.positions for c in p.claims} for q in questions]
    assert sorted(i for own in held for i in own) == sorted(c.id for c in claims)


def test_an_event_of_300_claims_is_quick() -> None:
    words = "ferry dock quay flood bridge mayor strike rail valley storm harbour tunnel levee pump gate".split()
    claims = [
        claim(
            n,
            f"the {words[n % 15]} and the {words[n % 13]} had {n % 7 + 2} cracks near the {words[n % 11]}",
            f"Speaker {n % 40}",
            story=n // 12,
            start=100 * (n % 12),
            denies=n % 6 == 0,
        )
        for n in range(300)
    ]
    began = time.process_time()
    disputes.questions(claims, disputes.find(claims))
    assert time.process_time() - began < 5
