"""Places that both our files and GeoNames have: one entry, our names first."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.knowledge.places import Named, PlaceEntry
from rashomon.knowledge.places.geometry import distance_km
from rashomon.knowledge.places.merging import joined

KM = 1 / 111.195
"""Degrees of latitude."""


def ours(name: str, *others: str, kind: str = "village", lat: float = 10.0, country: str = "QQ") -> Named:
    entry = PlaceEntry(f"own:{country}:{name}", name, country, lat, 20.0, 0, kind, radius_km=2.0)
    return Named(entry, (name, *others), ours=1 + len(others))


def theirs(number: int, name: str, *others: str, **fields: Any) -> Named:
    entry = PlaceEntry(f"gn:{number}", name, "QQ", 10.0, 20.0, 7000, "town", admin1="Kessel", radius_km=1.0)
    return Named(entry._replace(**fields), (name, *others))


def test_our_name_comes_first_and_the_rest_is_theirs() -> None:
    (place,) = joined([ours("Ostry", "New Ostry")], [theirs(1, "Ostra", "Ostry", lat=10.01)])
    assert place.names == ("Ostry", "New Ostry", "Ostra")
    assert place.ours == 2
    entry = place.entry
    assert (entry.id, entry.name, entry.lat, entry.population) == ("gn:1", "Ostry", 10.01, 7000)
    assert (entry.kind, entry.admin1, entry.radius_km) == ("town", "Kessel", 1.0)


@pytest.mark.parametrize(("km", "number"), [(0, 1), (24, 1), (26, 2)])
def test_a_town_of_that_name_within_25_km_is_the_same(km: float, number: int) -> None:
    found = list(joined([ours("Ostry")], [theirs(1, "Ostry", lat=10.0 + km * KM)]))
    assert len(found) == number
    assert distance_km(10.0, 20.0, 10.0 + km * KM, 20.0) == pytest.approx(km, abs=0.01)


def test_a_namesake_in_another_country_stays_apart() -> None:
    found = list(joined([ours("Ostry")], [theirs(1, "Ostry", country="QR")]))
    assert [p.entry.id for p in found] == ["own:QQ:Ostry", "gn:1"]


def test_a_town_is_no_division_and_an_area_no_town() -> None:
    division = theirs(1, "Ostry", level=1, kind="region")
    assert [p.entry.id for p in joined([ours("Ostry")], [division])] == ["own:QQ:Ostry", "gn:1"]
    town = theirs(2, "Velmar")
    assert [p.entry.id for p in joined([ours("Velmar", kind="region")], [town])] == ["own:QQ:Velmar", "gn:2"]


def test_what_merely_goes_by_a_towns_name_is_not_the_town() -> None:
    found = list(joined([ours("Ostry camp", "Ostry", kind="camp")], [theirs(1, "Ostry")]))
    assert [(p.entry.id, p.entry.kind) for p in found] == [("own:QQ:Ostry camp", "camp"), ("gn:1", "town")]
    (village,) = joined([ours("Ostry", "Novy Ostry")], [theirs(1, "Novy Ostry")])
    assert village.entry.id == "gn:1"
    (base,) = joined([ours("Ostry", "Ostry air base", kind="base")], [theirs(1, "Ostry")])
    assert base.entry.id == "gn:1"


def test_an_area_keeps_our_point_and_is_the_same_from_farther_away() -> None:
    def area(**fields: Any) -> list[Named]:
        return list(joined([ours("Velmar", kind="region")], [theirs(1, "Velmar", level=1, kind="region", **fields)]))

    (place,) = area(lat=10.0 + 140 * KM)
    assert (place.entry.id, place.entry.level, place.entry.lat, place.entry.radius_km) == ("gn:1", 1, 10.0, 2.0)
    assert len(area(lat=10.0 + 160 * KM)) == 2
    assert len(area(lat=None, lon=None)) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_that_fit_the_larger_is_ours_and_none_is_lost(turned: bool) -> None:
    two = [theirs(1, "Ostry", population=50), theirs(2, "Ostry", population=900)]
    first, other = joined([ours("Ostry")], reversed(two) if turned else two)
    assert (first.entry.id, other.entry.id) == ("gn:2", "gn:1")
    assert other.ours == 0


def test_spellings_meet_when_they_are_joined() -> None:
    (place,) = joined([ours("al-Ostra")], [theirs(1, "Östra")])
    assert place.names == ("al-Ostra", "Östra")
