from __future__ import annotations

import pytest

from claims.text import paragraphs
from claims.wire.credits import Credits, find

STORY = "The harbour was closed on Monday, its master said.\n\nShips waited outside.\n\n" * 4


def credits_of(last: str) -> tuple[Credits, str]:
    body = STORY + last
    return find(body, paragraphs(body)), body


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(Reporting by Ann Lee in Oslo; Editing by Bo Dahl)", ()),
        ("Reporting by Ann Lee; Editing by Bo Dahl", ()),
        ("Associated Press writers Ann Lee and Bo Dahl contributed to this report.", ("AP",)),
        ("With files from The Canadian Press", ("CP",)),
        ("(With inputs from PTI)", ("PTI",)),
        ("Copyright 2024 The Associated Press. All rights reserved.", ("AP",)),
        ("Source: AFP", ("AFP",)),
        ("AFP", ("AFP",)),
        ("AP/AFP", ("AP", "AFP")),
        ("— Reuters", ("Reuters",)),
        ("prm-sr/jah", ()),
        ("dpa al rmo hct rmo", ()),
        ("Lee reported from Oslo.", ()),
    ],
)
def test_a_credit_line_is_no_copy_and_its_agencies_are_named(line: str, agencies: tuple[str, ...]) -> None:
    found, body = credits_of(line)
    assert [body[a:b] for a, b in found.spans] == [line]
    assert found.agencies == agencies


def test_a_closing_sentence_that_only_credits_is_cut_from_its_paragraph() -> None:
    found, body = credits_of("The port will open again. News from BBC, AFP and Reuters.")
    assert [body[a:b] for a, b in found.spans] == ["News from BBC, AFP and Reuters."]
    assert found.agencies == ("BBC", "AFP", "Reuters")


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by the commission found that five ships had left.",
        "Reuters said it had seen the letter.",
        "He was editing by hand.",
        "Iran",
    ],
)
def test_a_sentence_of_the_story_is_no_credit(line: str) -> None:
    assert credits_of(line)[0].spans == ()


def test_a_sign_off_is_no_part_of_the_credit_line() -> None:
    found, _ = credits_of("Source: AFP\n\nprm-sr/jah")
    assert found.line == "Source: AFP"
    assert len(found.spans) == 2
