"""What holds of events whatever the claims: they are a function of the claims and the judgements alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from claims import events
from claims.records import Claim, Judgement
from tests.copydesk import MONDAY, claim

_WORDS = "ferry dock quay flood bridge mayor strike rail miners valley storm harbour tunnel collapse levee".split()


@st.composite
def desks(draw: st.DrawFn) -> list[Claim]:
    """Up to 24 claims of a few stories, made of few words so that many are alike; ids are any numbers."""
    count = draw(st.integers(1, 24))
    ids = draw(st.lists(st.integers(1, 10_000), min_size=count, max_size=count, unique=True))
    made = []
    for n, number in enumerate(ids):
        words = draw(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=5))
        story = draw(st.integers(1, 8))
        year = draw(st.sampled_from(["", "", "", " in 2019"]))
        made.append(
            claim(
                number,
                f"the {' '.join(words)}{year}",
                f"Speaker {n}",
                story=story,
                headline=f"{_WORDS[story]} {_WORDS[story + 1]} {_WORDS[story + 2]}",
                published=MONDAY + timedelta(days=story),
                start=100 * n,
            )
        )
    return made


@st.composite
def judged_desks(draw: st.DrawFn) -> tuple[list[Claim], list[Judgement]]:
    claims = draw(desks())
    judgements = draw(
        st.lists(
            st.builds(
                Judgement,
                claim_id=st.sampled_from([c.id for c in claims]),
                event_id=st.integers(1, 4),
                same=st.booleans(),
            ),
            max_size=12,
            unique_by=lambda j: (j.claim_id, j.event_id),
        )
    )
    return claims, judgements


def regrouped(claims: Sequence[Claim], before: Mapping[int, int], judgements: Sequence[Judgement]) -> dict[int, int]:
    """One run of `claims regroup --apply`: claim id → event id, new events numbered on."""
    groups = events.partition(claims, judgements)
    kept = events.carry_over(groups, before, judgements)
    fresh = max([0, *before.values(), *(j.event_id for j in judgements)])
    after: dict[int, int] = {}
    for group, event in zip(groups, kept, strict=True):
        fresh += event is None
        after |= dict.fromkeys(group, fresh if event is None else event)
    return after


@given(judged_desks(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(desk: tuple[list[Claim], list[Judgement]], random: object) -> None:
    claims, judgements = desk
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert events.partition(claims, judgements) == events.partition(shuffled, judgements)


@given(desks())
def test_database_ids_do_not_matter(claims: list[Claim]) -> None:
    renamed = {c.id: 20_000 - c.id for c in claims}
    moved = [replace(c, id=renamed[c.id]) for c in claims]
    groups = {frozenset(renamed[i] for i in group) for group in events.partition(claims)}
    assert groups == set(events.partition(moved))


@given(desks())
def test_every_claim_is_in_exactly_one_event(claims: list[Claim]) -> None:
    groups = events.partition(claims)
    assert sorted(i for group in groups for i in group) == sorted(c.id for c in claims)


@given(judged_desks())
def test_running_again_changes_nothing_ids_included(desk: tuple[list[Claim], list[Judgement]]) -> None:
    claims, judgements = desk
    once = regrouped(claims, {}, judgements)
    assert regrouped(claims, once, judgements) == once


@given(judged_desks(), st.integers(0, 3))
def test_pins_and_bars_hold_after_any_number_of_runs(desk: tuple[list[Claim], list[Judgement]], runs: int) -> None:
    claims, judgements = desk
    after = regrouped(claims, {}, judgements)
    for _ in range(runs):
        after = regrouped(claims, after, judgements)
    pins = {j.claim_id: j.event_id for j in judgements if j.same}
    for judgement in judgements:
        if not judgement.same and pins.get(judgement.claim_id) != judgement.event_id:
            assert after[judgement.claim_id] != judgement.event_id
    for claim_id, event in pins.items():
        assert after[claim_id] == event


@given(
    st.lists(st.sets(st.integers(0, 30), min_size=1), max_size=6),
    st.dictionaries(st.integers(0, 30), st.integers(1, 5)),
)
def test_an_event_goes_on_where_most_of_its_claims_are_and_never_twice(
    sets: list[set[int]], before: dict[int, int]
) -> None:
    groups = [group - set().union(*sets[:n], set()) for n, group in enumerate(sets)]
    groups = [group for group in groups if group]
    kept = events.carry_over(groups, before)
    given_ids = [event for event in kept if event is not None]
    assert len(given_ids) == len(set(given_ids))
    for group, event in zip(groups, kept, strict=True):
        if event is not None:
            assert any(before.get(i) == event for i in group)
    for event in set(before.values()):
        holders = [g for g in groups if any(before.get(i) == event for i in g)]
        only = len(holders) == 1 and {before[i] for i in holders[0] if i in before} == {event}
        if only:
            assert kept[groups.index(holders[0])] == event


@settings(max_examples=50)
@given(judged_desks())
def test_a_new_claim_is_never_placed_in_an_event_it_is_barred_from(desk: tuple[list[Claim], list[Judgement]]) -> None:
    claims, judgements = desk
    new, *others = claims
    groups: dict[int, list[Claim]] = {}
    for n, other in enumerate(others):
        groups.setdefault(1 + n % 4, []).append(other)
    placement = events.place(new, groups, judgements)
    pins = [j.event_id for j in judgements if j.claim_id == new.id and j.same]
    bars = {j.event_id for j in judgements if j.claim_id == new.id and not j.same}
    if pins:
        assert placement.event_id == pins[-1]
    else:
        assert placement.event_id not in bars
        assert not bars & {c.event_id for c in placement.candidates}
