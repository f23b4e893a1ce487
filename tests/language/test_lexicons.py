import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language import antonyms, denial, hedges, lexicon
from claims.language.tokens import tokens


@pytest.mark.parametrize(
    "cue", ["denied", "has rejected", "dismissed", "ruled out", "casts doubt on", "has never accepted", "brushed aside"]
)
def test_a_cue_that_denies_is_known(cue: str) -> None:
    assert denial.denies(tokens(cue))


@pytest.mark.parametrize("cue", ["said", "did not deny", "could not rule out", "never denied", "confirmed"])
def test_a_cue_that_does_not_deny_is_not_taken_for_one(cue: str) -> None:
    assert not denial.denies(tokens(cue))


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("it had not fired", True),
        ("they hadn’t fired", True),
        ("neither side fired", True),
        ("nobody fired", True),
        ("not only the roof burned", False),
        ("no doubt the roof burned", False),
        ("the roof burned", False),
    ],
)
def test_negations_are_told_from_what_looks_like_them(text: str, negated: bool) -> None:
    assert denial.negated(text) is negated


def test_a_negation_bears_on_its_own_clause() -> None:
    words = tokens("it had not fired on the town, but it had shelled the port")
    first, last = denial.scope(words, denial.negations(words)[0])
    assert [token.word for token in words[first:last]] == ["fired", "on", "the", "town"]


def test_verdicts_flat_denials_and_wishes_are_known() -> None:
    assert denial.calls_untrue(tokens("it is a lie"))
    assert denial.flatly_denies(tokens("we had nothing to do with it"))
    assert hedges.wishes(tokens("has called for"))
    assert not hedges.wishes(tokens("said"))


def test_hedges_conditions_and_frames_of_responsibility_are_known() -> None:
    assert hedges.hedged(tokens("the figure could not be verified"))
    assert hedges.conditional(tokens("unless the rain stops"))
    assert hedges.responsibility(tokens("the rebels were behind the attack"))


def test_antonyms_hold_both_ways_and_by_stem() -> None:
    assert antonyms.opposed("guilty", "innocent")
    assert antonyms.opposed("innocent", "guilty")
    assert antonyms.opposed("accepted", "rejects")
    assert not antonyms.opposed("guilty", "green")


def test_a_gap_in_a_phrase_stands_for_up_to_three_words() -> None:
    phrases = lexicon.Phrases(["denounced _ as false"])
    assert phrases.among(tokens("denounced the whole report as false"))
    assert not phrases.among(tokens("denounced the whole of the report as false"))


@given(st.text())
def test_every_lexicon_takes_any_text(text: str) -> None:
    words = tokens(text)
    for reader in (
        denial.denies,
        denial.calls_untrue,
        denial.flatly_denies,
        hedges.hedged,
        hedges.wishes,
        hedges.happening,
    ):
        assert reader(words) in (True, False)
    assert all(0 <= at < len(words) for at in denial.negations(words))


@pytest.mark.parametrize(
    "text", ["it happened in May and again in June", "the boat could not go closer", "the suspect fled"]
)
def test_what_only_looks_like_a_hedge_is_none(text: str) -> None:
    assert not hedges.hedged(tokens(text))


@pytest.mark.parametrize("text", ["the dam may have burst", "the toll could rise", "it appears to be over"])
def test_a_hedge_is_one(text: str) -> None:
    assert hedges.hedged(tokens(text))
