"""Fixtures for every test: an empty desk's database on each engine, cheap because it is a copy of a template.

No PostgreSQL is an error and not a skip: a test that silently ran on one engine proves half of what it says.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from claims.store import migrations
from tests import postgres

settings.register_profile(
    "claims", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("claims")

OLDEST_SERVER = 18  # what the wheel of the test extra holds; an older server of the machine would hide its absence


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    with postgres.server() as url:
        server = postgres.Server(url)
        if os.environ.get("CI"):
            assert server.major() >= OLDEST_SERVER, f"PostgreSQL {server.major()} is too old for CI"
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server: postgres.Server) -> str:
    """The name of a database at the newest schema, to copy."""
    return postgres_server.template("claims_template")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file at the newest schema, to copy."""
    file = tmp_path_factory.mktemp("template") / "claims.db"
    migrations.create(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of an empty desk's database, on SQLite and then on PostgreSQL."""
    if engine_name == "sqlite":
        yield sqlite_copy(request.getfixturevalue("sqlite_template"), request.getfixturevalue("tmp_path"))
    else:
        server: postgres.Server = request.getfixturevalue("postgres_server")
        with server.database(request.getfixturevalue("postgres_template")) as url:
            yield url


@pytest.fixture
def both_urls(
    sqlite_template: Path, tmp_path: Path, postgres_server: postgres.Server, postgres_template: str
) -> Iterator[tuple[str, str]]:
    """An empty desk's database on each engine at once: for laws that compare them."""
    with postgres_server.database(postgres_template) as url:
        yield sqlite_copy(sqlite_template, tmp_path), url


def sqlite_copy(template: Path, folder: Path) -> str:
    """A copy of the template in `folder`, as a URL."""
    file = folder / "claims.db"
    shutil.copyfile(template, file)
    return f"sqlite:///{file}"
