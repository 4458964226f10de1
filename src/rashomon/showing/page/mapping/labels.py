"""Where names stand on a drawing: near their points, upon nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rashomon.showing.page.drawing import Rect

Anchor = Literal["start", "middle", "end"]

_GAP = 3.0
_APART = 2.0  # between two names
_RINGS = (0.0, 9.0, 18.0, 30.0, 44.0, 60.0)  # how far from its point a name may stand
_WITH_LEADER = 9.0
_WAYS = (0, -30, 30, 180, 210, 150, -90, 90, -60, 60, 240, 120)  # degrees, clockwise from the right; best first


class Wanted(NamedTuple):
    """A name to be placed.

    Attributes:
        x, y: its point. `radius`: of the mark there; 0: no mark, the name stands on the point itself if it can.
        width, height: of the name.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float


class Placed(NamedTuple):
    """Where a name stands: its box, from which side it begins, and the line to its point if it stands apart."""

    box: Rect
    anchor: Anchor
    leader: tuple[float, float, float, float] | None = None


def placed(
    wanted: Sequence[Wanted], frame: Rect, taken: Iterable[Rect] = (), marks: Iterable[Rect] = ()
) -> list[Placed | None]:
    """A place for each name, the first ones first; None for those that find no room.

    No name stands on another, on a mark, on anything taken, or beyond the frame; no leader runs through these.
    """
    busy = [*taken, *marks]
    leaders: list[tuple[float, float, float, float]] = []
    found: list[Placed | None] = []
    for one in wanted:
        choice = next(
            (
                p
                for p in _choices(one)
                if p.box.within(frame)
                and not any(p.box.meets(other) for other in busy)
                and not any(_crosses(line, p.box) for line in leaders)
                and not (p.leader and _blocked(p.leader, busy, one))
            ),
            None,
        )
        found.append(choice)
        if choice:
            busy.append(choice.box.padded(_APART))
            if choice.leader:
                leaders.append(choice.leader)
    return found


def _choices(one: Wanted) -> Iterable[Placed]:
    if not one.radius:
        yield Placed(Rect(one.x - one.width / 2, one.y - one.height / 2, one.width, one.height), "middle")
    for far in _RINGS:
        for way in _WAYS:
            yield _choice(one, way, far)


def _choice(one: Wanted, way: int, far: float) -> Placed:
    cosine, sine = math.cos(math.radians(way)), math.sin(math.radians(way))
    reach = one.radius + _GAP + far
    x, y = one.x + cosine * reach, one.y + sine * reach
    anchor: Anchor = "start" if cosine > 0.1 else "end" if cosine < -0.1 else "middle"
    left = {"start": x, "end": x - one.width, "middle": x - one.width / 2}[anchor]
    top = y - one.height / 2 + sine * one.height / 2
    leader = None
    if far >= _WITH_LEADER and one.radius:
        edge = one.radius + 0.5
        leader = (one.x + cosine * edge, one.y + sine * edge, x, y)
    return Placed(Rect(left, top, one.width, one.height), anchor, leader)


def _blocked(line: tuple[float, float, float, float], busy: Iterable[Rect], one: Wanted) -> bool:
    return any(_crosses(line, other) for other in busy if not other.holds(one.x, one.y))


def _crosses(line: tuple[float, float, float, float], box: Rect) -> bool:
    """Whether a line runs through a box, judged at points along it."""
    ax, ay, bx, by = line
    return any(
        box.x < ax + (bx - ax) * k / 8 < box.x + box.width and box.y < ay + (by - ay) * k / 8 < box.y + box.height
        for k in range(9)
    )
