"""Who says what: the forms in which copy attributes words."""

from __future__ import annotations

import pytest

from claims.attribution import reading
from claims.attribution.copytext import prepare
from claims.records import Polarity, Speech
from tests.attribution.claims_of import claims_of, said


@pytest.mark.parametrize(
    ("text", "claimant", "words"),
    [
        (
            "The harbour office said Monday that two barges had sunk.",
            "The harbour office",
            "that two barges had sunk",
        ),
        (
            "Two barges had sunk overnight, the harbour office said.",
            "The harbour office",
            "Two barges had sunk overnight",
        ),
        ("“Two barges are gone,” said Marta Kovel, a pilot from Orsk.", "Marta Kovel", "Two barges are gone"),
        ("According to the harbour office, two barges sank.", "the harbour office", "two barges sank"),
        (
            "Two barges sank before dawn, according to the harbour office.",
            "the harbour office",
            "Two barges sank before dawn",
        ),
        ("The harbour office put the number of missing at 12.", "The harbour office", "the number of missing at 12"),
        ("The mayor spoke of 64 wrecked houses.", "The mayor", "64 wrecked houses"),
        ("The ministry: no comment.", "The ministry", "no comment"),
        ("The toll, by the prefect's count, was 12.", "the prefect", "The toll … was 12"),
        ("The union accused the ministry of hiding the report.", "The union", "the ministry of hiding the report"),
    ],
)
def test_each_form_of_attribution_gives_its_claimant_and_its_words(text: str, claimant: str, words: str) -> None:
    found = {(name.lower(), content) for name, content in said(text)}
    assert (claimant.lower(), words) in found or (claimant.lower(), words.removeprefix("of ")) in found


def test_a_denial_with_a_noun_phrase_denies_it() -> None:
    denial = claims_of("The governor's office denied any role in the strike, saying it had no soldiers there.")[0]
    assert denial.polarity is Polarity.DENIES
    assert denial.text == "any role in the strike"


def test_a_rejection_and_a_further_statement_of_the_same_speaker_are_two_claims() -> None:
    texts = [words for _, words in said("The port denied any leak, saying its tanks were empty.")]
    assert texts == ["any leak", "its tanks were empty"]


def test_the_sentence_that_goes_on_after_an_inserted_speaker_belongs_to_him() -> None:
    found = said("The valve, Petr Sandel said, had been shut by hand.")
    assert found[0][0] == "Petr Sandel"
    assert "had been shut by hand" in found[0][1]


def test_a_quotation_that_goes_on_behind_its_speaker_is_a_claim_of_the_same_speaker() -> None:
    found = said("“The wall was already cracked,” said Olga Brandt, a mason. “Nobody had looked at it for ten years.”")
    assert [name for name, _ in found] == ["Olga Brandt", "Olga Brandt"]


def test_single_quotation_marks_are_read_as_quotation_marks() -> None:
    passage = claims_of("'The wall was cracked,' said Olga Brandt.")[0]
    assert passage.text == "The wall was cracked"
    assert passage.speech is Speech.DIRECT


def test_direct_mixed_and_indirect_speech_are_told_apart() -> None:
    kinds = {p.speech for p in claims_of("The mayor said the dam was “a wreck waiting to happen” and unsafe.")}
    assert kinds == {Speech.MIXED}
    assert claims_of("The mayor said the dam was unsafe.")[0].speech is Speech.INDIRECT


def test_he_said_this_while_is_no_claim() -> None:
    assert said("Igor Lapin opened the bridge. He said this while cutting a ribbon.") == []


def test_self_proclaimed_is_no_cue() -> None:
    assert not [p for p in claims_of("The head of the self-proclaimed Orsk republic visited the port.") if p.text]


def test_every_span_points_at_its_words() -> None:
    body = "“Two barges are gone,” said Marta Kovel, a pilot. The owner denied it, citing the harbour office."
    for passage in claims_of(body):
        assert " … ".join(" ".join(body[a:b].split()) for a, b in passage.content) == passage.text


def test_a_dateline_is_no_part_of_what_is_claimed() -> None:
    passage = claims_of("ORSK, May 3 (Halden News) - Two barges have sunk, the harbour office said.")[0]
    assert passage.text == "Two barges have sunk"


def test_the_advisory_of_a_correction_is_not_read() -> None:
    assert claims_of("(Corrects paragraph 2: the mayor said 12, not 21)\n\nThe river rose again.") == ()


