"""What an import did, as lines for people whose numbers add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.cli.words import joined, plural
from claims.records import Doubt, Event, Imported, Problem, StoryKind
from claims.reports.senders import known

Result = Imported | Problem

# Where whoever found the problem knows no better way out.
NO_REMEDY = "Leave it out, or ask the sender for it again."

_KIND_WORDS = {
    StoryKind.UPDATE: "UPDATE",
    StoryKind.CORRECTED: "CORRECTED",
    StoryKind.REFILE: "REFILE",
    StoryKind.KILL: "KILL",
    StoryKind.HOLD: "HOLD",
}


def unread(results: Sequence[Result]) -> list[Problem]:
    """What was not read, also stories that failed on their way in."""
    problems = [
        item
        if isinstance(item, Problem)
        else Problem(item.origin, item.message or "could not be imported", item.item, item.remedy or "")
        for item in results
        if isinstance(item, Problem) or item.status == "failed"
    ]
    return [problem if problem.remedy else replace(problem, remedy=NO_REMEDY) for problem in problems]


def of_status(results: Sequence[Result], status: str) -> list[Imported]:
    """The stories with that outcome: new, version or unchanged."""
    return [item for item in results if isinstance(item, Imported) and item.status == status]


def summary(results: Sequence[Result], events: Sequence[Event], doubts: Sequence[Doubt]) -> Iterator[str]:
    """Stories, newer versions, unchanged ones, what was not read, claims, and what wants a look."""
    new, versions, unchanged = (of_status(results, status) for status in ("new", "version", "unchanged"))
    newer = [item for item in versions if item.supersedes is not None]
    rows = [
        _row(len(new), "story", _counted(_agency(item) for item in new)),
        _row(len(newer), "newer version", _counted(_kind(item) for item in newer)),
        _row(len(versions) - len(newer), "older version", "of what is here already, which stays"),
        _row(len(unchanged), "story", "already here, nothing changed", always=False),
    ]
    problems = unread(results)
    rows.append(_row(len(problems), "not read", "", many="not read"))
    yield from (row for row in rows if row)
    yield from not_read(problems)
    yield _claims([*new, *versions], events)
    if doubts:
        by_subject = _counted(f"{doubt.subject} unclear" for doubt in doubts)
        yield f"{len(doubts):>4} {'wants' if len(doubts) == 1 else 'want'} a look".ljust(24) + by_subject


def _row(count: int, word: str, rest: str, *, many: str | None = None, always: bool = False) -> str:
    if not count and not always:
        return ""
    told = plural(count, word, many).partition(" ")[2]
    return f"{count:>4} {told:<19}{rest}".rstrip()


def _agency(item: Imported) -> str:
    return item.agency if known([item.agency]) else "agency unknown"


def _kind(item: Imported) -> str:
    return _KIND_WORDS.get(item.kind, item.kind.value)


def _counted(words: Iterable[str]) -> str:
    counts = Counter(words)
    return joined([f"{word} {count}" for word, count in counts.most_common()])


def notes(item: Imported) -> Iterator[str]:
    """What a newer version changed: which story it is, and under that the lines the desk worked out."""
    replaces = f", replaces v{item.supersedes}" if item.supersedes else ""
    yield f"{_agency(item)} S-{item.story} v{item.version} {_kind(item)}{replaces}"
    yield from (f" {line}" for line in item.notes)


def not_read(problems: Sequence[Problem]) -> Iterator[str]:
    """Each unread input with its reason, and under it the remedy."""
    width = min(max((len(problem.origin) for problem in problems), default=0), 50)
    for problem in problems:
        where = f" ({problem.where})" if problem.where else ""
        yield f"       {problem.origin:<{width}}  {problem.message}{where}"
        if problem.remedy:
            yield f"       {'':<{width}}  {problem.remedy}"


def _claims(stories: Sequence[Imported], events: Sequence[Event]) -> str:
    new = sum(item.claims_new for item in stories)
    changed = sum(item.claims_changed for item in stories)
    gone = sum(item.claims_withdrawn for item in stories)
    parts = [plural(new, "new claim")]
    parts += [f"{changed} changed"] if changed else []
    parts += [f"{gone} withdrawn"] if gone else []
    disputes = sum(event.disputed for event in events)
    held = f"{plural(sum(event.claims for event in events), 'claim')} in {plural(len(events), 'event')}"
    return f"{joined(parts)}. The desk now holds {held}, {plural(disputes, 'dispute')}."
