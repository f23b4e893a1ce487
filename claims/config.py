"""Where the database is and who is asking: option, then environment, then default."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from pathlib import Path

from claims.errors import ConfigError

DEFAULT_DATABASE = "claims.db"


def database_url(option: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The SQLAlchemy URL of the desk's database: `--db`, else `CLAIMS_DB`, else `./claims.db`.

    A path is an SQLite file; `postgresql://` (and `postgres://`) always means the psycopg 3 driver.
    """
    given = option or environment.get("CLAIMS_DB") or DEFAULT_DATABASE
    scheme, separator, rest = given.partition("://")
    if not separator:
        return f"sqlite:///{Path(given).expanduser()}"
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return f"postgresql+psycopg://{rest}"
    if scheme == "sqlite":
        return given
    raise ConfigError(
        f"No database of the kind {scheme!r}.", "Give a file name, sqlite:///FILE or postgresql://HOST/NAME."
    )


def sqlite_path(url: str) -> Path | None:
    """The file behind an SQLite URL; None for a server or a database in memory."""
    prefix = "sqlite:///"
    if not url.startswith(prefix) or url == prefix + ":memory:":
        return None
    return Path(url.removeprefix(prefix))


def user_name(option: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Who is acting: `--user`, else `CLAIMS_USER`, else the login name."""
    if given := option or environment.get("CLAIMS_USER"):
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name in a bare container
        return "unknown"
