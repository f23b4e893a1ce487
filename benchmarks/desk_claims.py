"""Scores claims, claimants, polarity and chains on the desk corpus: extraction alone, without a database.

    python -m benchmarks.desk_claims [--errors] [--only NAME] [--bootstrap N] [train dev]

Uses the corpus's own scorer for matching, so its figures are those of `score_desk.py` but for events and disputes.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.material import Row, scorer, shared
from claims.attribution import extract
from claims.records import Passage, Story

SHOWN = ("claims F1", "claims P", "claims R", "whole F1", "claimant", "polarity", "checkable", "via")
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(slots=True)
class Scored:
    """Of one scenario: the scorer's counts and errors, and of every claim that counts how sure and whether right."""

    name: str
    counts: Counter[str]
    errors: list[str]
    sure: list[tuple[float, bool]] = field(default_factory=list)


def part(name: str, only: str | None = None) -> Iterator[Scored]:
    """The scenarios of train or dev, extracted and scored."""
    for folder in sorted((shared() / "corpora/desk" / name).iterdir()):
        if (folder / "gold.json").exists() and only in (None, folder.name):
            yield scenario(folder)


def scenario(folder: Path) -> Scored:
    """One scenario; questions and versions are not asked for."""
    judge = scorer("score_desk")
    rows, gold = judge.load(folder)
    last = judge.last_versions(rows)
    gold |= {"versions": [], "questions": {}}
    gold["claims"] = [{**claim, "question": None, "also": []} for claim in gold["claims"]]
    imports, claims = listed(last)
    counts, errors = judge.score(list(last.values()), gold, imports, claims, [], [])
    return Scored(folder.name, counts, errors, list(judged(list(last.values()), gold, imports, claims)))


def judged(stories: list[Row], gold: Row, imports: list[Row], claims: list[Row]) -> Iterator[tuple[float, bool]]:
    """Of every claim that counts its confidence and whether it is a claim, by whom it says, with that polarity."""
    judge = scorer("score_desk")
    _, of, counting = judge.match(gold, stories, imports, claims)
    known = {row["id"]: row for row in gold["claims"]}
    for claim in counting:
        same = known.get(of.get(claim["claim"]))
        right = same is not None and judge.claimant_right(claim, same) and claim["polarity"] == same["polarity"]
        yield claim["confidence"], bool(right)


def listed(stories: dict[str, Row]) -> tuple[list[Row], list[Row]]:
    """What `import --jsonl` and `list --jsonl` would print of these stories, as far as the scorer reads it."""
    imports, claims = [], []
    for name, row in stories.items():
        imports.append({"story": name, "item": name, "version": row.get("version", 1), "status": "new", "kind": "new"})
        for number, passage in enumerate(extract(story(row))):
            claims.append(claim(f"{name}-{number}", name, passage))
    return imports, claims


def story(row: Row) -> Story:
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


def claim(number: str, name: str, passage: Passage) -> Row:
    """One claim as `list --jsonl` prints it."""
    return {
        "claim": number, "story": name, "status": "current",
        "spans": [list(s) for s in passage.content], "text": passage.text,
        "claimant": passage.claimant, "claimants": list(passage.claimants), "via": list(passage.via),
        "polarity": passage.polarity.value, "checkable": passage.checkable, "confidence": passage.confidence,
    }  # fmt: skip


# ---- tables ------------------------------------------------------------------------------------------------------


def figures(scored: Sequence[Scored]) -> dict[str, float]:
    """The scorer's figures of some scenarios together; 0 where there is nothing to count."""
    judge = scorer("score_desk")
    found: dict[str, Any] = judge.figures(judge.added(x.counts for x in scored))
    return {name: found[name] or 0.0 for name in SHOWN}


def interval(scored: Sequence[Scored], samples: int) -> dict[str, tuple[float, float]]:
    """95 % of each figure over resampled scenarios."""
    chance = random.Random(1)
    drawn = [figures(chance.choices(scored, k=len(scored))) for _ in range(samples)]
    low, high = int(0.025 * (samples - 1)), int(0.975 * (samples - 1))
    ordered = {name: sorted(one[name] for one in drawn) for name in SHOWN}
    return {name: (values[low], values[high]) for name, values in ordered.items()}


def reliability(found: Iterable[tuple[float, bool]]) -> list[str]:
    """A line a band of confidence: how many claims, how sure they are on average, the share that is right."""
    claims = list(found)
    lines = ["| confidence | claims | mean | right |", "|---|--:|--:|--:|"]
    for low, high in pairwise(STEPS):
        band = [x for x in claims if low <= x[0] < high]
        mean, right = (sum(x[i] for x in band) / max(1, len(band)) for i in (0, 1))
        lines.append(f"| {low:.2f}–{min(1, high):.2f} | {len(band)} | {mean:.2f} | {right:.2f} |")
    return lines


def report(samples: int, name: str = "dev") -> list[str]:
    """Both tables of one part, as Markdown."""
    scored = list(part(name))
    all_, spread = figures(scored), interval(scored, samples)
    rows = [f"| {x} | {all_[x]:.3f} | {spread[x][0]:.3f}–{spread[x][1]:.3f} |" for x in SHOWN]
    head = [f"## Desk {name}, claims", "", "| | | 95 % |", "|---|--:|--:|"]
    return [*head, *rows, "", *reliability(x for one in scored for x in one.sure)]


def main() -> None:
    """Prints a line of figures for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=["train", "dev"])
    parser.add_argument("--errors", action="store_true", help="print every error")
    parser.add_argument("--only", metavar="NAME", help="one scenario")
    parser.add_argument("--bootstrap", type=int, metavar="N", help="print tables instead, with intervals")
    options = parser.parse_args()
    for name in options.parts:
        if options.bootstrap:
            print("\n".join(report(options.bootstrap, name)))
            continue
        scored = list(part(name, options.only))
        for one in scored if options.errors else ():
            print(f"-- {one.name}", *("   " + error for error in one.errors), sep="\n")
        print(f"{name}: " + "  ".join(f"{key} {value:.3f}" for key, value in figures(scored).items()))


if __name__ == "__main__":
    main()
