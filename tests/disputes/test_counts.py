"""Which figures compete: only those of one thing, one subject, one place and one time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claims import disputes
from claims.records import Claim, DisputeKind, Question, Relation, SourceKind
from tests.copydesk import MONDAY, claim

COMPETE = (Relation.DENIES, Relation.CONTRADICTS)


def competing(*claims: Claim) -> list[disputes.Pair]:
    return [p for p in disputes.find(claims) if p.finding.relation in COMPETE]


def only(*claims: Claim) -> disputes.Pair:
    (pair,) = disputes.find(claims)
    return pair


def folded(*claims: Claim) -> tuple[Question, ...]:
    return disputes.questions(claims, disputes.find(claims))


def earnings(number: int, company: str, cents: int) -> Claim:
    words = f"net earnings in the third quarter came to {cents} cents a share"
    own = SourceKind.ORGANISATION
    return claim(
        number, words, company, kind=own, sentence=f"{company} said {words}.", headline=f"{company} earnings rise"
    )


def test_the_earnings_of_two_companies_are_no_dispute() -> None:
    assert competing(earnings(1, "Norval Mills", 50), earnings(2, "Astor Rail", 36)) == []


def test_different_figures_never_share_a_proposition_however_alike_the_words() -> None:
    questions = folded(earnings(1, "Norval Mills", 50), earnings(2, "Astor Rail", 36))
    rows = [(p.claimant, p.proposition, p.origins) for q in questions for p in q.positions]
    assert sorted(origins for _, _, origins in rows) == [1, 1]
    assert all(str(50 if who == "Norval Mills" else 36) in words for who, words, _ in rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the power was out for 24 hours", "the mayor spoke for an hour"),
        ("84 percent of the ballots had been counted", "the president has 47.08 percent"),
        ("the wharf cost $40 million", "the union paid $12 million in strike money"),
    ],
)
def test_times_money_and_shares_compete_only_with_words_of_their_subject_in_common(one: str, other: str) -> None:
    assert competing(claim(1, one, "the mayor", story=1), claim(2, other, "the union", story=1, start=90)) == []


def test_money_of_one_subject_competes() -> None:
    one = claim(1, "the new wharf cost $40 million", "the mayor", story=1)
    other = claim(2, "the new wharf cost $62 million", "the auditor", story=1, start=90)
    finding = only(one, other).finding
    assert (finding.relation, finding.kind) == (Relation.CONTRADICTS, DisputeKind.FIGURE)
    assert finding.explanation.endswith("both give an amount of money.")


@pytest.mark.parametrize("then", ["last May", "three years ago", "in 2027"])
def test_the_dead_of_another_year_are_no_dispute_with_those_of_now(then: str) -> None:
    now = claim(1, "190 people were killed in the blasts", "the ministry")
    past = claim(2, f"45 people were killed in blasts {then}", "the neighbour's government")
    assert competing(now, past) == []


def test_the_dead_of_another_town_are_no_dispute() -> None:
    here = claim(1, "190 people were killed in Madrid", "the ministry")
    there = claim(2, "45 people were killed in Casablanca", "the neighbour's government")
    assert competing(here, there) == []


def test_two_sources_that_differ_at_the_same_hour_are_in_dispute_and_nothing_rises() -> None:
    hospital = claim(1, "41 passengers had been wounded", "the hospital in Odrava", story=1)
    ministry = claim(2, "23 passengers had been wounded", "the ministry", story=2)
    assert only(hospital, ministry).finding.relation is Relation.CONTRADICTS
    (question,) = folded(hospital, ministry)
    assert (question.title, question.status) == ("how many passengers", "disputed")


def test_a_lowered_figure_of_one_source_is_its_correction_and_nothing_rises() -> None:
    first = claim(1, "61 people are missing", "the coastguard")
    cut = claim(2, "16 people are missing", "the coastguard", published=MONDAY + timedelta(hours=9))
    pair = only(first, cut)
    assert pair.finding.relation is Relation.UPDATES
    assert (
        pair.finding.explanation
        == "the coastguard now speaks of 16 people, after 61 people from the coastguard: a correction."
    )
    (question,) = folded(first, cut)
    assert question.status == "single"


def test_a_part_after_the_whole_does_not_keep_two_copies_of_one_claim_apart() -> None:
    said = "23 passengers had been wounded, six of them badly"
    (question,) = folded(claim(1, said, "Anna Brandt", story=1), claim(2, said, "Anna Brandt", story=2))
    assert [len(p.claims) for p in question.positions] == [2]


def test_a_vague_count_stands_with_the_question_of_that_count() -> None:
    vague = claim(1, "at least 11 people were killed", "the coastguard")
    early = claim(2, "19 people were killed", "the minister", published=MONDAY + timedelta(hours=5))
    late = claim(3, "27 people were killed", "the minister", published=MONDAY + timedelta(hours=9))
    (question,) = folded(vague, early, late)
    assert (question.status, question.title) == ("rising", "how many were killed")
    assert {(p.claimant, p.proposition, p.origins) for p in question.positions} == {
        ("the coastguard", "at least 11 people were killed", 1),
        ("the minister", "19 people were killed", 1),
        ("the minister", "27 people were killed", 1),
    }


def test_a_count_of_bodies_asks_how_many_were_killed() -> None:
    first = claim(1, "19 bodies were recovered off Odrava", "the minister")
    later = claim(2, "27 bodies were recovered off Odrava", "the minister", published=MONDAY + timedelta(hours=9))
    (question,) = folded(first, later)
    assert question.title == "how many were killed"
