"""The small globe that says which part of the world a map shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from rashomon.knowledge.geography import Box, land
from rashomon.knowledge.geography.simplify import Point, simplified
from rashomon.showing.page.drawing import closed_path, element
from rashomon.showing.page.mapping.projection import View

_SMALLEST = 0.5  # square degrees: bends that are left out
_SPACED = 0.3  # degrees
_LEAST_FRAME = 5.0  # units: a smaller frame is drawn as a dot


def globe(view: View, x: float, y: float, radius: float) -> Markup:
    """A globe seen from above the middle of the view, with the view's frame on it; x, y: its middle."""
    longitude, latitude = view.middle
    centre = (round(longitude), round(latitude))
    here = f"translate({x:.1f} {y:.1f})"
    frame = _frame(view, centre, radius)
    wide = max(abs(a) for point in frame for a in point) * 2
    mark = (
        element("path", class_="map-globe-frame", transform="scale(.1)", d=closed_path([frame]))
        if wide >= _LEAST_FRAME
        else element("circle", class_="map-globe-dot", r=2.5)
    )
    return element(
        "g",
        element("circle", class_="map-globe-sea", r=radius),
        element(
            "path", class_="map-globe-land", fill_rule="evenodd", transform="scale(.1)", d=_land_path(centre, radius)
        ),
        element("circle", class_="map-globe-rim", r=radius),
        mark,
        class_="map-globe",
        transform=here,
    )


@lru_cache(maxsize=64)
def _land_path(centre: tuple[int, int], radius: float) -> str:
    """The land of the visible half. Coasts of the other half run along the rim.

    So an area that holds the point opposite of the centre is drawn inside out; the rim once more sets that right.
    """
    turned = []
    opposite = (centre[0] + 180.0, -float(centre[1]))
    inside_out = False
    for ring in _coarse_land():
        points = [_turned(point, centre) for point in ring]
        inside_out ^= _holds(ring, opposite)
        turned.append([(px * radius, py * radius) for px, py in points])
    if inside_out:
        turned.append([(math.cos(a / 18 * math.pi) * radius, math.sin(a / 18 * math.pi) * radius) for a in range(36)])
    return closed_path(simplified(ring, 0.25, closed=True) for ring in turned)


@lru_cache(maxsize=1)
def _coarse_land() -> tuple[list[Point], ...]:
    rings = []
    for ring in land(Box(-180.0, -90.0, 180.0, 90.0), _SPACED):
        if max(y for _, y in ring) - min(y for _, y in ring) < 1.5:
            continue
        found = simplified(ring, _SMALLEST, closed=True, weigh=lambda p: math.cos(math.radians(p[1])))
        if len(found) > 3:
            rings.append(_with_steps(found))
    return tuple(rings)


def _with_steps(ring: Sequence[Point]) -> list[Point]:
    """The ring with points between those that lie far apart: a straight line on the map is none on the globe."""
    found: list[Point] = []
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        steps = max(1, math.ceil(max(abs(bx - ax), abs(by - ay)) / 10))
        found += [(ax + (bx - ax) * k / steps, ay + (by - ay) * k / steps) for k in range(steps)]
    return found


def _turned(point: Point, centre: tuple[int, int]) -> Point:
    """Where a point lies on the globe's disc of radius 1; points of the other half lie on its rim."""
    phi, middle, turn = math.radians(point[1]), math.radians(centre[1]), math.radians(point[0] - centre[0])
    x = math.cos(phi) * math.sin(turn)
    y = math.cos(middle) * math.sin(phi) - math.sin(middle) * math.cos(phi) * math.cos(turn)
    towards = math.sin(middle) * math.sin(phi) + math.cos(middle) * math.cos(phi) * math.cos(turn)
    if towards < 0:
        length = math.hypot(x, y) or 1.0
        x, y = x / length, y / length
    return x, -y


def _holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether an area holds a point, whichever way its longitude is counted."""
    x, y = (point[0] + 180) % 360 - 180, point[1]
    inside = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def _frame(view: View, centre: tuple[int, int], radius: float) -> list[Point]:
    west, south, east, north = view.box
    shares = [k / 6 for k in range(6)]
    edge = [(west + (east - west) * s, north) for s in shares] + [(east, north + (south - north) * s) for s in shares]
    edge += [(east + (west - east) * s, south) for s in shares] + [(west, south + (north - south) * s) for s in shares]
    return [(px * radius, py * radius) for px, py in (_turned(point, centre) for point in edge)]
