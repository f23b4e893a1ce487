"""One `claims import` of the whole hostile folder: exit 3, no crash, ten minutes and a gigabyte, nothing raw."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.shared import shared

SECONDS = 600
KILOBYTES = 1_000_000
PASSED_BY = {".hidden.txt", "directory-named.txt", "loop/again"}  # no files of their own, or hidden


@dataclass
class Run:
    """The import: its exit code, streams, time and memory, and what its lines say of each file."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    kilobytes: int
    manifest: dict[str, dict[str, Any]]
    lines: dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("desk")
    generator = shared("hostile/make_hostile.py")
    subprocess.run([sys.executable, str(generator), "in"], cwd=folder, check=True, capture_output=True, timeout=120)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "claims", "--db", "desk.db", "import", "in", "--jsonl"],
        cwd=folder,
        capture_output=True,
        timeout=SECONDS + 60,
        check=False,
    )
    entries = json.loads((folder / "in.manifest.json").read_text(encoding="utf-8"))
    return Run(
        done.returncode,
        done.stdout,
        done.stderr,
        time.perf_counter() - start,
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
        {_key(entry["file"]): entry for entry in entries},
        _by_file(done.stdout),
    )


def _by_file(out: bytes) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for text in out.splitlines():
        line = json.loads(text)
        name = line["origin"].partition("!")[0]
        found.setdefault(_key(str(Path(name).relative_to("in"))), []).append(line)
    return found


def _key(name: str) -> str:
    """A file's name as it can be compared: undecodable bytes come back as escapes of one kind or another."""
    return "".join(c if c.isascii() and c.isprintable() and c not in "\\?" else "" for c in name).replace("udcff", "")


def test_it_ends_with_the_code_for_some_input_not_read_and_no_traceback(run: Run) -> None:
    assert run.code == 3
    assert b"Traceback" not in run.err
    assert b"report this" not in run.err


def test_it_stays_within_ten_minutes_and_a_gigabyte(run: Run) -> None:
    assert run.seconds < SECONDS
    assert run.kilobytes < KILOBYTES


def test_every_file_is_imported_or_refused_as_the_manifest_says(run: Run) -> None:
    wrong = []
    for name, entry in run.manifest.items():
        lines = run.lines.get(name, [])
        stories = [line for line in lines if line["status"] != "failed"]
        failed = [line for line in lines if line["status"] == "failed"]
        told = bool(failed) or any(line["warnings"] or line.get("notes") for line in stories)
        fine = {
            "import": bool(stories),
            "refuse": bool(failed) and not stories,
            "warn": bool(stories) and told,
            "either": bool(lines),
        }[entry["expect"]]
        if not fine and entry["file"] not in PASSED_BY:
            wrong.append((entry["expect"], entry["file"], entry["check"], lines[:2]))
    assert not wrong


def test_every_good_neighbour_is_in(run: Run) -> None:
    assert all(run.lines[f"GOOD-{n}.txt"][0]["status"] in ("new", "version", "unchanged") for n in (1, 2, 3))


def test_each_file_that_is_not_read_is_named_with_its_reason(run: Run) -> None:
    failed = [line for lines in run.lines.values() for line in lines if line["status"] == "failed"]
    assert failed
    assert all(line["message"] for line in failed)


def test_no_control_or_escape_character_leaves_raw(run: Run) -> None:
    text = (run.out + run.err).decode("utf-8")
    assert not [c for c in text if (ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0]
    assert not [c for c in text if "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"]
