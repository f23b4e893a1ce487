"""No text makes it crash, no text makes it slow, every span lies in the body."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution import bare, extract
from claims.records import Story
from claims.text import Span

_PIECES = st.sampled_from(
    ["said", " told Interfax ", "“", "”", '"', "'", ", ", ". ", "\n\n", "Igor Lapin", " he ", " that ", " the ministry",
     " according to ", " citing ", " quoted X as saying ", ": ", "-", "12 ", " denied ", "(", ")", "Ünïted", "政府",
     "\x00"]
)  # fmt: skip


def check(body: str) -> None:
    for passage in extract(Story(body=body)):
        assert passage.chain
        for link in passage.chain:
            for start, end in (*link.source, *link.cue, *link.content, *passage.content):
                assert 0 <= start < end <= len(body)
        assert 0 <= passage.confidence <= 1


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash(body: str) -> None:
    check(body)


@settings(deadline=None, max_examples=150)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_mixture_of_cues_names_and_marks_is_read_without_a_crash(body: str) -> None:
    check(body)


@settings(deadline=None, max_examples=60)
@given(st.lists(_PIECES, max_size=20).map("".join), st.integers(0, 60), st.integers(0, 60))
def test_nothing_is_claimed_in_what_is_no_copy(body: str, one: int, other: int) -> None:
    gap = Span(*sorted((min(one, len(body)), min(other, len(body)))))
    for passage in extract(Story(body=body, skip=(gap,) if gap.start < gap.end else ())):
        assert all(span.overlap(gap) == 0 for span in passage.content)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_a_bare_text_is_one_claim(text: str) -> None:
    assert bare(text).chain


def test_a_pronoun_is_not_looked_up_by_another_pronoun_without_end() -> None:
    check("Rossi and Lind argued. Both have voted for the bridge. Both said the toll must fall.")


@pytest.mark.parametrize("source", ["*", "<A>", "%", "—", "the", "'s"])
def test_a_source_without_a_word_is_no_body_that_a_description_goes_back_to(source: str) -> None:
    check(f"{source} said the road was open. The company said the road was shut.")


@pytest.mark.parametrize(
    "piece", ["said, ", '"', "'a ", "Igor Lapin ", "Police: no. ", "according to the Interfax ", '"A," he said. ']
)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    def seconds(size: int) -> float:
        body = piece * (size // len(piece))
        started = time.process_time()
        extract(Story(body=body))
        return time.process_time() - started

    seconds(2_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.02)


def test_a_text_without_a_cue_is_a_claim_without_a_claimant() -> None:
    passage = bare("The dam broke at noon.")
    assert passage.claimant == ""
    assert passage.text == "The dam broke at noon."


def test_a_bare_text_with_a_given_claimant_is_his() -> None:
    assert bare("The dam broke at noon.", claimant="Igor Lapin").claimant == "Igor Lapin"


def test_a_story_that_cannot_be_read_has_no_claims() -> None:
    assert extract(Story(body="The mayor said the dam broke.", extractable=False)) == ()
