"""A tiny invented gazetteer that the reader of places asks instead of the whole one."""

from __future__ import annotations

import pytest

from rashomon.knowledge.places import Gazetteer, Named, PlaceEntry
from rashomon.knowledge.places.compile import Judging, write
from rashomon.reading.places import context, index, toponyms


def entry(id: str, name: str, lat: float, lon: float, kind: str = "village", people: int = 0, **more: object) -> Named:
    country = str(more.get("country", "QQ"))
    level = {"region": 1, "district": 2}.get(kind, 0) if id.startswith("gn:") else 0
    radius = {"region": 60.0, "district": 20.0, "country": 200.0, "sea": 300.0}.get(kind, 4.0)
    place = PlaceEntry(id, name, country, lat, lon, people, kind, level, str(more.get("admin1", "")), "", radius)
    return Named(place, (name,), ours=0 if id.startswith("gn:") else 1)


PLACES = [
    entry("country:QQ", "Quessland", 10.0, 20.0, "country", 9_000_000),
    entry("own:XX:Sea of Velm", "Velm Sea", 12.0, 25.0, "sea", country=""),
    entry("own:QQ:Sorra and Lund", "Sorra and Lund", 10.4, 20.4, "region"),
    entry("own:QQ:Sorra", "Sorra", 10.4, 20.4),
    entry("gn:1", "Tarvol", 10.1, 20.1, "city", 400_000, admin1="Kessel"),
    entry("gn:2", "Dornik", 10.2, 20.2, "city", 300_000, admin1="Kessel"),
    entry("gn:3", "Kessel", 10.1, 20.1, "region", 900_000),
    entry("gn:4", "Ellenby", 10.1, 20.3, "district", 40_000, admin1="Kessel"),
    entry("gn:5", "Harpen", 10.15, 20.15, "city", 16_000, admin1="Kessel"),
    entry("gn:6", "Harpen", -33.0, 60.0, "city", 17_000, country="QZ"),
    entry("gn:8", "Louisiana", 31.0, -92.0, "region", 4_000_000, country="US"),
    entry("own:QQ:La", "La", 10.3, 20.3),
    entry("gn:7", "Marvik", -33.0, 60.0, "village", 900, country="QZ"),
]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite"
    write(path, PLACES, Judging(frozenset(), frozenset()))
    return Gazetteer(path)


@pytest.fixture
def tiny_world(tiny: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    """Lets the reader know no places but the invented ones."""
    for module in (context, index, toponyms):
        monkeypatch.setattr(module, "load", lambda: tiny)
    return tiny
