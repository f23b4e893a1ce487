"""`claims db`: where the database is, which schema it has, and bringing it up to date."""

from __future__ import annotations

from claims.config import sqlite_path
from claims.store import engine, migrations


def where(url: str) -> str:
    """The database's place as a person reads it: the file, or the server's address without its password."""
    file = sqlite_path(url)
    return str(file) if file else engine.shown(url)


def current(url: str) -> str | None:
    """The revision of the database's schema, None for one without; `DatabaseUnavailable` where there is none."""
    with engine.opened(url) as opened:
        return migrations.current(opened)


def newest() -> str:
    """The revision this program works with."""
    return migrations.newest()


def newer(revision: str | None) -> bool:
    """Whether a revision was made by a newer version of this program."""
    return revision is not None and revision not in migrations.revisions()


def upgrade(url: str) -> tuple[str | None, str]:
    """Bring the schema to `newest()`, making the SQLite file where there is none; the revisions before and after."""
    return migrations.upgrade(url)
