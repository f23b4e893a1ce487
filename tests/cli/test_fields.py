"""The machine formats are a contract: these tests hold the names."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from claims.cli.fields import doubt_fields, extraction_fields, imported_fields
from claims.records import (
    Doubt,
    Extraction,
    Figure,
    Imported,
    Link,
    Passage,
    Problem,
    SourceKind,
    Story,
    StoryKind,
    Unnamed,
    When,
)
from claims.reports.fields import claim_fields, dispute_fields, dossier_fields, event_fields, when_fields
from claims.text import Span
from tests.reports.desk_copy import ACCUSED, DISPUTE, DOSSIER, EVENT

BODY = "RIA reported that Lapin told Orlov that more than 70 militants had been killed."


def passage() -> Passage:
    inner = Span(BODY.index("that more"), len(BODY) - 1)
    return Passage(
        text=BODY[inner.start : inner.end],
        chain=(
            Link("Lapin", SourceKind.PERSON, (Span(18, 23),), (Span(24, 28),), (inner,)),
            Link("RIA", SourceKind.AGENCY, (Span(0, 3),), (Span(4, 12),), (Span(13, len(BODY) - 1),)),
        ),
        claimants=("Lapin",),
        figures=(Figure(71, None, counted="militants", action="killed", span=Span(40, 62)),),
        unnamed=Unnamed(role="an official"),
        confidence=0.93217,
    )


def test_extract_prints_the_fields_of_the_contract() -> None:
    fields = extraction_fields(Extraction(Story(BODY, origin="a.txt", credits=("BBC", "AFP")), (passage(),)))
    wanted = "origin format headline agencies published dateline language body claims published_zone"
    assert set(wanted.split()) <= set(fields)
    assert fields["agencies"] == ["BBC", "AFP"]
    (claim,) = fields["claims"]
    wanted = """text content cue source claimant claimants claimant_kind via speech kind polarity modality checkable
        named
        figures places when confidence chain"""
    assert set(wanted.split()) <= set(claim)
    assert claim["via"] == ["RIA"]
    assert [link["name"] for link in claim["chain"]] == ["Lapin", "RIA"]
    assert claim["content"] == claim["chain"][0]["content"]
    assert claim["figures"][0] == {
        "low": 71,
        "high": None,
        "approximate": False,
        "unit": None,
        "counted": "militants",
        "action": "killed",
        "place": None,
        "as_of": None,
        "span": [40, 62],
    }
    assert claim["confidence"] == 0.932
    json.dumps(fields)


def test_a_story_without_credits_names_its_agency() -> None:
    assert extraction_fields(Extraction(Story("x", agency="AP"), ()))["agencies"] == ["AP"]


def test_a_time_without_a_zone_prints_as_written() -> None:
    time = datetime(2026, 3, 9, 5, tzinfo=UTC)
    known = extraction_fields(Extraction(Story("x", published=time), ()))
    unknown = extraction_fields(Extraction(Story("x", published=time, zone_known=False), ()))
    assert (known["published"], known["published_zone"]) == ("2026-03-09T05:00:00Z", "known")
    assert (unknown["published"], unknown["published_zone"]) == ("2026-03-09T05:00:00", "unknown")


def test_list_prints_the_fields_of_the_contract() -> None:
    wanted = """claim external_id event event_title text claimant claimant_kind via agency agencies story version
        published published_zone url claimants kind polarity modality checkable speech named figures spans sentence
        confidence status decided_by origin"""
    fields = claim_fields(ACCUSED)
    assert set(wanted.split()) <= set(fields)
    assert (fields["claim"], fields["event"], fields["story"]) == ("C-17", "E-1", "S-3")
    assert fields["status"] == "current"


def test_disputes_print_both_claims_whole() -> None:
    wanted = """dispute event relation kind aspect left right question left_value right_value explanation score
        status"""
    fields = dispute_fields(DISPUTE)
    assert set(wanted.split()) <= set(fields)
    assert fields["dispute"] == "D-5"
    assert fields["left"] == claim_fields(DISPUTE.left)
    assert (fields["relation"], fields["kind"]) == ("denies", "denial")


def test_events_print_the_fields_of_the_contract() -> None:
    assert event_fields(EVENT) == {
        "event": "E-1",
        "title": "Bridge blast",
        "starts": "2026-03-09",
        "ends": "2026-03-10",
        "located": "Sarn",
        "stories": 3,
        "claims": 6,
        "agencies": ["Castell", "Halyard"],
        "disputed": 1,
    }


def test_who_prints_questions_with_positions() -> None:
    fields = dossier_fields(DOSSIER)
    question = fields["questions"][0]
    assert {"question", "title", "aspect", "status", "positions"} <= set(question)
    position = question["positions"][0]
    assert {"proposition", "stance", "claimant", "first", "agencies", "origins", "claims"} <= set(position)
    assert position["first"] == "2026-03-09T10:00:00Z"
    assert position["claims"] == ["C-17"]


def test_import_prints_a_line_a_story() -> None:
    story = Imported(204, "Reuters", "x", 3, StoryKind.CORRECTED, "version", "a.xml", supersedes=2, claims_changed=1)
    wanted = """story agency item version kind supersedes claims_new claims_changed claims_withdrawn needs_review
        status origin warnings"""
    fields = imported_fields(story)
    assert set(wanted.split()) <= set(fields)
    assert (fields["story"], fields["supersedes"], fields["status"]) == ("S-204", 2, "version")
    assert "message" not in fields


def test_unread_input_is_a_line_with_reason_and_remedy() -> None:
    fields = imported_fields(Problem("weather.pdf", "a PDF, not text", remedy="Save it as text."))
    assert fields["status"] == "failed"
    assert (fields["message"], fields["remedy"]) == ("a PDF, not text", "Save it as text.")
    assert set(imported_fields(Imported(1, "a", "b", 1, StoryKind.NEW, "new", "o"))) <= set(fields)


def test_review_prints_the_fields_of_the_contract() -> None:
    fields = doubt_fields(Doubt(3, "speaker", ("C-1",), "who 'he' is, is unclear", 0.4))
    expected = {
        "review": "V-3",
        "subject": "speaker",
        "ids": ["C-1"],
        "reason": "who 'he' is, is unclear",
        "score": 0.4,
    }
    assert fields == expected


def test_days_that_were_inferred_say_so() -> None:
    day = date(2026, 3, 6)
    assert when_fields(When(day, day, inferred=True)) == {
        "start": "2026-03-06",
        "end": "2026-03-06",
        "inferred": True,
        "span": None,
    }
