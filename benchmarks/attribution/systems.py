"""What is measured, in the scorers' form: the program's outermost attributions, and the tagger alone."""

from __future__ import annotations

import json

from benchmarks.attribution.polnear import Prediction
from claims.attribution import extract
from claims.attribution.tagger import tag
from claims.records import Story

PARTS = ("source", "cue", "content")


def program(text: str) -> list[Prediction]:
    """The last link of every claim's chain, equal links once, as sure as the claim that comes first."""
    found: dict[str, Prediction] = {}
    for passage in extract(Story(body=text)):
        row: Prediction = {part: [list(span) for span in getattr(passage.chain[-1], part)] for part in PARTS}
        found.setdefault(json.dumps(row), row | {"confidence": passage.confidence})
    return list(found.values())


def tagger(text: str) -> list[Prediction]:
    """What the network finds, without the rules."""
    return [
        {part: [list(span) for span in getattr(found, part)] for part in PARTS} | {"confidence": found.confidence}
        for found in tag(text)
    ]
