"""One place, one entry: rows of our supplement that GeoNames has too are joined with its entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places.geometry import distance_km
from rashomon.knowledge.places.types import Named, PlaceEntry

_NEAR_KM = 25.0
_AREA_NEAR_KM = 150.0
_AREAS = frozenset({"region", "district", "territory"})
_LIVED_IN = frozenset({"capital", "city", "town", "village", "neighbourhood"})


def joined(own: Iterable[Named], others: Iterable[Named]) -> Iterator[Named]:
    """Our places and the others, those of both once: our name first, people and divisions from GeoNames.

    A town is the same if it has a name of ours, lies in the same country and within 25 km; an area if its
    point lies within 150 km of ours. A camp, base or bridge that merely goes by its town's name, too, is not it.
    """
    ours = list(own)
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, place in enumerate(ours):
        for key in dict.fromkeys(map(fold, place.names)):
            by_key[(place.entry.country, key)].append(number)
    twins: dict[int, Named] = {}
    left: list[Named] = []
    for place in others:
        keys = dict.fromkeys(map(fold, place.names))
        found = dict.fromkeys(n for key in keys for n in by_key.get((place.entry.country, key), ()))
        twin = next((n for n in found if _so_called(ours[n], keys) and _same(ours[n].entry, place.entry)), None)
        if twin is None:
            left.append(place)
        elif twin not in twins or _better(place.entry, twins[twin].entry):
            if twin in twins:
                left.append(twins[twin])
            twins[twin] = place
        else:
            left.append(place)
    for number, place in enumerate(ours):
        yield _one(place, twins[number]) if number in twins else place
    yield from left


def _so_called(ours: Named, keys: Container[str]) -> bool:
    """Whether a place of these names may be ours: by any name where people live, else by our main name."""
    return ours.entry.kind in _LIVED_IN | _AREAS or fold(ours.names[0]) in keys


def _same(ours: PlaceEntry, other: PlaceEntry) -> bool:
    area = ours.kind in _AREAS
    if area != (other.level > 0) or ours.lat is None or ours.lon is None:
        return False
    if other.lat is None or other.lon is None:
        return area
    return distance_km(ours.lat, ours.lon, other.lat, other.lon) <= (_AREA_NEAR_KM if area else _NEAR_KM)


def _better(one: PlaceEntry, other: PlaceEntry) -> bool:
    return (-one.level, one.population) > (-other.level, other.population)


def _one(ours: Named, other: Named) -> Named:
    place, known = ours.entry, other.entry
    exact = known.level == 0 and known.lat is not None
    entry = place._replace(
        id=known.id,
        lat=known.lat if exact else place.lat,
        lon=known.lon if exact else place.lon,
        population=known.population,
        kind=known.kind if known.kind in {"capital", "city", "town"} else place.kind,
        level=known.level,
        admin1=known.admin1,
        admin2=known.admin2,
        radius_km=known.radius_km if exact else place.radius_km,
    )
    return Named(entry, tuple(dict.fromkeys((*ours.names, *other.names))), ours=len(ours.names))
