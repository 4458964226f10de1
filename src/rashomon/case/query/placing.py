"""Which places of a case a filter means: those of a name, all in a country or division, or all near a point."""

from __future__ import annotations

import sqlite3

from rashomon.case.query.filters import Near
from rashomon.case.query.naming import unknown
from rashomon.errors import QueryError
from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import PlaceEntry, distance_km, load

_KM_A_DEGREE = 111.0
_STATES = ("country", "territory")
_DIVISION = "region"


def places_named(db: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """The places that a name means: those that bear it, all in the country or first-level division of that name.

    Raises QueryError if there are none, with near misses.
    """
    known = load().lookup_loosely(name)
    found = _bearers(db, name, known)
    countries = {entry.country for entry in known if entry.kind in _STATES and entry.country}
    countries |= {country for _, kind, country in found.values() if kind in _STATES and country}
    countries |= {name} if len(name) == 2 and name.isascii() and name.isupper() else set()
    numbers = set(found)
    for country in countries:
        numbers |= {row[0] for row in db.execute("SELECT placeno FROM places WHERE country = ?", (country,))}
    if all(kind in (_DIVISION, None) for _, kind, _ in found.values()):  # else a town of that name is meant
        numbers |= _within_division(db, name)
    if not numbers:
        raise unknown(db, name, "place", (row[0] for row in db.execute("SELECT name FROM place_names")))
    return tuple(sorted(numbers))


def places_near(db: sqlite3.Connection, near: Near) -> tuple[int, ...]:
    """The places within so many kilometres of a place or point; not those that are larger than that themselves.

    Raises QueryError if the place is known neither to the case nor to the gazetteer, or has no point.
    """
    numbers: set[int] = set()
    for latitude, longitude in _points(db, near):
        reach = near.km / _KM_A_DEGREE
        rows = db.execute(
            "SELECT placeno, latitude, longitude FROM places WHERE latitude BETWEEN ? AND ? AND longitude IS NOT NULL "
            "AND coalesce(radius_km, 0) <= ?",
            (latitude - reach - 0.01, latitude + reach + 0.01, near.km),
        )
        numbers |= {row[0] for row in rows if distance_km(latitude, longitude, row[1], row[2]) <= near.km}
    return tuple(sorted(numbers))


def _points(db: sqlite3.Connection, near: Near) -> list[tuple[float, float]]:
    if not isinstance(near.centre, str):
        latitude, longitude = near.centre
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise QueryError(f"near {latitude:g},{longitude:g}: is not a point in degrees: latitude, longitude")
        return [near.centre]
    known = load().lookup_loosely(near.centre)
    numbers = _bearers(db, near.centre, known)
    ours = (db.execute("SELECT latitude, longitude FROM places WHERE placeno = ?", (n,)).fetchone() for n in numbers)
    points = {(row[0], row[1]) for row in ours if row[0] is not None and row[1] is not None}
    if not points:  # not in the case: the likeliest of that name
        points = {(entry.lat, entry.lon) for entry in known[:1] if entry.lat is not None and entry.lon is not None}
    if not points:
        raise QueryError(f"near “{near.centre}”: it is not known where that is; give LAT,LON")
    return sorted(points)


def _bearers(
    db: sqlite3.Connection, name: str, known: tuple[PlaceEntry, ...]
) -> dict[int, tuple[str, str | None, str | None]]:
    """Number -> key, kind and country of the places that bear a name or a key, or are an entry of that name."""
    named = [row[0] for row in db.execute("SELECT placeno FROM place_names WHERE folded = ?", (fold(name),))]
    for key in {name, *(entry.id for entry in known)}:
        named += [row[0] for row in db.execute("SELECT placeno FROM places WHERE key = ?", (key,))]
    rows = (
        db.execute("SELECT placeno, key, kind, country FROM places WHERE placeno = ?", (n,)).fetchone() for n in named
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _within_division(db: sqlite3.Connection, name: str) -> set[int]:
    wanted = fold(name)
    given = db.execute("SELECT DISTINCT admin1 FROM places WHERE admin1 IS NOT NULL")
    found: set[int] = set()
    for admin1 in [row[0] for row in given if fold(row[0]) == wanted]:
        found |= {row[0] for row in db.execute("SELECT placeno FROM places WHERE admin1 = ?", (admin1,))}
    return found
