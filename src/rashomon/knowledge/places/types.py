"""What the gazetteer holds: places."""

from __future__ import annotations

from typing import NamedTuple


class PlaceEntry(NamedTuple):
    """A place as the gazetteer knows it.

    Attributes:
        id: `gn:NUMBER` (GeoNames), `own:COUNTRY:NAME` (our supplement), `user:COUNTRY:NAME` (an overlay).
        name: its usual name. `country`: ISO 3166 alpha-2 code, "" for seas and regions across borders.
        lat, lon: degrees (WGS 84); of areas a rough centre; None where unknown.
        population: 0 where unknown; of areas, that of their towns.
        kind: country, territory, region (first-level division and the like), district (second-level), city,
            town, village, river, dam, base, crossing, ...
        level: 1 and 2 for administrative divisions, else 0.
        admin1, admin2: names of the divisions that it lies in, "" where unknown.
        radius_km: how far from the point the place may reach, in kilometres.
    """

    id: str
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    kind: str
    level: int = 0
    admin1: str = ""
    admin2: str = ""
    radius_km: float = 5.0


class Named(NamedTuple):
    """A place with its names, as sources give it.

    Attributes:
        entry: the place. `names`: its own name first, then the others.
        ours: how many of the first names are our own; these say without context that a place is meant, and come
            before the places of that name in GeoNames. The others are judged by size.
    """

    entry: PlaceEntry
    names: tuple[str, ...]
    ours: int = 0
