"""A source in several pieces keeps those that name the claimant."""

from __future__ import annotations

import pytest

from claims.attribution import pieces
from claims.attribution.copytext import prepare
from claims.attribution.found import Found
from claims.text import Span, Spans


def _spans(text: str, *words: str) -> Spans:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


@pytest.mark.parametrize(
    ("text", "source", "name", "kept"),
    [
        ("Lena was late. The bridge fell, Ann Hay said.", ("Lena", "Ann Hay"), "Ann Hay", ["Ann Hay"]),
        ("Two weeks on, officials met, and Mr Hay said it fell.", ("Two", "Mr Hay"), "Ann Hay", ["Mr Hay"]),
        ("Professor Hay was late and he said it fell.", ("Professor", "he"), "Ann Hay", ["he"]),
        (
            "An aide, who would not be named, said it fell.",
            ("An aide", "who would"),
            "An aide",
            ["An aide", "who would"],
        ),
    ],
)
def test_pieces_that_name_somebody_else_are_left_out(
    text: str, source: tuple[str, ...], name: str, kept: list[str]
) -> None:
    one = Found(_spans(text, *source), _spans(text, "said"), _spans(text, "fell"))
    assert [text[a:b] for a, b in pieces.of_speaker(prepare(text), one, name)] == kept
