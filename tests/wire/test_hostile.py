"""The folder of hostile and broken files: each is imported, warned of or refused as its manifest says; nothing leaks.

The whole of it goes through the paths a desk's import takes (`desk.inputs`, `wire.read`), once; the tests look at what
came out.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from claims import wire
from claims.desk.inputs import documents
from claims.records import Problem, Story
from tests.shared import shared

SECONDS_A_FILE = 10
# Told by the desk, which knows what came before: no reader can.
TOLD_BY_THE_DESK = {"same-guid-different-text-b.xml"}
# Entries that are no files of their own, or hidden: the folder walk passes them by.
PASSED_BY = {".hidden.txt", "directory-named.txt", "loop/again"}


@dataclass
class Outcome:
    """What became of one file."""

    made: list[Story | Problem] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def stories(self) -> list[Story]:
        return [made for made in self.made if isinstance(made, Story)]

    @property
    def problems(self) -> list[Problem]:
        return [made for made in self.made if isinstance(made, Problem)]

    @property
    def warned(self) -> bool:
        return bool(self.problems) or any(story.warnings for story in self.stories)


@dataclass
class Folder:
    """The hostile folder, its manifest by file, and what was made of each."""

    path: Path
    manifest: dict[str, dict[str, Any]]
    outcomes: dict[str, Outcome]

    def __getitem__(self, name: str) -> Outcome:
        return self.outcomes[name]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Folder]:
    out = tmp_path_factory.mktemp("hostile") / "in"
    generator = shared("hostile/make_hostile.py")
    subprocess.run([sys.executable, str(generator), str(out)], check=True, capture_output=True, timeout=120)
    manifest = json.loads(out.with_name("in.manifest.json").read_text(encoding="utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _no_network)
        yield Folder(out, {entry["file"]: entry for entry in manifest}, _read(out))


def _no_network(*_: Any) -> None:
    raise AssertionError("something tried to reach the network")


def _read(out: Path) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = defaultdict(Outcome)
    for found in documents([out]):
        outcome = outcomes[str(Path(found.origin).relative_to(out))]
        start = time.perf_counter()
        outcome.made += [found] if isinstance(found, Problem) else list(wire.read(found))
        outcome.seconds += time.perf_counter() - start
    return outcomes


def test_every_file_is_imported_warned_of_or_refused_as_the_manifest_says(hostile: Folder) -> None:
    wrong = []
    for name, entry in hostile.manifest.items():
        if name in PASSED_BY | TOLD_BY_THE_DESK:
            continue
        got = hostile.outcomes.get(name, Outcome())
        fine = {
            "import": bool(got.stories),
            "refuse": bool(got.problems) and not got.stories,
            "warn": bool(got.stories) and got.warned,
            "either": bool(got.made),
        }[entry["expect"]]
        if not fine:
            wrong.append((entry["expect"], name, entry["check"], got.made[:2]))
    assert not wrong


def test_no_file_takes_longer_than_ten_seconds(hostile: Folder) -> None:
    slow = {name: got.seconds for name, got in hostile.outcomes.items() if got.seconds > SECONDS_A_FILE}
    assert not slow


def test_good_neighbours_come_in_unharmed(hostile: Folder) -> None:
    good = [hostile[name] for name in hostile.manifest if name.startswith("GOOD-")]
    assert len(good) == 3
    assert all(len(got.stories) == 1 and got.stories[0].agency == "Reuters" for got in good)


def test_each_refusal_says_why(hostile: Folder) -> None:
    assert all(problem.message for got in hostile.outcomes.values() for problem in got.problems)


def test_nothing_of_another_file_comes_out(hostile: Folder) -> None:
    secrets = [line for line in Path("/etc/passwd").read_text().splitlines()[:3] if line]
    host = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else ""
    text = repr([got.made for name, got in hostile.outcomes.items() if hostile.manifest[name]["cls"] != "fs"])
    assert not [secret for secret in (*secrets, f"LEAK:{host}:LEAK") if secret in text]


def test_nothing_is_written_beside_the_folder(hostile: Folder) -> None:
    beside = {path.name for path in hostile.path.parent.iterdir()}
    assert beside == {"in", "in.manifest.json", "in.manifest.csv"}
    assert not Path("/tmp/pwned").exists()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("empty.txt", "empty"),
        ("whitespace.txt", "no text"),
        ("truncated-g2.xml", "not well-formed"),
        ("billion-laughs.xml", "ntit"),
        ("truncated.gz", "damaged"),
        ("picture.txt", "PNG"),
        ("fake.pdf", "PDF"),
        ("story.docx", "damaged"),
        ("sitemap.xml", "urlset"),
        ("utf7-trick.xml", "UTF-7"),
        ("deep.json", "deeply"),
        ("one-word-1mb.txt", "no sentence"),
        ("pipe.txt", "pipe"),
        ("link-to-passwd.txt", "leaves the folder"),
    ],
)
def test_a_refusal_names_what_it_found(hostile: Folder, name: str, word: str) -> None:
    assert word in hostile[name].problems[0].message


def test_what_is_broken_is_told_by_its_place(hostile: Folder) -> None:
    assert hostile["truncated-g2.xml"].problems[0].where.startswith("line ")
    assert hostile["truncated.json"].problems[0].where.startswith("line 1, column ")
    assert hostile["truncated.jsonl"].problems[0].where == "line 3"
    assert len(hostile["truncated.jsonl"].stories) == 2
    assert len(hostile["two-items-one-bad.xml"].stories) == 2
    assert hostile["ragged.csv"].problems[0].where == "row 1, line 2"
    assert len(hostile["array-of-junk.json"].stories) == 1


def test_what_the_manifest_asks_of_single_files_holds(hostile: Folder) -> None:
    assert "“We did not shoot,”" in hostile["cp1252.txt"].stories[0].body
    assert hostile["cp1252.txt"].stories[0].body.count("€") == 1
    assert "МОСКВА" in hostile["cp1251-ru.txt"].stories[0].body
    assert hostile["mixed-encodings.txt"].stories[0].body.count("café’s") == 2
    assert "\x00" not in hostile["utf16le-nobom.txt"].stories[0].body
    assert hostile["external-dtd-harmless.xml"].stories[0].headline == "Café blast kills two"
    assert hostile["wrong-decl.xml"].stories[0].headline == "Café attack"
    assert hostile["homoglyph.txt"].stories[0].agency != "Reuters"
    assert "FAKE" not in hostile["script.html"].stories[0].body
    assert "alert(" not in hostile["script.html"].stories[0].body + hostile["script.html"].stories[0].headline
    assert "FAKE" not in hostile["hidden-text.html"].stories[0].body
    assert len(hostile["wire-two-stories.txt"].stories) == 2
    assert "/etc/passwd" not in hostile["xinclude.xml"].stories[0].body


def test_a_story_that_is_too_long_is_imported_and_not_extracted(hostile: Folder) -> None:
    long = [story for got in hostile.outcomes.values() for story in got.stories if len(story.body) > 200_000]
    assert len(long) >= 5
    assert not any(story.extractable for story in long)
    assert all(any("--max-text" in note for note in story.warnings) for story in long)


def test_a_date_is_what_was_sent_or_none_and_never_today(hostile: Folder) -> None:
    today = time.strftime("%Y-%m-%d")
    dated = [
        story.published for name, got in hostile.outcomes.items() if name.startswith("date-") for story in got.stories
    ]
    assert len(dated) == 16
    assert not [when for when in dated if when and when.isoformat().startswith(today)]
