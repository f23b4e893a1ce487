"""From the trained network in torch to the model file."""

import numpy as np
from torch import Tensor

from claims.attribution.tagger.features import Floats
from claims.attribution.tagger.model import Model
from claims.attribution.tagger.network import Network
from training.student import Student

RANK = 96
"""Dimensions kept of a convolution's 288."""


def network(student: Student) -> Network:
    """The same weights, as numpy's matrices."""

    def array(x: Tensor) -> Floats:
        return np.ascontiguousarray(x.detach().numpy())

    tables = (student.static, student.word, student.end, student.begin, student.shape)
    return Network(
        tables=tuple(array(table.weight) for table in tables),
        enter=array(student.enter.weight.T),
        enter_bias=array(student.enter.bias),
        blocks=tuple(halves(array(block.weight.T)) for block in student.block_list()),
        block_biases=tuple(array(block.bias) for block in student.block_list()),
        dilations=student.plan.dilations,
        leave=array(student.leave.weight.T),
        leave_bias=array(student.leave.bias),
    )


def halves(weights: Floats) -> tuple[Floats, Floats]:
    """Two thin matrices whose product is nearly this one: half the work, and no loss on PolNeAR dev."""
    left, strength, right = np.linalg.svd(weights.astype(np.float64), full_matrices=False)
    root = np.sqrt(strength[:RANK])
    return (left[:, :RANK] * root).astype(np.float32), (root[:, None] * right[:RANK]).astype(np.float32)


def model(student: Student, vocabulary: list[str], lean: Floats, calibration: Floats) -> Model:
    """All that is shipped."""
    return Model({word: i for i, word in enumerate(vocabulary)}, network(student), lean, calibration)
