"""Rows of our own places and countries: what they become, and what is said of broken ones."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.errors import KnowledgeError
from rashomon.knowledge.places.supplement import read_countries, read_rows

RADII = {"default": 5, "dam": 2}
PEOPLES = {"QQ": ("Quessland", 900_000, 31_416.0)}


def rows(content: Any, prefix: str = "own") -> list[Any]:
    return list(read_rows("places/velmar.yaml", content, RADII, prefix))


def test_a_row_becomes_a_place_with_all_its_names() -> None:
    ostry, sorra = rows({"QQ": {"village": [["Ostry", 10, 20.5, "Ostra", "Ostry"]], "dam": [["Sorra Dam", -1, -2]]}})
    assert (ostry.entry.id, ostry.entry.name, ostry.entry.country) == ("own:QQ:Ostry", "Ostry", "QQ")
    assert (ostry.entry.lat, ostry.entry.lon, ostry.entry.kind) == (10.0, 20.5, "village")
    assert (ostry.names, ostry.ours) == (("Ostry", "Ostra"), 2)
    assert (ostry.entry.radius_km, sorra.entry.radius_km) == (5.0, 2.0)


def test_a_place_across_borders_has_no_country() -> None:
    (place,) = rows({"XX": {"sea": [["Sea of Velm", 0, 0]]}}, "user")
    assert (place.entry.country, place.entry.id) == ("", "user:XX:Sea of Velm")


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        (None, "expected countries"),
        (["Ostry"], "expected countries"),
        ({False: {"village": []}}, "False"),  # NO without quotes
        ({"qq": {"village": []}}, "'qq'"),
        ({"QQQ": {"village": []}}, "'QQQ'"),
        ({"QQ": [["Ostry", 1, 2]]}, "QQ"),
        ({"QQ": {"village": {"Ostry": [1, 2]}}}, "QQ: village"),
        ({"QQ": {"village": ["Ostry"]}}, "QQ: village: 'Ostry'"),
        ({"QQ": {"village": [["Ostry", 1]]}}, "QQ: village: ['Ostry', 1]"),
        ({"QQ": {"village": [[7, 1, 2]]}}, "QQ: village: 7"),
        ({"QQ": {"village": [["Ostry", 1, 2, True]]}}, "QQ: village: True"),  # Yes without quotes
        ({"QQ": {"village": [["Ostry", 1, 2, " "]]}}, "QQ: village: ' '"),
        ({"QQ": {"village": [["Ostry", "1", 2]]}}, "Ostry: '1'"),
        ({"QQ": {"village": [["Ostry", True, 2]]}}, "Ostry: True"),
        ({"QQ": {"village": [["Ostry", 90.1, 2]]}}, "Ostry: 90.1"),
        ({"QQ": {"village": [["Ostry", 1, -180.5]]}}, "Ostry: -180.5"),
        ({"QQ": {"village": [["Ostry", float("nan"), 2]]}}, "Ostry: nan"),
        ({"QQ": {"village": [["Ostry", 1, float("inf")]]}}, "Ostry: inf"),
    ],
)
def test_a_broken_row_is_named_with_its_file(content: Any, entry: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        rows(content)
    assert str(raised.value).startswith("places/velmar.yaml: ")
    assert entry in str(raised.value)


def test_a_country_has_the_people_and_the_reach_that_are_known_of_it() -> None:
    content = {
        "QQ": {"centre": [1, 2], "name": "Quess", "aliases": ["the Quess Republic", "Quess"]},
        "QQ-V": {"centre": [3, 4], "name": "Velmar", "kind": "territory", "within": "QQ"},
    }
    country, territory = read_countries(content, PEOPLES, RADII)
    assert country.names == ("Quess", "Quessland", "the Quess Republic")
    assert country.ours == 3
    assert (country.entry.id, country.entry.country, country.entry.kind) == ("country:QQ", "QQ", "country")
    assert country.entry.population == 900_000
    assert country.entry.radius_km == pytest.approx(100, abs=0.1)  # of a disc of that area
    assert (territory.entry.country, territory.entry.kind, territory.entry.radius_km) == ("QQ", "territory", 5.0)


@pytest.mark.parametrize(
    ("content", "entry"),
    [
        (["QQ"], "expected countries"),
        ({"QQ": [1, 2]}, "QQ"),
        ({"QQ": {"name": "Quess"}}, "QQ"),
        ({"QQ": {"centre": 7}}, "QQ"),
        ({"QQ": {"centre": [1]}}, "QQ"),
        ({"QQ": {"centre": ["north", 2]}}, "QQ"),
        ({"QQ": {"centre": [100, 2]}}, "QQ"),
        ({"QZ": {"centre": [1, 2]}}, "QZ"),  # no name, here or elsewhere
        ({"QQ": {"centre": [1, 2], "aliases": "Quess"}}, "QQ"),
        ({False: {"centre": [1, 2], "name": "Quess"}}, "False"),
    ],
)
def test_a_broken_country_is_named_with_its_file(content: Any, entry: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        list(read_countries(content, PEOPLES, RADII))
    assert str(raised.value).startswith("countries.yaml: ")
    assert entry in str(raised.value)
