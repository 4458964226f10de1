"""Fewer points for the same line: Visvalingam and Whyatt's line generalisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

Point = tuple[float, float]


def simplified(
    points: Sequence[Point], least: float, *, closed: bool = False, weigh: Callable[[Point], float] | None = None
) -> list[Point]:
    """The line without its least points: those whose triangle with both neighbours has an area below `least`.

    The ends stay. Points of a closed line (given without its first point again) may all go; what is left of them
    is then two points or none.

    Args:
        points: the line.
        closed: whether it is a ring.
        least: the least area, in squared units of the points.
        weigh: factor of the area at a point, for maps whose units differ from place to place.
    """
    count = len(points)
    before = [i - 1 for i in range(count)]
    after = [i + 1 for i in range(count)]
    if closed and count:
        before[0], after[-1] = count - 1, 0
    middle = range(count) if closed else range(1, count - 1)

    def area(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = points[before[i]], points[i], points[after[i]]
        twice = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
        return twice / 2 * (weigh(points[i]) if weigh else 1.0)

    areas = {i: area(i) for i in middle}
    queue = [(size, i) for i, size in areas.items() if size < least]
    heapify(queue)
    gone = bytearray(count)
    while queue:
        size, i = heappop(queue)
        if gone[i] or areas[i] != size:
            continue
        gone[i] = 1
        earlier, later = before[i], after[i]
        after[earlier], before[later] = later, earlier
        for neighbour in (earlier, later):
            if neighbour in areas and not gone[neighbour]:
                areas[neighbour] = max(size, area(neighbour))
                if areas[neighbour] < least:
                    heappush(queue, (areas[neighbour], neighbour))
    return [point for point, left in zip(points, gone, strict=True) if not left]
