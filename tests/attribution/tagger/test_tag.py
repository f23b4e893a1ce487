"""What the tagger finds, on sentences of wire copy."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution.tagger import Tagged, tag
from claims.text import Span


def only(text: str) -> tuple[str, str, str]:
    """Source, cue and content of the one attribution of a text."""
    found = tag(text)
    assert len(found) == 1, shown(text, found)
    return shown(text, found)[0]


def shown(text: str, found: tuple[Tagged, ...]) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [(words(x.source), words(x.cue), words(x.content)) for x in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The governor said that two bridges had been closed.",
            "The governor",
            "said",
            "that two bridges had been closed",
        ),
        (
            "Two bridges had been closed, the governor said.",
            "the governor",
            "said",
            "Two bridges had been closed",
        ),
        (
            "According to the coast guard, the ferry sank in ten minutes off the port.",
            "the coast guard",
            "According to",
            "the ferry sank in ten minutes off the port",
        ),
        (
            "The ferry sank within minutes, according to the coast guard.",
            "the coast guard",
            "according to",
            "The ferry sank within minutes",
        ),
        (
            "The army denied any role in the explosion.",
            "The army",
            "denied",
            "any role in the explosion",
        ),
        (
            "RIA reported that the minister told lawmakers that the plant was safe.",
            "RIA",
            "reported",
            "that the minister told lawmakers that the plant was safe",
        ),
        (
            "Interfax quoted the governor as saying that two drones had been shot down.",
            "Interfax",
            "quoted",
            "the governor as saying that two drones had been shot down",
        ),
        (
            "Rescuers put the toll at 19.",
            "Rescuers",
            "put",
            "the toll at 19",
        ),
        (
            "The ministry: no comment.",
            "The ministry",
            ":",
            "no comment",
        ),
        (
            "LIMA, May 4 (Northwire) - 'We are ready,' the general said.",
            "the general",
            "said",
            "'We are ready,'",
        ),
        (
            '"We saw smoke over the port," said a fisherman.',
            "a fisherman",
            "said",
            '"We saw smoke over the port,"',
        ),
    ],
)
def test_source_cue_and_content_of_a_plain_sentence(text: str, source: str, cue: str, content: str) -> None:
    assert only(text) == (source, cue, content)


def test_who_was_told_is_not_who_said_it() -> None:
    source, _, content = only("A spokesman for the mayor told Northwire that the market would reopen on Monday.")
    assert "mayor" in source
    assert "Northwire" not in source
    assert content.endswith("the market would reopen on Monday")


def test_a_broken_quotation_is_one_content_of_two_pieces() -> None:
    text = '"We will rebuild the bridge," the minister said, "before the winter."'
    (found,) = tag(text)
    assert shown(text, (found,))[0][0] == "the minister"
    assert [text[a:b].strip('"') for a, b in found.content] == ["We will rebuild the bridge,", "before the winter."]


@pytest.mark.parametrize("marks", ["“”", "''''", "``''", "«»"])
def test_any_kind_of_quotation_mark_is_read(marks: str) -> None:
    half = len(marks) // 2
    text = f"{marks[:half]}The toll will rise,{marks[half:]} the mayor told reporters."
    source, _, content = only(text)
    assert source == "the mayor"
    assert "The toll will rise" in content


def test_a_quotation_over_two_paragraphs_keeps_its_speaker() -> None:
    text = (
        '"We heard two explosions," said Maria Koss, a teacher at the school. "Then the lights went out.\n\n'
        '"Nobody came to help us until the morning."'
    )
    found = [x for x in tag(text) if any(text[a:b].find("Nobody came") >= 0 for a, b in x.content)]
    assert len(found) == 1
    assert "Koss" in shown(text, tuple(found))[0][0]


def test_the_dateline_and_the_agency_are_no_part_of_the_speaker() -> None:
    text = "GENEVA (Northwire) - The health agency said on Tuesday that 12 people had died of the fever."
    source, _, content = only(text)
    assert source == "The health agency"
    assert "12 people had died" in content


@pytest.mark.parametrize(
    "text",
    [
        "He said this while visiting the plant.",
        "The self-proclaimed head of the region left the city on Monday.",
        "By Anna Berg",
    ],
)
def test_what_only_looks_like_an_attribution_is_none(text: str) -> None:
    assert tag(text) == ()


def test_narrative_without_a_source_has_no_attribution() -> None:
    assert tag("The train left the station at noon and reached the coast two hours later.") == ()


def test_a_part_of_the_text_can_be_read_alone_for_what_is_nested_in_it() -> None:
    text = "RIA reported that the minister told lawmakers that the plant was safe."
    start = text.index("the minister")
    inner = tag(text, [Span(start, len(text))])
    assert shown(text, inner)[0][0] == "the minister"
    assert all(span.start >= start for x in inner for span in (*x.source, *x.cue, *x.content))


@pytest.mark.parametrize("text", ["", " \n\n ", "\ud800", "\x00", "''", '"' * 500, "¶", "'" * 501, "“" * 100 + "a"])
def test_odd_texts_are_read_without_a_fault(text: str) -> None:
    assert isinstance(tag(text), tuple)


alphabet = st.sampled_from(
    [*"abcXYZ \n\t.,:;-—'\"“”‘’«»`$%0123456789éßЖ字🙂\u200b\u2028\r\x0c", "said ", "told ", "\n\n"]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(alphabet, max_size=120).map("".join)))
def test_spans_lie_in_the_text_and_hold_something_whatever_the_text(text: str) -> None:
    for found in tag(text):
        assert found.content
        assert 0 <= found.confidence <= 1
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert tag(text) == tag(text)


def test_a_paragraph_of_hundred_thousand_characters_takes_linear_time() -> None:
    sentence = 'The mayor said that the "old" bridge was closed. '
    times = []
    for size in (50_000, 200_000):
        start = time.process_time()
        assert tag(sentence * (size // len(sentence)))
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2
