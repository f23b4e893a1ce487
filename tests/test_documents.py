"""The documents are held to the program: the README's commands run, and every machine field is described."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from claims.cli import cli
from claims.cli.fields import doubt_fields, extraction_fields, imported_fields, passage_fields
from claims.records import Doubt, Extraction, Imported, Link, Passage, Problem, SourceKind, Story, StoryKind
from claims.reports.fields import claim_fields, dispute_fields, dossier_fields, event_fields
from tests.reports.desk_copy import ACCUSED, DISPUTE, DOSSIER, EVENT

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(text: str) -> Iterator[str]:
    """The `claims` commands of the console blocks, in order."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        yield from (line[2:] for line in block.splitlines() if line.startswith("$ claims "))


def test_the_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMS_DB", raising=False)
    ran = 0
    for command in commands(README):
        result = CliRunner().invoke(cli, shlex.split(command)[1:], catch_exceptions=False)
        assert result.exit_code == 0, f"{command}\n{result.output}"
        ran += 1
    assert ran >= 6


def test_the_python_of_the_documentation_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.DOTALL)
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "data/monday/castell-maren.txt" in done.stdout


def test_the_two_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test", "check"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
        assert f"make {target}" in README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "data/README.md",
        *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")),
    ],
)
def test_links_between_documents_lead_somewhere(name: str) -> None:
    path = ROOT / name
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), f"{name}: {link}"


FIELDS = {
    "extract": extraction_fields(Extraction(Story("x"), ())),
    "claim of extract": passage_fields(Passage("x", (Link("y", SourceKind.PERSON),))),
    "import": imported_fields(Problem("x", "y")) | imported_fields(Imported(1, "a", "b", 1, StoryKind.NEW, "new", "o")),
    "list": claim_fields(ACCUSED),
    "disputes": dispute_fields(DISPUTE),
    "events": event_fields(EVENT),
    "who": dossier_fields(DOSSIER)["questions"][0] | dossier_fields(DOSSIER)["questions"][0]["positions"][0],
    "review": doubt_fields(Doubt(1, "speaker", (), "x")),
}


@pytest.mark.parametrize("name", FIELDS)
def test_every_machine_field_is_described(name: str) -> None:
    text = (ROOT / "docs" / "machine-formats.md").read_text(encoding="utf-8")
    assert [field for field in FIELDS[name] if f"`{field}`" not in text] == []


def test_every_sample_is_in_the_readme_of_the_samples() -> None:
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8").replace("-1.json`, `-2.json`", "-1.json` -2.json")
    for path in (ROOT / "data").glob("*/*"):
        name = path.name.replace("halyard-bridge-2", "halyard-bridge-1")
        assert name in told, path
