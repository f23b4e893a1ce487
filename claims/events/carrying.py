"""Which event each group of a new partition goes on as, so that E-3 stays E-3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from claims.events.grouping import decisions
from claims.events.linking import Decided
from claims.records import Judgement


def carry_over(
    groups: Sequence[Set[int]], before: Mapping[int, int], judgements: Sequence[Judgement] = ()
) -> tuple[int | None, ...]:
    """For each group of claim ids the event id it keeps, or None for a new event; no event is given twice.

    A group that holds a pin keeps the pinned event. Of the others, the group that holds most of an event's claims
    (by `before`: claim id → event id) keeps it, unless one of its members is barred from it; ties go to the older
    event, then to the group with the lowest claim id.
    """
    decided = decisions(judgements)
    kept: dict[int, int] = {}
    taken: set[int] = set()
    for n, group in enumerate(groups):
        pins = {d.pinned for c in group if (d := decided.get(c, Decided())).pinned is not None} - taken - {None}
        if pins:
            kept[n] = min(pin for pin in pins if pin is not None)
            taken.add(kept[n])
    for _, event, _, n in sorted(_claims_on(groups, before)):
        if n in kept or event in taken or any(event in decided.get(c, Decided()).barred for c in groups[n]):
            continue
        kept[n] = event
        taken.add(event)
    return tuple(kept.get(n) for n in range(len(groups)))


def _claims_on(groups: Sequence[Set[int]], before: Mapping[int, int]) -> list[tuple[int, int, int, int]]:
    """(- members in common, event, lowest claim id, group) for every group and event that share a claim."""
    found = []
    for n, group in enumerate(groups):
        shares = Counter(before[claim] for claim in group if claim in before)
        found += [(-share, event, min(group), n) for event, share in shares.items()]
    return found
