"""Paths to documents: read in order, never out of the folder, nothing waited for, nothing skipped silently."""

from __future__ import annotations

import os
import socket
from io import BytesIO
from pathlib import Path

import pytest

from claims.desk.inputs import count, documents
from claims.records import Document, Problem


def told(*paths: Path | str, **more: object) -> list[tuple[str, str]]:
    """File name and content, or the reason why there is none."""
    found = documents(paths, **more)  # type: ignore[arg-type]
    return [(Path(d.origin).name, d.content.decode() if isinstance(d, Document) else d.message) for d in found]


def test_a_folder_is_read_in_order_of_names_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert told(tmp_path) == [("a.txt", "a.txt"), ("b.txt", "b.txt"), ("c.txt", "sub/c.txt")]
    assert count([tmp_path, "x.txt"]) == 4


def test_a_hyphen_is_standard_input() -> None:
    assert told("-", stdin=BytesIO(b"copy")) == [("-", "copy")]


def test_a_file_over_the_cap_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 101)
    (problem,) = documents([tmp_path / "big.txt"], max_size=100)
    assert isinstance(problem, Problem)
    assert "--max-size" in problem.remedy
    assert told("-", stdin=BytesIO(b"x" * 101), max_size=100)[0][1].startswith("larger than")


def test_a_link_that_leaves_the_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (inside / "a.txt").write_text("copy")
    (inside / "file-link").symlink_to(outside / "secret.txt")
    (inside / "folder-link").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "nowhere").symlink_to(inside / "gone")
    (inside / "own").symlink_to(inside / "a.txt")
    assert told(inside) == [
        ("a.txt", "copy"),
        ("file-link", "a link that leaves the folder"),
        ("folder-link", "a link that leaves the folder"),
        ("nowhere", "a link to nowhere"),
        ("own", "copy"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_sockets_and_devices_are_told_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(tmp_path)  # the path of a socket has at most 107 bytes
        listening.bind("socket")
        assert told(tmp_path)[0] == ("pipe", "a pipe, not a file")
        assert told(tmp_path)[1][0] == "socket"
    assert told("/dev/null") == [("null", "a device, not a file")]


def test_what_is_not_there_or_holds_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "none.txt") == [("none.txt", "no such file")]
    assert told(tmp_path)[0][1] == "no files in it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "a.txt").write_text("copy")
    (tmp_path / "a.txt").chmod(0)
    assert told(tmp_path) == [("a.txt", "may not be read"), ("closed", "may not be read")]
