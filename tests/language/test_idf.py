from hypothesis import given
from hypothesis import strategies as st

from claims.language import idf


def test_the_words_of_a_text_are_stems_without_stop_words_agencies_and_numbers() -> None:
    text = "Reuters reported on Friday that the gunmen were killing 12 people, the Associated Press said."
    assert idf.words(text) == ["gunman", "kil", "peopl"]


def test_a_common_word_weighs_less_than_a_rare_one_and_an_unknown_one_weighs_most() -> None:
    common, rare, unknown = (idf.weight(idf.words(word)[0]) for word in ("company", "earthquake", "zzyzxian"))
    assert common < rare < unknown


def test_trigrams_know_where_a_word_begins_and_ends() -> None:
    assert idf.trigrams("Kyiv fell") == [" ky", "kyi", "yiv", "iv ", " fe", "fel", "ell", "ll "]


def test_a_frequent_trigram_weighs_less_than_one_never_seen() -> None:
    assert idf.trigram_weight("ing") < idf.trigram_weight("qzx")


def test_the_table_names_its_version() -> None:
    assert idf.version().startswith("sentences-")


@given(st.text())
def test_any_text_has_words_and_trigrams(text: str) -> None:
    assert all(idf.weight(word) >= 0 for word in idf.words(text))
    assert all(len(piece) == 3 for piece in idf.trigrams(text))
