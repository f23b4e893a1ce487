"""Reading attributions off labels."""

import numpy as np

from claims.attribution.tagger import features, labels, links, words


def link(
    painting: list[int], sentences: list[int] | None = None, likely: list[float] | None = None
) -> list[links.Linked]:
    """Links of a labelled text of one sentence, or of these."""
    size = len(painting)
    return links.link(
        painting,
        np.array(sentences or [0] * size, dtype=np.int32),
        np.array(likely or [0.0] * size, dtype=np.float32),
    )


def painted(*runs: tuple[int | None, int]) -> list[int]:
    """Labels for runs of (kind or None, number of words)."""
    out: list[int] = []
    for kind, size in runs:
        if kind is None:
            out += [labels.OTHER] * size
        else:
            out += [labels.begin(kind)] + [labels.inside(kind)] * (size - 1)
    return out


def test_a_piece_belongs_to_the_nearest_cue_in_its_direction() -> None:
    found = link(
        painted(
            (labels.SOURCE_RIGHT, 1),
            (labels.CUE, 1),
            (labels.CONTENT_LEFT, 3),
            (labels.CONTENT_RIGHT, 2),
            (labels.CUE, 1),
        )
    )
    assert [(x.source, x.cue, x.content) for x in found] == [
        ([(0, 1)], [(1, 2)], [(2, 5)]),
        ([(0, 1)], [(7, 8)], [(5, 7)]),
    ]


def test_a_cue_without_a_source_stays_without() -> None:
    found = link(painted((labels.BARE_CUE, 1), (labels.CONTENT_LEFT, 3)))
    assert found[0].source == []


def test_a_cue_whose_source_is_shared_takes_the_one_before() -> None:
    found = link(
        painted(
            (labels.SOURCE_RIGHT, 2),
            (labels.CUE, 1),
            (labels.CONTENT_LEFT, 3),
            (labels.CUE, 1),
            (labels.CONTENT_LEFT, 2),
        )
    )
    assert [x.source for x in found] == [[(0, 2)], [(0, 2)]]


def test_a_cue_without_content_is_no_attribution() -> None:
    assert link(painted((labels.SOURCE_RIGHT, 1), (labels.CUE, 1), (None, 4))) == []


def test_content_without_a_cue_is_no_attribution() -> None:
    assert link(painted((None, 1), (labels.CONTENT_LEFT, 3))) == []


def test_a_source_of_another_sentence_is_not_shared() -> None:
    runs = painted((labels.SOURCE_RIGHT, 1), (labels.CUE, 1), (labels.CONTENT_LEFT, 2), (labels.CUE, 1))
    runs += painted((labels.CONTENT_LEFT, 2))
    assert [x.source for x in link(runs, [0, 0, 0, 0, 1, 1, 1])] == [[(0, 1)], []]


def test_a_faint_source_of_the_same_sentence_is_taken_where_none_is_labelled() -> None:
    runs = painted((None, 3), (labels.CUE, 1), (labels.CONTENT_LEFT, 2))
    assert link(runs, None, [0.0, 0.3, 0.4, 0.0, 0.0, 0.0])[0].source == [(1, 3)]


def test_the_guard_drops_an_unquoted_sentence_without_a_cue_and_keeps_a_quoted_one() -> None:
    text = 'He said it fell. Nobody was hurt. "We ran."'
    found = words.split(text, [(0, len(text))])
    seen = features.extract(found, {})
    whole = [links.Linked(source=[(0, 1)], cue=[(1, 2)], content=[(2, 4), (5, 8), (9, 14)])]
    assert links.guard(whole, seen)[0].content == [(2, 4), (9, 14)]


def test_an_inner_label_without_a_beginning_begins_a_piece() -> None:
    assert labels.pieces([0, labels.inside(labels.CUE), 0]) == [(labels.CUE, 1, 2)]
