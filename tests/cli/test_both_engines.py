"""SQLite and PostgreSQL answer alike: the same commands on the same copy print the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from claims.cli import cli
from claims.cli.loader import COMMANDS

DATA = Path(__file__).parent.parent.parent / "data"

QUESTIONS = (
    ("report",),
    ("report", "--disputed", "--format", "json"),
    ("report", "--format", "csv"),
    ("events", "--jsonl"),
    ("list", "--withdrawn", "--jsonl"),
    ("disputes", "--all", "--jsonl"),
    ("review", "--list", "--jsonl"),
    ("agencies", "--here", "--jsonl"),
    ("search", "overloded ferry", "--json"),
    ("who", "E-1", "--json"),
    ("who", "E-1", "--as-of", "2026-03-09 12:00", "--json"),
    ("story", "diff", "S-1", "--json"),
)


def printed(url: str, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["--db", url, *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_both_engines_print_the_same(both_urls: tuple[str, str]) -> None:
    for url in both_urls:
        printed(url, "import", str(DATA / "monday"))
        printed(url, "import", str(DATA / "tuesday"))
    for question in QUESTIONS:
        assert question[0] in COMMANDS
        sqlite, postgresql = (printed(url, *question).splitlines() for url in both_urls)
        # where the copy stands in time, not when it arrived on this machine
        kept = [[line for line in lines if '"arrived"' not in line] for lines in (sqlite, postgresql)]
        assert kept[0] == kept[1], question


@pytest.mark.parametrize("question", [("db", "path"), ("db", "current")])
def test_a_password_is_never_printed(question: tuple[str, ...]) -> None:
    url = "postgresql://mara:secret@127.0.0.1:1/none"
    result = CliRunner().invoke(cli, ["--db", url, *question])
    assert "secret" not in result.output
    assert result.exit_code in (0, 1)
