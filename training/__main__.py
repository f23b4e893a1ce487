"""Makes the tagger's model file from the corpora: `python -m training` (README.md here: time, machine, model card).

Each stage is kept in the work folder and not repeated while it is there: the network, and that of the calibration.
"""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from claims.attribution.tagger import features, labels, model
from claims.attribution.tagger.features import Floats
from training import calibrate, drills, examples, export, fit, held, vocabulary
from training.examples import Example
from training.student import Plan, Student

ROOT = Path(__file__).resolve().parents[1]
THREADS = 1
LEAN = -0.6  # added to the log-probability of OTHER: tuned on PolNeAR dev
PLAN = Plan()
SCHEDULE = fit.Schedule(epochs=11, seed=11)
FOLD = fit.Schedule(epochs=11, seed=12)

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Course:
    """All lessons, the PolNeAR documents first, then the desk's, with the vocabulary that they are written in."""

    news: list[Example]
    desk: list[Example]
    known: list[str]
    static: Floats
    lessons: list[fit.Lesson]


def course(folder: Path) -> Course:
    """PolNeAR train, desk train and the drills as lessons."""
    news = examples.polnear(folder / "polnear/train")
    desk = examples.desk_stories(folder / "desk/train")
    labelled = news + desk
    known = vocabulary.words(word for x in labelled for word in x.words.strings)
    rows = {word: i for i, word in enumerate(known)}
    texts = labelled + drills.texts(SCHEDULE.seed)
    lessons = [fit.Lesson(features.extract(x.words, rows), x.labels) for x in texts]
    return Course(news, desk, known, vocabulary.vectors(known), lessons)


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


def unseen(learnt: Course) -> set[int]:
    """The lessons that the network of the calibration does not see."""
    scenarios = held.scenarios([x.name.partition("/")[0] for x in learnt.desk])
    of_desk = (i for i, x in enumerate(learnt.desk, len(learnt.news)) if x.name.partition("/")[0] in scenarios)
    return {*held.documents(len(learnt.news)), *of_desk}


def calibration(work: Path, learnt: Course) -> Floats:
    """The weights of the confidence, from documents that a network of its own has not seen; keeps its model."""
    hidden = unseen(learnt)
    others = [x for i, x in enumerate(learnt.lessons) if i not in hidden]
    student = network(work, "fold", others, learnt.static, FOLD)
    texts = [(learnt.news[i], learnt.lessons[i].features) for i in held.documents(len(learnt.news))]
    weights = calibrate.fit(calibrate.judge(export.network(student), lean(), texts))
    model.write(work / "fold.npz", export.model(student, learnt.known, lean(), weights))
    return weights


def make(work: Path, learnt: Course, out: Path) -> None:
    """All stages, and the model file."""
    student = network(work, "network", learnt.lessons, learnt.static, SCHEDULE)
    model.write(out, export.model(student, learnt.known, lean(), calibration(work, learnt)))
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
