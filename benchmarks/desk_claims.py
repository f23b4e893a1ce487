"""Scores claims, claimants, polarity and chains on the desk corpus: extraction alone, without a database.

    python -m benchmarks.desk_claims [--errors] [--only NAME] [train dev]

Uses the corpus's own scorer for matching, so its figures are those of `score_desk.py` but for events and disputes.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.attribution import extract
from claims.records import Passage, Story

SHOWN = ("claims F1", "claims P", "claims R", "whole F1", "claimant", "polarity", "checkable", "via")


def load_scorer(shared: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_desk", shared / "scorers/score_desk.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def listed(stories: dict[str, dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What `import --jsonl` and `list --jsonl` would print of these stories, as far as the scorer reads it."""
    imports, claims = [], []
    for name, row in stories.items():
        imports.append({"story": name, "item": name, "version": row.get("version", 1), "status": "new", "kind": "new"})
        for number, passage in enumerate(extract(story(row))):
            claims.append(claim(f"{name}-{number}", name, passage))
    return imports, claims


def story(row: dict[str, Any]) -> Story:
    """A story of the corpus as the reader of `stories-jsonl` makes it."""
    return Story(
        body=row["body"],
        agency=row["agency"],
        guid=row["id"],
        headline=row["headline"],
        published=datetime.fromisoformat(row["published"]),
        byline=row.get("byline") or "",
        dateline=row.get("dateline"),
    )


def claim(number: str, name: str, passage: Passage) -> dict[str, Any]:
    """One claim as `list --jsonl` prints it."""
    return {
        "claim": number, "story": name, "status": "current",
        "spans": [list(s) for s in passage.content], "text": passage.text,
        "claimant": passage.claimant, "claimants": list(passage.claimants), "via": list(passage.via),
        "polarity": passage.polarity.value, "checkable": passage.checkable, "confidence": passage.confidence,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=["train", "dev"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options = parser.parse_args()
    scorer = load_scorer(options.shared)
    for part in options.parts:
        total = []
        began = time.process_time()
        for folder in sorted((options.shared / "corpora/desk" / part).iterdir()):
            if not (folder / "gold.json").exists() or (options.only and options.only != folder.name):
                continue
            rows, gold = scorer.load(folder)
            last = scorer.last_versions(rows)
            gold = {
                **gold,
                "versions": [],
                "questions": {},
                "claims": [{**c, "question": None, "also": []} for c in gold["claims"]],
            }
            counts, errors = scorer.score(list(last.values()), gold, *listed(last), [], [])
            total.append(counts)
            if options.errors:
                print(f"-- {folder.name}", *("   " + e for e in errors), sep="\n")
        figures = scorer.figures(scorer.added(total))
        shown = "  ".join(f"{k} {figures[k] or 0:.3f}" for k in SHOWN)
        print(f"{part}: {shown}   ({time.process_time() - began:.1f} s)")


if __name__ == "__main__":
    main()
