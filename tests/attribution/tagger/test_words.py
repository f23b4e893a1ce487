"""Words and where they stand."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.attribution.tagger import words


def strings(text: str) -> list[str]:
    return words.split(text, [(0, len(text))]).strings


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert strings("Lapin's aide") == ["Lapin", "'s", "aide"]


def test_a_figure_is_one_word() -> None:
    assert strings("some 1,200.5 people, 14m") == ["some", "1,200.5", "people", ",", "14m"]


def test_typewriter_quotation_marks_are_one_word_each() -> None:
    assert strings("``No,'' he said") == ["``", "No", ",", "''", "he", "said"]


def test_paragraphs_keep_their_words_apart() -> None:
    text = "One two.\n\nThree."
    found = words.split(text, [(0, 8), (10, 16)])
    assert found.first.tolist() == [0, 3, 5]


@given(st.text(max_size=80))
def test_words_are_slices_of_the_text_in_order_and_leave_out_white_space_only(text: str) -> None:
    found = words.split(text, [(0, len(text))])
    places = list(zip(found.start.tolist(), found.end.tolist(), strict=True))
    assert [text[a:b] for a, b in places] == found.strings
    assert "".join(found.strings) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(places))
