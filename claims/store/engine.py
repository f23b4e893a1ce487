"""Opening a database, and the two kinds of transaction: one that reads, one that writes.

Everything SQLite and PostgreSQL do differently about it stands here. Writers go one after the other on both: SQLite by
BEGIN IMMEDIATE (its default loses updates of concurrent writers without a word), PostgreSQL by an advisory lock, since
grouping reads what it writes.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Connection as Connection
from sqlalchemy import Engine as Engine
from sqlalchemy import create_engine, event, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    OperationalError,
    StatementError,
)
from sqlalchemy.pool import StaticPool

from claims.errors import ConfigError, DatabaseError, DatabaseUnavailable

_PASSWORD = re.compile(r"(://[^:/@]*:)[^@]*@")
_DAMAGED = ("malformed", "file is not a database", "unsupported file format")
BUSY_SECONDS = 30  # how long a writer of an SQLite file waits for another
_LOCK = 0x636C61696D73  # "claims": the advisory lock of PostgreSQL writers


class Rejected(DatabaseError):
    """A row that a constraint or a column refuses; nothing of its transaction is kept."""


def connect(url: str) -> Engine:
    """An engine for `url`, nothing opened yet; `DatabaseUnavailable` where the driver is missing."""
    try:
        engine = create_engine(url, **_settings(url))
    except ModuleNotFoundError as error:
        raise DatabaseUnavailable(
            f"PostgreSQL needs the driver {error.name}, which is not installed.",
            "pip install 'claims-desk[postgresql]'",
        ) from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        safe = _PASSWORD.sub(r"\1***@", url)
        raise ConfigError(
            f"Not a database address: {safe!r}.",
            "Give a file name, or postgresql://HOST/NAME.",
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
    else:
        event.listen(engine, "begin", _postgresql_begin)
    return engine


def _settings(url: str) -> dict[str, Any]:
    if not url.startswith("sqlite"):
        return {"connect_args": {"options": "-c timezone=utc", "connect_timeout": 10}, "pool_pre_ping": True}
    settings: dict[str, Any] = {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
    if make_url(url).database in (None, "", ":memory:"):
        settings["poolclass"] = StaticPool  # one connection is the database
    return settings


def _sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; the begin hook does
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # whole after kill -9 under WAL, and fast


def _sqlite_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _postgresql_begin(connection: Connection) -> None:
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database and changes nothing."""
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with _named(engine), engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write: committed at the end, rolled back on any error; one writer at a time."""
    with _named(engine), engine.connect().execution_options(write=True) as connection, connection.begin():
        yield connection


@contextmanager
def trying(engine: Engine) -> Iterator[Callable[[], AbstractContextManager[Connection]]]:
    """What opens transactions that see each other and are all taken back at the end: for a dry run."""
    with engine.connect().execution_options(write=True) as connection, connection.begin() as whole:
        try:
            yield lambda: _nested(engine, connection)
        finally:
            whole.rollback()


@contextmanager
def _nested(engine: Engine, connection: Connection) -> Iterator[Connection]:
    with _named(engine), connection.begin_nested():
        yield connection


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine for `url`, closed at the end."""
    engine = connect(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _named(engine: Engine) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise _unavailable(engine, error) from error
    except (IntegrityError, DataError) as error:
        raise Rejected(f"The database refuses it: {_reason(error)}", "Please report this with the input.") from error
    except DBAPIError as error:
        if any(words in str(error.orig) for words in _DAMAGED):
            raise _unavailable(engine, error) from error
        raise
    except StatementError as error:
        raise Rejected(f"The store refuses it: {_reason(error)}", "Please report this with the input.") from error


def _reason(error: StatementError) -> str:
    return str(error.orig).strip().splitlines()[0]


def _unavailable(engine: Engine, error: DBAPIError) -> DatabaseError:
    reason = _reason(error)
    place = shown(engine.url.render_as_string(hide_password=True))
    if "locked" in reason:
        return DatabaseError(f"{place} is in use by another writer.", "Try again when it has finished.")
    if "malformed" in reason:
        return DatabaseUnavailable(f"{place} is damaged: {reason}.", "Put a copy in its place, or use --db.")
    return DatabaseUnavailable(f"{place} does not answer: {reason}", "Check --db or CLAIMS_DB.")


def shown(url: str) -> str:
    """`url` as it may be shown: without its password."""
    return make_url(url).render_as_string(hide_password=True)
