from __future__ import annotations

import io
import zipfile

import pytest

from claims import wire
from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire.hint import Hint
from claims.wire.readers import docx as reader
from tests.wire.reading import one, read, refused

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COPY = [
    "PORT ELLIS, May 24 (Reuters) - The ferry sank on Friday, police said.",
    "Nobody was hurt, the harbour master said.",
]


def docx(*paragraphs: str, prologue: str = "", name: str = "word/document.xml") -> bytes:
    body = "".join(p if p.startswith("<") else f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            name, f'<?xml version="1.0"?>{prologue}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
    return buffer.getvalue()


def test_a_word_file_is_a_story_with_its_title_as_the_headline() -> None:
    title = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ferry sinks</w:t></w:r></w:p>'
    story = one(docx(title, *COPY), "story.docx")
    assert (story.format, story.headline, story.agency) == ("docx", "Ferry sinks", "Reuters")
    assert story.body == "\n\n".join(COPY)


def test_deleted_text_and_field_codes_are_not_read_and_breaks_are() -> None:
    odd = (
        "<w:p><w:r><w:t xml:space='preserve'>The ferry </w:t></w:r><w:del>"
        "<w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>sank</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK x</w:instrText>"
        "<w:br/><w:t>on Friday, police said.</w:t></w:r></w:p>"
    )
    assert one(docx(odd), "a.docx").body == "The ferry sank\non Friday, police said."


def test_an_export_of_nexis_is_many_stories() -> None:
    document = (
        "Ferry sinks",
        "Agence France Presse -- English",
        "May 24, 2024 Friday 11:21 AM GMT",
        "Copyright 2024 AFP",
    )
    lines = (
        *document,
        "Length: 12 words",
        "Byline: Ana Bell",
        "Body",
        *COPY,
        "Load-Date: May 25, 2024",
        "End of Document",
    )
    found = [story for story in read(docx(*lines, *lines), "export.docx") if isinstance(story, Story)]
    assert [(story.headline, story.agency, story.byline) for story in found] == [("Ferry sinks", "AFP", "Ana Bell")] * 2
    assert found[0].body == "\n\n".join(COPY)


def test_a_cover_page_that_lists_the_documents_is_no_part_of_the_first() -> None:
    cover = ["User Name: Ana Bell", "Date and Time: Friday, May 24, 2024 4:58:00 PM BST", "Documents (60)"]
    cover += [f"{number}. Ferry {number} sinks" for number in range(1, 61)]
    lines = [
        "Ferry sinks",
        "Harbour Times",
        "May 24, 2024 Friday",
        "Length: 12 words",
        "Body",
        *COPY,
        "End of Document",
    ]
    (story,) = read(docx(*cover, *lines), "export.docx")
    assert isinstance(story, Story)
    assert (story.headline, story.agency, story.body) == ("Ferry sinks", "Harbour Times", "\n\n".join(COPY))


def test_an_entity_in_a_word_file_is_refused_like_any_other() -> None:
    prologue = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    problem = refused(docx("LEAK &x; said the minister.", prologue=prologue), "x.docx")
    assert "root:" not in problem.message
    assert "entities" in problem.message


@pytest.mark.parametrize("content", [b"PK\x03\x04notreally", docx(*COPY)[:-40], docx(*COPY, name="word/other.xml")])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(MalformedStory, match="Word"):
        list(reader.read(Document("story.docx", content), Hint()))


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    (problem,) = wire.read(Document("bomb.docx", docx("x" * 3_000_000)), Hint(max_size=1_000_000))
    assert isinstance(problem, Problem)
    assert "unpacks to more" in problem.message
