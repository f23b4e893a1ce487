"""The database's address: option, environment, default."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.config import database_url, sqlite_path, user_name
from claims.errors import ConfigError


def test_the_option_comes_before_the_environment_and_the_default() -> None:
    assert database_url("a.db", {"CLAIMS_DB": "b.db"}) == "sqlite:///a.db"
    assert database_url(None, {"CLAIMS_DB": "b.db"}) == "sqlite:///b.db"
    assert database_url(None, {}) == "sqlite:///claims.db"


def test_a_server_is_always_reached_with_psycopg_3() -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        assert database_url(f"{scheme}://desk/claims", {}) == "postgresql+psycopg://desk/claims"


def test_another_kind_of_database_is_refused_by_name() -> None:
    with pytest.raises(ConfigError, match="mysql"):
        database_url("mysql://desk/claims", {})


def test_an_sqlite_address_has_a_file_and_a_server_has_none() -> None:
    assert sqlite_path("sqlite:///desk.db") == Path("desk.db")
    assert sqlite_path("sqlite:///:memory:") is None
    assert sqlite_path("postgresql+psycopg://desk/claims") is None


def test_the_user_is_named_by_option_or_environment() -> None:
    assert user_name("mara", {"CLAIMS_USER": "ivo"}) == "mara"
    assert user_name(None, {"CLAIMS_USER": "ivo"}) == "ivo"
    assert user_name(None, {})
