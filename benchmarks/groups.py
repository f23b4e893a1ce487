"""Scores grouping: B-cubed on the public group sets at one setting, and events of the desk corpus on its gold claims.

    python -m benchmarks.groups [--sets] [--desk train dev] [--each]

The desk's figure is that of `score_desk.py` with every claim extracted rightly; end to end it is lower.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from benchmarks import material
from claims import events
from claims.records import Claim, Link, Passage, SourceKind, StoryRef
from claims.text import Span

SETS = {
    "Emergent": "emergent/groups.jsonl",
    "ECB+ leads": "ecbplus/leads.jsonl",
    "ECB+ sentences": "ecbplus/sentences.jsonl",
    "ClaimDiff": "claimdiff/groups.jsonl",
    "UCI": "uci/groups.jsonl",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", action="store_true", help="the public group sets only")
    parser.add_argument("--desk", nargs="*", metavar="PART", help="parts of the desk corpus only")
    parser.add_argument("--each", action="store_true", help="a line for each scenario")
    options = parser.parse_args()
    if options.sets or options.desk is None:
        for name, path in SETS.items():
            score_set(name, path)
    if options.desk is not None or not options.sets:
        for part in options.desk or ("train", "dev"):
            score_desk(part, options.each)


def score_set(name: str, path: str) -> None:
    rows = material.rows(path)
    claims = [_claim(n, row) for n, row in enumerate(rows)]
    began = time.process_time()
    groups = events.partition(claims)
    seconds = time.process_time() - began
    found = {rows[n]["id"]: g for g, group in enumerate(groups) for n in group}
    score = material.scorer("score_groups").score({row["id"]: row["group"] for row in rows}, found)
    print(
        f"{name:15} {len(rows):5} claims  B-cubed P {score['bcubed_p']:.3f} R {score['bcubed_r']:.3f} "
        f"F1 {score['bcubed_f1']:.3f}  ARI {score['ari']:.3f}  ({seconds:.1f} s)",
        flush=True,
    )


def _claim(number: int, row: material.Row) -> Claim:
    passage = Passage(
        text=row["text"],
        chain=(Link("", SourceKind.UNNAMED, content=(Span(0, len(row["text"])),)),),
        external_id=row["id"],
    )
    story = StoryRef(id=number, guid=row["id"], headline=row.get("context") or "", lead=row["text"])
    return Claim(number, passage, story, sentence=row["text"])


def score_desk(part: str, each: bool) -> None:
    total: Counter[str] = Counter()
    for scenario in material.scenarios(part):
        counts = desk_counts(scenario, events.partition(scenario.claims))
        total.update(counts)
        if each:
            print(f"  {scenario.name:25} {counts['events_f'] / counts['events']:.3f}")
    print(
        f"desk {part:10} {total['events']:5} events  B-cubed within events F1 {total['events_f'] / total['events']:.3f}"
    )


def desk_counts(scenario: material.Scenario, groups: tuple[frozenset[int], ...]) -> Counter[str]:
    event = {claim: f"E-{n}" for n, group in enumerate(groups) for claim in group}
    gold = scenario.gold["claims"]
    hit = [({"event": event[n], "claim": row["id"]}, row) for n, row in enumerate(gold, 1) if not row.get("optional")]
    counts: Counter[str] = Counter()
    material.scorer("score_desk").score_events(counts, hit, scenario.gold)
    return counts


if __name__ == "__main__":
    main()
