"""Fine-tunes the teacher and lets it label text: a probability of each of the 13 labels for every word."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger.words import Words
from training import encoder
from training.examples import UNKNOWN, Example

Soft = NDArray[np.float16]

WINDOW = 320  # word pieces a window, at paragraph ends where it can be
SEPARATOR = 102
BATCH = 4096  # pieces a training step


@dataclass(frozen=True, slots=True)
class Schedule:
    """How to fine-tune."""

    epochs: int
    seed: int
    rate: float = 2e-4


@dataclass(frozen=True, slots=True)
class Window:
    """Some consecutive words of one document: pieces, the piece that stands for each word, and the words' range."""

    ids: list[int]
    heads: list[int]
    low: int
    high: int


class Teacher(nn.Module):  # type: ignore[misc]
    """The encoder and one linear layer."""

    def __init__(self, body: encoder.Encoder) -> None:
        super().__init__()
        self.body = body
        self.head = nn.Linear(body.word.embedding_dim, kinds.COUNT)

    def forward(self, ids: Tensor, real: Tensor, heads: Tensor) -> Tensor:
        """Scores (batch, words, labels); `heads`: the piece that stands for each word."""
        with torch.autocast("cpu", torch.bfloat16):
            x = self.body(ids, real)
        flat = heads + torch.arange(len(heads))[:, None] * ids.shape[1]
        x = functional.embedding(flat, x.float().flatten(0, 1))  # as a look-up: its gradient is fast and repeatable
        out: Tensor = self.head(functional.dropout(x, 0.1, self.training))
        return out


def windows(words: Words, pieces: Sequence[Sequence[int]], size: int = WINDOW) -> list[Window]:
    """Cuts a document into windows; a paragraph longer than a window is cut within."""
    out: list[Window] = []
    ids: list[int] = []
    heads: list[int] = []
    low = 0

    def close(high: int) -> None:
        nonlocal ids, heads, low
        if heads:
            out.append(Window([101, *ids], [h + 1 for h in heads], low, high))
        ids, heads, low = [], [], high

    for a, b in zip(words.first, words.first[1:], strict=False):
        length = sum(len(p) for p in pieces[a:b]) + 1
        if len(ids) + length > size:
            close(int(a))
        for i in range(int(a), int(b)):
            if len(ids) + len(pieces[i]) > size:
                close(i)
            heads.append(len(ids))
            ids.extend(pieces[i])
        ids.append(SEPARATOR)
    close(len(words.strings))
    return out


def batches(items: Sequence[Window], budget: int) -> list[list[int]]:
    """Indices of windows of like length, `budget` padded pieces a batch."""
    order = sorted(range(len(items)), key=lambda i: (len(items[i].ids), i))
    out: list[list[int]] = [[]]
    for i in order:
        if out[-1] and (len(out[-1]) + 1) * len(items[i].ids) > budget:
            out.append([])
        out[-1].append(i)
    return out


def tensors(items: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """ids, which are real, and the heads of one batch."""
    long, wide = max(len(w.ids) for w in items), max(len(w.heads) for w in items)
    ids = torch.zeros(len(items), long, dtype=torch.long)
    real = torch.zeros(len(items), long, dtype=torch.bool)
    heads = torch.zeros(len(items), wide, dtype=torch.long)
    for k, w in enumerate(items):
        ids[k, : len(w.ids)] = torch.tensor(w.ids)
        real[k, : len(w.ids)] = True
        heads[k, : len(w.heads)] = torch.tensor(w.heads)
    return ids, real, heads


def tune(labelled: Sequence[Example], schedule: Schedule) -> Teacher:
    """The encoder fine-tuned on annotated texts."""
    body = encoder.load()
    torch.manual_seed(schedule.seed)
    net = Teacher(body)
    by = encoder.tokenizer()
    cut = [(x, w) for x in labelled for w in windows(x.words, encoder.pieces(x.words.strings, by))]
    train(net, [w for _, w in cut], [x.labels[w.low : w.high] for x, w in cut], schedule)
    return net


def train(model: Teacher, items: Sequence[Window], targets: Sequence[NDArray[np.int64]], schedule: Schedule) -> None:
    """Fine-tunes in place. Targets: one label a word of each window, UNKNOWN where none is known."""
    rng = np.random.default_rng(schedule.seed)
    torch.manual_seed(schedule.seed)
    groups = batches(items, BATCH)
    optimizer = _optimizer(model, schedule.rate)
    steps = schedule.epochs * len(groups)
    slope = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: _share(i, steps))
    model.train()
    began = time.time()
    for epoch in range(schedule.epochs):
        losses = 0.0
        for g in rng.permutation(len(groups)):
            loss = _loss(model, [items[i] for i in groups[g]], [targets[i] for i in groups[g]])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            slope.step()
            losses += float(loss.detach()) / len(groups)
        print(f"  teacher {epoch + 1}/{schedule.epochs} loss {losses:.4f} {time.time() - began:.0f} s", flush=True)


def _share(step: int, steps: int) -> float:
    """The share of the full learning rate: up over a tenth of the steps, then down."""
    return min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)


def _optimizer(model: Teacher, rate: float) -> torch.optim.Optimizer:
    model.body.word.weight.requires_grad_(False)
    head = [p for n, p in model.named_parameters() if n.startswith("head")]
    body = [p for n, p in model.named_parameters() if not n.startswith("head") and n != "body.word.weight"]
    groups = [{"params": body, "lr": rate}, {"params": head, "lr": 10 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _loss(model: Teacher, items: Sequence[Window], targets: Sequence[NDArray[np.int64]]) -> Tensor:
    ids, real, heads = tensors(items)
    gold = torch.full(heads.shape, UNKNOWN)
    for k, target in enumerate(targets):
        gold[k, : len(target)] = torch.from_numpy(target)
    return functional.cross_entropy(model(ids, real, heads).flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)


def probabilities(model: Teacher, texts: Sequence[Words]) -> list[Soft]:
    """What the teacher says: of each label its probability, an array (words, labels) a text."""
    model.eval()
    by = encoder.tokenizer()
    flat = [(k, w) for k, x in enumerate(texts) for w in windows(x, encoder.pieces(x.strings, by))]
    out: list[Soft] = [np.zeros((len(x.strings), kinds.COUNT), np.float16) for x in texts]
    for group in batches([w for _, w in flat], 2 * BATCH):
        ids, real, heads = tensors([flat[i][1] for i in group])
        with torch.no_grad():
            found = functional.softmax(model(ids, real, heads), -1).numpy()
        for row, i in zip(found, group, strict=True):
            owner, window = flat[i]
            out[owner][window.low : window.high] = row[: window.high - window.low]
    return out
