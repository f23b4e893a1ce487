"""Who is one voice in all stories, and who is no one beyond one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.records import SourceKind, Story
from claims.store import engine as engines
from claims.store import sources, stories
from claims.store.activities import Work, start

NOW = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "kind", "shared"),
    [
        ("Lena Voss", SourceKind.PERSON, True),
        ("Voss", SourceKind.PERSON, False),
        ("Reuters", SourceKind.AGENCY, True),
        ("Defence Ministry of Corvania", SourceKind.GOVERNMENT, True),
        ("the Kremlin", SourceKind.GOVERNMENT, True),
        ("the ministry", SourceKind.GOVERNMENT, False),
        ("the union", SourceKind.ORGANISATION, False),
        ("Two US officials", SourceKind.UNNAMED, False),
        ("", SourceKind.UNNAMED, False),
    ],
)
def test_a_name_is_shared_only_where_it_names_one(name: str, kind: SourceKind, shared: bool) -> None:
    assert sources.is_shared(name, kind) is shared


def test_police_of_two_stories_are_two_and_a_person_with_a_full_name_is_one(database_url: str) -> None:
    with engines.opened(database_url) as engine, engines.writing(engine) as connection:
        activity = start(connection, Work("import", "mara", "test"), NOW)
        agency = sources.agency(connection, "Reuters")
        assert sources.agency(connection, "Thomson Reuters") == agency
        first, second = (stories.make(connection, agency, Story(f"story {n}"), activity) for n in (1, 2))
        named = [("police", SourceKind.UNNAMED), ("Lena Voss", SourceKind.PERSON)]
        here, there = (sources.resolve(connection, named, story) for story in (first, second))
        assert here[named[0]] != there[named[0]]
        assert here[named[1]] == there[named[1]]
        assert sources.resolve(connection, named, first) == here
