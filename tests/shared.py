"""Where the material beside the project lies; tests that need it skip, with a reason, where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def shared_folder() -> Path | None:
    """`$CLAIMS_SHARED`, else `shared` beside the checkout; None where there is neither."""
    given = os.environ.get("CLAIMS_SHARED")
    folder = Path(given) if given else Path(__file__).resolve().parents[2] / "shared"
    return folder if folder.is_dir() else None


def shared(path: str) -> Path:
    """A file or folder of the shared material; skips the test that asks where it is not there."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("the shared material is not here: put it beside the checkout or name it in $CLAIMS_SHARED")
    found = folder / path
    if not found.exists():
        pytest.skip(f"the shared material has no {path}")
    return found
