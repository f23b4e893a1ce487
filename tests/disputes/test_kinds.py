"""What two claims are to each other, kind by kind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claims import disputes
from claims.records import Claim, DisputeKind, Finding, Relation
from tests.copydesk import MONDAY, claim

COMPETE = (Relation.DENIES, Relation.CONTRADICTS)


def one_of(*claims: Claim) -> Finding:
    (pair,) = disputes.find(claims)
    return pair.finding


def test_a_denial_answers_the_accusation_that_names_the_denier_though_they_share_two_words() -> None:
    said = claim(1, "that the saboteurs of the Odrava pipeline came from Norland", "Vestria", story=1, start=100)
    denied = claim(
        2,
        "involvement",
        "Norland",
        story=1,
        start=260,
        denies=True,
        sentence="Norland has denied involvement.",
    )
    (pair,) = disputes.find([said, denied])
    assert (pair.left_id, pair.right_id) == (2, 1)
    assert pair.finding.relation is Relation.DENIES
    assert pair.finding.kind is DisputeKind.DENIAL
    assert pair.finding.score >= disputes.LISTED
    assert pair.finding.explanation == (
        "Norland denies what Vestria says about responsibility: "
        "“that the saboteurs of the Odrava pipeline came from Norland”."
    )


def test_a_denial_answers_its_neighbour_and_not_what_a_third_party_says_of_something_else() -> None:
    claims = [
        claim(1, "the army's guns had shelled the market at Kesten", "the mayor of Kesten", story=1, start=0),
        claim(2, "that its guns had fired at all", "the army", story=1, start=120, denies=True),
        claim(3, "wheat prices would rise in autumn", "the farmers' union", story=1, start=900),
    ]
    assert {(p.left_id, p.right_id) for p in disputes.find(claims)} == {(2, 1)}


def test_nobody_disputes_himself() -> None:
    said = claim(1, "the guns of the army had fired at Kesten", "Colonel Anna Brandt", story=1, start=0)
    denied = claim(2, "that the guns had fired at Kesten", "Brandt", story=1, start=90, denies=True)
    assert disputes.find([said, denied]) == ()


def test_two_counts_of_one_thing_that_cannot_both_hold_contradict() -> None:
    finding = one_of(
        claim(1, "12 people were killed in the Odrava blast", "the ministry", story=1),
        claim(2, "19 people were killed in the Odrava blast", "rescuers", story=1, start=80),
    )
    assert (finding.relation, finding.kind, finding.aspect) == (Relation.CONTRADICTS, DisputeKind.FIGURE, "killed")
    assert (finding.left_value, finding.right_value) == ("19 people", "12 people")
    assert "rescuers say 19 people, the ministry says 12 people" in finding.explanation


def test_a_vague_count_that_includes_the_precise_one_is_no_dispute() -> None:
    vague = claim(1, "more than ten people were killed in the blast", "the ministry", story=1)
    precise = claim(2, "15 people were killed in the blast", "rescuers", story=1, start=80)
    assert not [p for p in disputes.find([vague, precise]) if p.finding.relation in COMPETE]


def test_counts_of_different_things_are_no_dispute() -> None:
    killed = claim(1, "12 people were killed in the blast", "the ministry", story=1)
    hurt = claim(2, "40 people were injured in the blast", "rescuers", story=1, start=80)
    soldiers = claim(3, "three soldiers were killed", "the army", story=1, start=160)
    assert not [p for p in disputes.find([killed, hurt, soldiers]) if p.finding.relation in COMPETE]


def test_a_toll_that_rises_with_time_is_an_update_and_no_dispute() -> None:
    first = claim(1, "12 people were killed in the Odrava blast", "the ministry")
    later = claim(2, "15 people were killed in the Odrava blast", "rescuers", published=MONDAY + timedelta(days=2))
    finding = one_of(first, later)
    assert finding.relation is Relation.UPDATES
    assert (finding.left_value, finding.right_value) == ("15 people", "12 people")


def test_a_later_word_of_the_same_source_replaces_its_earlier_one() -> None:
    first = claim(1, "15 people were killed in the Odrava blast", "the ministry")
    cut = claim(2, "nine people were killed in the Odrava blast", "the ministry", published=MONDAY + timedelta(hours=3))
    assert one_of(first, cut).relation is Relation.UPDATES


def test_a_bare_number_right_after_a_count_is_of_what_it_counts() -> None:
    finding = one_of(
        claim(1, "25,000 people came to the rally", "the police", story=1),
        claim(2, "more than a hundred thousand", "the party", story=1, start=70),
    )
    assert finding.kind is DisputeKind.FIGURE


def test_different_culprits_for_one_act_are_a_dispute_over_responsibility() -> None:
    finding = one_of(
        claim(1, "that France was behind the attack on the Odrava pipeline", "the governor", story=1),
        claim(2, "that Italy was behind the attack on the Odrava pipeline", "the engineers' union", story=1, start=90),
    )
    assert (finding.relation, finding.kind) == (Relation.CONTRADICTS, DisputeKind.RESPONSIBILITY)
    assert {finding.left_value, finding.right_value} == {"France", "Italy"}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the valve at Odrava was closed all night", "the valve at Odrava was open all night", DisputeKind.ANTONYM),
        ("the valve at Odrava was checked", "the valve at Odrava was not checked", DisputeKind.NEGATION),
        ("the Odrava valve was checked on 3 March", "the Odrava valve was checked on 9 March", DisputeKind.DATE),
        ("the minister met the envoys in Geneva", "the minister met the envoys in Vienna", DisputeKind.PLACE),
    ],
)  # fmt: skip
def test_the_same_said_with_an_opposite_a_negation_another_day_or_place(
    one: str, other: str, kind: DisputeKind
) -> None:
    finding = disputes.relate(claim(1, one, "the operator"), claim(2, other, "the inspector"))
    assert finding.relation is Relation.CONTRADICTS
    assert finding.kind is kind
    assert finding.explanation


def test_a_country_and_a_town_do_not_compete() -> None:
    country = claim(1, "the minister met the rebel envoys in Switzerland", "an aide")
    town = claim(2, "the minister met the rebel envoys in Geneva", "an envoy")
    assert disputes.relate(country, town).relation not in COMPETE


def test_a_headline_that_calls_it_a_hoax_denies_it() -> None:
    story = claim(1, "A ghost ferry was filmed off Vellmar", "")
    hoax = claim(2, "Ghost ferry off Vellmar was a hoax", "")
    assert disputes.relate(hoax, story).relation is Relation.DENIES
    assert disputes.relate(story, hoax).relation is Relation.CONTRADICTS


def test_much_the_same_corroborates_and_nothing_in_common_is_unrelated() -> None:
    one = claim(1, "the ferry Alma sank off Vellmar", "the coastguard")
    same = claim(2, "the Alma, a ferry, sank off Vellmar", "a fisherman")
    other = claim(3, "the central bank raised its rate", "the bank")
    assert disputes.relate(one, same).relation is Relation.CORROBORATES
    assert disputes.relate(one, other).relation is Relation.UNRELATED


def test_what_is_no_claim_of_fact_takes_no_part() -> None:
    said = claim(1, "that Norland sank the ferry Alma", "Vestria", story=1)
    hope = claim(2, "that Norland sank the ferry Alma", "Norland", story=1, start=60, denies=True, checkable=False)
    assert disputes.find([said, hope]) == ()


def test_a_reply_in_the_negative_answers_without_a_word_of_denying() -> None:
    said = claim(1, "the army's guns had shelled the market at Kesten", "the mayor", story=1, start=0)
    reply = claim(2, "not a shot from the army's guns had hit the market at Kesten", "the army", story=1, start=90)
    finding = one_of(said, reply)
    assert (finding.relation, finding.kind) == (Relation.CONTRADICTS, DisputeKind.NEGATION)


def test_neither_nor_is_one_negation() -> None:
    one = claim(1, "it had neither planned nor ordered the blast at Odrava", "the army")
    other = claim(2, "it had planned and ordered the blast at Odrava", "the army's critics")
    assert disputes.relate(one, other).relation is Relation.CONTRADICTS


def test_a_denial_is_bound_to_its_surest_answer_and_not_to_everything_that_names_the_denier() -> None:
    claims = [
        claim(1, "how the talks went was up to Norland", "Vestria's envoy", story=1, start=0, paragraph="a"),
        claim(2, "that the saboteurs came from Norland", "Vestria", story=1, start=300, paragraph="b"),
        claim(3, "involvement in the sabotage", "Norland", story=1, start=360, paragraph="b", denies=True),
    ]
    assert [(p.left_id, p.right_id) for p in disputes.find(claims)] == [(3, 2)]
