"""Claims that came attributed (claims-jsonl, claims-csv) and tables of stories."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from claims import wire
from claims.records import ClaimRow, Document, Problem, Story
from claims.text import Span
from claims.wire.hint import Hint
from tests.wire.reading import one, read, refused


def rows(*lines: dict[str, Any]) -> list[Story | Problem]:
    return read("\n".join(json.dumps(line) for line in lines), format="claims-jsonl")


def stories(found: list[Story | Problem]) -> list[Story]:
    return [made for made in found if isinstance(made, Story)]


def test_a_row_is_a_story_of_its_own_and_its_text_the_body() -> None:
    (story,) = stories(
        rows({"id": "7", "text": "It rained", "claimant": "Ann Lee", "via": ["RIA", "AFP"], "agency": "BBC"})
    )
    assert (story.body, story.agency, story.format) == ("It rained", "BBC", "claims-jsonl")
    assert story.rows == (ClaimRow(Span(0, 9), "Ann Lee", ("RIA", "AFP"), "7"),)


def test_rows_of_one_story_share_it_a_paragraph_each() -> None:
    found = stories(
        rows(
            {"id": "1", "text": "It rained", "story": "s"},
            {"id": "2", "text": "Alone"},
            {"id": "3", "text": "It snowed", "story": "s", "headline": "Weather", "published": "2024-05-24"},
        )
    )
    assert [story.body for story in found] == ["Alone", "It rained\n\nIt snowed"]
    shared = found[1]
    assert [shared.body[slice(*row.span)] for row in shared.rows] == ["It rained", "It snowed"]
    assert (shared.guid, shared.headline, shared.published) == ("s", "Weather", datetime(2024, 5, 24, tzinfo=UTC))


def test_equal_texts_with_different_ids_are_different_stories() -> None:
    first, second = stories(rows({"id": "1", "text": "It rained"}, {"id": "2", "text": "It rained"}))
    assert first.guid != second.guid
    assert [story.rows[0].external_id for story in (first, second)] == ["1", "2"]


def test_a_row_without_an_id_is_known_by_what_it_says() -> None:
    assert stories(rows({"text": "It rained"}))[0].guid is None


def test_a_row_without_a_text_is_named_by_its_line() -> None:
    found = rows({"id": "1", "text": "It rained"}, {"id": "2", "claimant": "Ann Lee"})
    assert isinstance(found[1], Problem)
    assert found[1].where == "line 2"


def test_rows_in_any_language_keep_their_claims() -> None:
    assert stories(rows({"id": "1", "text": "Es hat in Oslo am Freitag den ganzen Tag geregnet, sagte der Minister."}))[
        0
    ].extractable


def test_rows_are_known_by_their_members_without_being_asked_for() -> None:
    assert one(json.dumps({"id": "1", "text": "It rained", "group": "g"}) + "\n").format == "claims-jsonl"


def test_claims_csv_has_the_same_columns_and_several_via_with_semicolons() -> None:
    story = one("id,text,claimant,via\n7,It rained,Ann Lee,RIA; AFP\n", "claims.csv")
    assert story.format == "claims-csv"
    assert story.rows == (ClaimRow(Span(0, 9), "Ann Lee", ("RIA", "AFP"), "7"),)


def test_a_column_of_a_foreign_file_can_be_named() -> None:
    table = Document("a.csv", b"nr,assertion,who\n7,It rained,Ann Lee\n")
    hint = Hint(format="claims-csv", columns={"text": "assertion", "claimant": "who", "id": "nr"})
    (story,) = wire.read(table, hint)
    assert isinstance(story, Story)
    assert story.rows == (ClaimRow(Span(0, 9), "Ann Lee", (), "7"),)


def test_a_table_of_stories_is_told_by_its_header() -> None:
    story = one('id;headline;body;source;published\n1;Harbour closed;"It rained; it rained on.";AFP;2024-05-24\n')
    assert (story.format, story.headline, story.body) == ("csv", "Harbour closed", "It rained; it rained on.")
    assert (story.agency, story.guid, story.published) == ("AFP", "1", datetime(2024, 5, 24, tzinfo=UTC))


def test_a_row_of_another_length_is_told_with_its_number() -> None:
    found = read("id,headline,body\n1,a\n2,b,It rained all day.,extra\n", "a.csv")
    assert isinstance(found[0], Problem)
    assert found[0].where == "row 1, line 2"
    assert isinstance(found[1], Story)
    assert "row 2 (line 3) has 4 fields, the header 3" in found[1].warnings


def test_a_table_without_a_known_column_says_how_to_name_one() -> None:
    found = refused("Harbour closed,The master said so,2024\n", "a.csv")
    assert "--column body=NAME" in found.remedy
    assert found.where == "line 1"


def test_of_two_columns_with_one_name_the_first_counts() -> None:
    story = one("body,body,headline\nIt rained all day.,other,H\n", "a.csv")
    assert story.body == "It rained all day."
    assert "two columns have one name; the first counts" in story.warnings


def test_a_field_longer_than_pythons_limit_is_read() -> None:
    assert len(one('headline,body\nh,"' + "x y " * 50_000 + '"\n', "a.csv").body) == 200_000


def test_a_formula_is_only_text() -> None:
    assert one("headline,body\n=cmd|' /C calc'!A0,@SUM(1+1) said the ministry.\n", "a.csv").headline.startswith("=cmd")
