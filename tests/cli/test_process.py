"""The command as a process: streams, pipes, encodings and exit codes as a shell sees them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from claims.cli.inputs import FORMATS
from claims.wire import FORMATS as READERS

ROOT = Path(__file__).parent.parent.parent
MANY = "\n\n".join(f'"The dam {number} will hold," Mayor Lena Brook said on Monday.' for number in range(400))


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`claims` with its streams as pipes."""
    command = [sys.executable, "-m", "claims", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, input=stdin, capture_output=True, env=env, check=False)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(MANY)
    command = f"{sys.executable} -m claims extract --jsonl {tmp_path} {tmp_path} {tmp_path} | head -c 10"
    done = subprocess.run(
        command, shell=True, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.stderr == b""
    assert len(done.stdout) == 10


def test_a_file_name_that_is_no_text_is_printed_safely(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/wire \xff\x1b[31m.txt"
    Path(os.fsdecode(name)).write_text("Mayor Lena Brook said the dam would hold.")
    for form in ("--table", "--jsonl"):
        done = run("extract", form, str(tmp_path))
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout + done.stderr
    (line,) = done.stdout.decode().splitlines()
    assert json.loads(line)["origin"]


def test_an_ascii_terminal_gets_ascii(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mayor Łucja Brook said the dam would hold – for now.", encoding="utf-8")
    table = run("extract", str(tmp_path), PYTHONIOENCODING="ascii")
    lines = run("extract", "--jsonl", str(tmp_path), PYTHONIOENCODING="ascii")
    assert table.returncode == lines.returncode == 0
    table.stdout.decode("ascii")
    assert "Łucja" in json.loads(lines.stdout.decode("ascii"))["body"]


def test_no_colour_in_a_pipe_unless_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mayor Lena Brook said the dam would hold.")
    assert b"\x1b" not in run("extract", str(tmp_path)).stdout
    assert b"\x1b" not in run("--color", "never", "extract", str(tmp_path)).stdout


def test_unread_input_is_named_with_the_reason_and_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Mayor Lena Brook said the dam would hold.")
    done = run("extract", "--jsonl", str(tmp_path / "good.txt"), str(tmp_path / "gone.txt"))
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert b"gone.txt: no such file" in done.stderr


def test_every_reader_can_be_named_with_format() -> None:
    refuses_only = {"xml"}
    assert set(FORMATS) - {"auto"} == {reader.name for reader in READERS} - refuses_only


def test_standard_input_is_a_file_like_any_other() -> None:
    done = run("extract", "--jsonl", "-", stdin=b"Mayor Lena Brook said the dam would hold.")
    assert done.returncode == 0
    (claim,) = json.loads(done.stdout)["claims"]
    assert claim["claimant"] == "Lena Brook"
    assert json.loads(done.stdout)["origin"] == "-"


def test_wrong_usage_is_exit_code_2() -> None:
    assert run("who").returncode == 2
    assert run("extract", "--format", "word", "-").returncode == 2
    assert run("extract", "--agency", "Nobody's Wire", "-").returncode == 2
    assert run("--tz", "Mars/Olympus", "events").returncode == 2
    assert run("--model", "accurate", "extract", "-").returncode == 2
    assert run("--db", "mongodb://x/y", "events").returncode == 2


def test_without_a_database_a_listing_says_how_to_make_one(tmp_path: Path) -> None:
    done = run("--db", str(tmp_path / "none.db"), "events")
    assert done.returncode == 1
    assert b"claims import" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_database_path_needs_no_database(tmp_path: Path) -> None:
    done = run("--db", str(tmp_path / "none.db"), "db", "path")
    assert done.stdout.decode().strip() == str(tmp_path / "none.db")


def test_completion_is_printed_for_each_shell() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert b"_CLAIMS_COMPLETE" in run("completion", shell).stdout


def test_completion_offers_commands_and_options() -> None:
    done = run(_CLAIMS_COMPLETE="bash_complete", COMP_WORDS="claims re", COMP_CWORD="1")
    assert {line.partition(",")[2] for line in done.stdout.decode().split()} == {
        "report",
        "review",
        "regroup",
        "reextract",
    }
    done = run(_CLAIMS_COMPLETE="bash_complete", COMP_WORDS="claims who --st", COMP_CWORD="2")
    assert done.stdout.decode().split() == ["plain,--stance"]


def test_pairs_are_answered_in_their_order_and_bad_lines_are_named() -> None:
    pairs = [
        {"id": 1, "a": {"text": "Police said 12 people were killed."}, "b": {"text": "Police said 12 people died."}},
        {"id": "two", "a": {"text": "It rained."}, "b": {"text": "The president denied it."}},
    ]
    stdin = b"".join(json.dumps(pair).encode() + b"\n" for pair in pairs) + b'{"id": 3}\nnot json\n'
    done = run("compare", "-", "--jsonl", stdin=stdin)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, "two"]
    assert {"same_event", "relation", "score", "kind", "explanation", "features"} <= set(answers[0])
    assert done.returncode == 3
    assert b"line 3" in done.stderr
    assert b"line 4" in done.stderr


def test_on_a_terminal_a_table_is_drawn_and_coloured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mayor Lena Brook said the dam would hold.")
    assert b"\x1b[1m" in on_a_terminal("extract", str(tmp_path / "a.txt"))
    assert b"\x1b[" not in on_a_terminal("extract", str(tmp_path / "a.txt"), NO_COLOR="1")
    assert b"\x1b[" not in on_a_terminal("--color", "never", "extract", str(tmp_path / "a.txt"))


def on_a_terminal(*arguments: str, **environment: str) -> bytes:
    """What `claims` writes to a terminal."""
    leader, follower = os.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    done = subprocess.run(
        [sys.executable, "-m", "claims", *arguments], stdout=follower, stderr=subprocess.DEVNULL, env=env, check=True
    )
    os.close(follower)
    assert done.returncode == 0
    written = os.read(leader, 100_000)
    os.close(leader)
    return written


def test_extract_never_puts_a_denial_in_its_own_words_behind_denies() -> None:
    copy = b'"We had no hand in the fire," Olga Renn said.\n\nPolice denied planting the bomb.'
    lines = [line.split() for line in run("extract", "-", stdin=copy).stdout.decode().splitlines()]
    (own,) = (line for line in lines if line[:2] == ["Olga", "Renn"])
    (denied,) = (line for line in lines if line[:1] == ["Police"])
    assert " ".join(own[2:11]) == "denies it “We had no hand in the fire”"
    assert denied[1:5] == "deny planting the bomb".split()
