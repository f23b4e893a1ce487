"""Contents do not stop within a phrase."""

import numpy as np

from claims.attribution.tagger import ends, features, labels, words
from claims.attribution.tagger.links import Linked

TEXT = "The club said the match was played at the old ground by the river. The fans went home."


def content(text: str, last: str, *, labelled: dict[str, int] | None = None) -> str:
    """What a content from "the match" to the word `last` becomes."""
    found = words.split(text, [(0, len(text))])
    seen = features.extract(found, {})
    start, end = found.strings.index("match") - 1, found.strings.index(last) + 1
    marks = np.full(len(found.strings), labels.OTHER, dtype=np.int32)
    for word, label in (labelled or {}).items():
        marks[found.strings.index(word)] = label
    (piece,) = ends.completed(Linked([(0, 2)], [(2, 3)], [(start, end)]), marks, found, seen).content
    return text[found.start[piece[0]] : found.end[piece[1] - 1]]


def test_a_content_that_stops_behind_a_preposition_goes_on_to_the_end_of_the_phrase() -> None:
    assert content(TEXT, "at") == "the match was played at the old ground by the river"


def test_a_content_that_ends_with_its_sentence_stays() -> None:
    assert content(TEXT, "river") == "the match was played at the old ground by the river"


def test_a_content_never_goes_on_into_another_attribution() -> None:
    assert content(TEXT, "at", labelled={"ground": labels.begin(labels.CUE)}) == "the match was played at"


def test_a_content_never_goes_on_beyond_its_sentence() -> None:
    text = "The club said the match was played of. The fans went home."
    assert content(text, "of") == "the match was played of"


def test_the_full_stop_of_an_abbreviation_ends_no_content() -> None:
    text = "The club said the match was played behind the Oct. 9 storm, a rainy day."
    assert content(text, "Oct") == "the match was played behind the Oct. 9 storm"
