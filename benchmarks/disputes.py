"""Scores disputes: the desk corpus on its gold claims, and pairs of the public sets.

    python -m benchmarks.disputes [--desk train dev] [--gold-events] [--pairs] [--errors] [--only NAME]

The desk's figures are those of `score_desk.py` with every claim extracted rightly; with `--gold-events` also every
claim in its right event.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from typing import Any

from benchmarks import material
from claims import disputes, events
from claims.desk.compare import Side, compare
from claims.records import Claim, Relation

SHOWN = ("events", "disputes P", "disputes R", "disputes F1", "rising", "origins")
Rows = list[dict[str, Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--desk", nargs="*", metavar="PART", help="parts of the desk corpus only")
    parser.add_argument("--pairs", action="store_true", help="the public pair sets only")
    parser.add_argument("--gold-events", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", metavar="NAME")
    options = parser.parse_args()
    if options.desk is not None or not options.pairs:
        for part in options.desk or ("train", "dev"):
            score_desk(part, options)
    if options.pairs or options.desk is None:
        score_pairs()


def score_desk(part: str, options: argparse.Namespace) -> None:
    score_desk_ = material.scorer("score_desk")
    counts = []
    began = time.process_time()
    for scenario in material.scenarios(part):
        if options.only and options.only != scenario.name:
            continue
        gold = {**scenario.gold, "versions": []}
        count, errors = score_desk_.score(scenario.stories, gold, *printed(scenario, options.gold_events))
        counts.append(count)
        if options.errors:
            print(f"-- {scenario.name}", *("   " + error for error in errors), sep="\n")
    figures = score_desk_.figures(score_desk_.added(counts))
    shown = "  ".join(f"{name} {figures[name] or 0:.3f}" for name in SHOWN)
    print(f"desk {part}: {shown}   ({time.process_time() - began:.1f} s)")


def printed(scenario: material.Scenario, gold_events: bool) -> tuple[Rows, Rows, Rows, Rows]:
    """What import, list, disputes and who would print of a scenario whose claims are all extracted rightly."""
    stories = {c.story.id: c.story.guid for c in scenario.claims}
    imports = [{"story": n, "item": guid, "status": "new", "kind": "new"} for n, guid in stories.items()]
    groups = by_gold(scenario) if gold_events else [set(group) for group in events.partition(scenario.claims)]
    listed, found, whos = [], [], []
    for number, group in enumerate(groups):
        claims = [c for c in scenario.claims if c.id in group]
        listed += [_listed(c, scenario.gold["claims"][c.id - 1], f"E-{number}") for c in claims]
        pairs = disputes.find(claims)
        found += [_dispute(pair) for pair in pairs]
        whos.append({"questions": [_question(q) for q in disputes.questions(claims, pairs)]})
    return imports, listed, found, whos


def by_gold(scenario: material.Scenario) -> list[set[int]]:
    """The gold events, as groups of claim ids."""
    groups = defaultdict(set)
    for number, row in enumerate(scenario.gold["claims"], 1):
        groups[row["event"]].add(number)
    return list(groups.values())


def _listed(claim: Claim, row: material.Row, event: str) -> dict[str, Any]:
    return {
        "claim": claim.id,
        "event": event,
        "story": claim.story.id,
        "status": "current",
        "text": f"[{row['id']}] {claim.passage.claimant}: {claim.passage.text}",
        "claimant": claim.passage.claimant,
        "polarity": claim.passage.polarity.value,
        "checkable": claim.passage.checkable,
        "via": list(claim.passage.via),
        "spans": [list(span) for span in claim.passage.content],
    }


def _dispute(pair: disputes.Pair) -> dict[str, Any]:
    relation = pair.finding.relation.value
    return {"left": {"claim": pair.left_id}, "right": {"claim": pair.right_id}, "relation": relation}


def _question(question: Any) -> dict[str, Any]:
    positions = [
        {
            "proposition": p.proposition,
            "stance": p.stance,
            "claims": [c.id for c in p.claims],
            "origins": p.origins,
        }
        for p in question.positions
    ]
    return {"status": question.status, "positions": positions}


PAIRS = {
    # set: (file, the label that competes, what the labels of ours are there, rows kept)
    "Emergent dev": ("emergent/stance.jsonl", "against"),
    "RTE-3": ("rte3/pairs.jsonl", "contradiction"),
    "ClaimDiff W": ("claimdiff/pairs.jsonl", "weaken"),
    "VitaminC digits": ("vitaminc/pairs.jsonl", "refutes"),
}


def score_pairs() -> None:
    for name, (path, positive) in PAIRS.items():
        rows = [row for row in material.rows(path) if _counts(name, row)]
        gold = {row["id"]: row for row in rows}
        found = {row["id"]: _predicted(row, positive) for row in rows}
        score = material.scorer("score_disputes").evaluate(gold, found, positive)
        of = score["positive"]
        print(
            f"{name:16} {len(rows):5} pairs  P {of['p']:.3f} R {of['r']:.3f} F1 {of['f1']:.3f}  "
            f"AP {score['ranking']['ap']:.3f}  accuracy {score['accuracy']:.3f}  {json.dumps(_predictions(found))}",
            flush=True,
        )


def _counts(name: str, row: material.Row) -> bool:
    if name == "Emergent dev":
        return bool(row["split"] == "dev")
    if name == "ClaimDiff W":
        return bool(row["set"] == "W")
    return "digits" not in name or all(any(c.isdigit() for c in row[side]) for side in "ab")


def _predicted(row: material.Row, positive: str) -> dict[str, Any]:
    finding = compare(Side(row["a"]), Side(row["b"])).finding
    competes = finding.relation in (Relation.DENIES, Relation.CONTRADICTS)
    other = "for" if finding.relation is Relation.CORROBORATES else "observing"
    return {
        "id": row["id"],
        "label": positive if competes else other,
        "score": finding.score if competes else finding.score - 1,
    }


def _predictions(found: dict[str, dict[str, Any]]) -> dict[str, int]:
    return dict(Counter(one["label"] for one in found.values()))


if __name__ == "__main__":
    main()
