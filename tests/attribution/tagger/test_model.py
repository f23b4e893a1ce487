"""The model file and the network."""

from pathlib import Path

import numpy as np
import pytest

from claims.attribution.tagger import decode, features, labels, model, network, words
from claims.text import paragraphs

STORY = 'The mayor said the bridge was closed.\n\n"It is old," she told Halden News.\n\nNobody was hurt.'


def seen(text: str) -> tuple[words.Words, features.Features]:
    found = words.split(text, paragraphs(text))
    return found, features.extract(found, model.shipped().vocabulary)


def test_the_model_file_is_small() -> None:
    assert model.PATH.stat().st_size < 5_000_000


def test_what_is_written_is_read_again_and_the_same_bytes_come_out(tmp_path: Path) -> None:
    shipped = model.shipped()
    model.write(tmp_path / "a.npz", shipped)
    again = model.read(tmp_path / "a.npz")
    model.write(tmp_path / "b.npz", again)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    assert again.vocabulary == shipped.vocabulary
    assert np.allclose(again.network.tables[0], shipped.network.tables[0], atol=0.02)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "old.npz", format=np.array(0))
    with pytest.raises(ValueError, match="another format"):
        model.read(tmp_path / "old.npz")


def test_log_probabilities_add_up_to_one_for_each_word() -> None:
    found, inputs = seen(STORY)
    scores = network.log_probabilities(model.shipped().network, inputs)
    assert scores.shape == (len(found.strings), labels.COUNT)
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-4)


def test_where_a_stretch_ends_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _, inputs = seen("\n\n".join([STORY] * 20))
    whole = network.log_probabilities(model.shipped().network, inputs)
    monkeypatch.setattr(network, "STRETCH", 37)
    monkeypatch.setattr(network, "TILE", 5)
    assert np.allclose(network.log_probabilities(model.shipped().network, inputs), whole, atol=1e-3)


def test_decoding_never_begins_a_piece_inside() -> None:
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(300, labels.COUNT)).astype(np.float32)
    first = np.array([0, 0, 40, 41, 300], dtype=np.int32)
    found = decode.best(scores, first).tolist()
    for i, label in enumerate(found):
        if label and label % 2 == 0:
            assert i not in first
            assert found[i - 1] in (label, label - 1)


def test_decoding_stretch_by_stretch_finds_what_decoding_whole_paragraphs_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng = np.random.default_rng(3)
    scores = rng.normal(size=(600, labels.COUNT)).astype(np.float32) * 3
    first = np.array([0, 7, 7, 60, 61, 400, 600, 600], dtype=np.int32)
    monkeypatch.setattr(decode, "REACH", 600)
    whole = decode.best(scores, first).tolist()
    for reach in (1, 2, 5, 20):
        monkeypatch.setattr(decode, "REACH", reach)
        assert decode.best(scores, first).tolist() == whole


def test_decoding_finds_the_best_of_all_sequences() -> None:
    rng = np.random.default_rng(2)
    scores = rng.normal(size=(3, labels.COUNT)).astype(np.float32)
    start = np.zeros(labels.COUNT) + [0 if i % 2 or not i else float(decode.NEVER) for i in range(labels.COUNT)]
    step = np.full((labels.COUNT, labels.COUNT), float(decode.NEVER))
    for before in range(labels.COUNT):
        for label in range(labels.COUNT):
            if label % 2 or label == labels.OTHER or before in (label, label - 1):
                step[before, label] = 0
    table = (scores[0] + start)[:, None, None] + step[:, :, None] + step[None]
    table = table + scores[1][None, :, None] + scores[2][None, None, :]
    best = np.unravel_index(int(table.argmax()), table.shape)
    assert decode.best(scores, np.array([0, 3], dtype=np.int32)).tolist() == [int(x) for x in best]


def test_every_word_has_a_sentence_and_abbreviations_end_none() -> None:
    found, inputs = seen("Sen. Jane Poe spoke. “It is over.” She left.")
    firsts = [
        found.strings[int(np.flatnonzero(inputs.sentence == n)[0])] for n in range(int(inputs.sentence.max()) + 1)
    ]
    assert firsts == ["Sen", "“", "She"]
