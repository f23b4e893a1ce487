from hypothesis import given
from hypothesis import strategies as st

from claims.language import dates
from claims.language.tokens import Run, tokens, words
from claims.text import Span

_PIECES = ["1", "12", ",", ".", "'", "’", "a", "Bell", "½", "²", "é", " ", "\n", "-", "_", "٣"]


@given(st.lists(st.sampled_from(_PIECES), min_size=1).map("".join), st.data())
def test_a_part_has_the_tokens_it_would_have_by_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [(t.word, t.start + start, t.end + start) for t in tokens(text[start:end])]
    if end - start < len(text):
        assert tokens(text, Span(start, end)) == alone


def test_a_run_knows_its_words() -> None:
    run = Run(tokens("The dam, the Dam"))
    assert run.words == words(list(run)) == {"the", "dam", ","}
    assert Run().words == frozenset()


_DATED = "On on Monday March May 11 2004 last week in In 2016 3 days ago today's tonıght - , . ’ the night".split()


@given(st.lists(st.sampled_from(_DATED)).map(" ".join))
def test_a_day_is_found_only_where_the_words_allow_for_one(text: str) -> None:
    assert dates.may_be_named(words(tokens(text))) or not dates.spans(text)
