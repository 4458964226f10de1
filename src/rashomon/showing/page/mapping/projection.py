"""Cylindrical projections: Mercator's for a region, Patterson's where a map goes around the world."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rashomon.knowledge.geography import Box

EARTH_KM = 6371.0
POLAR = 89.9  # degrees: from there on a longitude means nothing
_MERCATOR_END = 84.0
_EDGE = 0.01  # units: a point on the frame lies on the drawing


class Cylinder(NamedTuple):
    """A projection in radians: the height of a latitude, and the latitudes (degrees) where it ends."""

    height: Callable[[float], float]
    end: float

    def latitude(self, height: float) -> float:
        """The latitude at a height (by halving: heights grow with latitudes)."""
        low, high = -self.end, self.end
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self.height(middle) < height else (low, middle)
        return (low + high) / 2


def _mercator(latitude: float) -> float:
    return math.asinh(math.tan(math.radians(latitude)))


def _patterson(latitude: float) -> float:
    phi = math.radians(latitude)
    square = phi * phi
    return phi * (1.0148 + square * square * (0.23185 + square * (-0.14499 + square * 0.02406)))


MERCATOR = Cylinder(_mercator, _MERCATOR_END)
PATTERSON = Cylinder(_patterson, 90.0)


@dataclass(frozen=True)
class View:
    """A part of the world on a drawing.

    Attributes:
        cylinder: the projection. `box`: what is shown; its east may lie beyond 180 degrees.
        width, height: of the drawing, in units.
    """

    cylinder: Cylinder
    box: Box
    width: float
    height: float

    @cached_property
    def scale(self) -> float:
        """Units to a radian of longitude."""
        return self.width / math.radians(self.box.east - self.box.west)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies on the drawing, for a longitude on the box's own count."""
        clamped = max(-self.cylinder.end, min(self.cylinder.end, latitude))
        x, down = math.radians(longitude - self.box.west), self._top - self.cylinder.height(clamped)
        return x * self.scale, down * self.scale

    @cached_property
    def _top(self) -> float:
        return self.cylinder.height(self.box.north)

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies on the drawing, whichever way its longitude is counted."""
        middle = (self.box.west + self.box.east) / 2
        if abs(latitude) >= POLAR:
            return self.at(middle, latitude)
        return self.at(middle + (longitude - middle + 180) % 360 - 180, latitude)

    def shows(self, longitude: float, latitude: float) -> bool:
        """Whether the point lies on the drawing."""
        x, y = self.place(longitude, latitude)
        return -_EDGE <= x <= self.width + _EDGE and -_EDGE <= y <= self.height + _EDGE

    def units_per_km(self, latitude: float) -> float:
        """How long a kilometre is at a latitude, from east to west."""
        return self.scale / (EARTH_KM * math.cos(math.radians(max(-88.0, min(88.0, latitude)))))

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude in the middle of the drawing."""
        halfway = (self.cylinder.height(self.box.north) + self.cylinder.height(self.box.south)) / 2
        return (self.box.west + self.box.east) / 2, self.cylinder.latitude(halfway)
