"""What in a file of knowledge is allowed but seldom meant: shared names, ordinary words, places abroad."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from math import cos, floor, radians

from rashomon.knowledge.actors import KnownActor, key
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import classes_of
from rashomon.knowledge.deeds import senses
from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import PlaceEntry, distance_km
from rashomon.knowledge.places.sources import points
from rashomon.knowledge.places.types import Named

_NEAR_KM = 100.0
_KM_PER_DEGREE = 111.2
_WIDE = {"sea", "ocean", "gulf", "strait", "continent", "desert", "river", "road", "island"}


def actor_doubts(entries: Mapping[str, KnownActor], written: Mapping[str, str]) -> Iterator[str]:
    """Names of the entries written that others bear as well, or that are ordinary words.

    Args:
        entries: all actors by id.
        written: the ids of those to be judged, with their files.
    """
    bearers: dict[str, list[KnownActor]] = defaultdict(list)
    for actor in entries.values():
        for name in dict.fromkeys(map(key, actor.names)):
            bearers[name].append(actor)
    for actor_id, file in written.items():
        for name in entries[actor_id].names:
            others = [other.id for other in bearers[key(name)] if other.id != actor_id]
            if others:
                yield f"{file}: {actor_id}: {name!r} is a name of {', '.join(others)} too"
            if ordinary(name):
                yield f"{file}: {actor_id}: {name!r} is an ordinary word"


def place_doubts(places: Iterable[tuple[str, Named]]) -> Iterator[str]:
    """Places with an ordinary word for a name, or that lie among the towns of other countries only."""
    not_places = frozenset(map(fold, load_yaml("places.yaml")["not_places"]))
    for file, place in places:
        where = f"{file}: {place.entry.country or 'XX'}: {place.entry.name}"
        for name in place.names:
            if fold(name) in not_places:
                yield f"{where}: {name!r} usually means something else: by itself it is no place"
            elif ordinary(name):
                yield f"{where}: {name!r} is an ordinary word"
        if land := among(place.entry):
            yield f"{where}: all towns within {_NEAR_KM:.0f} km lie elsewhere (the nearest in {land})"


def ordinary(name: str) -> bool:
    """Whether a name is one word that stands in the dictionaries of deeds and of sorts of nouns."""
    word = name.lower()
    if " " in word or "-" in word or name.isupper():
        return False
    return bool(classes_of(word)) or any((word, part) in senses() for part in ("verb", "noun"))


def among(place: PlaceEntry) -> str | None:
    """The country of the nearest town, if within 100 km there are towns, but none of the place's own country."""
    if place.lat is None or place.lon is None or not place.country or place.kind in _WIDE:
        return None
    far_east = min(4, floor(_NEAR_KM / (_KM_PER_DEGREE * max(0.05, cos(radians(place.lat))))) + 1)
    row, column = floor(place.lat), floor(place.lon)
    nearest = (_NEAR_KM, "")
    for north, east in product((-1, 0, 1), range(-far_east, far_east + 1)):
        for lat, lon, country in _towns().get((row + north, (column + east + 180) % 360 - 180), ()):
            away = distance_km(place.lat, place.lon, lat, lon)
            if away <= _NEAR_KM and country == place.country:
                return None
            nearest = min(nearest, (away, country))
    return nearest[1] or None


@cache
def _towns() -> dict[tuple[int, int], list[tuple[float, float, str]]]:
    """The towns of GeoNames by whole degrees of latitude and longitude."""
    found: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    for lat, lon, country in points():
        found[floor(lat), floor(lon)].append((lat, lon, country))
    return dict(found)
