"""Lines and rings cut to a box of longitudes and latitudes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.knowledge.geography.simplify import Point


class Box(NamedTuple):
    """A part of the world, in degrees. East of the 180th meridian longitudes go on: 175 to 185 crosses it."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether they share a point."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it or on its edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


def clipped_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area that lies in the box, as one ring (Sutherland and Hodgman).

    Where an area falls apart, its parts stay joined along the box's edge.
    """
    points = list(ring)
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        kept: list[Point] = []
        for before, point in zip(points[-1:] + points[:-1], points, strict=True):
            inside, was_inside = (point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0
            if inside != was_inside:
                kept.append(_crossing(before, point, axis, limit))
            if inside:
                kept.append(point)
        points = kept
    return points


def clipped_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The stretches of a line that lie in the box (Liang and Barsky)."""
    stretches: list[list[Point]] = []
    for start, end in pairwise(line):
        part = _clipped_segment(start, end, box)
        if part is None:
            continue
        if stretches and stretches[-1][-1] == part[0]:
            stretches[-1].append(part[1])
        else:
            stretches.append(list(part))
    return stretches


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _clipped_segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    if box.holds(a) and box.holds(b):
        return a, b
    first, last = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for move, room in ((-dx, a[0] - box.west), (dx, box.east - a[0]), (-dy, a[1] - box.south), (dy, box.north - a[1])):
        if move == 0:
            if room < 0:
                return None
        elif move < 0:
            first = max(first, room / move)
        else:
            last = min(last, room / move)
    if first >= last:
        return None
    return _along(a, b, first), _along(a, b, last)


def _along(a: Point, b: Point, share: float) -> Point:
    if share in (0.0, 1.0):
        return b if share else a
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
