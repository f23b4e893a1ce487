"""Who says what in words: the chain beside the claimant, denials that cannot be misread, verbs of several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.records import Claim, Dossier, Polarity, Position, Question, Speech, StoryRef
from claims.reports.markdown_text import markdown_report
from claims.reports.senders import known, sender, sender_told
from claims.reports.statements import own_denial, said, speaker, stance, statement, via
from claims.text import Span
from tests.reports.desk_copy import ACCUSED, CASTELL, DENIED, EVENT, claim


def denial(sentence: str, content: str, cue: str = "", *, speech: Speech = Speech.INDIRECT) -> Claim:
    found = claim(50, sentence, content, "Olga Renn", denies=True)
    start = sentence.index(cue)
    link = replace(found.passage.chain[0], cue=(Span(start, start + len(cue)),) if cue else ())
    return replace(found, passage=replace(found.passage, chain=(link,), speech=speech))


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "told"),
    [
        ("We had no hand in the fire, Olga Renn said.", "We had no hand in the fire", "said", True),
        ("Olga Renn said the report was false.", "the report was false", "said", True),
        ("Olga Renn insisted that no guard took part.", "that no guard took part", "insisted", True),
        ("Olga Renn called the sum far too high.", "the sum far too high", "called", True),
        ("Asked about it, Olga Renn said: No.", "No", "said", True),
        ("Olga Renn denied setting the fire.", "setting the fire", "denied", False),
        ("Olga Renn denied that nobody was warned.", "that nobody was warned", "denied", False),
        ("Olga Renn did not accept that the valve never closed.", "that the valve never closed", "accept", False),
        ("Olga Renn dismissed the tale as a lie.", "the tale as a lie", "dismissed", False),
        ("Renn, who denied it, said nobody was hurt.", "nobody was hurt", "said", True),
        ("", "That charge is false", "", True),
        ("", "any part in the fire", "", False),
    ],
)
def test_words_that_are_the_denial_are_quoted_and_what_is_denied_is_not(
    sentence: str, content: str, cue: str, told: bool
) -> None:
    found = denial(sentence or content, content, cue)
    found = found if sentence else replace(found, sentence="")
    expected = f"Olga Renn denies it: “{content}”" if told else f"Olga Renn denies: {content}"
    assert said(found) == expected


def test_a_quotation_in_the_negative_is_a_denial_even_behind_a_cue_that_denies() -> None:
    sentence = "Olga Renn disputed the sum: 'I do not think it was 40.'"
    found = denial(sentence, "I do not think it was 40", "disputed", speech=Speech.DIRECT)
    assert said(found) == "Olga Renn denies it: “I do not think it was 40”"


def test_double_marks_in_a_quoted_denial_become_single_ones() -> None:
    found = denial('Renn called the tale "a lie".', 'the tale "a lie"', "called")
    assert statement(found) == ("denies it", "“the tale 'a lie'”")


def test_the_negative_that_nobody_takes_for_a_denial_is_said() -> None:
    found = claim(51, "Olga Renn said no train ran on Sunday.", "no train ran on Sunday", "Olga Renn")
    assert said(found) == "Olga Renn says: no train ran on Sunday"


def test_a_denial_whose_words_are_kept_back_stays_a_denial() -> None:
    found = denial("Olga Renn said it was false.", "it was false", "said")
    assert said(replace(found, passage=replace(found.passage, text=""))) == "Olga Renn denies: (not shown)"


def test_the_chain_stands_beside_the_claimant() -> None:
    assert speaker(DENIED) == "Brenmark, via BNA"
    assert said(DENIED) == "Brenmark, via BNA, denies: any involvement"
    assert via([ACCUSED]) == ""
    assert via([ACCUSED, DENIED]) == ", also via BNA"
    two = claim(52, "It fell.", "It fell", "Renn", via=("Radio Lund", "TVK"))
    assert via([DENIED, two]) == ", via BNA; via Radio Lund, via TVK"


@pytest.mark.parametrize(
    ("name", "told"), [("Police", "say"), ("Survivors", "say"), ("two aides", "say"), ("the port", "says")]
)
def test_verbs_are_bent_to_the_claimant(name: str, told: str) -> None:
    found = claim(53, "The ferry sank, they said.", "The ferry sank", name)
    assert said(found) == f"{name} {told}: The ferry sank"
    assert stance(Position("The ferry sank", "says", name, (found,))) == told


def test_all_of_a_joint_statement_are_named() -> None:
    found = claim(54, "The ferry sank, they said.", "The ferry sank", "Olga Renn")
    joint = replace(found, passage=replace(found.passage, claimants=("Olga Renn", "Jan Moor", "Pia Lund")))
    assert said(joint) == "Olga Renn, Jan Moor and Pia Lund say: The ferry sank"


OWN = denial("We had no hand in the fire, Olga Renn said.", "We had no hand in the fire", "said")
CHARGE = claim(55, "Olga Renn lied about the fire, Moor said.", "Olga Renn lied about the fire", "Jan Moor")


def question(*positions: Position) -> Question:
    return Question("Q-1", "did she", "occurrence", "single", positions)


def test_a_denial_bound_to_what_it_answers_denies_that() -> None:
    bound = Position(CHARGE.passage.text, "denies", "Olga Renn", (OWN,))
    asked = question(Position(CHARGE.passage.text, "says", "Jan Moor", (CHARGE,)), bound)
    assert not own_denial(bound, asked)
    assert not own_denial(bound, question(bound))


def test_the_report_quotes_a_denial_in_its_own_words_and_names_the_chain() -> None:
    own = Position(OWN.passage.text, "denies", "Olga Renn", (OWN,))
    crowd = claim(56, "Survivors said it burned, TVK wrote.", "it burned", "Survivors", via=("TVK",), named=False)
    said_so = Position("it burned", "says", "Survivors", (crowd,))
    page = markdown_report([Dossier(EVENT, (question(own), question(said_so)), (), (OWN, crowd))])
    assert "- Olga Renn denies it: “We had no hand in the fire” [^C-50]" in page
    assert "- Survivors (unnamed), via TVK, say: it burned [^C-56]" in page


def test_no_agency_is_called_unknown() -> None:
    nobody = StoryRef(9)
    assert (sender(nobody), sender_told(nobody)) == ("", "agency unknown")
    credited = replace(nobody, agencies=("unknown", "Halyard"))
    assert (sender(credited), sender_told(credited)) == ("credits Halyard", "agency unknown (credits Halyard)")
    assert sender(CASTELL) == "Castell"
    assert known(("unknown", "Halyard")) == ["Halyard"]


def test_a_claim_that_asserts_is_never_an_own_denial() -> None:
    asserted = replace(OWN, passage=replace(OWN.passage, polarity=Polarity.ASSERTS))
    position = Position(OWN.passage.text, "denies", "Jan Moor", (asserted,))
    assert not own_denial(position, question(position))
