"""How large a mark is: its area grows with the number of its claims."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rashomon.showing.page.mapping.mark import Mark

_ONE = 3.6
_LEAST, _MOST = 3.0, 13.0
_RIM = 3.5  # by how much a hollow mark is wider than the full one on the same point


def radius(claims: int, most: int) -> float:
    """The radius of a mark with so many claims, on a map whose largest has `most`."""
    largest = min(_MOST, _ONE * math.sqrt(max(1, most)))
    return max(_LEAST, largest * math.sqrt(max(1, claims) / max(1, most)))


def radii(marks: Sequence[Mark], points: Sequence[tuple[float, float]]) -> list[float]:
    """The radius of each mark. Of several on one point each later one goes around those before, the near ones last."""
    most = max((len(mark.claims) for mark in marks), default=1)
    found = [radius(len(mark.claims), most) for mark in marks]
    widest: dict[tuple[int, int], float] = {}
    for i in sorted(range(len(marks)), key=lambda i: (marks[i].near, i)):
        point = round(points[i][0] / 2), round(points[i][1] / 2)
        if point in widest:
            found[i] = max(found[i], widest[point] + _RIM)
        widest[point] = found[i]
    return found
