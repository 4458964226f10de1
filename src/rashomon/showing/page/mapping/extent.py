"""Which part of the world a map shows: as little as its points allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rashomon.knowledge.geography import Box, lakes, land, rivers
from rashomon.knowledge.places.geometry import distance_km
from rashomon.showing.page.mapping.projection import EARTH_KM, MERCATOR, PATTERSON, POLAR, View

_LEAST_DEGREES = 6.0  # around one place; less around several, whose distances say how large the map is
_LEAST_AMONG = 3.0
_WIDER, _MOST_DEGREES = 1.5, 30.0  # where there is neither coast nor river, the map is widened
_MARGIN = 0.16
_WIDEST_REGION = 110.0  # degrees of longitude beyond which Mercator distorts too much
_TALLEST_REGION = 75.0
_WIDEST_PART = 200.0  # beyond, the whole world is shown
_WORLD = Box(-169.0, -58.0, 191.0, 84.0)
_MOST = 0.75  # share of the claims that lie around their middle
_FAR = 2.0  # beyond so many times their distance a place is left out,
_NEAR_KM = 1000.0  # unless it lies nearer than this


class Spot(NamedTuple):
    """A point to be shown: its weight is the number of its claims."""

    longitude: float
    latitude: float
    weight: int = 1
    radius_km: float = 0.0


def gathered(spots: Sequence[Spot]) -> list[bool]:
    """Which points lie together. Those far off do not, if most claims are about the others."""

    def apart(a: Spot, b: Spot) -> float:
        return distance_km(a.latitude, a.longitude, b.latitude, b.longitude)

    centre = min(spots, key=lambda a: (sum(apart(a, b) * b.weight for b in spots), a))
    far = [apart(centre, spot) for spot in spots]
    ordered = sorted(zip(far, (spot.weight for spot in spots), strict=True))
    weights = list(accumulate(weight for _, weight in ordered))
    reach = next(far for (far, _), weight in zip(ordered, weights, strict=True) if weight >= _MOST * weights[-1])
    return [distance <= max(_NEAR_KM, _FAR * reach) for distance in far]


def fitted(spots: Sequence[Spot], width: float, shapes: tuple[float, float]) -> View:
    """The smallest view of this width that shows all points, with room for their names, and something to go by.

    Args:
        spots: at least one point.
        width: of the drawing, in units.
        shapes: the least and the greatest height, in widths.
    """
    alone = len({spot[:2] for spot in spots}) == 1
    degrees = _LEAST_DEGREES if alone else _LEAST_AMONG
    view = _around(spots, width, shapes, degrees)
    while view.box.east - view.box.west < _MOST_DEGREES and _bare(view.box):
        degrees *= _WIDER
        view = _around(spots, width, shapes, degrees)
    return view


def _bare(box: Box) -> bool:
    """Whether there is nothing but land or sea."""
    edges = {box.west, box.east}, {box.south, box.north}
    shores = any(x not in edges[0] and y not in edges[1] for ring in land(box) for x, y in ring)
    return not shores and not rivers(box) and not lakes(box)


def _around(spots: Sequence[Spot], width: float, shapes: tuple[float, float], least_degrees: float) -> View:
    away = [spot for spot in spots if abs(spot.latitude) < POLAR]
    west, east = _arc([spot.longitude for spot in away or spots])
    latitudes = [spot.latitude for spot in spots]
    south, north = min(latitudes), max(latitudes)
    if east - west > _WIDEST_PART:
        return _world(south, north, width)
    regional = east - west <= _WIDEST_REGION and north - south <= _TALLEST_REGION and max(map(abs, latitudes)) < 80
    cylinder = MERCATOR if regional else PATTERSON
    middle = math.radians((west + east) / 2)
    bottom, top = cylinder.height(south), cylinder.height(north)
    stretch = 1 / math.cos(math.radians(max(-75.0, min(75.0, (south + north) / 2))))
    reach = max(spot.radius_km for spot in spots) / EARTH_KM * stretch
    least = math.radians(least_degrees) * stretch
    across = max(math.radians(east - west) * (1 + 2 * _MARGIN), math.radians(east - west) + 2.2 * reach, least)
    upward = max((top - bottom) * (1 + 2 * _MARGIN), top - bottom + 2.2 * reach, least * shapes[0])
    shape = max(shapes[0], min(shapes[1], upward / across))
    across = min(max(across, upward / shape), math.tau)
    upward = across * shape
    limit = cylinder.height(cylinder.end)
    upward = min(upward, 2 * limit)
    centre = max(upward / 2 - limit, min(limit - upward / 2, (bottom + top) / 2))
    box = Box(
        math.degrees(middle - across / 2),
        cylinder.latitude(centre - upward / 2),
        math.degrees(middle + across / 2),
        cylinder.latitude(centre + upward / 2),
    )
    return View(cylinder, box, width, width * upward / across)


def _world(south: float, north: float, width: float) -> View:
    box = Box(
        _WORLD.west, max(-90.0, min(_WORLD.south, south - 4)), _WORLD.east, min(90.0, max(_WORLD.north, north + 3))
    )
    upward = PATTERSON.height(box.north) - PATTERSON.height(box.south)
    return View(PATTERSON, box, width, width * upward / math.tau)


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest arc that holds all longitudes; its east may lie beyond 180 degrees."""
    around = sorted({(longitude + 180) % 360 - 180 for longitude in longitudes})
    gaps = [(b - a, b) for a, b in zip(around, [*around[1:], around[0] + 360], strict=True)]
    gap, after = max(gaps)
    west = (after + 180) % 360 - 180
    return west, west + 360 - gap
