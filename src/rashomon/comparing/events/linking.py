"""Groups out of scored pairs: those that are most alike are put together first, unless something keeps them apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def linked(
    count: int,
    scores: Mapping[Pair, float],
    barred: Callable[[int, int], bool],
    *,
    missing: float,
    best: float = 0.0,
) -> list[list[int]]:
    """Groups of the numbers below `count`, each in order, the groups by their first number.

    Args:
        count: how many there are.
        scores: of pairs (the smaller number first); above 0 they belong together.
        barred: whether two numbers may be in one group by no means; asked of scored and unscored pairs.
        missing: the score of pairs that have none.
        best: the share of the best pair in what two groups count, in 0..1; the rest is the mean of all pairs.
    """
    near: list[dict[int, tuple[float, int, float]]] = [{} for _ in range(count)]  # sum, pairs, best
    for (one, other), score in scores.items():
        near[one][other] = near[other][one] = (score, 1, score)
    members = [[number] for number in range(count)]

    def worth(one: int, other: int) -> float:
        total, pairs, most = near[one][other]
        every = len(members[one]) * len(members[other])
        mean = (total + missing * (every - pairs)) / every
        return round(best * most + (1 - best) * mean, 9)

    heap = [(-worth(one, other), one, other) for one, other in scores if worth(one, other) > 0]
    heapify(heap)
    while heap:
        value, one, other = heappop(heap)
        if not members[one] or not members[other] or other not in near[one] or -value != worth(one, other):
            continue  # one of them has grown or gone since
        if any(barred(a, b) for a in members[one] for b in members[other]):
            del near[one][other], near[other][one]
            continue
        _join(near, members, one, other)
        for third in near[one]:
            if (found := worth(one, third)) > 0:
                heappush(heap, (-found, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members if group)


def _join(near: list[dict[int, tuple[float, int, float]]], members: list[list[int]], one: int, other: int) -> None:
    """Puts the second group into the first; what is barred from either is barred from both by its members."""
    for third, (total, pairs, most) in near[other].items():
        del near[third][other]
        if third != one:
            sum_, count, top = near[one].get(third, (0.0, 0, most))
            near[one][third] = near[third][one] = (sum_ + total, count + pairs, max(top, most))
    near[other].clear()
    members[one] += members[other]
    members[other].clear()
