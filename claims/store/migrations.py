"""Making the schema and telling its age.

A fresh SQLite file is made at the newest revision beside its place and then put there, so that a file of that name is
always whole. A schema of another age stops with one sentence; nothing upgrades a shared database by itself. The newest
revision is read off the file names: telling a schema's age must not cost the loading of Alembic.
"""

from __future__ import annotations

import os
import threading
from importlib import import_module
from pathlib import Path
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

import claims
from claims.config import sqlite_path
from claims.errors import DatabaseUnavailable, SchemaOutdated, SchemaTooNew
from claims.store import engine as engines

_ALEMBIC = threading.Lock()  # it works on module globals: one at a time in a process


def folder() -> Path:
    """The migrations: inside the package in an installed wheel, beside it in a checkout."""
    package = Path(claims.__file__).parent
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def revisions() -> tuple[str, ...]:
    """Every revision this program knows, oldest first; their files are numbered."""
    return tuple(sorted(file.name.partition("_")[0] for file in (folder() / "versions").glob("[0-9]*.py")))


def newest() -> str:
    """The revision this program works with."""
    return revisions()[-1]


def current(engine: Engine) -> str | None:
    """The revision of the database, None where it has no schema; `DatabaseUnavailable` where there is no database."""
    file = _file(engine)
    if file is not None and not file.exists():
        raise DatabaseUnavailable(f"There is no database at {file}.", "claims import PATH… makes it.")
    with engines.reading(engine) as connection:
        return _revision(connection)


def _file(engine: Engine) -> Path | None:
    """The SQLite file of an engine: its name as it is, where the text of a URL would have it quoted."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(name) if name and name != ":memory:" else None


def _revision(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    place = engines.shown(str(connection.engine.url))
    if "alembic_version" not in tables:
        if tables and (connection.dialect.name == "sqlite" or tables & {"claim", "story", "event"}):
            raise DatabaseUnavailable(f"{place} holds tables of another program.", "Give another one with --db.")
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None and tables & {"claim", "story", "event"}:
        raise DatabaseUnavailable(f"{place} does not say which schema it has.", "Put a copy in its place.")
    return found


def require(engine: Engine) -> None:
    """Refuse a database that is older or newer than this program, or has no schema."""
    found = current(engine)
    place = engines.shown(str(engine.url))
    if found is None:
        raise SchemaOutdated(f"{place} holds no desk yet.", "claims db upgrade")
    if found not in revisions():
        raise SchemaTooNew(
            f"{place} was made by a newer version of claims (schema {found}, this one knows {newest()}).",
            "pip install --upgrade claims-desk",
        )
    if found != newest():
        raise SchemaOutdated(
            f"{place} has schema {found}, this version of claims needs {newest()}.", "claims db upgrade"
        )


def create(url: str) -> bool:
    """Make the SQLite file behind `url` at the newest revision; False where there is one already.

    Two programs may try at once: the first to put its file in place wins, the other uses it.
    """
    file = sqlite_path(url)
    if file is None or (file.exists() and file.stat().st_size > 0):
        return False
    if file.exists():  # made empty by somebody; its place is taken, so it is filled where it is
        return _fill(url)
    if not file.parent.is_dir():
        raise DatabaseUnavailable(f"There is no folder {file.parent} for the database.", "Make it first, or use --db.")
    fresh = file.with_name(f".{file.name}.{token_hex(4)}.new")
    try:
        _fill(f"sqlite:///{fresh}")
        os.link(fresh, file)
    except FileExistsError:
        return False
    finally:
        fresh.unlink(missing_ok=True)
    return True


def _fill(url: str) -> bool:
    with engines.opened(url) as engine:
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA journal_mode = WAL")
        upgrade_to_newest(engine)
    return True


def upgrade(url: str) -> tuple[str | None, str]:
    """Bring the database to the newest revision, making an SQLite file; the revisions before and after."""
    if create(url):
        return None, newest()
    with engines.opened(url) as engine:
        before = current(engine)
        if before is not None and before not in revisions():
            require(engine)
        upgrade_to_newest(engine)
    return before, newest()


def upgrade_to_newest(engine: Engine) -> None:
    """Run what is missing of the migrations in one transaction: a broken one leaves nothing."""
    run(engine, "upgrade", "head")


def run(engine: Engine, command: str, *arguments: str) -> None:
    """One of Alembic's commands (upgrade, downgrade, check) on `engine`, in one writing transaction."""
    commands = import_module("alembic.command")
    config = import_module("alembic.config").Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    with _ALEMBIC, engines.writing(engine) as connection:
        config.attributes["connection"] = connection
        getattr(commands, command)(config, *arguments)
