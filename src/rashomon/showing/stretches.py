"""Stretches of time on a line, of which some have no beginning or no end that is told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Stretch = tuple[float | None, float | None]


def laid(stretches: Sequence[Stretch], low: float, high: float) -> list[tuple[float, float]]:
    """Where each begins and ends: where it is told; else where its neighbour does, else evenly, in their order.

    >>> laid([(None, None), (None, None)], 0, 10)
    [(0.0, 5.0), (5.0, 10.0)]
    >>> laid([(None, 4), (4, None)], 0, 10)
    [(0.0, 4.0), (4.0, 10.0)]
    """
    if not stretches:
        return []
    ends: list[float | None] = [low if stretches[0][0] is None else stretches[0][0]]
    ends += [other[0] if other[0] is not None else one[1] for one, other in pairwise(stretches)]
    ends.append(high if stretches[-1][1] is None else stretches[-1][1])
    known = _evened(ends)
    return [
        (float(known[i] if begin is None else begin), float(known[i + 1] if end is None else end))
        for i, (begin, end) in enumerate(stretches)
    ]


def _evened(ends: Sequence[float | None]) -> list[float]:
    """Bounds with those that are not known put evenly between those that are; the first and the last are known."""
    found: list[float] = []
    for at, end in enumerate(ends):
        if end is not None:
            found.append(end)
            continue
        ahead = next(n for n in range(at + 1, len(ends)) if ends[n] is not None)
        there = ends[ahead]
        assert there is not None
        found.append(found[-1] + (there - found[-1]) / (ahead - at + 1))
    return found
