from __future__ import annotations

import gzip

from claims.records import Problem, Story
from tests.wire.reading import read, refused

PAGE = (
    "<html lang='en'><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1>"
    "<p>PORT ELLIS (AP) — The ferry sank on Friday after it hit a wreck in the harbour mouth, the coast guard said.</p>"
    "<p>The harbour master denied that the wreck had not been marked and said that an inquiry would begin.</p>"
    "</article></body></html>"
)


def record(
    content: str | bytes,
    address: str,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    sort: str = "response",
) -> bytes:
    data = content.encode() if isinstance(content, str) else content
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: {sort}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-24T10:00:00Z\r\n"
        f"WARC-Record-ID: "
        f"<urn:uuid:1>\r\nContent-Type: application/http; msgtype={sort}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_each_page_of_an_archive_is_a_story_and_its_furniture_is_none() -> None:
    content = (
        record(PAGE, "https://a.example/1")
        + record("body{}", "https://a.example/s.css", kind="text/css")
        + record("<p>gone</p>", "https://a.example/404", status="404 Not Found")
        + record(PAGE, "https://a.example/2")
    )
    for archive in (content, gzip.compress(content)):
        stories = [story for story in read(archive, "pages.warc") if isinstance(story, Story)]
        assert [(story.guid, story.headline, story.agency) for story in stories] == [
            ("https://a.example/1", "Ferry sinks", "AP"),
            ("https://a.example/2", "Ferry sinks", "AP"),
        ]
        assert all(story.origin.endswith(f"!{story.guid}") for story in stories)


def test_a_page_without_an_article_costs_no_other() -> None:
    content = record("<p>Please enable cookies.</p>", "https://a.example/wall") + record(PAGE, "https://a.example/1")
    found = read(content, "pages.warc")
    assert [type(item) for item in found] == [Problem, Story]


def test_the_encoding_of_the_answer_is_believed() -> None:
    page = PAGE.replace("coast guard", "береговая охрана").encode("cp1251")
    (story,) = read(record(page, "https://a.example/1", kind="text/html; charset=windows-1251"), "a.warc")
    assert isinstance(story, Story)
    assert "береговая охрана" in story.body


def test_an_archive_without_a_page_or_cut_off_is_refused() -> None:
    assert "no page" in refused(record("x", "https://a.example/a.png", kind="image/png"), "a.warc").message
    for broken in (b"Content-Length: zzz\r\n\r\nx", b"Content-Length: 500\r\n\r\nx", b"", b"\x1b[31m: \xff"):
        assert "damaged" in refused(b"WARC/1.0\r\nWARC-Type: response\r\n" + broken, "a.warc").message


def test_a_cut_archive_gives_the_pages_before_the_cut() -> None:
    content = record(PAGE, "https://a.example/1") + record(PAGE, "https://a.example/2")[:-200]
    found = read(content, "a.warc")
    assert [type(item) for item in found] == [Story, Problem]


def test_chunks_and_compression_are_undone() -> None:
    packed = gzip.compress(PAGE.encode())
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:100], packed[100:])) + b"0\r\n\r\n"
    kind = "text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip"
    (story,) = read(record(chunks, "https://a.example/1", kind=kind), "a.warc")
    assert isinstance(story, Story)
    assert story.headline == "Ferry sinks"


def test_a_page_that_is_unpacked_already_is_left_alone() -> None:
    (story,) = read(record(PAGE, "https://a.example/1", kind="text/html\r\nContent-Encoding: gzip"), "a.warc")
    assert isinstance(story, Story)
