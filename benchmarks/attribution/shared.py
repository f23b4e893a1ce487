"""Where the corpora and scorers lie, and the scorers as modules; what is absent is said in one sentence."""

import importlib
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def folder() -> Path:
    """The shared folder: $CLAIMS_SHARED, or `../shared` beside the project."""
    return Path(os.environ.get("CLAIMS_SHARED") or ROOT.parent / "shared")


def scorer(name: str) -> Any:
    """A scorer, imported from the shared folder."""
    place = folder() / "scorers"
    if not (place / f"{name}.py").exists():
        raise SystemExit(f"no {name}.py in {place}: put the shared folder beside the project or set CLAIMS_SHARED")
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))
    return importlib.import_module(name)
