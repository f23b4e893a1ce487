"""What a denial can be of: a listed dispute must be one."""

from __future__ import annotations

import pytest

from claims import disputes
from claims.language.speaking import several
from claims.records import Claim, DisputeKind, Relation, SourceKind
from tests.copydesk import claim

COMPETE = (Relation.DENIES, Relation.CONTRADICTS)


def listed(*claims: Claim) -> set[tuple[int, int]]:
    return {(p.left_id, p.right_id) for p in disputes.find(claims) if p.finding.relation in COMPETE}


def test_a_denial_does_not_answer_news_that_only_names_who_denies() -> None:
    arrest = claim(1, "Officers in Odrava have arrested the director of the Norval mill", "a police source", story=1)
    denial = claim(2, "that it had hidden a test result", "Norval", story=2, denies=True)
    assert listed(arrest, denial) == set()


def test_a_denial_answers_the_charge_against_the_company_that_stands_right_before_it() -> None:
    waited = claim(1, "the company had waited nine hours before it told anybody", "Inspector Weil", story=1, start=0)
    more = claim(2, "They knew on Sunday", "Inspector Weil", story=1, start=70)
    denial = claim(3, "that it had held back a warning", "Norval", story=1, start=120, denies=True)
    assert (3, 1) in listed(waited, more, denial)


def test_a_denial_does_not_answer_an_excuse_of_the_denier_that_shares_no_word_with_it() -> None:
    excuse = claim(1, "a dial had been misread", "Norval", story=1, start=0)
    denial = claim(2, "that its guards had known of the fire on Sunday", "the mill", story=1, start=90, denies=True)
    assert listed(excuse, denial) == set()


def test_to_deny_a_deed_is_no_dispute_with_who_says_that_it_was_not_the_denier() -> None:
    cleared = claim(1, "the men of Norland were not behind the blast at Odrava", "a captain", story=1, start=0)
    denial = claim(2, "that its men were behind the blast at Odrava", "Norland", story=1, start=90, denies=True)
    assert listed(cleared, denial) == set()


def test_a_negation_of_one_thing_does_not_answer_a_sentence_that_shares_a_verb() -> None:
    support = claim(1, "Norland and Vestria will firmly support each other", "President Karel Brod", story=1, start=0)
    other = claim(2, "it has neither urged nor supported raids", "Astoria", story=2)
    assert listed(support, other) == set()


def test_nobody_named_does_not_deny_what_nobody_named_says_in_one_story() -> None:
    said = claim(1, "the ferry was sold to a dealer", story=1, start=0, kind=SourceKind.UNNAMED, named=False)
    denial = claim(2, "that the ferry was sold", story=1, start=60, denies=True, kind=SourceKind.UNNAMED, named=False)
    assert listed(said, denial) == set()


def test_a_speaker_of_a_joint_statement_does_not_deny_it() -> None:
    joint = claim(1, "that the valve at Odrava was closed", "the union", story=1, start=0)
    denial = claim(2, "that the valve at Odrava was closed", "The union", story=1, start=90, denies=True)
    assert listed(joint, denial) == set()


def test_who_is_not_named_is_a_source_of_the_agency_and_never_the_agency() -> None:
    said = claim(1, "the ferry was sold to a dealer", story=1, start=0, agency="Kurier", named=False)
    denial = claim(2, "that the ferry was sold to a dealer", "the owners", story=1, start=60, denies=True)
    (pair,) = disputes.find([said, denial])
    assert pair.finding.explanation.startswith("the owners deny what a source of Kurier says")


def test_an_accusation_keeps_its_verb_where_the_claim_is_no_sentence_without_it() -> None:
    words = "neighbouring Norland of bombing the bridge at Odrava"
    said = claim(1, words, "Vestria", story=1, start=0, sentence=f"Vestria accused {words}.")
    denial = claim(2, "that it was behind the bombing of the bridge", "Norland", story=1, start=90, denies=True)
    (pair,) = disputes.find([said, denial])
    assert pair.finding.explanation == f"Norland denies what Vestria says about responsibility: “accused {words}”."
    assert pair.finding.kind is DisputeKind.DENIAL


def test_a_bare_this_is_denied_as_it() -> None:
    said = claim(1, "the ferry was overloaded", "the union", story=1, start=0, paragraph="p")
    denial = claim(2, "this", "the owner", story=1, start=60, denies=True, paragraph="p")
    (pair,) = disputes.find([said, denial])
    assert pair.finding.left_value == "denies it"


def test_a_denial_in_its_own_words_is_quoted_and_not_what_is_denied() -> None:
    charge = claim(1, "that the yard had sold the ferry", "Marta Holm", story=1, paragraph="p")
    denial = claim(2, "the ferry was not sold", "the owner", story=1, start=60, denies=True, paragraph="p")
    (pair,) = disputes.find([charge, denial])
    assert pair.finding.left_value == "denies it: “the ferry was not sold”"


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("his opponents", True), ("Four analysts", True), ("police", True), ("two officials in Odrava", True),
        ("Survivors", True), ("Maro Lines", False), ("the United Nations", False), ("a spokesman for rebels", False),
        ("an official briefed on the talks", False), ("the ministry", False), ("", False),
    ],
)  # fmt: skip
def test_the_verb_follows_the_speaker(name: str, plural: bool) -> None:
    assert several(name) is plural


def test_a_negation_needs_the_same_subject() -> None:
    said = claim(1, "Norland and Vestria will firmly support each other against raids", "President Karel Brod", story=1)
    other = claim(2, "it has neither urged nor supported raids against Norland", "Astoria", story=2)
    assert listed(said, other) == set()


def test_a_claim_does_not_compete_with_a_part_of_its_own_words() -> None:
    whole = claim(1, "who rejected the account that the valve was closed", "Jan Orel", story=1, start=0)
    part = claim(2, "that the valve was closed", "Anna Brandt", story=1, start=25, denies=True)
    assert listed(whole, part) == set()


def test_a_denial_of_any_part_does_not_answer_who_charged_nobody() -> None:
    fault = claim(1, "the first signs pointed to a broken rail", "an engineer", story=1, start=0, paragraph="p")
    denial = claim(2, "involvement", "Colonel Anna Brandt", story=1, start=60, denies=True, paragraph="p")
    assert listed(fault, denial) == set()


def test_who_denies_a_deed_does_not_deny_that_another_owns_up_to_it() -> None:
    owned = claim(1, "responsibility for the Odrava blast", "the Ell Brigade", story=1)
    denial = claim(2, "any responsibility", "the Valley Front", story=2, denies=True)
    assert listed(owned, denial) == set()


def test_a_scrap_of_a_sentence_without_a_speaker_disbelieves_nothing() -> None:
    words = "himself mayor of Odrava, rejected that account of the ferry as a hoax"
    said = claim(1, "the ferry was sold to a dealer in Odrava", "the union", story=1, start=0)
    scrap = claim(
        2, words, story=1, start=90, sentence=f"Jan Orel, a docker for forty years who has long called {words}."
    )
    assert listed(said, scrap) == set()
