"""Our own part of the gazetteer: `places.yaml` (countries, word lists) and `places/*.yaml` (places).

A file of places maps country (ISO 3166 alpha-2; XX: across borders or at sea) -> kind -> rows of
`[name, latitude, longitude, other name ...]`. An overlay's files have the same form.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.places.types import Named, PlaceEntry

_ACROSS = "XX"
_ROW = 3


def read_rows(file: str, content: Any, radii: Mapping[str, float], prefix: str = "own") -> Iterator[Named]:
    """The places of one file. Raises KnowledgeError with file and entry where the form is broken.

    Args:
        file: its name, for messages.
        content: what it holds.
        radii: kind of place -> how far it reaches, in kilometres (`default` for the others).
        prefix: of the ids.
    """
    if not isinstance(content, dict):
        raise KnowledgeError(f"{file}: expected countries, each with its places by kind")
    for country, kinds in content.items():
        if not (isinstance(country, str) and len(country) == 2 and country.isupper()):
            raise KnowledgeError(f"{file}: {country!r}: expected an ISO 3166 code of two letters (quote NO), or XX")
        if not isinstance(kinds, dict):
            raise KnowledgeError(f"{file}: {country}: expected kinds of places, each with its rows")
        for kind, rows in kinds.items():
            if not isinstance(rows, list):
                raise KnowledgeError(f"{file}: {country}: {kind}: expected a list of rows")
            for row in rows:
                yield _row(f"{file}: {country}: {kind}", country, str(kind), row, radii, prefix)


def _row(where: str, country: str, kind: str, row: Any, radii: Mapping[str, float], prefix: str) -> Named:
    if not isinstance(row, list) or len(row) < _ROW:
        raise KnowledgeError(f"{where}: {row!r}: expected [name, latitude, longitude, other names ...]")
    name, lat, lon, *others = row
    for text in (name, *others):
        if not isinstance(text, str) or not text.strip():
            raise KnowledgeError(f"{where}: {text!r}: every name must be text (quote it)")
    for value, most in ((lat, 90), (lon, 180)):
        if not _degrees(value, most):
            raise KnowledgeError(f"{where}: {name}: {value!r} is no latitude or longitude in degrees")
    code = "" if country == _ACROSS else country
    entry = PlaceEntry(
        id=f"{prefix}:{country}:{name}",
        name=name,
        country=code,
        lat=float(lat),
        lon=float(lon),
        population=0,
        kind=kind,
        radius_km=float(radii.get(kind, radii["default"])),
    )
    names = tuple(dict.fromkeys((name, *others)))
    return Named(entry, names, ours=len(names))


def _degrees(value: Any, most: int) -> bool:
    """Whether a value is a number of degrees between -most and most."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= most


def read_countries(
    content: Any, people: Mapping[str, tuple[str, int, float]], radii: Mapping[str, float]
) -> Iterator[Named]:
    """States and territories, with a rough centre and their other names. Raises KnowledgeError as `read_rows`.

    Args:
        content: code -> `{name?, centre: [lat, lon], aliases?, kind?}`.
        people: code -> GeoNames' name, population and area in square kilometres.
        radii: as for `read_rows`, for lands whose area is not known.
    """
    if not isinstance(content, dict):
        raise KnowledgeError("countries.yaml: expected countries by their codes")
    for code, row in content.items():
        if not isinstance(code, str) or not isinstance(row, dict):
            raise KnowledgeError(f"countries.yaml: {code!r}: expected a code (quote NO) with a centre and names")
        usual, population, area = people.get(code, (row.get("name"), 0, 0.0))
        name = row.get("name") or usual
        centre, aliases = row.get("centre"), row.get("aliases", ())
        if name is None or not isinstance(centre, list) or len(centre) != 2:
            raise KnowledgeError(f"countries.yaml: {code}: needs a name and a centre of latitude and longitude")
        lat, lon = centre
        if not (_degrees(lat, 90) and _degrees(lon, 180)):
            raise KnowledgeError(f"countries.yaml: {code}: {centre} is no latitude and longitude in degrees")
        if isinstance(aliases, str) or not all(isinstance(text, str) for text in (name, *aliases)):
            raise KnowledgeError(f"countries.yaml: {code}: every name must be text (quote it), aliases a list")
        kind = row.get("kind", "country")
        entry = PlaceEntry(
            id=f"country:{code}",
            name=name,
            country=code if len(code) == 2 else row.get("within", ""),
            lat=float(lat),
            lon=float(lon),
            population=population,
            kind=kind,
            radius_km=round(max(5.0, (area / math.pi) ** 0.5), 1) if area else float(radii.get(kind, radii["default"])),
        )
        others = [n for n in (usual, *aliases) if n]
        names = tuple(dict.fromkeys((name, *others)))
        yield Named(entry, names, ours=len(names))
