"""Whatever the bytes, a reader of marked-up copy gives stories and problems or raises a StoryError, in good time."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import wire
from claims.errors import StoryError
from claims.records import Document, Problem, Story
from claims.wire.formats import FORMATS, Reader
from claims.wire.hint import Hint
from tests.shared import shared_folder
from tests.wire import (
    test_claimreview,
    test_docx,
    test_factiva,
    test_feed,
    test_html,
    test_mail,
    test_newsml1,
    test_newsml_g2,
    test_nexis,
    test_nitf,
    test_reuters_sgml,
    test_warc,
)

READERS: dict[str, Reader] = {row.name: row.reader for row in FORMATS}
SEEDS: dict[str, bytes] = {
    "newsml-g2": test_newsml_g2.message(test_newsml_g2.item(), test_newsml_g2.item(guid="urn:2")).encode(),
    "newsml1": test_newsml1.newsml(test_newsml1.item(test_newsml1.component())).encode(),
    "nitf": test_nitf.nitf().encode(),
    "feed": test_feed.rss(test_feed.ITEM, test_feed.ITEM).encode(),
    "factiva-xml": f"<PPSResponse>{test_factiva.ARTICLE}</PPSResponse>".encode(),
    "factiva-html": test_factiva.page(test_factiva.lined(1, "9 words", "24 May 2024", "TASS")).encode(),
    "nexis-html": test_nexis.OLD.format(test_nexis.document(1) + test_nexis.document(2)).encode(),
    "reuters-sgml": test_reuters_sgml.STORY.format(1).encode(),
    "html": test_html.page(datePublished="2024-05-24", author=[{"name": "A"}]).encode(),
    "claimreview": json.dumps(test_claimreview.REVIEW).encode(),
    "email": test_mail.multipart(f"Content-Type: text/plain; charset=utf-8\n\n{test_mail.COPY}").encode(),
    "docx": test_docx.docx(*test_docx.COPY),
    "warc": test_warc.record(test_warc.PAGE, "https://a.example/1"),
}
MARKS = (
    b"<", b">", b"&", b'"', b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<br/>", b"</p>", b"&#0;", b"&#x110000;", b"&x;",
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b[2J", b"{", b"[", b"null", b"9" * 400, b"a:", b"\r\n\r\n", b"http://[",
    b"charset=utf-7", b"=?utf-8?B?#?=", b"2024-02-30T25:61", b"Content-Type: multipart/x; boundary=\n\n", b"hidden",
)  # fmt: skip
CUTS = st.tuples(st.floats(0, 1), st.sampled_from(MARKS) | st.binary(max_size=4), st.integers(0, 300))


def holds(reader: Reader, content: bytes) -> None:
    """The law: values or a StoryError, spans inside the body, text that can be stored, within seconds."""
    started = time.perf_counter()
    said = "read"
    try:
        for found in reader(Document("fuzz", content), Hint()):
            assert isinstance(found, Story | Problem)
            if isinstance(found, Story):
                fit(found)
    except StoryError as error:
        said = error.message
    assert said
    assert time.perf_counter() - started < 10


def fit(story: Story) -> None:
    spans = (*story.skip, *((story.headline_span,) if story.headline_span else ()))
    assert all(0 <= start <= end <= len(story.body) for start, end in spans)
    assert story.body.strip()
    for text in (story.body, story.headline, story.guid or "", story.byline, *story.warnings):
        text.encode("utf-8")


def mutated(content: bytes, cuts: list[tuple[float, bytes, int]]) -> bytes:
    for place, mark, length in cuts:
        at = int(place * len(content))
        content = content[:at] + mark + content[at + length :]
    return content


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=60)
@given(cuts=st.lists(CUTS, min_size=1, max_size=6))
def test_a_mutated_document_gives_stories_problems_or_a_story_error(
    name: str, cuts: list[tuple[float, bytes, int]]
) -> None:
    holds(READERS[name], mutated(SEEDS[name], cuts))


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=40)
@given(content=st.binary(max_size=400))
def test_random_bytes_give_problems_or_a_story_error(name: str, content: bytes) -> None:
    holds(READERS[name], content)


@pytest.mark.parametrize("name", SEEDS)
def test_a_document_cut_anywhere_gives_stories_problems_or_a_story_error(name: str) -> None:
    content = SEEDS[name]
    for end in range(0, len(content), max(1, len(content) // 60)):
        holds(READERS[name], content[:end])


@settings(max_examples=60)
@given(data=st.data())
def test_a_mutated_sample_is_read_or_named_by_the_door(data: st.DataObject) -> None:
    folder = shared_folder()
    paths = sorted((folder / "samples").glob("*/*")) if folder else []
    files = [path for path in paths if path.suffix != ".json" and path.stat().st_size < 40_000]
    if not files:
        pytest.skip("the shared material is not here: put it beside the checkout or name it in $CLAIMS_SHARED")
    path = data.draw(st.sampled_from(files))
    content = mutated(path.read_bytes(), data.draw(st.lists(CUTS, max_size=5)))
    for found in wire.read(Document(path.name, content)):
        assert isinstance(found, Story | Problem)
