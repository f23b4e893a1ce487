"""The small network that ships, in torch, for training. `claims.attribution.tagger.network` runs the same in numpy.

Embedded words, seven gated convolutions with growing reach over the whole story, 13 label scores a word.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from claims.attribution.tagger import features
from claims.attribution.tagger import labels as kinds

PAD = 32  # empty rows between documents of one batch, so that none sees the other


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes of the network."""

    width: int = 144
    dilations: tuple[int, ...] = (1, 2, 4, 8, 16, 32, 1)
    frequent: int = 6000  # words with a learnt vector beside the pretrained one
    learnt: int = 32
    affix: int = 16
    shape: int = 8
    dropout: float = 0.25


class Student(nn.Module):  # type: ignore[misc]
    """Rows and dense features in, label scores out; one sequence, documents apart by PAD empty rows."""

    def __init__(self, static: NDArray[np.float32], plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        self.static = nn.Embedding.from_pretrained(torch.from_numpy(static), freeze=True)
        self.word = nn.Embedding(plan.frequent, plan.learnt)
        self.end = nn.Embedding(features.BUCKETS, plan.affix)
        self.begin = nn.Embedding(features.BUCKETS, plan.affix)
        self.shape = nn.Embedding(features.SHAPES, plan.shape)
        for table in (self.word, self.end, self.begin, self.shape):
            nn.init.normal_(table.weight, std=0.3)
        size = static.shape[1] + plan.learnt + 2 * plan.affix + plan.shape + features.DENSE
        self.enter = nn.Linear(size, plan.width)
        self.blocks = nn.ModuleList(nn.Linear(3 * plan.width, 2 * plan.width) for _ in plan.dilations)
        self.leave = nn.Linear(plan.width, kinds.COUNT)

    def block_list(self) -> list[nn.Linear]:
        """The convolutions in order, by their type."""
        return [block for block in self.blocks if isinstance(block, nn.Linear)]

    def embed(self, rows: Tensor, dense: Tensor) -> Tensor:
        """The input vector of each word."""
        w, e, b, s = rows.unbind(1)
        static = self.static(w)
        if self.training:
            kept = (torch.rand(len(w), 1) > 0.02).float()
            known = torch.rand(len(w)) > 0.08
            static = static * kept
            w = torch.where(known, w, 0)
        w = torch.where(w < self.plan.frequent, w, 0)
        x = torch.cat([static, self.word(w), self.end(e), self.begin(b), self.shape(s), dense], 1)
        return functional.dropout(x, 0.1, self.training)

    def forward(self, rows: Tensor, dense: Tensor, real: Tensor) -> Tensor:
        """Scores (rows, labels) of one long sequence; `real` is false for the rows between documents."""
        mask = real[:, None].float()
        x = torch.relu(self.enter(self.embed(rows, dense))) * mask
        for block, step in zip(self.blocks, self.plan.dilations, strict=True):
            y = functional.dropout(x, self.plan.dropout, self.training)
            padded = functional.pad(y, (0, 0, step, step))
            three = torch.cat([padded[: len(x)], y, padded[2 * step :]], 1)
            with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
                both = block(three)
            a, b = both.float().chunk(2, 1)
            x = (x + a * torch.sigmoid(b)) * mask
        out: Tensor = self.leave(functional.dropout(x, self.plan.dropout, self.training))
        return out
