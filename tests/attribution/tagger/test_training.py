"""From annotated spans to labels and back; and where the desk corpus's claims stand in their stories."""

import json
import random
from pathlib import Path

import numpy as np

from claims.attribution.tagger import features, links, words
from training import drills
from training.calibrate import Judged, agreement, fit
from training.corpora import Gold, read_annotations
from training.desk import placed
from training.examples import UNKNOWN, example
from training.labelling import label

TEXT = '"It fell," the driver told AFP. "Nobody was hurt." Police said so too and added that the road was open.'


def span(part: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def link(labelled: list[int]) -> list[links.Linked]:
    size = len(labelled)
    return links.link(labelled, np.array([0] * size, dtype=np.int32), np.zeros(size, dtype=np.float32))


GOLD = [
    Gold([span("the driver")], [span("told")], [span('"It fell,"'), span('"Nobody was hurt."')]),
    Gold([span("Police")], [span("said")], [span("so too")]),
    Gold([span("Police")], [span("added")], [span("that the road was open")]),
]


def test_labels_lead_back_to_what_was_annotated() -> None:
    found = words.split(TEXT, [(0, len(TEXT))])

    def places(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(int(found.start[a]), int(found.end[b - 1])) for a, b in sorted(pieces)]

    linked = link(label(found, GOLD))
    assert [Gold(places(x.source), places(x.cue), places(x.content)) for x in linked] == GOLD


def test_brat_annotations_are_read_with_forward_references_and_several_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a_x.ann"
    path.write_text(
        "T1\tSource 0 6\tMoscow\nT2\tCue 7 13\tclaims\nT3\tContent 14 20;22 30\tx\nT4\tAttribution 7 13\tclaims\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1 Content2:T9\nT9\tContent 31 40\tzzz\n"
        "E2\tAttribution:T4 Cue:T2\n"
    )
    assert read_annotations(path) == [Gold([(0, 6)], [(7, 13)], [(14, 20), (22, 30), (31, 40)])]


def test_words_of_an_unknown_paragraph_teach_nothing() -> None:
    made = example("x", TEXT, GOLD, [(0, 31)])
    assert set(made.labels[:5].tolist()) == {UNKNOWN}
    assert UNKNOWN not in made.labels[-5:].tolist()


def test_desk_claims_are_placed_with_source_cue_and_quotation_marks(tmp_path: Path) -> None:
    body = 'The dam held, mayor Ann Poe said. "No water came through," she told a radio station.'
    claim = {"story": "a", "via": [], "claimant": ["mayor Ann Poe", "Ann Poe"], "optional": False}
    claims = [
        claim | {"id": "k1", "cue": "said", "quote": ["The dam held"]},
        claim | {"id": "k2", "cue": "told", "quote": ["No water came through"]},
    ]
    (tmp_path / "stories.jsonl").write_text(json.dumps({"id": "a", "body": body}))
    (tmp_path / "gold.json").write_text(json.dumps({"claims": claims}))
    (story,) = placed(tmp_path)
    parts = [[body[a:b] for a, b in (*x.source, *x.cue, *x.content)] for x in story.gold]
    assert parts == [["mayor Ann Poe", "said", "The dam held"], ["she", "told", '"No water came through,"']]
    assert story.unknown == []


def test_a_desk_claim_passed_on_by_another_source_is_not_learnt_from(tmp_path: Path) -> None:
    body = "RIA reported that the ministry said the dam held."
    claim = {"id": "k1", "story": "a", "via": [["RIA"]], "claimant": ["the ministry"], "cue": "said"}
    (tmp_path / "stories.jsonl").write_text(json.dumps({"id": "a", "body": body}))
    (tmp_path / "gold.json").write_text(
        json.dumps({"claims": [claim | {"quote": ["the dam held"], "optional": False}]})
    )
    (story,) = placed(tmp_path)
    assert story.gold == []
    assert len(story.unknown) == 1


def test_an_attribution_is_right_when_half_of_its_content_and_its_source_agree() -> None:
    made = example("x", TEXT, GOLD)
    found = link(made.labels.tolist())
    assert agreement(found, made) == [True, True, True]
    found[1].source = [(0, 1)]
    assert agreement(found, made) == [True, False, True]


def test_the_fitted_confidence_rises_with_what_makes_right() -> None:

    values = np.array([[x, 1.0] for x in np.linspace(-2, 2, 100)], dtype=np.float32)
    weights = fit(Judged(values, (values[:, 0] > 0.3).astype(np.float32)))
    assert weights[0] > 1
    assert weights[1] < 0


def test_features_of_an_empty_text_are_empty() -> None:
    assert len(features.extract(words.split("", []), {}).at) == 0


def test_a_drill_marks_the_outermost_attribution_of_a_filled_form() -> None:
    form = "<s>{Agency}</s> <c>reported</c> <t>that {person} told {listener} that {clause}</t>."
    text, (gold,) = drills.read(form, random.Random(4), 10)
    parts = [text[a - 10 : b - 10] for a, b in (*gold.source, *gold.cue, *gold.content)]
    assert parts[0][0].isupper()
    assert parts[1] == "reported"
    assert parts[2].startswith("that ")
    assert text == f"{parts[0]} reported {parts[2]}."


def test_drills_leave_no_fields_tags_or_doubled_commas_and_are_the_same_each_time() -> None:
    made = drills.texts(1)
    assert [x.text for x in made] == [x.text for x in drills.texts(1)]
    assert not any(mark in x.text for x in made for mark in ("{", "}", "<", ">", ",,", ",."))
    assert all(g.content and g.source and g.cue for x in made for g in x.gold)
