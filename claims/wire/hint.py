"""What the caller knows of the input and the bytes do not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

MAX_TEXT = 200_000
MAX_SIZE = 20_000_000


@dataclass(frozen=True, slots=True)
class Hint:
    """Options of an import that bear on reading."""

    format: str = "auto"  # a name of the format table; overrules what the content looks like
    agency: str | None = None  # overrules what the input says
    date: datetime | None = None  # stands in for a date the input does not give
    max_text: int = MAX_TEXT  # code points; a longer story is imported and not extracted
    columns: Mapping[str, str] = field(default_factory=dict)  # ours → theirs: {"body": "content"}
    max_size: int = MAX_SIZE  # bytes of one file, also of one unpacked from an archive
