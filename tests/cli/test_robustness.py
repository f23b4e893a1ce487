"""What a damaged database, a full disk, a closed pipe or Ctrl-C leaves on the screen: a sentence, never a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims.errors import ConfigError, DatabaseUnavailable
from claims.store import engine, migrations
from tests.cli.test_process import ROOT, run

STORY = "LODEM, Oct 2 (AP) - The dam at Lodem is safe, Mayor Ada Moe said.\n\nIt holds, engineer Karl Ost said."


def desk(tmp_path: Path, stories: int = 1) -> Path:
    """A database with that many stories."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for number in range(stories):
        (folder / f"{number}.txt").write_text(STORY.replace("Lodem", f"Lodem{number}"))
    file = tmp_path / "my desk:1.db"  # a name that a URL would quote
    assert run("--db", str(file), "import", str(folder)).returncode == 0
    return file


def test_a_damaged_database_is_said_so(tmp_path: Path) -> None:
    file = desk(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 4 + 1000])
    for command in (("list",), ("db", "check")):
        done = run("--db", str(file), *command)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        assert b"damaged" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claims", "--db", str(desk(tmp_path)), "list"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=env, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"Error: Could not write: No space left on device.")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_enough_ends_a_listing_well(tmp_path: Path) -> None:
    file = desk(tmp_path, 40)
    script = f"set -o pipefail; '{sys.executable}' -m claims --db '{file}' list --jsonl | head -1"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=env, check=False)
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (0, b"", 1)


def test_an_import_that_is_stopped_says_what_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number}.txt").write_text(STORY.replace("Lodem", f"Lodem{number}"))
    command = [sys.executable, "-m", "claims", "--db", str(tmp_path / "d.db"), "import", "--jsonl", str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        told = process.stderr.read()
    assert process.returncode == 130
    assert b" kept. Run it again" in told
    assert b"Traceback" not in told


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE bookmark (id INTEGER)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(DatabaseUnavailable, match="another program"):
        migrations.upgrade(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_desk_that_lost_its_revision_is_said_so(database_url: str) -> None:
    with engine.opened(database_url) as opened:
        with engine.writing(opened) as connection:
            connection.exec_driver_sql("DELETE FROM alembic_version")
        with pytest.raises(DatabaseUnavailable, match="which schema"):
            migrations.require(opened)


def test_a_newer_schema_is_no_reason_to_upgrade_the_database(tmp_path: Path, sqlite_template: Path) -> None:
    file = tmp_path / "newer.db"
    shutil.copyfile(sqlite_template, file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    done = run("--db", str(file), "db", "current")
    assert b"newer version of claims" in done.stderr
    assert b"db upgrade" not in done.stdout + done.stderr


def test_an_address_that_is_none_is_shown_without_its_password() -> None:
    with pytest.raises(ConfigError) as caught:
        engine.connect("postgresql+psycopg://mara:secret@[::1/x")
    assert "secret" not in caught.value.message
    assert "mara" in caught.value.message
