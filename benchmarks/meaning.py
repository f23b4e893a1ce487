"""Measures polarity and checkable on the desk corpus's gold spans: `python -m benchmarks.meaning`.

The spans are the annotators', so that only the reading of the meaning is measured. Claims marked optional are left out,
as the scorer leaves them out. The cue's place is the occurrence of its words nearest to the content.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claims.attribution.meaning import Meaning, describe
from claims.text import Span, Spans, cover, sentences

DESK = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[1] / ".." / "shared")) / "corpora" / "desk"


@dataclass(frozen=True, slots=True)
class Case:
    """A gold claim as `describe` takes it, with what the annotators say of it."""

    scenario: str
    body: str
    content: Spans
    cue: Spans
    sentence: Span
    published: datetime
    denies: bool
    checkable: bool
    optional: bool


def cases(part: str) -> Iterator[Case]:
    """The gold claims of one part of the corpus ("train", "dev"), scenario by scenario."""
    for folder in sorted((DESK / part).iterdir()):
        stories = [json.loads(line) for line in (folder / "stories.jsonl").read_text("utf-8").split("\n") if line]
        last = {story["id"]: story for story in sorted(stories, key=lambda story: story.get("version", 1))}
        for claim in json.loads((folder / "gold.json").read_text("utf-8"))["claims"]:
            yield _case(folder.name, last[claim["story"]], claim)


def _case(scenario: str, story: dict[str, str], claim: dict[str, object]) -> Case:
    body = story["body"]
    nth = claim.get("nth") or [1] * len(claim["quote"])  # type: ignore[arg-type]
    content = tuple(_nth(body, words, n) for words, n in zip(claim["quote"], nth, strict=True))  # type: ignore
    cue = _nearest(body, str(claim.get("cue") or ""), cover(content))
    whole = cover((*content, *cue))
    held = [s for s in sentences(body) if s.overlap(whole)]
    published = datetime.fromisoformat(story["published"].replace("Z", "+00:00"))
    denies, optional = claim["polarity"] == "denies", bool(claim.get("optional"))
    return Case(scenario, body, content, cue, cover(held), published, denies, bool(claim["checkable"]), optional)


def _nth(body: str, words: str, n: int) -> Span:
    at = -1
    for _ in range(n):
        at = body.index(words, at + 1)
    return Span(at, at + len(words))


def _nearest(body: str, words: str, content: Span) -> Spans:
    """Where the cue's words stand nearest to the content, at most 300 characters away; () where they do not."""
    found: list[Span] = []
    at = body.find(words, max(0, content.start - 300)) if words else -1
    while 0 <= at < content.end + 300:
        found.append(Span(at, at + len(words)))
        at = body.find(words, at + 1)
    return tuple(sorted(found, key=lambda span: _distance(span, content))[:1])


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def measure(part: str) -> dict[str, float]:
    """Shares right over the claims of one part that are not optional, and how the kinds are spread."""
    right: Counter[str] = Counter()
    total = 0
    for case in cases(part):
        if case.optional:
            continue
        found = _describe(case)
        total += 1
        right["polarity"] += (found.polarity == "denies") == case.denies
        right["checkable"] += found.checkable == case.checkable
        right[f"kind {found.kind}"] += 1
        right[f"modality {found.modality}"] += 1
    return {"claims": total} | {name: round(n / total, 4) for name, n in sorted(right.items())}


def _describe(case: Case) -> Meaning:
    return describe(case.body, case.content, case.cue, case.sentence, case.published)


def main() -> None:
    """Print the table, or with --errors each claim read wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=["polarity", "checkable"])
    errors = parser.parse_args().errors
    for part in ("train", "dev"):
        if not errors:
            print(part, json.dumps(measure(part)))
        for case in cases(part) if errors and part == "dev" else ():
            found = _describe(case)
            got, gold = (
                (found.polarity == "denies", case.denies) if errors == "polarity" else (found.checkable, case.checkable)
            )
            if got != gold and not case.optional:
                print(
                    f"{got!s:5} {case.scenario:18}", *(case.body[a:b] for a, b in (*case.cue, *case.content)), sep=" | "
                )


if __name__ == "__main__":
    main()
