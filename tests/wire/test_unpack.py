from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from claims import wire
from claims.records import Document, Problem, Story
from claims.wire.hint import Hint
from tests.wire.reading import one, read, refused

STORY = b"OSLO, May 24 (Reuters) - The harbour was closed on Friday, its master said.\n"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_the_members_of_an_archive_are_stories_with_their_place_in_it() -> None:
    found = read(zipped({"a.txt": STORY, "b/c.txt": STORY}), "wires.zip")
    assert [made.origin for made in found] == ["wires.zip!a.txt", "wires.zip!b/c.txt"]
    assert all(isinstance(made, Story) for made in found)


def test_a_name_that_leaves_the_archive_is_only_a_name() -> None:
    assert one(zipped({"../../evil.txt": STORY}), "wires.zip").origin == "wires.zip!../../evil.txt"


def test_a_bad_member_costs_the_others_nothing() -> None:
    found = read(zipped({"a.pdf": b"%PDF-1.7", "b.txt": STORY}), "wires.zip")
    assert [type(made) for made in found] == [Problem, Story]
    assert found[0].origin == "wires.zip!a.pdf"


def test_gzip_is_unpacked_all_members_of_it() -> None:
    found = one(gzip.compress(STORY[:20]) + gzip.compress(STORY[20:]), "story.txt.gz")
    assert (found.origin, found.body.encode()) == ("story.txt.gz!story.txt", STORY)


def test_a_damaged_gzip_file_says_so() -> None:
    assert "damaged" in refused(gzip.compress(STORY * 50)[:-20], "story.gz").message


def test_a_damaged_archive_says_so() -> None:
    assert "damaged" in refused(zipped({"a.txt": STORY})[:60], "wires.zip").message


def test_a_member_with_a_wrong_sum_says_so() -> None:
    content = bytearray(zipped({"a.txt": STORY}))
    content[40] ^= 0xFF
    assert "damaged in the archive" in refused(bytes(content), "wires.zip").message


def test_what_unpacks_to_too_much_is_refused_before_it_has() -> None:
    assert "bomb" in refused(gzip.compress(b"0" * 30_000_000), "bomb.gz").message
    assert "bomb" in refused(zipped({"0.txt": b"0" * 10_000_000}), "bomb.zip").message


def test_what_unpacks_to_more_than_a_file_may_hold_is_refused() -> None:
    packed = Document("a.gz", gzip.compress(STORY * 10))
    (found,) = wire.read(packed, Hint(max_size=len(STORY) * 5))
    assert isinstance(found, Problem)
    assert "--max-size" in found.remedy


def test_archives_in_archives_end_somewhere() -> None:
    content = zipped({"a.txt": STORY})
    for _ in range(5):
        content = zipped({"inner.zip": content})
    assert "too deeply" in refused(content, "outer.zip").message


def test_an_empty_archive_is_named_so() -> None:
    assert refused(zipped({}), "empty.zip").message == "an empty archive"


def test_a_larger_file_than_allowed_is_refused() -> None:
    (found,) = wire.read(Document("a.txt", STORY), Hint(max_size=10))
    assert isinstance(found, Problem)
    assert "--max-size" in found.remedy


@pytest.mark.parametrize("name", ["xl/workbook.xml", "ppt/presentation.xml"])
def test_an_office_file_is_no_archive_of_stories(name: str) -> None:
    assert "Office document" in refused(zipped({name: b"<x/>", "b.txt": STORY}), "book.xlsx").message
