"""PolNeAR: the scorers' figures with bootstrap intervals, and how far the confidence can be trusted."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.material import scorer as shared_scorer

Prediction = dict[str, Any]
"""{"source": [[start, end]], "cue": …, "content": …}, and "confidence" where the system has one."""
System = Callable[[str], list[Prediction]]

FIGURES = ("attr", "attr_nosrc", "content_strict", "token", "cue")
STEPS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(slots=True)
class Run:
    """What a system found in a compartment, and the processor time that it took."""

    folder: Path
    found: dict[str, list[Prediction]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def speed(self) -> float:
        """Documents a CPU second."""
        return len(self.found) / max(1e-9, self.seconds)


def run(system: System, folder: Path) -> Run:
    """Runs a system over all documents, once, in one process."""
    names = shared_scorer("score_attribution").gold_index(str(folder))
    texts = {name: (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8") for name in names}
    done = Run(folder)
    start = time.process_time()
    for name, text in texts.items():
        done.found[name] = system(text)
    done.seconds = time.process_time() - start
    return done


def table(done: Run, samples: int) -> list[str]:
    """A line a figure: precision, recall, F1 and the 95 % interval of F1 over resampled documents."""
    scorer, speech = shared_scorer("score_attribution"), shared_scorer("speech_subset")
    counts, _ = scorer.score_all(str(done.folder), done.found)
    report = scorer.report(sum((Counter(c) for c in counts), Counter()))
    intervals = scorer.bootstrap(counts, samples)
    documents = speech.counts(str(done.folder), done.found)
    figures = speech.figures(documents)
    low, high = speech.interval(documents, samples)
    lines = [f"| speech | {figures['p']:.1f} | {figures['r']:.1f} | {figures['f1']:.1f} | {low:.1f}–{high:.1f} |"]
    for name in FIGURES:
        p, r, f = (100 * report[name][x] for x in ("p", "r", "f1"))
        low, high = (100 * x for x in intervals[name])
        lines.append(f"| {name} | {p:.1f} | {r:.1f} | {f:.1f} | {low:.1f}–{high:.1f} |")
    return ["| | P | R | F1 | 95 % |", "|---|--:|--:|--:|--:|", *lines]


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicted attribution: how sure, whether right, whether of speech."""

    confidence: float
    right: bool
    speech: bool


def judged(done: Run) -> list[Judged]:
    """Every prediction, judged by the scorer's rule for `attr`: half of the content, and the source."""
    scorer, speech = shared_scorer("score_attribution"), shared_scorer("speech_subset")
    out = []
    for name, paths in scorer.gold_index(str(done.folder)).items():
        document = scorer.Doc(scorer.read_text(f"{done.folder}/text/{name}.txt"))
        gold = scorer.clean(document, scorer.read_ann(paths[0]))
        for one in done.found[name]:
            right = any(_agree(document, one, other) for other in gold)
            out.append(Judged(one["confidence"], right, speech.is_speech(document, one)))
    return out


def _agree(document: Any, one: Prediction, gold: Prediction) -> bool:
    content, other = document.toks(one["content"]), document.toks(gold["content"])
    if 2 * len(content & other) < max(1, len(content | other)):
        return False
    source, right = document.toks(one["source"]), document.toks(gold["source"])
    return bool(source & (document.words(right) or right)) if right else not source


def reliability(found: Sequence[Judged], gold_speech: int) -> list[str]:
    """A line a band of confidence: how many, the mean confidence, the share that is right; all and speech alone."""
    lines = ["| confidence | all | mean | right | speech | mean | right |", "|---|--:|--:|--:|--:|--:|--:|"]
    for low, high in pairwise(STEPS):
        cells = []
        for only in (False, True):
            band = [x for x in found if low <= x.confidence < high and (x.speech or not only)]
            mean = sum(x.confidence for x in band) / max(1, len(band))
            right = sum(x.right for x in band) / max(1, len(band))
            cells.append(f"{len(band)} | {mean:.2f} | {right:.2f}")
        lines.append(f"| {low:.2f}–{min(1, high):.2f} | {cells[0]} | {cells[1]} |")
    sure = [x for x in found if x.speech and x.confidence >= 0.9]
    all_speech = sum(x.speech for x in found)
    share = 100 * sum(x.right for x in sure) / max(1, len(sure))
    lines += [
        "",
        f"At 0.9 and above: {len(sure)} of {all_speech} speech predictions "
        f"({100 * len(sure) / max(1, all_speech):.0f} %), "
        f"{sum(x.right for x in sure)} right ({share:.1f} %); {gold_speech} are annotated.",
    ]
    return lines
