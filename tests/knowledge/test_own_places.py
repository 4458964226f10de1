"""Our own places: files without double entries, and names that cities' gazetteers lack, where they belong."""

from __future__ import annotations

from collections import Counter
from math import asin, cos, inf, radians, sin, sqrt

import pytest
import yaml

from rashomon.knowledge.base import ENGLISH, folder
from rashomon.knowledge.places import Gazetteer, PlaceEntry, load

FILES = sorted((folder(ENGLISH) / "places").glob("*.yaml"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


def distance(entry: PlaceEntry, lat: float, lon: float) -> float:
    """Kilometres along the great circle; infinite where the entry has no point."""
    if entry.lat is None or entry.lon is None:
        return inf
    north, east = radians(entry.lat - lat) / 2, radians(entry.lon - lon) / 2
    return 12742 * asin(sqrt(sin(north) ** 2 + cos(radians(lat)) * cos(radians(entry.lat)) * sin(east) ** 2))


def test_no_country_has_one_name_twice() -> None:
    names = Counter(
        (country, row[0])
        for path in FILES
        for country, kinds in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        for rows in kinds.values()
        for row in rows
    )
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Klescheevka", "UA", 48.53, 37.96),
        ("Saur-Mogila", "UA", 47.93, 38.73),
        ("Malaya Loknya", "RU", 51.27, 35.25),
        ("Racak", "XK", 42.43, 21.02),
        ("Long Kesh", "GB", 54.49, -6.11),
        ("Boulkessi", "ML", 14.87, -1.68),
        ("Kalma camp", "SD", 12.02, 24.98),
        ("Wadi Seidna", "SD", 15.82, 32.52),
        ("Bentiu POC", "SS", 9.28, 29.75),
        ("Bakaara market", "SO", 2.05, 45.32),
        ("Rubaya", "CD", -1.55, 28.87),
        ("Kutupalong", "BD", 21.21, 92.17),
        ("Mamasapano", "PH", 6.9, 124.51),
        ("Mullivaikkal", "LK", 9.3, 80.78),
        ("Second Thomas Shoal", "", 9.73, 115.86),
        ("Catatumbo", "CO", 8.6, -73.1),
        ("Village de Dieu", "HT", 18.54, -72.35),
        ("Strait of Malacca", "ID", 3.5, 100.0),
    ],
)
def test_names_from_reporting_lead_to_their_place(
    gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float
) -> None:
    found = [entry for entry in gazetteer.lookup(name) if entry.country == country]
    assert found
    assert min(distance(entry, lat, lon) for entry in found) < 10
