"""Many bags of terms as one sparse matrix, and the dot products of chosen pairs of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: row i holds `values[starts[i]:starts[i + 1]]` in the columns of the same slice."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int


@dataclass(frozen=True, slots=True)
class Packed:
    """One bag as arrays, made once and laid into any number of matrices."""

    columns: Ints
    values: Floats


# A term keeps its column for the life of the process, so that a claim met again and again is packed only once.
_columns: dict[str, int] = {}


def pack(bag: Mapping[str, float]) -> Packed:
    """`bag` as columns and values, in its order."""
    columns = [_columns.setdefault(term, len(_columns)) for term in bag]
    return Packed(np.array(columns, np.int64), np.array(list(bag.values()), np.float64))


def rows(packed: Sequence[Packed]) -> Rows:
    """One row a bag."""
    starts = np.cumsum([0, *(len(one.columns) for one in packed)], dtype=np.int64)
    nothing = pack({})
    columns = np.concatenate([nothing.columns, *(one.columns for one in packed)])
    values = np.concatenate([nothing.values, *(one.values for one in packed)])
    return Rows(starts, columns, values, len(_columns))


def dots(matrix: Rows, left: Ints, right: Ints) -> Floats:
    """The dot product of row `left[k]` with row `right[k]` for each k; `left` must be sorted."""
    found = np.zeros(len(left), np.float64)
    if not len(left):
        return found
    dense = np.zeros(matrix.width, np.float64)
    heads, begins = np.unique(left, return_index=True)
    for head, begin, end in zip(heads, begins, [*begins[1:], len(left)], strict=True):
        row = slice(matrix.starts[head], matrix.starts[head + 1])
        dense[matrix.columns[row]] = matrix.values[row]
        found[begin:end] = _with(matrix, dense, right[begin:end])
        dense[matrix.columns[row]] = 0.0
    return found


def _with(matrix: Rows, dense: Floats, others: Ints) -> Floats:
    lengths = matrix.starts[others + 1] - matrix.starts[others]
    ends = np.cumsum(lengths)
    at = np.arange(ends[-1]) + np.repeat(matrix.starts[others] - (ends - lengths), lengths)
    products = matrix.values[at] * dense[matrix.columns[at]]
    sums = np.concatenate(([0.0], np.cumsum(products)))
    found: Floats = sums[ends] - sums[ends - lengths]
    return found
