"""Runs the `claims` commands of the README on the sample copy and writes their real output under them.

`python -m docs.make_readme`. A console block that opens with "$ claims …" is run, in order, in one fresh folder; what
the command prints, warnings included, replaces what stood under it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

_BLOCK = re.compile(r"```console\n(\$ claims [^\n]*)\n.*?```", re.DOTALL)


def with_output(text: str) -> str:
    """The README with the output of each command under it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        return _BLOCK.sub(lambda block: f"```console\n{block[1]}\n{_output(block[1], folder)}```", text)


def _output(line: str, folder: str) -> str:
    command = line.replace("$ claims", f"{sys.executable} -m claims", 1)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "CLAIMS_USER": "mara"}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=env,
        text=True,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.stdout


if __name__ == "__main__":
    README.write_text(with_output(README.read_text(encoding="utf-8")), encoding="utf-8")
