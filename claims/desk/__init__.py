"""The work: one use case a file, strung together from the pure rooms and the store; the transactions are owned here.

`Desk` is the door to everything that needs a database. `claims.desk.extract`, `claims.desk.compare` and
`claims.desk.inputs` need none and load no SQLAlchemy, which is why `Desk` is loaded when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.desk.desk import Desk

__all__ = ["Desk"]


def __getattr__(name: str) -> Any:
    if name == "Desk":
        return import_module("claims.desk.desk").Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
