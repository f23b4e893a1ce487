"""Opening a database, and what a column keeps: errors in a sentence, times in UTC, text that both engines can hold."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update

from claims.errors import ConfigError, DatabaseUnavailable
from claims.store import engine as engines
from claims.store.activities import Work, finish, start
from claims.store.tables import Activity

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_what_is_no_address_is_said_so() -> None:
    for url in ("nonsense", "zebra://host/name"):
        with pytest.raises(ConfigError, match="Not a database address"):
            engines.connect(url)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    url = "postgresql+psycopg://mara:secret@127.0.0.1:1/desk"
    silent = pytest.raises(DatabaseUnavailable, match="does not answer")
    with engines.opened(url) as engine, silent as caught, engines.reading(engine):
        pass
    assert "secret" not in caught.value.message
    assert engines.shown(url) == "postgresql+psycopg://mara:***@127.0.0.1:1/desk"


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with engines.opened(f"sqlite:///{tmp_path}") as engine, pytest.raises(DatabaseUnavailable), engines.reading(engine):
        pass


def test_an_instant_comes_back_as_it_was_in_utc_and_a_naive_one_is_refused(database_url: str) -> None:
    moscow = NOON.astimezone(timezone(timedelta(hours=3)))
    with engines.opened(database_url) as engine:
        with engines.writing(engine) as connection:
            number = start(connection, Work("import", "mara", "test", {"é": ["\x00", 1.5]}), moscow)
            finish(connection, number, NOON, "")
        with engines.reading(engine) as connection:
            row = connection.execute(select(Activity.__table__)).one()
        assert (row.started_at, row.started_at.tzinfo, row.ended_at) == (NOON, UTC, NOON)
        assert row.parameters == {"é": ["\x00", 1.5]}
        with pytest.raises(engines.Rejected, match="naive"), engines.writing(engine) as connection:
            start(connection, Work("import", "mara", "test"), NOON.replace(tzinfo=None))


def test_no_column_ever_gets_what_postgresql_refuses(database_url: str) -> None:
    with engines.opened(database_url) as engine, engines.writing(engine) as connection:
        number = start(connection, Work("a\x00b\ud800c", "\udfff", "test"), NOON)
        row = connection.execute(select(Activity.command, Activity.actor).where(Activity.id == number)).one()
    assert tuple(row) == ("a\ufffdb\ufffdc", "\ufffd")


def twice_the_same_id(engine: engines.Engine) -> None:
    with engines.writing(engine) as connection:
        values = {"command": "", "actor": "", "software": "", "started_at": NOON, "parameters": {}, "summary": ""}
        number = start(connection, Work("import", "mara", "test"), NOON)
        connection.execute(insert(Activity).values(id=number, **values))


def test_what_a_constraint_refuses_is_rejected_with_all_of_its_transaction(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        with pytest.raises(engines.Rejected):
            twice_the_same_id(engine)
        with engines.reading(engine) as connection:
            assert connection.execute(select(Activity.id)).all() == []


def test_ids_are_never_given_twice(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        with engines.writing(engine) as connection:
            first = start(connection, Work("import", "mara", "test"), NOON)
            connection.execute(text("DELETE FROM activity"))
        with engines.writing(engine) as connection:
            assert start(connection, Work("import", "mara", "test"), NOON) > first


def test_one_writer_follows_the_other_and_no_update_is_lost(database_url: str) -> None:
    with engines.opened(database_url) as engine:
        with engines.writing(engine) as connection:
            number = start(connection, Work("import", "mara", "test", {"count": 0}), NOON)

        def add(_: int) -> None:
            with engines.writing(engine) as connection:
                parameters = connection.execute(select(Activity.parameters)).scalar_one()
                changed = {"count": parameters["count"] + 1}
                connection.execute(update(Activity).where(Activity.id == number).values(parameters=changed))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(add, range(40)))
        with engines.reading(engine) as connection:
            assert connection.execute(select(Activity.parameters)).scalar_one() == {"count": 40}