def test_nobody_is_given_the_words_of_another_turn_of_a_transcript() -> None:
    text = (
        "Igor Lapin spoke to the channel on Sunday, and said:\n\nBRANDT: The dam is rotten.\n\nLAPIN: The dam is sound."
    )
    assert not [p for p in claims_of(text) if p.claimant == "Igor Lapin" and "rotten" in p.text]


def test_a_heading_before_a_colon_is_no_speaker() -> None:
    assert reading.read(prepare("Little Relief for Farmers: The drought is the worst in memory.")) == ()
    assert len(reading.read(prepare("The farmers' union: the drought is the worst in memory."))) == 1


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The harbour company rejected the charge: its cranes had been checked in May.",
            [("The harbour company", "the charge"), ("The harbour company", "its cranes had been checked in May")],
        ),
        (
            "A spokesman for the union had one sentence for reporters: his members had left by the back door.",
            [("A spokesman for the union", "his members had left by the back door")],
        ),
        ("Igor Lapin disagreed: the cranes had failed in May.", [("Igor Lapin", "the cranes had failed in May")]),
    ],
)
def test_what_follows_a_colon_is_the_word_of_whoever_rejects_or_answers(
    text: str, claims: list[tuple[str, str]]
) -> None:
    assert said(text) == claims


def test_a_colon_after_things_begins_nobodys_word() -> None:
    assert said("The bus company has three lines: the first runs to the harbour, the others end in town.") == []


def test_the_reporters_own_words_before_a_colon_are_no_part_of_the_claim() -> None:
    body = "The harbour company rejected that: its cranes had been checked in May, it said."
    assert ("The harbour company", "its cranes had been checked in May") in said(body)
    body = "A pilot in Bari disagreed: both engines had been changed before the flight, the pilot said."
    assert [text for _, text in said(body)] == ["both engines had been changed before the flight"]


def test_a_quotation_goes_on_with_its_speaker_in_the_next_sentence() -> None:
    body = "“Nobody rang,” Karin Bout, who ran a kiosk, told Halden News. “The water was in the yard by six.”"
    assert said(body)[-1] == ("Karin Bout", "The water was in the yard by six")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("That will climb, the duty officer adds.", ("the duty officer", "That will climb")),
        (
            "No ferry, the minister went on, had sailed without it.",
            ("the minister", "No ferry … had sailed without it"),
        ),
    ],
)
def test_what_stands_before_a_closing_cue_is_a_claim_of_whoever_can_speak(text: str, claim: tuple[str, str]) -> None:
    assert said(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A trader at the corn market put the price nearer 90 crowns.", "the price nearer 90 crowns"),
        ("The forest office gave a figure of 600 hectares.", "600 hectares"),
        ("The ferry union comes to about 310, because it counts night boats.", "about 310"),
        ("The surveyors of Lind arrived at 45 metres at low water.", "45 metres at low water"),
        ("The harbour inspector counted eleven, and left.", "eleven"),
        ("The strikers claimed 2.5 million in the rain.", "2.5 million in the rain"),
    ],
)
def test_a_figure_that_somebody_gives_is_a_claim(text: str, claim: str) -> None:
    (words,) = [words for _, words in said(text)]
    assert words.endswith(claim)


def test_a_bill_gives_no_figure() -> None:
    assert said("The bill for dinner came to 4,200 crowns.") == []


def test_a_clause_behind_he_said_is_the_speakers_unless_it_tells_what_he_did() -> None:
    body = "The strike was over, Karl Ost said, and the ferries would sail again on Friday."
    assert [text for _, text in said(body)] == ["The strike was over", "the ferries would sail again on Friday"]
    body = "Nine miners are lost, Norland police said on Tuesday, and only three of them have been named."
    assert [text for _, text in said(body)] == ["Nine miners are lost", "only three of them have been named"]
    body = "The yard was full, the port agency said on Friday, and it ordered every captain to wait."
    assert [text for _, text in said(body)] == ["The yard was full"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Some 40 boxes were set alight, per the Harbour Board.",
            ("the Harbour Board", "Some 40 boxes were set alight"),
        ),
        ("Igor Lapin counted the floats by boat and arrived at 70 a day.", ("Igor Lapin", "70 a day")),
    ],
)
def test_per_names_a_source_and_a_second_verb_shares_its_subject(text: str, claim: tuple[str, str]) -> None:
    assert claim in said(text)


def test_a_rate_is_no_source() -> None:
    assert said("The ferry costs 30 crowns, per head and night.") == []
