"""Makes the tagger's model file from the corpora: `python -m training` (README.md here: time, machine, model card).

Each stage is kept in the work folder and not repeated while it is there: the teacher, what it says of every text, the
network that ships, and that of the calibration.
"""

import argparse
import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from claims.attribution.tagger import features, labels, model
from claims.attribution.tagger.features import Floats
from training import calibrate, drills, encoder, examples, export, fit, held, teacher, vocabulary
from training.examples import Example
from training.student import Plan, Student

ROOT = Path(__file__).resolve().parents[1]
THREADS = 1
LEAN = -0.3  # added to the log-probability of OTHER: tuned on PolNeAR dev
TEACHING = teacher.Schedule(epochs=4, seed=11)
REUTERS_SHARE = 4  # plain text that only the teacher labels: one Reuters story in so many
PLAN = Plan()
SCHEDULE = fit.Schedule(epochs=8, seed=11)
FOLD = fit.Schedule(epochs=8, seed=12)

Soft = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Course:
    """All texts, and the vocabulary that they are written in."""

    news: list[Example]  # PolNeAR train
    desk: list[Example]
    plain: list[Example]  # without labels
    drills: list[Example]
    known: list[str]
    static: Floats

    @property
    def labelled(self) -> list[Example]:
        """The annotated texts."""
        return self.news + self.desk

    def lessons(self, soft: list[Soft]) -> list[fit.Lesson]:
        """All texts with their features, in the order of the fields, all but the drills with what the teacher says."""
        rows = {word: i for i, word in enumerate(self.known)}
        texts = self.labelled + self.plain + self.drills
        taught = itertools.chain(soft, itertools.repeat(None))
        return [fit.Lesson(features.extract(x.words, rows), x.labels, s) for x, s in zip(texts, taught, strict=False)]


def course(folder: Path) -> Course:
    """PolNeAR train, desk train, some of Reuters, the drills."""
    news, desk = examples.polnear(folder / "polnear/train"), examples.desk_stories(folder / "desk/train")
    plain = examples.reuters(folder / "reuters21578_sentences.jsonl.gz", REUTERS_SHARE)
    known = vocabulary.words(word for x in news + desk for word in x.words.strings)
    return Course(news, desk, plain, drills.texts(SCHEDULE.seed), known, vocabulary.vectors(known))


def stage(work: Path, name: str, make: Callable[[], Any]) -> Any:
    """The result of a stage: from the work folder if it is there, else made and kept there."""
    path = work / f"{name}.pt"
    if not path.exists():
        print(name, flush=True)
        torch.save(make(), path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
    return torch.load(path, weights_only=False)


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


def soft_labels(work: Path, learnt: Course) -> list[Soft]:
    """What the teacher says: an array of probabilities (words, labels) for each annotated and each plain text."""
    state = stage(work, "teacher", lambda: teacher.tune(learnt.labelled, TEACHING).state_dict())
    net = teacher.Teacher(encoder.load())
    net.load_state_dict(state)
    texts = [x.words for x in learnt.labelled + learnt.plain]
    found: list[Soft] = stage(work, "labels", lambda: teacher.probabilities(net, texts))
    return found


def unseen(learnt: Course) -> set[int]:
    """The lessons that the network of the calibration does not see."""
    scenarios = held.scenarios([x.name.partition("/")[0] for x in learnt.desk])
    of_desk = (i for i, x in enumerate(learnt.desk, len(learnt.news)) if x.name.partition("/")[0] in scenarios)
    return {*held.documents(len(learnt.news)), *of_desk}


def calibration(work: Path, learnt: Course, lessons: list[fit.Lesson]) -> Floats:
    """The weights of the confidence, from documents that a network of its own has not seen; keeps its model.

    The teacher has seen them, so that network may know a little of them through what it was taught of others.
    """
    hidden = unseen(learnt)
    others = [x for i, x in enumerate(lessons) if i not in hidden]
    student = network(work, "fold", others, learnt.static, FOLD)
    texts = [(learnt.news[i], lessons[i].features) for i in held.documents(len(learnt.news))]
    weights = calibrate.fit(calibrate.judge(export.network(student), lean(), texts))
    model.write(work / "fold.npz", export.model(student, learnt.known, lean(), weights))
    return weights


def make(work: Path, learnt: Course, out: Path) -> None:
    """All stages, and the model file."""
    lessons = learnt.lessons(soft_labels(work, learnt))
    student = network(work, "network", lessons, learnt.static, SCHEDULE)
    model.write(out, export.model(student, learnt.known, lean(), calibration(work, learnt, lessons)))
    print(f"{out}: {out.stat().st_size:,} bytes; {len(learnt.known):,} words", flush=True)


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
    make(options.work, course(options.corpora), options.out)


if __name__ == "__main__":
    main()
