"""Average-link agglomeration on a sparse graph, under pins and bars.

A pair that was never scored counts as 0: too far apart to share a rare term. Never single links: they chain the
events of one running story (7 to 24 points of B-cubed F1 on public sets).
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.events.vectors import Floats, Ints


@dataclass(frozen=True, slots=True)
class Decided:
    """What people said of one claim: the event it is pinned to, and the events it is barred from."""

    pinned: int | None = None
    barred: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    links: dict[int, float] = field(default_factory=dict)  # other cluster → sum of the scores between their members
    pinned: int | None = None
    barred: frozenset[int] = frozenset()

    def bars(self, other: _Cluster) -> bool:
        """Whether the two may not be one event."""
        if self.pinned is not None and other.pinned is not None:
            return self.pinned != other.pinned
        return self.pinned in other.barred or other.pinned in self.barred


def link(
    count: int, left: Ints, right: Ints, raw: Floats, accept: float, decided: Mapping[int, Decided]
) -> list[list[int]]:
    """Positions 0 … count - 1 in groups; the pair with the best average is joined first, ties by position.

    `raw` scores the pairs (left[k], right[k]). Positions pinned to one event start together whatever their scores;
    groups that a person keeps apart are never joined.
    """
    clusters = _start(count, decided)
    home = {member: n for n, cluster in clusters.items() for member in cluster.members}
    for a, b, score in zip(left.tolist(), right.tolist(), raw.tolist(), strict=True):
        _add(clusters, home[a], home[b], score)
    heap = [
        (-score / (len(cluster.members) * len(clusters[other].members)), n, other)
        for n, cluster in clusters.items()
        for other, score in cluster.links.items()
        if n < other and score >= accept * len(cluster.members) * len(clusters[other].members)
    ]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a in clusters and b in clusters and -negative == _average(clusters, a, b):
            if clusters[a].bars(clusters[b]):
                continue
            for other in _join(clusters, a, b):
                average = _average(clusters, a, other)
                if average >= accept:
                    heapq.heappush(heap, (-average, min(a, other), max(a, other)))
    return [sorted(cluster.members) for cluster in clusters.values()]


def _start(count: int, decided: Mapping[int, Decided]) -> dict[int, _Cluster]:
    clusters: dict[int, _Cluster] = {}
    first: dict[int, int] = {}  # event → the cluster of what is pinned to it
    for position in range(count):
        one = decided.get(position, Decided())
        if one.pinned in first:
            cluster = clusters[first[one.pinned]]
            cluster.members.append(position)
            cluster.barred |= one.barred
        else:
            clusters[position] = _Cluster([position], pinned=one.pinned, barred=one.barred)
            if one.pinned is not None:
                first[one.pinned] = position
    return clusters


def _add(clusters: Mapping[int, _Cluster], a: int, b: int, score: float) -> None:
    if a != b and score > 0:
        clusters[a].links[b] = clusters[a].links.get(b, 0.0) + score
        clusters[b].links[a] = clusters[b].links.get(a, 0.0) + score


def _average(clusters: Mapping[int, _Cluster], a: int, b: int) -> float:
    return clusters[a].links.get(b, 0.0) / (len(clusters[a].members) * len(clusters[b].members))


def _join(clusters: dict[int, _Cluster], a: int, b: int) -> Sequence[int]:
    """Moves b's members and links to a; gives the clusters that a is now linked to."""
    kept, gone = clusters[a], clusters.pop(b)
    kept.members += gone.members
    kept.pinned = kept.pinned if kept.pinned is not None else gone.pinned
    kept.barred |= gone.barred
    kept.links.pop(b, None)
    gone.links.pop(a, None)
    for other, score in gone.links.items():
        kept.links[other] = kept.links.get(other, 0.0) + score
        links = clusters[other].links
        links[a] = links.get(a, 0.0) + links.pop(b)
    return list(kept.links)
