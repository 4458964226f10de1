"""A claim's place on the map: the point, how far around it the deed may lie, and how precise that is."""

from __future__ import annotations

import re

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.places import PlaceEntry
from rashomon.model import Where
from rashomon.model.place import Nearness
from rashomon.reading.places.index import PlaceIndex, PlaceMention, places_in
from rashomon.reading.places.listing import known_as, settled
from rashomon.reading.places.words import words
from rashomon.reading.quantities import number_at
from rashomon.reading.tokens import Tokens
from rashomon.reading.types import PlaceReading, Scene

_NEAR_KM = 25.0
_FURTHER = 1.25
_BEFORE = 7
_PARTS = re.compile(r", | and ")


def where_of(scene: Scene, place: PlaceReading) -> tuple[Where, ...]:
    """A deed's place on the map; of several places joined in one name, each."""
    index = places_in(scene.doc)
    return tuple(located(scene.doc, mention) for mention in _mentions(index, place))


def _mentions(index: PlaceIndex, place: PlaceReading) -> list[PlaceMention]:
    first = index.at(place.head)
    if first is None:
        return []
    if first.name == place.name:  # "Sorra and Velm" may be one
        return [first]
    wanted = [name for name in _PARTS.split(place.name) if name != first.name]
    found = [first]
    for mention in index.mentions:
        if mention.start > first.start and mention.name in wanted:
            wanted.remove(mention.name)
            found.append(mention)
    return found


def located(doc: Tokens, mention: PlaceMention) -> Where:
    """A place named in a text, on the map: in it or near it, by the words before it."""
    away = _away(doc, mention)
    part = away is None and _names_part(_before(doc, mention))
    entry = settled(mention)
    nearness: Nearness = "near" if away else "at"
    if entry is None:
        return Where(name=mention.name, nearness=nearness)
    inside = entry.id.startswith("near:")
    radius = max(away, entry.radius_km) if away else entry.radius_km
    return Where(
        name=mention.name,
        known_as=known_as(entry),
        country=entry.country or None,
        nearness=nearness,
        latitude=entry.lat,
        longitude=entry.lon,
        radius_km=radius,
        where_prec=2 if away or inside else _precision(entry, part or mention.kind == "region"),
    )


def _precision(entry: PlaceEntry, part: bool) -> int:
    """How precise a place, or a part of it, is on the scale of UCDP GED (Codebook, `where_prec`)."""
    if part and entry.kind == "country":
        return 5
    by_kind: dict[str, int] = load_yaml("places.yaml")["where_prec"]
    if entry.level:
        return 4 if entry.level == 1 else 3
    return by_kind.get(entry.kind, 1)


def _before(doc: Tokens, mention: PlaceMention) -> list[str]:
    """The words before a place, in lower case."""
    return [t.lower_ for t in doc[max(0, mention.start - _BEFORE) : mention.start]]


def _without_article(lowered: list[str]) -> list[str]:
    while lowered and lowered[-1] in words("definite"):
        lowered = lowered[:-1]
    return lowered


def _names_part(lowered: list[str]) -> bool:
    """Whether the words before a place name a part of it ("in the south of X"), not what lies beyond its border."""
    if len(lowered) < 4 or lowered[-1] != "of" or lowered[-2] not in words("compass"):
        return False
    return lowered[-3] in words("definite") and lowered[-4] not in words("to")


def _away(doc: Tokens, mention: PlaceMention) -> float | None:
    """How far from a place the text puts what happens ("near X", "20 km south of X"), in kilometres; None: in it."""
    lowered = _before(doc, mention)
    first = mention.start - len(lowered)
    lowered = _without_article(lowered)
    if len(lowered) > 2 and lowered[-1] == "of" and lowered[-2] in words("sorts"):  # "near the town of X"
        lowered = _without_article(lowered[:-2])
    near = load_yaml("places.yaml")["near"]
    if lowered and (lowered[-1] in near["words"] or " ".join(lowered[-2:]) in near["words"]):
        return _NEAR_KM
    if len(lowered) < 2 or lowered[-1] != "of" or lowered[-2] not in words("compass") or _names_part(lowered):
        return None
    for i in range(len(lowered) - 2, -1, -1):
        per_unit = near["units"].get(lowered[i])
        if per_unit is not None:
            number = number_at(doc, first + i - 1) if i else None
            value = (number.high or number.low) if number is not None else None
            return round(value * float(per_unit) * _FURTHER, 1) if value else _NEAR_KM
    return _NEAR_KM
