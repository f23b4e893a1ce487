"""Every real file of the shared samples comes in as its `.expected.json` says, but for what DISAGREED lists.

Compared are headline, agency, published, language, version, status, the first words and the number of words within 5 %;
a missing or null field is not judged. Agencies are compared after both sides went through the table, times as
instants (without a zone as written), texts without white space at line ends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claims import agencies, wire
from claims.records import Document, Problem, Story
from claims.wire.encoding import decode
from tests.shared import shared, shared_folder

# (file, field) → why the expectation is judged wrong.
DISAGREED: dict[tuple[str, str], str] = {
    ("dpa-spd-merkel.txt", "body_words"): "counts the notes for desks behind the story, which are never stored",
    ("businesswire-21.json", "body_first80"): "has the tags of the HTML in it; a body has none",
    ("ap-biden-nobody.json", "*"): "holds only a link to the text: it is refused, and says so",
    ("superdesk-composite.eml", "*"): "holds no story, as its note says: it is refused, and says so",
}
FIELDS = ("headline", "agency", "published", "language", "version", "status", "body_first80", "body_words")


def expectations() -> list[Path]:
    folder = shared_folder()
    return sorted((folder / "samples").glob("*/*.expected.json")) if folder else []


def stories(path: Path) -> list[Story | Problem]:
    return list(wire.read(Document(path.name, path.read_bytes())))


@pytest.mark.parametrize("expected", expectations(), ids=lambda path: f"{path.parent.name}/{path.name[:-14]}")
def test_a_sample_comes_in_as_expected(expected: Path) -> None:
    said = json.loads(expected.read_text(encoding="utf-8"))
    found = stories(expected.with_name(said["file"]))
    wrong = [line for line in differences(said, found) if (said["file"], line.split(":")[0]) not in DISAGREED]
    assert not wrong or (said["file"], "*") in DISAGREED, "\n".join(wrong)


def test_there_are_samples_of_sixteen_formats() -> None:
    assert len({path.parent.name for path in shared("samples").glob("*/*.expected.json")}) == 16


def test_a_text_that_only_stands_behind_a_link_is_no_story() -> None:
    found = stories(shared("samples/apjson/ap-biden-nobody.json"))
    assert [type(made) for made in found] == [Problem]
    assert "no text" in str(found[0])


def test_expectations_and_lists_of_origins_are_named_as_no_stories() -> None:
    files = [*expectations(), shared("samples/ORIGINS.csv")]
    found = [made for path in files for made in stories(path)]
    assert len(found) == len(files)
    assert all(isinstance(made, Problem) and made.message and made.remedy for made in found)


def differences(said: dict[str, Any], found: list[Story | Problem]) -> Iterator[str]:
    """One line for each field of the expectation that the stories do not meet."""
    made = [story for story in found if isinstance(story, Story)]
    number = next((said[name] for name in ("entries", "stories", "rows", "text_items") if name in said), None)
    if isinstance(number, int) and len(made) != number:
        yield f"number: {len(made)} stories, not {number}"
    if not made:
        yield f"number: no story, but {found[:2]}"
        return
    yield from fields(said, made[0])
    if "first" in said:
        yield from fields(said["first"], made[0], "first ")
    if "last" in said:
        yield from fields(said["last"], made[-1], "last ")


def fields(said: dict[str, Any], story: Story, place: str = "") -> Iterator[str]:
    got = seen(story)
    for name in FIELDS:
        want = said.get(name)
        if want in (None, "", []) or not isinstance(want, str | int) or (name == "body_words" and not want):
            continue
        if not any(agrees(name, wanted, got[name]) for wanted in (want, *with_lead(said, name, want))):
            yield f"{place}{name}: {got[name]!r}, not {want!r}"


def with_lead(said: dict[str, Any], name: str, want: Any) -> Iterator[Any]:
    """A page's lead stands above the body as expected here; a reader sees it as the first paragraph, and so do we."""
    lead = " ".join(said.get("lead_or_standfirst") or ())
    if lead and name == "body_first80":
        yield lead[:80]
    if lead and name == "body_words":
        yield want + len(lead.split())


def seen(story: Story) -> dict[str, Any]:
    return {
        "headline": story.headline,
        "agency": story.agency,
        "published": story.published,
        "language": story.language,
        "version": story.version,
        "status": story.status.value,
        "body_first80": story.body,
        "body_words": len(story.body.split()),
    }


def agrees(name: str, want: Any, got: Any) -> bool:
    if name == "body_words":
        return bool(abs(got - want) <= max(1, want * 0.05))
    if got is None:
        return False
    if name == "published":
        return bool(instant(want) == got.replace(microsecond=0))
    if name == "agency":
        return same_agency(want, got)
    if name == "language":
        return str(got)[:2] == str(want).lower()[:2]
    if name == "body_first80":
        return plain(str(got)).startswith(plain(want)[:60])
    return plain(str(got)) == plain(str(want))


def same_agency(want: str, got: str) -> bool:
    """ "PRNewswire-AsiaNet" is a credit mark of the table, not a name."""
    known = agencies.find(want) or agencies.marked(f"/{want}/")
    return (known.short if known else want) == got


def instant(text: str) -> datetime:
    when = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).replace(microsecond=0)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_plain_text_is_the_decoded_file_unchanged() -> None:
    for name in ("ap-pge-plain.txt", "ctv-berlin-plain.txt", "reuters-oil-plain.txt", "round-up-beijing-moscow.txt"):
        path = shared(f"samples/text/{name}")
        (story,) = stories(path)
        assert isinstance(story, Story)
        assert story.body == decode(path.read_bytes()).text


def test_the_scraps_of_a_saved_page_are_no_copy_and_its_credits_are_found() -> None:
    (story,) = stories(shared("samples/text/round-up-beijing-moscow.txt"))
    assert isinstance(story, Story)
    assert story.credits == ("BBC", "AFP", "Reuters")
    assert story.headline_span is not None
    assert story.body[slice(*story.headline_span)] == story.headline
    kept = "".join(c for n, c in enumerate(story.body) if not any(a <= n < b for a, b in story.skip))
    assert not re.search(r"Leave A Reply|Home World|No Comments|Exit mobile|enter your name|News from", kept)
