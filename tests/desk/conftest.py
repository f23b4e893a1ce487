"""An open desk on each engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.desk import Desk


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    with Desk.open(database_url, user="mara") as opened:
        yield opened
