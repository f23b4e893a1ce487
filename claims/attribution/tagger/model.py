"""Reads and writes the model file: one .npz of small arrays, made by `training/` and shipped beside the code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.attribution.tagger.features import Floats
from claims.attribution.tagger.network import Network

PATH = Path(__file__).with_name("model.npz")
TABLES = ("static", "frequent", "ends", "begins", "shapes")
ENDS = ("down", "up")
FORMAT = 2


@dataclass(frozen=True, slots=True)
class Model:
    """All that is learnt: the vocabulary's rows, the network, the decoder's and the confidence's few numbers."""

    vocabulary: Mapping[str, int]
    network: Network
    lean: Floats  # added to each label's log-probability before decoding
    calibration: Floats  # weights of the confidence's features, the constant last


@cache
def shipped() -> Model:
    """The model of this package, read once a process."""
    return read(PATH)


def pack(array: Floats) -> dict[str, NDArray[Any]]:
    """An array as bytes with one scale a column: a hundredth of its size in error, a quarter of it in bytes."""
    scale = np.abs(array).max(axis=0) / 127 + 1e-12
    return {"": np.rint(array / scale).astype(np.int8), ".scale": scale.astype(np.float32)}


def write(path: Path, model: Model) -> None:
    """Writes a model; the same model gives the same bytes. Tables are stored in bytes, matrices in halves."""
    network = model.network
    arrays: dict[str, NDArray[Any]] = {
        "format": np.array(FORMAT),
        "vocabulary": np.frombuffer("\n".join(model.vocabulary).encode("utf-8"), dtype=np.uint8),
        "dilations": np.array(network.dilations),
        "lean": model.lean.astype(np.float32),
        "calibration": model.calibration.astype(np.float32),
    }
    for name, table in zip(TABLES, network.tables, strict=True):
        arrays |= {name + end: part for end, part in pack(table).items()}
    named = {"enter": network.enter, "enter_bias": network.enter_bias, "leave": network.leave}
    named |= {f"block{i}_{end}": x for i, both in enumerate(network.blocks) for end, x in zip(ENDS, both, strict=True)}
    named["leave_bias"] = network.leave_bias
    named |= {f"block{i}_bias": x for i, x in enumerate(network.block_biases)}
    arrays |= {name: x.astype(np.float16) for name, x in named.items()}
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def read(path: Path) -> Model:
    """Reads a model file."""
    with np.load(path, allow_pickle=False) as arrays:
        if int(arrays["format"]) != FORMAT:
            raise ValueError(f"{path.name} is of another format: make it anew with training/")
        words = arrays["vocabulary"].tobytes().decode("utf-8").split("\n")
        full = {name: arrays[name].astype(np.float32) for name in arrays.files if name not in ("vocabulary", "format")}
    dilations = tuple(int(x) for x in full["dilations"])
    network = Network(
        tables=tuple(full[name] * full[name + ".scale"] for name in TABLES),
        enter=full["enter"],
        enter_bias=full["enter_bias"],
        blocks=tuple((full[f"block{i}_down"], full[f"block{i}_up"]) for i in range(len(dilations))),
        block_biases=tuple(full[f"block{i}_bias"] for i in range(len(dilations))),
        dilations=dilations,
        leave=full["leave"],
        leave_bias=full["leave_bias"],
    )
    return Model({word: i for i, word in enumerate(words)}, network, full["lean"], full["calibration"])
