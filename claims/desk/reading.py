"""Reading ahead: documents to stories with their passages, in several processes, in the order they were given.

Reading and extracting are pure and take most of an import's time; the database is written by one process alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from claims import wire
from claims.desk.extract import extract
from claims.records import Document, Extraction, Problem

Read = tuple[Document, tuple[Extraction | Problem, ...]]

_AHEAD = 3  # documents in hand for each process: enough to keep it busy, few enough for memory


def read_ahead(documents: Iterable[Document | Problem], hint: wire.Hint, jobs: int) -> Iterator[Read | Problem]:
    """Each document with what was read in it, by `jobs` processes, in their order; problems pass through."""
    # Not forked: a child must not inherit an open database.
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Problem | tuple[Document, Future[tuple[Extraction | Problem, ...]]]] = deque()
        for document in documents:
            waiting.append(
                document if isinstance(document, Problem) else (document, pool.submit(_read, document, hint))
            )
            if len(waiting) >= jobs * _AHEAD:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())


def _read(document: Document, hint: wire.Hint) -> tuple[Extraction | Problem, ...]:
    return tuple(extract(document, hint))


def _done(item: Problem | tuple[Document, Future[tuple[Extraction | Problem, ...]]]) -> Read | Problem:
    if isinstance(item, Problem):
        return item
    document, future = item
    return document, future.result()
