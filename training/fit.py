"""Trains the network on annotated texts and on what a teacher says of texts; kept is a running mean of its weights."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.features import COLUMNS, DENSE, Features
from training.examples import UNKNOWN
from training.student import PAD, Plan, Student


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text: its features, a label a word, and the teacher's probabilities (words, labels) where it was taught."""

    features: Features
    labels: NDArray[np.int64]
    soft: NDArray[np.float16] | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """How to train."""

    epochs: int
    seed: int
    rate: float = 2e-3
    documents: int = 8  # a step
    memory: float = 0.998  # of the running mean of the weights
    trust: float = 0.7  # share of the teacher in the loss of a word whose label is known


def train(lessons: Sequence[Lesson], static: NDArray[np.float32], plan: Plan, schedule: Schedule) -> Student:
    """The trained network. The same arguments give the same weights, on the same machine and number of threads."""
    torch.manual_seed(schedule.seed)
    rng = np.random.default_rng(schedule.seed)
    model, mean = Student(static, plan), Student(static, plan)
    mean.load_state_dict(model.state_dict())
    learnt = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=schedule.rate, weight_decay=0.01, betas=(0.9, 0.99), fused=True)
    total = schedule.epochs * math.ceil(len(lessons) / schedule.documents)
    step, began = 0, time.time()
    for epoch in range(schedule.epochs):
        order = rng.permutation(len(lessons))
        losses = 0.0
        for i in range(0, len(lessons), schedule.documents):
            warm = min(1.0, (step + 1) / 100)
            optimizer.param_groups[0]["lr"] = schedule.rate * warm * (0.505 + 0.495 * math.cos(math.pi * step / total))
            loss = _loss(model, [lessons[j] for j in order[i : i + schedule.documents]], schedule.trust)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            step += 1
            _remember(mean, model, min(schedule.memory, (1 + step) / (10 + step)))
            losses += float(loss.detach()) * schedule.documents / len(lessons)
        print(f"  student {epoch + 1}/{schedule.epochs} loss {losses:.4f} {time.time() - began:.0f} s", flush=True)
    mean.eval()
    return mean


def _remember(mean: Student, model: Student, memory: float) -> None:
    with torch.no_grad():
        for a, b in zip(mean.parameters(), model.parameters(), strict=True):
            if b.requires_grad:
                a.lerp_(b, 1 - memory)


def _loss(model: Student, lessons: Sequence[Lesson], trust: float) -> Tensor:
    """The mean cross-entropy of the words whose label is known or taught."""
    rows, dense, real, gold, soft = _batch(lessons)
    found = functional.log_softmax(model(rows, dense, real), -1)
    known, taught = gold >= 0, soft.sum(1) > 0.5
    hard = functional.nll_loss(found, gold, ignore_index=UNKNOWN, reduction="none")
    like = -(soft * found).sum(1)
    weight = torch.where(known & taught, trust, taught.float())
    return (weight * like + (1 - weight) * hard).sum() / (known | taught).sum()


def _batch(lessons: Sequence[Lesson]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    size = sum(len(x.features.rows) + PAD for x in lessons)
    size += -size % 1024  # few different sizes: for each, the kernels are compiled anew
    rows = np.zeros((size, COLUMNS), dtype=np.int64)
    dense = np.zeros((size, DENSE), dtype=np.float32)
    real = np.zeros(size, dtype=bool)
    gold = np.full(size, UNKNOWN, dtype=np.int64)
    soft = np.zeros((size, kinds.COUNT), dtype=np.float32)
    start = 0
    for x in lessons:
        end = start + len(x.features.rows)
        rows[start:end], dense[start:end], real[start:end] = x.features.rows, x.features.dense, True
        gold[start + x.features.at] = x.labels
        if x.soft is not None:
            soft[start + x.features.at] = x.soft
        start = end + PAD
    a, b, c, d, e = (torch.from_numpy(x) for x in (rows, dense, real, gold, soft))
    return a, b, c, d, e
