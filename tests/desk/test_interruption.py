"""What a stop in the middle and many writers at once leave behind: whole stories, none lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from claims.desk import Desk
from claims.desk.filters import ClaimFilter
from tests.desk.forking import copy
from tests.desk.stories import imported

ROOT = Path(__file__).parents[2]


def forked(task: str, url: str, number: int) -> Any:
    command = [sys.executable, "-m", "tests.desk.forking", task, url, str(number)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def content(url: str) -> tuple[list[Any], set[frozenset[str]]]:
    """The claims of a desk, and its events after a regroup, without ids."""
    with Desk.open(url) as desk:
        desk.regroup(apply=True)
        claims = list(desk.claims(ClaimFilter(withdrawn=True)))
        assert desk.check() == []
    events: dict[int | None, set[str]] = {}
    for claim in claims:
        events.setdefault(claim.event_id, set()).add(f"{claim.story.guid} {claim.passage.text}")
    said = sorted((c.story.guid, c.story.version, c.passage.text, c.status) for c in claims)
    return said, {frozenset(event) for event in events.values()}


def test_imports_killed_at_random_moments_leave_a_whole_database_and_can_be_run_again(
    engine_name: str, database_url: str, tmp_path: Path
) -> None:
    rounds = 50 if engine_name == "sqlite" else 10
    result = forked("kill", database_url, rounds)
    assert result["wrong"] == []
    assert result["killed"] > rounds / 2  # later rounds have less and less left to do
    with Desk.open(database_url) as desk:
        imported(desk, *copy())
    undisturbed = f"sqlite:///{tmp_path / 'undisturbed.db'}"
    with Desk.open(undisturbed, create=True) as desk:
        imported(desk, *copy())
    assert content(database_url) == content(undisturbed)


def test_a_file_that_is_killed_while_it_is_made_is_made_by_the_next(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    result = forked("kill", url, 5)
    assert result["wrong"] == []


def test_imports_at_once_lose_nothing(engine_name: str, database_url: str, tmp_path: Path) -> None:
    url = database_url if engine_name == "postgresql" else f"sqlite:///{tmp_path / 'raced.db'}"
    assert forked("together", url, 3) == {"exits": [0, 0, 0]}
    with Desk.open(url) as desk:
        assert desk.check() == []
        stories = {claim.story.guid for claim in desk.claims(ClaimFilter(withdrawn=True))}
        versions = sum(len(desk.story(f"S-{n + 1}").versions) for n in range(len(stories)))
    expected = [*copy(count=12), *(s for n in (1, 2, 3) for s in copy(1000 * n, 12))]
    assert stories == {story.guid for story in expected}
    assert versions == len(expected)
