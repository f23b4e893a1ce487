"""Whether there is a claim at all, and confidence as a share of claims that are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.attribution import certainty, evidence
from claims.attribution.copytext import prepare
from claims.attribution.evidence import traits
from claims.attribution.found import Found
from claims.attribution.speakers.scene import Speaker
from claims.records import SourceKind
from claims.text import Span
from tests.attribution.claims_of import claims_of

_SHARE = st.floats(0, 1)


def _found(body: str, source: str, cue: str, content: str, **known: object) -> dict[str, float]:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(body.index(words), body.index(words) + len(words)),)

    one = Found(at(source), at(cue), at(content), **{"frame": "tagged", "tagged": 0.7, **known})  # type: ignore[arg-type]
    speaker = Speaker(source, SourceKind.PERSON, 0.9)
    return dict(traits(prepare(body), one, one.content, speaker))


@given(_SHARE, _SHARE)
def test_what_is_more_probable_is_never_less_sure(one: float, other: float) -> None:
    assert certainty.stretched(min(one, other)) <= certainty.stretched(max(one, other))
    assert 0 <= certainty.stretched(one) <= 1


def test_a_word_of_saying_makes_a_claim_likelier_than_an_act() -> None:
    said = _found("Lapin said the pipes were sound.", "Lapin", "said", "the pipes were sound")
    did = _found("Lapin oversaw the pipes were sound.", "Lapin", "oversaw", "the pipes were sound")
    assert certainty.likelihood(said) > certainty.likelihood(did)


def test_a_surer_tagger_makes_a_claim_surer() -> None:
    body = "Lapin said the pipes were sound."
    known = [_found(body, "Lapin", "said", "the pipes were sound", tagged=sure) for sure in (0.3, 0.6, 0.9)]
    likely = [certainty.likelihood(one) for one in known]
    assert likely == sorted(likely)
    assert [certainty.certainty(one, 0.9) for one in known] == sorted(certainty.certainty(one, 0.9) for one in known)


def test_rules_that_see_the_same_content_make_a_claim_surer() -> None:
    body = "Lapin said the pipes were sound."
    alone = _found(body, "Lapin", "said", "the pipes were sound")
    agreed = _found(body, "Lapin", "said", "the pipes were sound", frame="clause", agreed=True)
    assert certainty.likelihood(agreed) > certainty.likelihood(alone)


def test_a_silence_is_marked_as_one() -> None:
    body = "The company declined to comment on the fire."
    assert "silence" in _found(body, "The company", "declined", "to comment on the fire")
    assert "silence" not in _found("Lapin said it burned.", "Lapin", "said", "it burned")


def test_unquoted_acts_need_more_than_quoted_words_and_what_rules_confirm() -> None:
    act = _found("The club oversaw the works.", "The club", "oversaw", "the works")
    below = certainty.FLOOR_UNCONFIRMED - 0.01
    assert not certainty.is_given_out(act, below, 0.9)
    assert certainty.is_given_out(act, certainty.FLOOR_UNCONFIRMED, 0.9)
    for name in ("not quoted", "frame tagged"):
        assert certainty.is_given_out({key: value for key, value in act.items() if key != name}, below, 0.9)
    assert not certainty.is_given_out({}, certainty.FLOOR - 0.01, 0.9)


def test_unquoted_words_that_are_hardly_right_are_not_given_out() -> None:
    said = _found("Lapin said the pipes were sound.", "Lapin", "said", "the pipes were sound")
    assert not certainty.is_given_out(said, 0.99, certainty.FLOOR_SURE - 0.01)
    assert certainty.is_given_out(said, 0.99, certainty.FLOOR_SURE)


@pytest.mark.parametrize(
    ("words", "head"),
    [(["said"], 0), (["has", "repeatedly", "said"], 2), (["will", "not"], 1), (["according", "to"], 0), (["'s"], 0)],
)
def test_the_head_of_a_cue_is_what_is_done(words: list[str], head: int) -> None:
    assert evidence.cue_head(words) == head


def test_how_often_words_are_cues_is_learnt() -> None:
    rates = evidence.rates()
    assert rates["say"] > rates["list"]
    assert "the" not in rates


def test_every_weight_is_of_a_trait_by_name() -> None:
    weights = certainty.weights()
    assert set(weights) == {"claim", "right"}
    assert all(isinstance(weight, float) for table in weights.values() for weight in table.values())


def test_plain_speech_is_given_out_for_sure() -> None:
    (one,) = claims_of('"The bridge is safe," Mayor Ann Tarn told reporters on Monday.')
    assert one.confidence >= 0.8


@pytest.mark.parametrize(
    "body",
    [
        "The agency is conducting a review of the rules for ferries.",
        "The harbour board has raised its fees to 12 crowns.",
        "After the storm it seemed like a fresh start for the port.",
    ],
)
def test_acts_and_seemings_are_no_claims(body: str) -> None:
    assert claims_of(body) == ()


def test_a_denial_is_less_sure_than_a_plain_claim_for_its_polarity_may_be_wrong() -> None:
    plain, negative = certainty.of_whole(0.95, negative=False), certainty.of_whole(0.95, negative=True)
    assert plain == 0.95
    assert 0.7 < negative < 0.9
