"""A database that is open, with who works on it: what every use case is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from claims import __version__
from claims.records import Claim
from claims.store import activities, engine, reading, stories
from claims.store.engine import Connection, Engine

_MOST = 20_000  # claims kept in memory

Transactions = Callable[[], AbstractContextManager[Connection]]


@dataclass(slots=True)
class Recall:
    """Claims read before, by the appearance that speaks for them: an appearance is never rewritten.

    What may change around it (event, status, copy) is as it was when read: for comparing, not for showing.
    """

    kept: dict[int, Claim] = field(default_factory=dict)

    def claims(self, connection: Connection, claim_ids: Sequence[int], now: datetime) -> list[Claim]:
        """Those claims, in that order."""
        wanted = reading.speaking(connection, claim_ids)
        if len(self.kept) > _MOST:
            self.kept.clear()
        missing = [appearance for appearance in wanted if appearance not in self.kept]
        self.kept.update(zip(missing, reading.claims(connection, missing, now), strict=True))
        return [self.kept[appearance] for appearance in wanted]


@dataclass(slots=True)
class Opened:
    """The engine, the actor, the clock, and what is remembered between calls."""

    engine: Engine
    user: str
    clock: Callable[[], datetime] = stories.now
    recall: Recall = field(default_factory=Recall)

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that changes nothing."""
        return engine.reading(self.engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that may write."""
        return engine.writing(self.engine)

    @contextmanager
    def transactions(self, keep: bool) -> Iterator[Transactions]:
        """What opens the transactions of a run; with `keep` false all of them are taken back at the end."""
        if keep:
            yield self.writing
        else:
            with engine.trying(self.engine) as nested:
                yield nested


@dataclass(slots=True)
class Run:
    """A command at work: its activity is made in the first transaction that writes, so that nothing done is no row."""

    opened: Opened
    command: str
    parameters: dict[str, Any] = field(default_factory=dict)
    begun: int | None = None
    brought: list[int] = field(default_factory=list)  # claims the run made
    _pending: int | None = None

    def activity(self, connection: Connection) -> int:
        """The id of the run's activity."""
        if self.begun is not None:
            activities.reopen(connection, self.begun)  # a run beside this one may have taken it for interrupted
            return self.begun
        if self._pending is None:
            work = activities.Work(self.command, self.opened.user, f"claims {__version__}", self.parameters)
            self._pending = activities.start(connection, work, self.opened.clock())
        return self._pending

    @contextmanager
    def transaction(self, begin: Transactions) -> Iterator[Connection]:
        """A transaction of the run, after which its activity is known to be kept."""
        kept = len(self.brought)
        try:
            with begin() as connection:
                yield connection
        except BaseException:
            del self.brought[kept:]
            self._pending = None
            self.opened.recall.kept.clear()
            raise
        self.begun, self._pending = self.begun or self._pending, None

    def finish(self, begin: Transactions, summary: str) -> None:
        """Close the activity, if there is one."""
        if self.begun is not None:
            with begin() as connection:
                activities.finish(connection, self.begun, self.opened.clock(), summary)
