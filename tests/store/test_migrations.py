"""The schema: made fresh, upgraded and taken down, in step with the tables, and refused when of another age."""

from __future__ import annotations

import ast
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from claims.errors import DatabaseUnavailable, SchemaOutdated, SchemaTooNew
from claims.store import engine as engines
from claims.store import migrations
from claims.store.tables import Base


def test_the_tables_and_the_migrations_say_the_same(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        migrations.run(engine, "check")


def test_downgrade_leaves_nothing_and_upgrade_brings_it_back(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        migrations.run(engine, "downgrade", "base")
        with engine.connect() as connection:
            assert inspect(connection).get_table_names() == ["alembic_version"]
        migrations.upgrade_to_newest(engine)
        migrations.require(engine)
        with engine.connect() as connection:
            assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_a_migration_is_history_and_imports_nothing_of_ours() -> None:
    for file in (migrations.folder() / "versions").glob("*.py"):
        imported = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.ImportFrom)]
        assert not [node.module for node in imported if (node.module or "").startswith("claims")], file


def test_a_fresh_file_is_at_the_newest_revision_and_in_wal(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    assert migrations.create(url)
    assert not migrations.create(url)
    with engines.opened(url) as engine, engine.connect() as connection:
        assert migrations.current(engine) == migrations.newest()
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert [file.name for file in tmp_path.iterdir()] == ["desk.db"]


def test_an_empty_file_is_filled_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    assert migrations.create(f"sqlite:///{tmp_path / 'desk.db'}")


def test_of_many_that_make_one_file_one_wins_and_all_can_use_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: migrations.create(url), range(4)))
    assert made.count(True) == 1
    with engines.opened(url) as engine:
        migrations.require(engine)
    assert [file.name for file in tmp_path.iterdir()] == ["desk.db"]


def test_a_missing_file_is_named_and_not_made(tmp_path: Path) -> None:
    missing = pytest.raises(DatabaseUnavailable, match=r"none\.db")
    with engines.opened(f"sqlite:///{tmp_path / 'none.db'}") as engine, missing as caught:
        migrations.require(engine)
    assert "import" in (caught.value.hint or "")
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("This is a note and not a database. " * 100)
    with (
        engines.opened(f"sqlite:///{tmp_path / 'notes.db'}") as engine,
        pytest.raises(DatabaseUnavailable, match="notes"),
    ):
        migrations.require(engine)


def test_an_older_schema_stops_with_the_command_to_run(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        migrations.run(engine, "downgrade", "base")
        with pytest.raises(SchemaOutdated) as caught:
            migrations.require(engine)
    assert caught.value.hint == "claims db upgrade"


def test_a_newer_schema_stops_with_the_command_to_run(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        with engines.writing(engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(SchemaTooNew, match="9999") as caught:
            migrations.require(engine)
        assert "upgrade" in (caught.value.hint or "")
        with pytest.raises(SchemaTooNew):
            migrations.upgrade(database_url)


def test_upgrade_says_from_where_to_where(database_url: str) -> None:
    assert migrations.upgrade(database_url) == (migrations.newest(), migrations.newest())
