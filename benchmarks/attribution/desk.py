"""The desk corpus, spans only: is every claim's content found, and is what is found a claim?

The whole program on this corpus is scored by `score_desk.py`; here only what the tagger alone answers for. Contents are
compared by words, one to one, by half or more; a prediction that holds several whole claims of one cue fits each.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.attribution.polnear import System
from claims.attribution.tagger import words
from training.corpora import Place, stories
from training.desk import contents
from training.labelling import touched


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one scenario: claims that must be found, those found, predictions that count, those that fit a claim."""

    gold: int
    found: int
    predicted: int
    right: int


def scenario(system: System, folder: Path) -> Counts:
    """The counts of one scenario; optional claims are neither asked for nor charged."""
    total = [0, 0, 0, 0]
    for story, claims in stories(folder):
        body = story["body"]
        tokens = words.split(body, [(0, len(body))])
        gold = [_words(tokens, contents(body, claim)) for claim in claims]
        optional = [bool(claim["optional"]) for claim in claims]
        found = [_words(tokens, [(a, b) for a, b in one["content"]]) for one in system(body)]
        fits = [[_fits(one, other) for other in gold] for one in found]
        asked = [j for j, spared in enumerate(optional) if not spared]
        counted = [row for row in fits if not any(row) or any(row[j] for j in asked)]
        total[0] += len(asked)
        total[1] += sum(any(row[j] for row in fits) for j in asked)
        total[2] += len(counted)
        total[3] += sum(any(row) for row in counted)
    return Counts(*total)


def _words(tokens: words.Words, places: Sequence[Place]) -> set[int]:
    return {i for i in touched(tokens, places) if tokens.strings[i][0].isalnum()}


def _fits(found: set[int], gold: set[int]) -> bool:
    shared = len(found & gold)
    return 2 * shared >= max(1, len(found | gold)) or (shared > 0.8 * len(gold) and 4 * shared >= len(found))


def _f1(counts: Sequence[Counts]) -> tuple[float, float, float]:
    precision = sum(x.right for x in counts) / max(1, sum(x.predicted for x in counts))
    recall = sum(x.found for x in counts) / max(1, sum(x.gold for x in counts))
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def table(system: System, folder: Path, samples: int) -> str:
    """A line of the table: precision, recall and F1 of contents, with the 95 % interval over resampled scenarios."""
    counts = [scenario(system, x) for x in sorted(folder.iterdir()) if x.is_dir()]
    chance = random.Random(1)
    drawn = sorted(_f1(chance.choices(counts, k=len(counts)))[2] for _ in range(samples))
    low, high = drawn[int(0.025 * samples)], drawn[int(0.975 * samples)]
    p, r, f = _f1(counts)
    return f"| desk {folder.name} | {p:.1f} | {r:.1f} | {f:.1f} | {low:.1f}–{high:.1f} |"
