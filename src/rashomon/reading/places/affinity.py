"""How likely places are named together: all pairs of a document's places at once.

With the best of a name's places, and with what it most likely stands for (see `resolving`): a town that has a
namesake of every other name around it explains them all. A name with places in many divisions tells less.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.knowledge.places import PlaceEntry

_NEAR_KM, _BESIDE_KM = 120.0, 25.0
_WITH_COUNTRY, _SAME_COUNTRY, _SAME_DIVISION, _NEAR = 0.4, 0.5, 0.8, 0.8
_EARTH_KM = 6371.0

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Field:
    """Places as columns: unit vectors (nan where they have no point), countries and divisions as text."""

    vectors: _Floats
    countries: NDArray[np.str_]
    divisions: NDArray[np.str_]
    wholes: NDArray[np.bool_]

    @classmethod
    def of(cls, places: Sequence[PlaceEntry]) -> Field:
        """The columns of some places."""
        return cls(
            np.array([_vector(p) for p in places]).reshape(-1, 3),
            np.array([p.country for p in places], dtype=str),
            np.array([f"{p.country}/{_division(p)}" if _division(p) else "" for p in places], dtype=str),
            np.array([p.kind == "country" for p in places], dtype=bool),
        )

    def affinities(self, places: Sequence[PlaceEntry]) -> _Floats:
        """How likely each of these places (rows) is named together with each of the field (columns), in 0..2.9.

        Countries speak for what lies in them; towns for their division and, the nearer the more, for each other.
        """
        ours = Field.of(places)
        same = (ours.countries[:, None] == self.countries) & (ours.countries[:, None] != "")
        alike = same & (ours.divisions[:, None] == self.divisions) & (ours.divisions[:, None] != "")
        chord = np.linalg.norm(ours.vectors[:, None, :] - self.vectors, axis=2)
        km = 2 * _EARTH_KM * np.arcsin(np.clip(chord / 2, 0.0, 1.0))
        near = np.nan_to_num(np.exp(-km / _NEAR_KM) + np.exp(-km / _BESIDE_KM))
        towns = _SAME_COUNTRY * same + _SAME_DIVISION * alike + _NEAR * near
        whole = ours.wholes[:, None] | self.wholes
        found: _Floats = np.where(whole, _WITH_COUNTRY * same, towns)
        return found


def _division(place: PlaceEntry) -> str:
    return place.name if place.level == 1 else place.admin1


def _vector(place: PlaceEntry) -> tuple[float, float, float]:
    """The point on the unit sphere."""
    if place.lat is None or place.lon is None:
        return math.nan, math.nan, math.nan
    lat, lon = math.radians(place.lat), math.radians(place.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
