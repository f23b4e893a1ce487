"""`claims db`: look after the database."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from claims.cli import screen
from claims.cli.failures import ERROR
from claims.cli.setting import setting
from claims.cli.words import next_commands, plural
from claims.config import sqlite_path
from claims.errors import DatabaseUnavailable


@click.group("db")
def command() -> None:
    """Look after the database.

    \b
    Example:
      claims db path
    """


def _database() -> Any:
    """`claims.desk.database`, loaded when used: it brings SQLAlchemy, and help needs none."""
    return import_module("claims.desk.database")


@command.command("path")
def path() -> None:
    """Print where the database is: --db, else CLAIMS_DB, else ./claims.db.

    \b
    Example:
      claims db path
    """
    screen.say(_database().where(setting().url))


@command.command("current")
def current() -> None:
    """Print the database's schema and the one this program works with.

    \b
    Example:
      claims db current
    """
    found, newest = _database().current(setting().url), _database().newest()
    screen.say(f"schema {found or 'none'}, this program works with {newest}")
    if _database().newer(found):
        screen.warn("It was made by a newer version of claims: pip install --upgrade claims-desk")
    elif found != newest:
        next_commands("db upgrade")


@command.command("upgrade")
def upgrade() -> None:
    """Bring the database's schema up to date.

    An empty PostgreSQL database gets its tables; an SQLite file is made by `claims import` alone. Make a copy first.

    \b
    Example:
      claims --db postgresql://localhost/desk db upgrade
    """
    file = sqlite_path(setting().url)
    if file is not None and not file.exists():
        raise DatabaseUnavailable(f"There is no database {file}.", "`claims import` makes one.")
    before, after = _database().upgrade(setting().url)
    told = f"schema {after}, nothing to do" if before == after else f"schema {before or 'none'} → {after}"
    screen.say(told)


@command.command("check")
def check() -> None:
    """Look for anything in the database that should not be; exit code 1 where there is something.

    \b
    Example:
      claims db check
    """
    with setting().desk() as desk:
        problems = desk.check()
    screen.say(plural(len(problems), "problem") if problems else "The database is whole")
    for problem in problems:
        screen.say(f"  {problem}")
    if problems:
        raise click.exceptions.Exit(ERROR)
