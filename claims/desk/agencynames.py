"""An agency that is named and not known: needs no database."""

from __future__ import annotations

from claims import agencies
from claims.errors import UnknownAgency


def require_known(name: str) -> None:
    """Raise `UnknownAgency` for a name that the package's table does not have."""
    if agencies.find(name) is None:
        raise unknown(name)


def unknown(name: str) -> UnknownAgency:
    """The error for a name nobody knows, with those nearest to it."""
    near = ", ".join(agencies.nearest(name))
    return UnknownAgency(
        f"No agency is called {name!r}.", f"Nearest: {near}. claims agencies lists all." if near else None
    )
