"""What the reader of a report asked for: one value that every format takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo


@dataclass(frozen=True, slots=True)
class Style:
    """`text` false leaves out the agencies' words (positions and references stay); `zone` is for people's times."""

    text: bool = True
    zone: tzinfo = UTC
    disputed: bool = False  # only what is in dispute, and tolls to watch


PLAIN = Style()
