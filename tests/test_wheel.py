"""The wheel alone: what is installed from it works without the checkout, migrations included."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that holds the wheel; of the one running the tests it sees the dependencies alone.

    A path in a .pth file is searched, but .pth files in it are not read: our own editable install stays out of sight.
    """
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout.strip())
    with ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def claims(python: Path, folder: Path, *arguments: str) -> str:
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "CLAIMS_DB")}
    command = [str(python), "-m", "claims", *arguments]
    return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True).stdout


def test_the_wheel_holds_code_migrations_and_data_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {
        "claims",
        next(n for n in names if "dist-info" in n).split("/")[0],
    }
    assert any(name.startswith("claims/migrations/versions/0001") for name in names)
    for path in (ROOT / "claims").rglob("*"):
        if path.suffix in (".txt", ".csv", ".json", ".npz", ".gz", ".typed"):
            assert str(path.relative_to(ROOT)) in names


def test_the_wheel_alone_does_the_main_job(python: Path, tmp_path: Path) -> None:
    ask = [str(python), "-c", "import claims; print(claims.__file__)"]
    where = subprocess.run(ask, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert where.startswith(str(python.parent.parent))
    claims(python, tmp_path, "import", str(ROOT / "data" / "monday"))
    assert "schema" in claims(python, tmp_path, "db", "current")
    assert claims(python, tmp_path, "report", "--disputed").startswith("# Disputed claims")
