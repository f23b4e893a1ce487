"""Importers in processes of their own: run as `python -m tests.desk.forking kill|together URL …`, prints JSON.

Forked from one warm process, since starting Python fifty times would take longer than the imports.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Sequence

from claims.desk import Desk
from claims.records import Story
from tests.desk.stories import at, attributed

STORIES = 60
_SAID = ("the market of {} stays closed", "{} people were told to leave", "a gas line in {} leaked", "{} is calm again")


def copy(first: int = 0, count: int = STORIES) -> list[Story]:
    """Stories with two claims each, every third a newer version of the one before."""
    found = []
    for number in range(first, first + count):
        place = f"Alden{number % 7}"
        said = [("Lena Voss", _SAID[number % 4].format(place)), ("Tom Harrow", _SAID[(number + 1) % 4].format(place))]
        item = number - 1 if number % 3 == 2 else number
        more = {"guid": f"item-{item}", "version": str(number), "published": at(number / 10), "headline": said[0][1]}
        found.append(attributed(*said, **more))
    return found


def _child(url: str, stories: Sequence[Story]) -> int:
    pid = os.fork()
    if pid == 0:
        with Desk.open(url, create=True) as desk:
            for _ in desk.import_stories(stories):
                pass
        os._exit(0)
    return pid


def kill(url: str, rounds: int) -> dict[str, object]:
    """Kill that many importers at random moments, asking after each whether the database is whole."""
    chance = random.Random(20260310)
    killed = 0
    wrong: list[str] = []
    for _ in range(rounds):
        pid = _child(url, copy())
        time.sleep(chance.uniform(0.02, 0.4))
        os.kill(pid, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
        with Desk.open(url, create=True) as desk:
            wrong += desk.check()
    return {"killed": killed, "wrong": wrong}


def together(url: str, processes: int) -> dict[str, object]:
    """Import from several processes at once: each its own stories, and all of them the first ones."""
    pids = [_child(url, [*copy(count=12), *copy(1000 * n, 12)]) for n in range(1, processes + 1)]
    return {"exits": [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]}


if __name__ == "__main__":
    task, database, number = sys.argv[1:]
    print(json.dumps({"kill": kill, "together": together}[task](database, int(number))))
