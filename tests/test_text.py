"""Offsets point into the text they were given, whatever the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text import Span, cover, fold, lines, paragraphs, printable, sentences, slices, trim, words


def told(text: str) -> list[str]:
    return [text[s:e] for s, e in sentences(text)]


def test_a_full_stop_after_a_title_or_initial_ends_no_sentence() -> None:
    text = "Gen. Oda J. Lund spoke. Dr. Vik of the U.S. Army did not."
    assert told(text) == ["Gen. Oda J. Lund spoke.", "Dr. Vik of the U.S. Army did not."]


def test_a_country_in_initials_ends_a_sentence_before_a_common_opener() -> None:
    assert told("She lives in the U.S. The rest stayed.") == ["She lives in the U.S.", "The rest stayed."]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert told('"We won." He left.') == ['"We won."', "He left."]


def test_speech_that_goes_on_after_a_question_is_one_sentence() -> None:
    assert told('"Who did it?" asked the mayor. Nobody knew.') == ['"Who did it?" asked the mayor.', "Nobody knew."]


@pytest.mark.parametrize("abbreviated", ["no. 5", "Oct. 3", "approx. 20"])
def test_an_abbreviation_before_a_number_ends_no_sentence(abbreviated: str) -> None:
    assert len(told(f"It was {abbreviated} on the list.")) == 1


def test_the_word_no_ends_a_sentence() -> None:
    assert told("He said no. She agreed.") == ["He said no.", "She agreed."]


def test_an_empty_line_ends_a_sentence_and_a_paragraph() -> None:
    text = "VILLAGE TAKEN\n\nThe army said so\n \nand left"
    assert len(sentences(text)) == 3
    assert [text[s:e] for s, e in paragraphs(text)] == ["VILLAGE TAKEN", "The army said so", "and left"]


def test_a_text_without_empty_lines_has_its_lines_as_paragraphs() -> None:
    assert paragraphs("one\r\ntwo") == (Span(0, 3), Span(5, 8))


@given(st.text())
def test_sentences_paragraphs_words_and_lines_stay_inside_and_in_order(text: str) -> None:
    for found in (sentences(text), paragraphs(text), words(text), lines(text)):
        previous = 0
        for start, end in found:
            assert previous <= start <= end <= len(text)
            previous = end


@given(st.text())
def test_sentences_hold_every_character_that_is_no_white_space(text: str) -> None:
    held = "".join(text[s:e] for s, e in sentences(text))
    assert "".join(held.split()) == "".join(text.split())


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_what_is_printed_steers_no_terminal(text: str) -> None:
    shown = printable(text)
    assert not any(c in shown for c in "\x1b\x9b\x07\x00\u202e\u2066")
    shown.encode("utf-8")


def test_folding_forgets_case_accents_and_invisible_characters() -> None:
    assert fold("Łódź’s Zoë\u200b") == "lodz's zoe"


@pytest.mark.parametrize("torture", ["." * 400_000, ". " * 200_000, '"' * 400_000, "a\n" * 200_000, "\n" * 400_000])
def test_splitting_is_linear(torture: str) -> None:
    began = time.process_time()
    sentences(torture)
    paragraphs(torture)
    assert time.process_time() - began < 10


def test_spans_know_trimming_covering_and_slicing() -> None:
    text = ' "yes" and  no '
    assert trim(text, Span(0, 7), also='"') == Span(2, 5)
    assert cover([Span(8, 11), Span(2, 5)]) == Span(2, 11)
    assert slices(text, [Span(2, 5), Span(7, 15)]) == "yes … and no"
    assert Span(2, 5).within(Span(0, 7))
    assert Span(2, 5).overlap(Span(4, 9)) == 1


def test_lines_that_end_in_cr_lf_are_wrapped_lines_and_no_paragraphs() -> None:
    text = "The minister said\r\nthat he would go.\r\n\r\nHe went."
    assert [text[a:b] for a, b in paragraphs(text)] == ["The minister said\r\nthat he would go.", "He went."]
    assert [text[a:b] for a, b in sentences(text)] == ["The minister said\r\nthat he would go.", "He went."]
