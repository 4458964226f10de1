"""Where names stand on a drawing: near their points, upon nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rashomon.showing.page.drawing import Rect
from rashomon.showing.page.mapping.busy import Busy

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
        width, height: of the name. `farthest`: how far from its point it may stand.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float
    farthest: float = math.inf


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
    busy, leaders = Busy([*taken, *marks]), Busy([])
    found: list[Placed | None] = []
    for one in wanted:
        choice = next((p for p in _choices(one) if p.box.within(frame) and _free(p, one, busy, leaders)), None)
        found.append(choice)
        if choice:
            busy.add(choice.box.padded(_APART))
            if choice.leader:
                for rect in _steps(choice.leader):
                    leaders.add(rect)
    return found


def _free(choice: Placed, one: Wanted, busy: Busy, leaders: Busy) -> bool:
    if busy.meeting(choice.box) or leaders.meeting(choice.box):
        return False
    steps = _steps(choice.leader) if choice.leader else ()
    return not any(
        leaders.meeting(step) or any(not rect.holds(one.x, one.y) for rect in busy.meeting(step)) for step in steps
    )


def _steps(line: tuple[float, float, float, float]) -> list[Rect]:
    """A line as small boxes along it."""
    ax, ay, bx, by = line
    return [Rect(ax + (bx - ax) * k / 8 - 1, ay + (by - ay) * k / 8 - 1, 2, 2) for k in range(9)]


def _choices(one: Wanted) -> Iterable[Placed]:
    if not one.radius:
        yield Placed(Rect(one.x - one.width / 2, one.y - one.height / 2, one.width, one.height), "middle")
    for far in _RINGS:
        if far > one.farthest:
            return
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
