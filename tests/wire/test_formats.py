"""One literal table: content decides, names only break ties, and what is no copy is refused by name."""

from __future__ import annotations

import pytest

from claims import wire
from claims.records import Document, Problem
from claims.wire import FORMATS
from claims.wire.hint import Hint
from tests.wire.reading import one, read, refused

NAMED = """text html ninjs newsml-g2 newsml1 nitf iptc7901 feed email claimreview
claims-csv claims-jsonl stories-jsonl""".split()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7\n%broken", "PDF"),
        (b"\x89PNG\r\n\x1a\nIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"\x7fELF\x02\x01\x01", "ELF"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"BZh91AY", "bzip2"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (b"a" * 257 + b"ustar\x00", "tar"),
        (bytes(range(256)) * 20, "binary"),
        (b"", "empty"),
        (b" \n\t\r\n" * 50, "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"x" * 100_000, "no sentence"),
    ],
)
def test_what_is_no_copy_is_refused_by_name(content: bytes, word: str) -> None:
    assert word in refused(content, "story.txt").message


def test_the_content_decides_and_not_the_name() -> None:
    assert one('{"uri": "u", "type": "text", "body_text": "It rained all day."}', "story.html").format == "ninjs"
    assert one("OSLO (AP) — It rained all day.", "story.xml").format == "text"


def test_brackets_in_front_make_no_json() -> None:
    assert one("[Editor's note: it rained.]\n\nOSLO (AP) — It rained all day.").format == "text"


def test_a_format_can_be_asked_for() -> None:
    assert one('{"a": 1} is all it said', format="text").format == "text"


def test_a_picture_is_no_text_even_where_text_is_asked_for() -> None:
    assert "PNG" in refused(b"\x89PNG\r\n\x1a\n said the minister", format="text").message


def test_a_format_there_is_none_of_is_named_with_those_there_are() -> None:
    found = refused("It rained.", format="wordstar")
    assert "wordstar" in found.message
    assert "newsml-g2" in found.remedy


def test_an_agency_the_table_does_not_know_is_a_problem_and_no_error() -> None:
    (found,) = wire.read(Document("a.txt", b"It rained all day."), Hint(agency="Reutters"))
    assert isinstance(found, Problem)
    assert "Reuters" in found.remedy


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_every_reader_refuses_what_is_not_its_own_without_raising(row: wire.formats.Format) -> None:
    for content in (b"", b"\x00\xff\x01<", b"It rained all day.\n", b"[1, {}]", b"<a><b/></a>", b"PK\x03\x04x"):
        for made in read(content, format=row.name):
            assert made.origin == "sample"
