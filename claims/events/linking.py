"""Average-link agglomeration on a sparse graph, under pins and bars.

A pair that was never scored counts as 0: too far apart to share a rare term. Never single links: they chain the
events of one running story (7 to 24 points of B-cubed F1 on public sets).
"""

from __future__ import annotations

from collections.abc import Mapping
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
    """Positions 0 … count - 1 in groups whose members' scores average `accept` or more when they are joined.

    `raw` scores the pairs (left[k], right[k]). Positions pinned to one event start together whatever their scores;
    groups that a person keeps apart are never joined. Follows chains of nearest neighbours, which under average link
    gives the groups that joining the best pair of all each time would give, without sorting all pairs; of equally
    near neighbours the first position counts.
    """
    clusters = _start(count, decided)
    home = {member: n for n, cluster in clusters.items() for member in cluster.members}
    for a, b, score in zip(left.tolist(), right.tolist(), raw.tolist(), strict=True):
        _add(clusters, home[a], home[b], score)
    for first in list(clusters):
        chain = [first] if first in clusters else []
        while chain:
            near = _nearest(clusters, chain[-1], chain[-2] if len(chain) > 1 else None, accept)
            if near is None:
                chain.pop()
            elif len(chain) > 1 and near == chain[-2]:
                _join(clusters, *sorted(chain[-2:]))
                del chain[-2:]
                chain = chain or ([first] if first in clusters else [])
            else:
                chain.append(near)
    return [sorted(cluster.members) for cluster in clusters.values()]


def _nearest(clusters: Mapping[int, _Cluster], n: int, before: int | None, accept: float) -> int | None:
    """The cluster with the best average to `n`, at least `accept`; at equal averages `before`, else the first."""
    own = clusters[n]
    size = len(own.members)
    best, found = accept, None
    for other, score in own.links.items():
        average = score / (size * len(clusters[other].members))
        if average < best or own.bars(clusters[other]):
            continue
        if found is None or average > best or other == before or (found != before and other < found):
            best, found = average, other
    return found


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


def _join(clusters: dict[int, _Cluster], a: int, b: int) -> None:
    """Moves b's members and links to a."""
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
