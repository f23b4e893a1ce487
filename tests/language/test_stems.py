import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "attack attacks attacked attacking",
        "deny denies denied denying",
        "fire fires fired firing",
        "kill kills killed killing",
        "ship ships shipped shipping",
        "man men men's",
        "shoot shoots shot",
        "family families",
        "bus buses",
        "Minister ministers minister's",
        "supply supplies supplied",
    ],
)
def test_the_forms_of_a_word_share_their_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("bring", "brine"), ("king", "keen"), ("need", "nee"), ("family", "famous")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text())
def test_any_string_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)
