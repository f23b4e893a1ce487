from __future__ import annotations

from datetime import UTC, datetime

from claims.records import Problem, Story
from tests.wire.reading import read

OLD = """
<HTML><HEAD><!-- LXNComment 1 --></HEAD><BODY>
{}
</BODY></HTML>
"""


def document(
    number: int, *more: str, head: str = "Ferry sinks;<BR>nobody hurt", date: str = "May 24, 2024 Friday 11:21 AM GMT"
) -> str:
    lines = [
        f"{number} of 3 DOCUMENTS",
        "Agence France Presse -- English",
        date,
        head,
        "BYLINE: Ana Bell",
        "LENGTH: 12 words",
        "DATELINE: PORT ELLIS, May 24 2024",
        *more,
        "The ferry sank on Friday, police said.",
        "Note: the captain was held.",
        "LOAD-DATE: May 25, 2024",
        "LANGUAGE: ENGLISH",
        "Copyright 2024 Agence France Presse<BR>All Rights Reserved",
    ]
    return "<BR>".join(f"<DIV><P><SPAN>{line}</SPAN></P></DIV>" for line in lines if line)


def stories(text: str) -> list[Story]:
    return [story for story in read(text) if isinstance(story, Story)]


def test_each_document_of_an_export_is_a_story_with_its_fields() -> None:
    first, second, third = stories(OLD.format("".join(document(n) for n in (1, 2, 3))))
    assert {first.format, second.format, third.format} == {"nexis-html"}
    assert (first.headline, first.agency, first.byline) == ("Ferry sinks; nobody hurt", "AFP", "Ana Bell")
    assert first.published == datetime(2024, 5, 24, 11, 21, tzinfo=UTC)
    assert first.body == "The ferry sank on Friday, police said.\n\nNote: the captain was held."
    assert first.language == "en"


def test_the_date_may_be_followed_by_an_edition() -> None:
    (story,) = stories(
        OLD.format(document(1, date="May 24, 2024, Friday, Late Edition - Final<BR>Correction Appended"))
    )
    assert story.published == datetime(2024, 5, 24, tzinfo=UTC)


def test_the_field_names_may_be_of_another_screen() -> None:
    lines = ["Dokument 1 von 2", "Harbour Times", "24. Mai 2024", "Ferry sinks", "AUTOR: Ana Bell", "LÄNGE: 12 Wörter"]
    lines += ["The ferry sank on Friday, police said.", "UPDATE: 25. Mai 2024", "SPRACHE: ENGLISCH; ENGLISH"]
    (story,) = stories(OLD.format("".join(f"<P>{line}</P>" for line in lines)))
    assert (story.body, story.byline) == ("The ferry sank on Friday, police said.", "Ana Bell")


def test_a_document_without_a_date_costs_no_other() -> None:
    found = read(OLD.format(document(1) + document(2, date="sometime") + document(3)))
    assert sum(isinstance(item, Story) for item in found) == 2
    assert [item.where for item in found if isinstance(item, Problem)] == ["document 2"]
