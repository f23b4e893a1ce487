"""What an import leaves that was stopped, or ran beside another: the next one to end leaves what one alone would."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from claims.desk import Desk
from claims.desk.filters import ClaimFilter, DisputeFilter
from claims.desk.importing import import_stories
from claims.records import Story
from claims.store import activities
from claims.store.engine import connect, reading, writing
from tests.desk.stories import at, imported, story

_DEAD = (12, 14, 12, 17, 12, 14)
_AGENCIES = ("AFP", "AP", "Reuters", "DPA", "TASS", "EFE")


def copy() -> list[Story]:
    """Six agencies on one fire, whose first stories have little in common."""
    found = []
    for n, (dead, agency) in enumerate(zip(_DEAD, _AGENCIES, strict=True)):
        who, denial = (("police", "denied that doors of the mill"), ("Governor Ada Moe", "said doors of the mill"))[
            n % 2
        ]
        found.append(
            story(
                f"TELLO, March 10 - Fire broke out at the Arbel cotton mill in Tello on Tuesday, shift {n} at work.",
                f"Exactly {dead} workers were killed in the fire at the Arbel mill in Tello, {who} said.",
                f"Mill owner Jonas Arbel {denial} in Tello were locked.",
                agency=agency,
                guid=f"mill-{n}",
                published=at(0),
                headline=f"Fire at Tello cotton mill kills {dead}",
            )
        )
    return found


def state(desk: Desk) -> tuple[set[frozenset[Any]], int]:
    """The events by what is said in them, and the number of disputes."""
    events: dict[int | None, set[Any]] = {}
    for claim in desk.claims(ClaimFilter()):
        events.setdefault(claim.event_id, set()).add((claim.story.guid, claim.passage.text))
    assert desk.check() == []
    return {frozenset(event) for event in events.values()}, len(desk.disputes(DisputeFilter()))


def clean(url: str) -> tuple[set[frozenset[Any]], int]:
    with Desk.open(url) as desk:
        imported(desk, *copy())
        return state(desk)


def stopped(desk: Desk, *stories: Story) -> None:
    """An import that ends after those stories without its last steps, as by SIGKILL."""
    run = import_stories(desk._opened, stories)
    assert isinstance(run, Generator)  # only what is a generator can be left in the middle
    for _ in stories:
        next(run)
    run.close()


def test_an_import_that_finds_everything_here_finishes_what_a_stopped_one_left(both_urls: tuple[str, str]) -> None:
    for url in both_urls:
        with Desk.open(url) as desk:
            stopped(desk, *copy())
            assert not desk.disputes(DisputeFilter())
            assert {each.status for each in imported(desk, *copy())} == {"unchanged"}
            mended = state(desk)
            assert not desk.regroup().moves
        engine = connect(url)
        with reading(engine) as connection:
            assert activities.unended(connection, "import") == []
        engine.dispose()
        assert mended[1] > 0
        assert len(mended[0]) == 1


def test_a_stopped_import_run_again_leaves_what_a_clean_one_does(
    desk: Desk, sqlite_template: Any, tmp_path: Any
) -> None:
    stopped(desk, *copy()[:3])
    stopped(desk, *copy()[:4])
    imported(desk, *copy())
    fresh = tmp_path / "clean.db"
    fresh.write_bytes(sqlite_template.read_bytes())
    assert state(desk) == clean(f"sqlite:///{fresh}")


def test_of_imports_side_by_side_the_last_to_end_leaves_what_one_alone_would(
    desk: Desk, sqlite_template: Any, tmp_path: Any
) -> None:
    first, second = (import_stories(desk._opened, copy()[n::2]) for n in (0, 1))
    for _ in range(3):
        next(first)
        next(second)
    assert list(first) == []  # ends, and takes the second for stopped
    assert list(second) == []
    fresh = tmp_path / "clean.db"
    fresh.write_bytes(sqlite_template.read_bytes())
    assert state(desk) == clean(f"sqlite:///{fresh}")


def test_disputes_go_with_their_claims_and_end_where_only_one_of_the_two_moves(desk: Desk) -> None:
    imported(desk, *copy())
    dispute = desk.disputes(DisputeFilter())[0]
    others = {d.id for d in desk.disputes(DisputeFilter()) if dispute.left.id not in (d.left.id, d.right.id)}
    assert dispute.left.event_id is not None
    desk.judge(dispute.left.id, dispute.left.event_id, same=False)
    left = desk.disputes(DisputeFilter())
    assert desk.check() == []
    assert dispute.id not in {d.id for d in left}
    assert others <= {d.id for d in left}
    held = sum(event.disputed for event in desk.events())
    assert held == len(left)


def test_a_dispute_whose_claims_are_of_another_event_is_found_and_regrouping_mends_it(desk: Desk) -> None:
    imported(desk, *copy())
    with writing(desk._opened.engine) as connection:
        event = connection.exec_driver_sql(
            "INSERT INTO event (title, slug, stale, activity_id) SELECT 'x', 'x', stale, activity_id FROM event LIMIT 1"
            " RETURNING id"
        ).scalar_one()
        connection.exec_driver_sql(f"UPDATE dispute SET event_id = {event}")
    assert any("not of its event" in line for line in desk.check())
    desk.regroup(apply=True)
    assert desk.check() == []
    assert sum(event.disputed for event in desk.events()) == len(desk.disputes(DisputeFilter()))
