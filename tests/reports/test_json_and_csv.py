from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from claims import reports
from claims.reports import Style
from claims.reports.cells import csv_text, safe_cell
from tests.reports.desk_copy import DOSSIER


def test_json_holds_questions_disputes_claims_and_what_is_withheld() -> None:
    (event,) = json.loads(reports.json([DOSSIER]))["events"]
    assert event["event"]["event"] == "E-1"
    assert [q["question"] for q in event["questions"]] == ["Q-1", "Q-2"]
    assert event["disputes"][0]["left"]["claim"] == "C-18"
    assert event["withheld"] == [
        {"claim": "C-30", "story": "S-9", "version": 1, "agency": "Ostrand", "reason": "killed by the agency"}
    ]


def test_no_format_prints_killed_copy() -> None:
    for form, write in reports.FORMATS.items():
        assert "a minister was held" not in write([DOSSIER], Style()), form


def test_json_without_text_keeps_offsets() -> None:
    document = json.loads(reports.json([DOSSIER], Style(text=False)))
    claim = document["events"][0]["claims"][0]
    assert claim["text"] is None
    assert claim["sentence"] is None
    assert claim["spans"]


def test_csv_is_a_row_an_appearance() -> None:
    rows = list(csv.DictReader(io.StringIO(reports.csv([DOSSIER]))))
    assert [row["claim"] for row in rows] == ["C-17", "C-18", "C-21", "C-4", "C-5"]
    assert rows[1]["via"] == "BNA"
    assert rows[3]["published"] == "2026-03-09T05:20:00Z"
    assert (rows[3]["start"], rows[3]["end"]) == ("9", "25")


def test_cells_that_a_spreadsheet_would_run_are_guarded() -> None:
    for text in ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "＝1"):
        assert str(safe_cell(text)).startswith("'"), text
    assert safe_cell(-3) == -3
    assert safe_cell("plain") == "plain"
    assert safe_cell(None) == ""
    assert safe_cell(True) == "yes"
    assert safe_cell(("a", "b")) == "a; b"


@given(st.lists(st.text(), min_size=2, max_size=2))
def test_any_text_comes_back_as_one_cell_that_is_no_formula(cells: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(csv_text((), [cells])[1:]))
    assert len(row) == 2
    for cell in row:
        assert cell.lstrip()[:1] not in tuple("=+-@")
