"""Makes the tagger's model file from the corpora: `python -m training` (README.md here: time, machine, model card).

Each stage is kept in the work folder and not repeated while it is there: the teachers, their labels, the network, the
network of the calibration.
"""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch

from claims.attribution.tagger import features, labels, model
from claims.attribution.tagger.features import Features, Floats
from training import calibrate, drills, encoder, examples, export, fit, teacher, vocabulary
from training.examples import Example
from training.student import Plan, Student

ROOT = Path(__file__).resolve().parents[1]
THREADS = 1
TEACHERS = (11,)  # a seed each
TEACHER_EPOCHS, TEACHER_RATE = 3, 2e-4
REUTERS_SHARE = 6  # one story in so many
LEAN = -0.6  # added to the log-probability of OTHER: tuned on PolNeAR dev
HELD = 6  # of the calibration: one document in so many
PLAN = Plan()
SCHEDULE = fit.Schedule(epochs=14, seed=11)
FOLD = fit.Schedule(epochs=7, seed=12)

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpora:
    """What is learnt from: PolNeAR train, desk train, some of Reuters; the drills are for the network alone."""

    news: list[Example]
    desk: list[Example]
    plain: list[Example]
    drills: list[Example]

    @property
    def labelled(self) -> list[Example]:
        """The annotated texts."""
        return self.news + self.desk


def corpora(folder: Path) -> Corpora:
    """Reads the corpora."""
    news, desk = examples.polnear(folder / "polnear/train"), examples.desk_stories(folder / "desk/train")
    plain = examples.reuters(folder / "reuters21578_sentences.jsonl.gz", REUTERS_SHARE)
    return Corpora(news, desk, plain, drills.texts(SCHEDULE.seed))


def stage(work: Path, name: str, make: Callable[[], Any]) -> Any:
    """The result of a stage: from the work folder if it is there, else made and kept there."""
    path = work / f"{name}.pt"
    if not path.exists():
        print(name, flush=True)
        torch.save(make(), path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
    return torch.load(path, weights_only=False)


def train_teacher(labelled: list[Example], seed: int) -> State:
    """The weights of one fine-tuned teacher."""
    body, tokenizer = encoder.load()
    torch.manual_seed(seed)
    net = teacher.Teacher(body)
    cut = [teacher.windows(x.words, encoder.pieces(x.words.strings, tokenizer)) for x in labelled]
    windows = [w for ws in cut for w in ws]
    targets = [x.labels[w.low : w.high].tolist() for x, ws in zip(labelled, cut, strict=True) for w in ws]
    teacher.train(net, windows, targets, TEACHER_EPOCHS, TEACHER_RATE, seed)
    return dict(net.state_dict())


def teach(weights: State, texts: list[Example]) -> list[Any]:
    """A teacher's log-probabilities for every word of these texts."""
    body, tokenizer = encoder.load()
    net = teacher.Teacher(body)
    net.load_state_dict(weights)
    return list(
        teacher.logits(net, [teacher.windows(x.words, encoder.pieces(x.words.strings, tokenizer)) for x in texts])
    )


def soft_labels(work: Path, texts: Corpora) -> list[Floats]:
    """The mean of the teachers' probabilities, an array (words, labels) a text."""
    total: list[Floats] = []
    for seed in TEACHERS:
        weights = stage(work, f"teacher-{seed}", partial(train_teacher, texts.labelled, seed))
        logs = stage(work, f"labels-{seed}", partial(teach, weights, texts.labelled + texts.plain))
        found = [np.exp(x.astype(np.float32)) / len(TEACHERS) for x in logs]
        total = [a + b for a, b in zip(total, found, strict=True)] if total else found
    return total


def lean() -> Floats:
    """What is added to the labels' log-probabilities before decoding."""
    out = np.zeros(labels.COUNT, dtype=np.float32)
    out[0] = LEAN
    return out


def network(work: Path, name: str, lessons: list[fit.Lesson], static: Floats, schedule: fit.Schedule) -> Student:
    """A trained network."""
    state = stage(work, name, lambda: fit.train(lessons, static, PLAN, schedule).state_dict())
    student = Student(static, PLAN)
    student.load_state_dict(state)
    student.eval()
    return student


def make(work: Path, texts: Corpora, out: Path) -> None:
    """All stages, and the model file."""
    soft = soft_labels(work, texts)
    known = vocabulary.words(word for x in texts.labelled for word in x.words.strings)
    static = vocabulary.vectors(known)
    rows = {word: i for i, word in enumerate(known)}
    everything = texts.labelled + texts.plain + texts.drills
    seen: list[Features] = [features.extract(x.words, rows) for x in everything]
    taught = [*soft, *(None for _ in texts.drills)]
    lessons = [fit.Lesson(f, x.labels, s) for x, f, s in zip(everything, seen, taught, strict=True)]
    student = network(work, "network", lessons, static, SCHEDULE)
    held = range(0, len(texts.news), HELD)
    fold = network(work, "fold", [x for i, x in enumerate(lessons) if i not in held], static, FOLD)
    judged = calibrate.judge(export.network(fold), lean(), [(texts.news[i], seen[i]) for i in held])
    model.write(out, export.model(student, known, lean(), calibrate.fit(judged)))
    print(f"{out}: {out.stat().st_size:,} bytes; {len(known):,} words", flush=True)


def main() -> None:
    """Runs all stages."""
    shared = Path(os.environ.get("CLAIMS_SHARED") or ROOT.parent / "shared")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=shared / "corpora")
    parser.add_argument("--work", type=Path, default=ROOT / "build/training", help="where stages are kept")
    parser.add_argument("--out", type=Path, default=model.PATH)
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    options.work.mkdir(parents=True, exist_ok=True)
    make(options.work, corpora(options.corpora), options.out)


if __name__ == "__main__":
    main()
