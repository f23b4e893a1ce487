"""Who claims what: attributed claims from wire copy, grouped by event, with the disputes between them.

`claims.Desk` is the Python API; it is loaded when first asked for, so that `claims --help` loads no SQLAlchemy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from claims.desk import Desk

__all__ = ["ClaimsError", "Desk", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name == "Desk":
        return import_module("claims.desk").Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
