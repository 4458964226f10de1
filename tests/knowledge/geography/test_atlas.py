"""Facts of geography: known points on land and at sea, rivers near the towns on them, the ends of the map."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import files

import pytest

from rashomon.knowledge.geography import Box, lakes, land, rivers
from rashomon.knowledge.geography.packing import pack, unpack
from rashomon.knowledge.places.geometry import distance_km

WORLD = Box(-180, -90, 180, 90)


def inside(rings: Sequence[Sequence[tuple[float, float]]], x: float, y: float) -> bool:
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                odd = not odd
    return odd


def test_the_file_is_the_one_that_was_built() -> None:
    data = files("rashomon.knowledge.geography").joinpath("natural_earth.bin.gz").read_bytes()
    assert len(data) < 700_000
    steps, layers = unpack(data)
    assert steps == 400
    assert {name: (len(lines), sum(len(east) for east, _ in lines)) for name, lines in layers.items()} == {
        "land": (3809, 284023),
        "lakes": (320, 11187),
        "rivers": (886, 24857),
    }
    content = "".join(f"{name}{list(east)}{list(north)}" for name, lines in layers.items() for east, north in lines)
    assert hashlib.sha256(content.encode()).hexdigest().startswith("49ec829f5b12c0e3")


def test_packing_and_unpacking_give_the_same() -> None:
    layers = {"land": [[(0, 0), (30_000, -30_000), (5, 7)], [(-72_000, 36_000), (-71_999, 35_999)]], "rivers": []}
    steps, found = unpack(pack(400, layers))
    assert steps == 400
    assert {
        name: [list(zip(east, north, strict=True)) for east, north in lines] for name, lines in found.items()
    } == layers
    assert pack(400, layers) == pack(400, layers)


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_land"),
    [
        (48.86, 2.35, True),  # Paris
        (-33.5, 147.0, True),  # New South Wales
        (67.0, 179.0, True),  # Chukotka, west of the 180th meridian
        (67.0, -177.0, True),  # and east of it
        (-17.8, 178.0, True),  # Viti Levu
        (30.0, -40.0, False),  # Atlantic
        (43.3, 34.0, False),  # Black Sea
        (42.0, 51.0, False),  # Caspian Sea
        (89.9, 10.0, False),  # North Pole
        (-89.9, 179.9, True),  # South Pole
        (-89.9, -179.9, True),
    ],
)
def test_land_and_sea(latitude: float, longitude: float, is_land: bool) -> None:
    for around in (WORLD, Box(longitude - 3, max(-90, latitude - 3), longitude + 3, min(90, latitude + 3))):
        assert inside(land(around), longitude, latitude) is is_land


@pytest.mark.parametrize("turn", [-360, 0, 360])
def test_the_180th_meridian_is_no_edge(turn: int) -> None:
    around = Box(170 + turn, -25, 190 + turn, -10)
    found = land(around)
    assert inside(found, 178.0 + turn, -17.8)
    assert inside(found, 180.0 + turn, -16.8)  # Taveuni and Vanua Levu lie on both sides
    here, there = land(Box(170, -25, 190, -10)), found
    assert [len(ring) for ring in here] == [len(ring) for ring in there]


def test_no_seam_is_drawn_across_antarctica() -> None:
    for ring in land(Box(150, -88, 210, -60)):
        assert not any(
            a[0] == b[0] and abs(a[1] - b[1]) > 5 and a[0] not in (150, 210)
            for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
        )


@pytest.mark.parametrize(
    ("town", "latitude", "longitude"),
    [
        ("Deir ez-Zor on the Euphrates", 35.34, 40.14),
        ("Khartoum on the Nile", 15.6, 32.53),
        ("Budapest on the Danube", 47.5, 19.04),
        ("Timbuktu on the Niger", 16.77, -3.01),
        ("Kherson on the Dnieper", 46.64, 32.62),
        ("Mandalay on the Irrawaddy", 21.97, 96.06),
    ],
)
def test_rivers_pass_their_towns(town: str, latitude: float, longitude: float) -> None:
    near = rivers(Box(longitude - 1, latitude - 1, longitude + 1, latitude + 1))
    assert min(distance_km(latitude, longitude, y, x) for line in near for x, y in line) < 25, town


@pytest.mark.parametrize(("latitude", "longitude"), [(-1.0, 33.0), (47.7, -87.5), (53.5, 108.0)])
def test_great_lakes(latitude: float, longitude: float) -> None:
    assert inside(lakes(Box(longitude - 5, latitude - 5, longitude + 5, latitude + 5)), longitude, latitude)


def test_a_coarser_coast_has_fewer_points_in_the_same_places() -> None:
    box = Box(30, 40, 42, 48)
    fine, coarse = ({p for ring in land(box, finest) for p in ring if box.holds(p)} for finest in (0.0, 0.2))
    assert len(coarse) < len(fine) / 3
    edges = {30, 42}, {40, 48}
    assert {p for p in coarse if p[0] not in edges[0] and p[1] not in edges[1]} <= fine


def test_nothing_leaves_the_box() -> None:
    box = Box(30, 40, 42, 48)
    for points in (*land(box), *lakes(box), *rivers(box)):
        assert all(box.holds(point) for point in points)
