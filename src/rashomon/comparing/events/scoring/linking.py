"""Groups out of scored pairs: the two groups whose members are alike most on average are put together first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush


def average_link(count: int, scored: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """Groups of the numbers below `count`, each in order, the groups by their first number.

    Args:
        count: how many there are.
        scored: pairs with a score in 0..1, each pair once; pairs that are left out count as 0.
        least: groups are put together while their pairs' mean score is no less.
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for one, other, score in scored:
        near[one][other] = near[other][one] = score
    members = [[number] for number in range(count)]
    heap = [
        (-score, one, other)
        for one, others in enumerate(near)
        for other, score in others.items()
        if one < other and score >= least
    ]
    heapify(heap)
    while heap:
        mean, one, other = heappop(heap)
        if not members[one] or not members[other] or -mean != _mean(near, members, one, other):
            continue  # one of them has grown or gone since
        _join(near, members, one, other)
        for third in near[one]:
            if (found := _mean(near, members, one, third)) >= least:
                heappush(heap, (-found, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members if group)


def _mean(near: Sequence[dict[int, float]], members: Sequence[list[int]], one: int, other: int) -> float:
    return near[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(near: Sequence[dict[int, float]], members: Sequence[list[int]], one: int, other: int) -> None:
    """Puts the second group into the first; `near` holds the sums of the scores between groups."""
    for third, score in near[other].items():
        del near[third][other]
        if third != one:
            near[one][third] = near[third][one] = near[one].get(third, 0.0) + score
    near[other].clear()
    members[one] += members[other]
    members[other].clear()
