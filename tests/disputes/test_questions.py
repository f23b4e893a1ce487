"""The claims of an event, folded into questions."""

from __future__ import annotations

from datetime import timedelta

from claims import disputes
from claims.records import Claim, Question, SourceKind
from tests.copydesk import MONDAY, claim


def folded(*claims: Claim) -> tuple[Question, ...]:
    return disputes.questions(claims, disputes.find(claims))


def test_a_disputed_question_comes_first_with_who_says_and_who_denies() -> None:
    question, *others = folded(
        claim(1, "that saboteurs from Norland blew up the pipeline", "Vestria", story=1, start=100),
        claim(2, "involvement", "Norland", story=1, start=220, denies=True, sentence="Norland has denied involvement."),
        claim(3, "the repair would take a month", "the operator", story=1, start=900),
    )
    assert (question.id, question.status) == ("Q-1", "disputed")
    rows = {(p.stance, p.claimant, p.proposition) for p in question.positions}
    proposition = "that saboteurs from Norland blew up the pipeline"
    assert rows == {("says", "Vestria", proposition), ("denies", "Norland", proposition)}
    assert [q.status for q in others] == ["single"]


def test_a_rising_toll_is_a_question_of_its_own_kind() -> None:
    question, *_ = folded(
        claim(1, "12 people were killed in the Odrava blast", "the ministry"),
        claim(2, "15 people were killed in the Odrava blast", "the ministry", published=MONDAY + timedelta(days=1)),
    )
    assert (question.title, question.aspect, question.status) == ("how many were killed", "figure", "rising")


def test_three_agencies_citing_one_ministry_are_one_origin() -> None:
    said = "the valve at Odrava had been closed all night"
    (question,) = folded(
        *(
            claim(n, said, "the transport ministry", agency=a)
            for n, a in enumerate(["Harbour Wire", "NPA", "Kurier"], 1)
        )
    )
    (position,) = question.positions
    assert (position.origins, question.status) == (1, "single")
    assert set(position.agencies) == {"Harbour Wire", "NPA", "Kurier"}


def test_two_voices_that_agree_are_two_origins() -> None:
    said = "the valve at Odrava had been closed all night"
    (question,) = folded(claim(1, said, "the operator"), claim(2, said, "Inspector Weil"))
    assert question.status == "agreed"
    assert {p.origins for p in question.positions} == {2}


def test_unnamed_sources_of_two_stories_are_two_but_a_pickup_has_the_voices_of_what_it_copies() -> None:
    said = "the valve at Odrava had been closed all night"

    def official(number: int, copy_of: int | None = None) -> Claim:
        return claim(number, said, "an official", kind=SourceKind.UNNAMED, named=False, copy_of=copy_of)

    assert folded(official(1), official(2))[0].positions[0].origins == 2
    assert folded(official(1), official(2, copy_of=1))[0].positions[0].origins == 1


def test_no_claims_ask_no_questions() -> None:
    assert folded() == ()


def test_who_claims_the_deed_stands_with_the_disputed_question_of_who_was_behind_it() -> None:
    question, *_ = folded(
        claim(1, "that saboteurs from Norland were behind the blast on the pipeline", "Vestria", story=1, start=100),
        claim(2, "involvement", "Norland", story=1, start=220, denies=True, sentence="Norland has denied involvement."),
        claim(3, "two bands of smugglers are behind the blast on the pipeline", "Astoria", story=2),
        claim(4, "the pipeline was 40 years old", "the operator", story=2, start=300),
    )
    assert (question.title, question.aspect, question.status) == ("who was behind it", "responsibility", "disputed")
    assert {c.id for p in question.positions for c in p.claims} == {1, 2, 3}


def test_a_denied_count_does_not_pull_other_counts_into_the_question_of_who_did_it() -> None:
    questions = folded(
        claim(1, "that Norland had shelled the market, killing 40 people", "Vestria", story=1, start=0),
        claim(2, "that it had shelled the market", "Norland", story=1, start=120, denies=True),
        claim(3, "12 people were killed", "the mayor", story=2, start=0),
        claim(4, "19 people were killed", "the hospital", story=3, start=0),
    )
    homes = [{c.id for p in q.positions for c in p.claims} for q in questions]
    assert {1, 2} <= homes[0] or {1, 2} <= homes[1]
    assert not any({2, 3} <= home for home in homes)


def test_speakers_who_agree_show_their_own_words() -> None:
    (question,) = folded(
        claim(1, "the valve at Odrava had been closed all night", "the operator"),
        claim(2, "all night long the Odrava valve had been closed", "Inspector Weil"),
    )
    assert {p.claimant: p.proposition for p in question.positions} == {
        "the operator": "the valve at Odrava had been closed all night",
        "Inspector Weil": "all night long the Odrava valve had been closed",
    }


def test_a_denied_claim_gives_the_question_its_title() -> None:
    question, *_ = folded(
        claim(1, "the ferry Alma was overloaded", "the union", story=1, start=0),
        claim(2, "that the ferry was overloaded", "the owner", story=1, start=70, denies=True),
    )
    assert question.title == "the ferry Alma was overloaded"
