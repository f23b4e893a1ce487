"""Laws of the desk, for any copy: import twice = once, any order = the same events, one answer on both engines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, inspect, text

from claims.desk import Desk
from claims.desk.filters import ClaimFilter
from claims.records import Dossier, PubStatus, Story, StoryKind
from tests import postgres
from tests.conftest import sqlite_copy
from tests.desk.stories import at, attributed, imported, story

PLACES = ("Alden", "Norden", "Kellan")
SPEAKERS = ("Lena Voss", "Tom Harrow", "the health ministry", "Police", "Ada Renn, a nurse")
SAYINGS = (
    "{n} people were killed in the {place} blast",
    "the blast in {place} was an accident",
    "a gas line in {place} had been leaking since Sunday",
    "rebels were behind the attack in {place}",
)
AGENCIES = ("AFP", "Reuters", "BBC")

# Claims that came attributed: the laws are the desk's, and reading each sentence anew would take minutes.
sentences = st.builds(
    lambda who, what, place, n: (who, what.format(n=n, place=place)),
    st.sampled_from(SPEAKERS),
    st.sampled_from(SAYINGS),
    st.sampled_from(PLACES),
    st.integers(2, 40),
)
stories = st.builds(
    lambda agency, hour, number, version, lines, kind: attributed(
        *lines,
        agency=agency,
        published=at(hour),
        guid=f"item-{number}",
        version=str(version),
        headline=lines[0][1],
        kind=kind,
        status=PubStatus.CANCELED if kind is StoryKind.KILL else PubStatus.USABLE,
    ),
    st.sampled_from(AGENCIES),
    st.integers(0, 40),
    st.integers(1, 4),
    st.integers(1, 3),
    st.lists(sentences, min_size=1, max_size=3, unique=True),
    st.sampled_from((StoryKind.NEW, StoryKind.NEW, StoryKind.CORRECTED, StoryKind.KILL)),
)
# Two versions of an item at one minute with one number have no order but that of arrival: such copy is left out.
days = st.lists(stories, min_size=1, max_size=4, unique_by=lambda s: (s.agency, s.guid, s.published, s.version))
odd_text = st.text(st.characters(codec=None), max_size=60)
EXAMPLES = 4  # each imports a day's copy, some of them several times: seconds, not minutes
_numbers = itertools.count()


class Fresh:
    """Gives out empty databases: Hypothesis runs a test many times on one fixture."""

    def __init__(self, engine: str, server: postgres.Server, pg_template: str, template: Path, folder: Path) -> None:
        self.engine, self.server, self.pg_template, self.template, self.folder = (
            engine,
            server,
            pg_template,
            template,
            folder,
        )

    @contextmanager
    def desk(self, engine: str | None = None) -> Iterator[Desk]:
        if (engine or self.engine) == "sqlite":
            folder = self.folder / str(next(_numbers))
            folder.mkdir()
            with Desk.open(sqlite_copy(self.template, folder)) as desk:
                yield desk
        else:
            with self.server.database(self.pg_template) as url, Desk.open(url) as desk:
                yield desk


@pytest.fixture
def fresh(
    engine_name: str,
    postgres_server: postgres.Server,
    postgres_template: str,
    sqlite_template: Path,
    tmp_path: Path,
) -> Fresh:
    return Fresh(engine_name, postgres_server, postgres_template, sqlite_template, tmp_path)


def rows(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    engine = create_engine(desk._opened.engine.url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        found = {t: sorted(map(repr, connection.execute(text(f"SELECT * FROM {t}")).all())) for t in tables}
    engine.dispose()
    return found  # type: ignore[return-value]


def by_content(desk: Desk) -> set[frozenset[tuple[str, str, str, str]]]:
    """The events as sets of what is claimed, without ids."""
    groups: dict[int | None, set[tuple[str, str, str, str]]] = {}
    for claim in desk.claims():
        key = (claim.story.agency, claim.story.guid, claim.passage.claimant, claim.passage.text)
        groups.setdefault(claim.event_id, set()).add(key)
    return {frozenset(group) for group in groups.values()}


def told(dossiers: Sequence[Dossier]) -> list[Any]:
    """What a report says, without ids and without the time of arrival."""
    return sorted(
        (
            d.event.title,
            [(q.title, q.aspect, q.status, [_position(p) for p in q.positions]) for q in d.questions],
            sorted((x.left.passage.text, x.right.passage.text, x.finding) for x in d.disputes),
        )
        for d in dossiers
    )


def _position(position: Any) -> tuple[Any, ...]:
    claims = sorted((c.passage.claimant, c.passage.text, c.story.agency) for c in position.claims)
    return position.proposition, position.stance, position.claimant, position.origins, claims


@settings(max_examples=EXAMPLES)
@given(days)
def test_import_twice_is_import_once(fresh: Fresh, day: list[Story]) -> None:
    with fresh.desk() as desk:
        imported(desk, *day)
        once = rows(desk)
        assert {outcome.status for outcome in imported(desk, *day)} == {"unchanged"}
        assert rows(desk) == once
        assert desk.check() == []


@settings(max_examples=EXAMPLES)
@given(days, st.randoms(use_true_random=False))
def test_any_order_of_import_gives_the_same_events_after_a_regroup(fresh: Fresh, day: list[Story], random: Any) -> None:
    shuffled = random.sample(day, len(day))
    found = []
    for order in (day, shuffled):
        with fresh.desk() as desk:
            imported(desk, *order)
            desk.regroup(apply=True)
            once = rows(desk)
            assert desk.regroup(apply=True).moves == ()
            assert rows(desk) == once
            found.append(by_content(desk))
    assert found[0] == found[1]


@settings(max_examples=EXAMPLES)
@given(days)
def test_sqlite_and_postgresql_tell_the_same(fresh: Fresh, day: list[Story]) -> None:
    found = []
    for engine in ("sqlite", "postgresql"):
        with fresh.desk(engine) as desk:
            imported(desk, *day)
            found.append(told([desk.dossier(event) for event in desk.events()]))
    assert found[0] == found[1]


@settings(max_examples=EXAMPLES)
@given(days)
def test_every_span_points_into_the_body_it_is_of(fresh: Fresh, day: list[Story]) -> None:
    with fresh.desk() as desk:
        imported(desk, *day)
        bodies = {
            (s, v.number): v.body for s in _stories(desk) for v in desk.story(f"S-{s}", include_withheld=True).versions
        }
        for claim in desk.claims(ClaimFilter(withdrawn=True, include_withheld=True)):
            body = bodies[claim.story.id, claim.story.version]
            for link in claim.passage.chain:
                for start, end in (*link.content, *link.cue, *link.source):
                    assert 0 <= start < end <= len(body)
            assert " … ".join(" ".join(body[a:b].split()) for a, b in claim.passage.content) == claim.passage.text
        assert desk.check() == []


def _stories(desk: Desk) -> set[int]:
    return {claim.story.id for claim in desk.claims(ClaimFilter(withdrawn=True))}


@settings(max_examples=EXAMPLES)
@given(odd_text, odd_text, odd_text)
def test_no_text_whatever_is_refused_by_the_store(fresh: Fresh, headline: str, name: str, said: str) -> None:
    odd = story(
        f"{said or 'x'}, {name} said.", headline=headline, agency=name or None, guid=headline or None, byline=said
    )
    with fresh.desk() as desk:
        (outcome,) = imported(desk, odd)
        assert outcome.status == "new"
        assert imported(desk, replace(odd))[0].status == "unchanged"
        assert desk.check() == []
