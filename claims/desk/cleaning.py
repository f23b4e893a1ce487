"""The last door before a text is kept: no NUL and no half of a surrogate pair, character for character.

PostgreSQL refuses NUL in text and UTF-8 cannot carry a lone surrogate. Each becomes U+FFFD, one for one, so that no
offset moves.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from claims.records import ClaimRow, Story

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with each NUL and lone surrogate as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def clean(story: Story) -> Story:
    """`story` with every text of it storable; the same object where nothing had to change."""
    changed = {f.name: new for f in fields(story) if (new := _clean(old := getattr(story, f.name))) != old}
    return replace(story, **changed) if changed else story


def _clean(value: Any) -> Any:
    if type(value) is str:
        return storable(value)
    if type(value) is tuple:
        return tuple(_clean(each) for each in value)
    if isinstance(value, ClaimRow):
        return replace(value, **{f.name: _clean(getattr(value, f.name)) for f in fields(value)})
    return value
