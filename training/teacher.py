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

WINDOW = 320  # word pieces a window, at paragraph ends where it can be
SEPARATOR = 102
IGNORE = -100


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


def train(
    model: Teacher, items: Sequence[Window], targets: Sequence[Sequence[int]], epochs: int, rate: float, seed: int
) -> None:
    """Fine-tunes in place. Targets: one label a word of each window, IGNORE where none is known."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    groups = batches(items, 4096)
    head = [p for n, p in model.named_parameters() if n.startswith("head")]
    body = [p for n, p in model.named_parameters() if not n.startswith("head") and n != "body.word.weight"]
    model.body.word.weight.requires_grad_(False)
    groups_of_weights = [{"params": body, "lr": rate}, {"params": head, "lr": 10 * rate}]
    optimizer = torch.optim.AdamW(groups_of_weights, weight_decay=0.01, fused=True)
    steps = epochs * len(groups)
    shape = lambda i: min(1.0, (i + 1) / (0.1 * steps)) * max(0.02, 1 - i / steps)  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, shape)
    model.train()
    began = time.time()
    for epoch in range(epochs):
        total = 0.0
        for n, g in enumerate(rng.permutation(len(groups))):
            chosen = [items[i] for i in groups[g]]
            ids, real, heads = tensors(chosen)
            gold = torch.full(heads.shape, IGNORE)
            for k, i in enumerate(groups[g]):
                gold[k, : len(targets[i])] = torch.tensor(targets[i])
            loss = functional.cross_entropy(model(ids, real, heads).flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if n % 25 == 24:
                print(
                    f"  teacher {epoch} {n + 1}/{len(groups)} {total / (n + 1):.4f} {time.time() - began:.0f}s",
                    flush=True,
                )


def logits(model: Teacher, documents: Sequence[Sequence[Window]]) -> list[NDArray[np.float16]]:
    """Log-probabilities of the labels, an array (words, labels) a document."""
    model.eval()
    flat = [w for d in documents for w in d]
    owner = [k for k, d in enumerate(documents) for _ in d]
    sizes = [max((w.high for w in d), default=0) for d in documents]
    out: list[NDArray[np.float16]] = [np.zeros((size, kinds.COUNT), np.float16) for size in sizes]
    for group in batches(flat, 8192):
        ids, real, heads = tensors([flat[i] for i in group])
        with torch.no_grad():
            found = functional.log_softmax(model(ids, real, heads), -1).numpy()
        for k, i in enumerate(group):
            out[owner[i]][flat[i].low : flat[i].high] = found[k, : flat[i].high - flat[i].low]
    return out
