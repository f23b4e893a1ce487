"""Makes the tagger's model file from the corpora: `python -m training` (see README.md here for time and machine).

Stages, each kept in the work folder and not repeated when it is there: the teacher, its labels, the network, the network
of the calibration, the model file.
"""

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from claims.attribution.tagger import features, model
from claims.attribution.tagger.features import Floats
from training import calibrate, encoder, examples, export, fit, teacher, vocabulary
from training.examples import Example
from training.student import Plan, Student

ROOT = Path(__file__).resolve().parents[1]
THREADS = 2
SEED = 11
TEACHER_EPOCHS, TEACHER_RATE = 4, 2e-4
REUTERS_SHARE = 6  # one story in so many
LEAN = -0.4  # added to the log-probability of O: tuned on PolNeAR dev
SCHEDULE = fit.Schedule(epochs=14, seed=SEED)
PLAN = Plan()


def stage(work: Path, name: str, make: Callable[[], Any]) -> Any:
    """The result of a stage: from the work folder if it is there, else made and kept there."""
    path = work / f"{name}.pt"
    if not path.exists():
        print(name, flush=True)
        torch.save(make(), path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)
    return torch.load(path, weights_only=False)


def train_teacher(labelled: list[Example]) -> dict[str, torch.Tensor]:
    """The weights of the fine-tuned teacher."""
    body, tokenizer = encoder.load()
    torch.manual_seed(SEED)
    net = teacher.Teacher(body)
    cut = [teacher.windows(x.words, encoder.pieces(x.words.strings, tokenizer)) for x in labelled]
    windows = [w for ws in cut for w in ws]
    targets = [x.labels[w.low : w.high].tolist() for x, ws in zip(labelled, cut, strict=True) for w in ws]
    teacher.train(net, windows, targets, TEACHER_EPOCHS, TEACHER_RATE, SEED)
    return net.state_dict()


def teach(weights: dict[str, torch.Tensor], texts: list[Example]) -> list[Any]:
    """The teacher's log-probabilities for every word of these texts."""
    body, tokenizer = encoder.load()
    net = teacher.Teacher(body)
    net.load_state_dict(weights)
    return teacher.logits(net, [teacher.windows(x.words, encoder.pieces(x.words.strings, tokenizer)) for x in texts])


def lean() -> Floats:
    """What is added to the labels' log-probabilities before decoding."""
    out = np.zeros(13, dtype=np.float32)
    out[0] = LEAN
    return out


def main() -> None:
    """Runs all stages and writes the model file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora", type=Path, default=Path(os.environ.get("CLAIMS_SHARED", ROOT / "../shared")) / "corpora"
    )
    parser.add_argument("--work", type=Path, default=Path("/tmp/claims-training"), help="where stages are kept")
    parser.add_argument("--out", type=Path, default=model.PATH)
    parser.add_argument("--until", choices=["teacher", "labels", "model"], default="model")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    options.work.mkdir(parents=True, exist_ok=True)

    news = examples.polnear(options.corpora / "polnear/train")
    labelled = news + examples.desk_stories(options.corpora / "desk/train")
    plain = examples.reuters(options.corpora / "reuters21578_sentences.jsonl.gz", REUTERS_SHARE)
    weights = stage(options.work, "teacher", lambda: train_teacher(labelled))
    if options.until == "teacher":
        return
    soft = stage(options.work, "labels", lambda: teach(weights, labelled + plain))
    if options.until == "labels":
        return
    known = vocabulary.words(word for x in labelled for word in x.words.strings)
    static = vocabulary.vectors(known)
    rows = {word: i for i, word in enumerate(known)}
    seen = [features.extract(x.words, rows) for x in labelled + plain]
    lessons = [fit.lesson(x, f, s) for x, f, s in zip(labelled + plain, seen, soft, strict=True)]

    def network(chosen: list[fit.Lesson], schedule: fit.Schedule) -> dict[str, torch.Tensor]:
        return fit.train(chosen, static, PLAN, schedule).state_dict()

    def loaded(state: dict[str, torch.Tensor]) -> Student:
        student = Student(static, PLAN)
        student.load_state_dict(state)
        return student.eval()

    held = set(range(0, len(news), 6))
    others = [x for i, x in enumerate(lessons) if i not in held]
    student = loaded(stage(options.work, "network", lambda: network(lessons, SCHEDULE)))
    shorter = replace(SCHEDULE, epochs=SCHEDULE.epochs // 2)
    fold = loaded(stage(options.work, "fold", lambda: network(others, shorter)))
    judged = calibrate.judge(export.network(fold), lean(), [(news[i], seen[i]) for i in sorted(held)])
    made = export.model(student, known, lean(), calibrate.fit(judged))
    model.write(options.out, made)
    print(f"{options.out}: {options.out.stat().st_size:,} bytes; {len(known):,} words", flush=True)


if __name__ == "__main__":
    main()
