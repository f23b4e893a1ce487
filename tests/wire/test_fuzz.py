"""Whatever the bytes, only stories and problems come out, and every story keeps the laws of a story."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import wire
from claims.records import Document, Problem, Story
from claims.wire import FORMATS
from claims.wire.hint import Hint
from tests.shared import shared_folder

NAMES = st.sampled_from(["auto", *(row.name for row in FORMATS)])
ORIGINS = st.sampled_from(["a.txt", "a.xml", "a.json", "a.jsonl", "a.csv", "a.eml", "a.html", "a.gz", "a.zip", "a"])
SNIPPETS = st.sampled_from(
    """<a> </a> <!DOCTYPE ]]> &x; <?xml <newsItem <nitf> <rss><item> {"uri": "body": [ ] } , : " \\ud83d NaN KYIV,
    (Reuters) (AP) — -- * By (Corrects ZCZC NNNN ^ ~ @ From: Subject: Content-Type: boundary= WARC/1.0 PK BODY
    1 of 2 DOCUMENTS <html><body><p> <script> News from BBC 2024-05-24T10:00:00Z id,headline,body
    \x01 \x02 \x03 \x04 \x16\x16\x01""".split()
)
PIECES = st.lists(SNIPPETS | st.text(max_size=12) | st.just("\n\n"), max_size=25).map(" ".join)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def samples() -> list[Path]:
    folder = shared_folder()
    found = (folder / "samples").glob("*/*") if folder else ()
    return sorted(
        path
        for path in found
        if (path.stat().st_size < 40_000 and path.suffix != ".json") or path.parent.name == "ninjs"
    )


def laws(content: bytes, origin: str, format: str = "auto") -> None:
    for made in wire.read(Document(origin, content), Hint(format=format, max_size=1_000_000)):
        if isinstance(made, Problem):
            assert made.message
            assert made.origin.startswith(origin)
        else:
            keeps(made)


def keeps(story: Story) -> None:
    """The laws: spans in the body and in order, text that can be stored, times that know their zone."""
    assert story.body.strip()
    for text in (story.body, story.headline, story.byline, story.credit_line, story.ed_note, story.agency or ""):
        text.encode("utf-8")
        assert "\x00" not in text
    spans = (*story.skip, *(row.span for row in story.rows), *((story.headline_span,) if story.headline_span else ()))
    assert all(0 <= start < end <= len(story.body) for start, end in spans)
    assert list(story.skip) == sorted(story.skip)
    assert all(a.end <= b.start for a, b in zip(story.skip, story.skip[1:], strict=False))
    assert story.published is None or story.published.tzinfo is not None
    assert not story.rows or all(story.body[slice(*row.span)].strip() for row in story.rows)


@given(st.binary(max_size=600), ORIGINS, NAMES)
@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
def test_random_bytes_give_stories_or_problems(content: bytes, origin: str, format: str) -> None:
    laws(content, origin, format)


@given(PIECES, ORIGINS, NAMES)
@settings(max_examples=400, deadline=None, suppress_health_check=SLOW)
def test_pieces_of_every_format_give_stories_or_problems(content: str, origin: str, format: str) -> None:
    laws(content.encode("utf-8", "surrogatepass"), origin, format)


@pytest.mark.parametrize("path", samples(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_damaged_sample_gives_stories_or_problems(path: Path) -> None:
    content = path.read_bytes()
    chance = random.Random(len(content))
    for _ in range(12):
        laws(damaged(content, chance), path.name)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with up to eight bytes changed, a slice lost, doubled or cut off, or control bytes put in."""
    out = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        out[chance.randrange(len(out))] = chance.choice(b"<>&\"'{}[]\x00\x01\x02\x03\xff\x80\xc3,;\n ")
    start = chance.randrange(len(out))
    end = min(len(out), start + chance.randint(1, 2_000))
    what = chance.randrange(5)
    if what == 0:
        del out[start:end]
    elif what == 1:
        out[start:start] = out[start:end]
    elif what == 2:
        del out[start:]
    elif what == 3:
        out[start:start] = chance.choice([b"\x1b[2J", b"\x00" * 20, b"<!--", b"]]>", b"&x;", b"\xe2\x80\xa8", b'"' * 9])
    return bytes(out) or b" "


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_plain_text_comes_back_unchanged_but_for_nuls(text: str) -> None:
    content = text.encode("utf-8", "ignore")
    for made in wire.read(Document("a", content), Hint(format="text")):
        if isinstance(made, Story) and not content.startswith(b"\xef\xbb\xbf"):
            assert content.decode().replace("\x00", "\ufffd").startswith(made.body)
