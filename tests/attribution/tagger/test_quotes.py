"""Which words count as quoted."""

import pytest

from claims.attribution.tagger import quotes, words


def quoted(text: str) -> str:
    """The words inside double or single marks."""
    found = words.split(text, [(0, len(text))])
    touch = [
        (i > 0 and found.start[i] == found.end[i - 1], i + 1 < len(found.start) and found.start[i + 1] == found.end[i])
        for i in range(len(found.strings))
    ]
    double, single, _ = quotes.states(found.strings, [(bool(a), bool(b)) for a, b in touch])
    inner = (quotes.IN,)
    return " ".join(w for w, d, s in zip(found.strings, double, single, strict=True) if d in inner or s in inner)


@pytest.mark.parametrize(
    "text",
    [
        '"The dam holds", she said.',
        "“The dam holds”, she said.",
        "''The dam holds'', she said.",
        "``The dam holds'', she said.",
        "«The dam holds», she said.",
        "'The dam holds', she said.",
        "‘The dam holds’, she said.",
    ],
)
def test_every_kind_of_mark_opens_and_closes_a_quotation(text: str) -> None:
    assert quoted(text) == "The dam holds"


def test_an_apostrophe_opens_nothing() -> None:
    assert quoted("The ministers' plan isn't the mayor's, officials' aides said") == ""


def test_a_quotation_without_an_end_holds_to_the_end_of_the_paragraph() -> None:
    assert quoted('He said: "The dam holds') == "The dam holds"


def test_an_open_quotation_is_reported() -> None:
    _, _, left_open = quotes.states(['"', "Yes"], [(False, True), (True, False)])
    assert left_open


def test_two_quotations_leave_the_words_between_outside() -> None:
    assert quoted('"The dam," she said, "holds."') == "The dam , holds ."
