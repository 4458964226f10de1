"""A tiny invented gazetteer, compiled and asked."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import Gazetteer, Named, PlaceEntry
from rashomon.knowledge.places.compile import Judging, weight, write

JUDGING = Judging(frozenset({"marchen", "penna"}), frozenset({"QZ"}))


def town(number: int, name: str, *others: str, people: int = 30_000, country: str = "QQ", level: int = 0) -> Named:
    kind = ("town", "region", "district")[level]
    return Named(PlaceEntry(f"gn:{number}", name, country, 1.0, 2.0, people, kind, level), (name, *others))


def own(name: str, *others: str, kind: str = "village", ours: int | None = None) -> Named:
    entry = PlaceEntry(f"own:QQ:{name}", name, "QQ", 3.0, 4.0, 0, kind)
    return Named(entry, (name, *others), ours=1 + len(others) if ours is None else ours)


PLACES = [
    own("Quessland", "Quess", kind="country"),
    own("Velland", "Ostrov", kind="country", ours=1),
    own("Penna"),
    own("Harl"),
    own("Sorra Dam", "Sorrel", "Odell", kind="dam", ours=2),
    town(1, "Ostry", "Ostrakhan", people=60_000),
    town(2, "Östry", people=900_000, country="QZ"),
    town(3, "Ostry", people=400),
    town(4, "al-Tarvoul", people=20_000),
    town(5, "Tarvol", people=100, country="QR"),
    town(6, "Harl", people=5_000_000),
    town(7, "Marchen", people=5_000_000),
    town(8, "Ull", people=5_000_000),
    town(9, "Little", "Lytle", people=40_000),
    town(10, "Lisk", people=40_000, country="QZ"),
    town(11, "Dorn", people=200_000, level=1, country="QZ"),
    town(12, "Fenn", people=5_000_000, level=2),
    town(13, "Quess", people=70_000),
    town(14, "Odell", people=800_000),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite"
    write(path, PLACES, JUDGING)
    return path


@pytest.fixture(scope="module")
def gazetteer(path: Path) -> Gazetteer:
    return Gazetteer(path, JUDGING.not_places)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [place.id for place in gazetteer.lookup(name)]


def test_what_was_put_in_comes_out_whole(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) == len(PLACES)
    for place in PLACES:
        for name in place.names:
            assert place.entry in gazetteer.lookup(name)


def test_the_likeliest_comes_first(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "OSTRY") == ["gn:2", "gn:1", "gn:3"]
    assert gazetteer.country("Ostry") == "QZ"


def test_our_own_come_before_larger_namesakes(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "Harl") == ["own:QQ:Harl", "gn:6"]
    assert ids(gazetteer, "Quess") == ["own:QQ:Quessland", "gn:13"]


def test_a_name_that_is_not_ours_ranks_by_size(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "Sorrel") == ["own:QQ:Sorra Dam"]
    assert ids(gazetteer, "Odell") == ["gn:14", "own:QQ:Sorra Dam"]


def test_a_lesser_name_and_a_division_count_less() -> None:
    place = town(1, "Ostry", people=990).entry
    assert weight(place, True) == pytest.approx(4.0)
    assert weight(place, False) == pytest.approx(3.0)
    assert weight(place, True) > weight(place._replace(level=1), True) > weight(place._replace(level=2), True)


def test_spellings_of_other_habits_are_found_only_loosely(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Tarvul") == ()
    assert [p.id for p in gazetteer.lookup_loosely("Tarvul")] == ["gn:4", "gn:5"]  # the larger first
    assert [p.id for p in gazetteer.lookup_loosely("Tarvol")] == ["gn:5"]  # as it is written
    assert gazetteer.lookup_loosely("Zzyx") == ()


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("Ostry", True),  # a city
        ("Ostrakhan", True),
        ("Lytle", False),  # a lesser town by another name
        ("Little", True),
        ("little", False),  # an ordinary word
        ("Lisk", False),  # in a quiet country
        ("Dorn", True),  # a division of a quiet country, by its own name
        ("Fenn", False),  # a division of the second level
        ("Ull", False),  # too short
        ("Harl", True),  # our own
        ("Sorrel", True),
        ("Tarvol", False),  # too small
        ("Marchen", False),  # usually something else
        ("Penna", False),  # the same, though it is ours
        ("Zzyx", False),
        ("", False),
    ],
)
def test_which_names_stand_alone(gazetteer: Gazetteer, name: str, alone: bool) -> None:
    assert gazetteer.is_place(name) is alone


def test_countries_are_countries_by_our_names_alone(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_country("quess")
    assert gazetteer.is_country("Velland")
    assert not gazetteer.is_country("Ostrov")  # GeoNames' name of it
    assert not gazetteer.is_country("Ostry")
    assert not gazetteer.is_country("Zzyx")
    assert gazetteer.country("Zzyx") is None


def test_an_overlay_comes_before_everything_and_spells_loosely_too(path: Path) -> None:
    mine = own("Harl", "Kirvoul")
    mine = mine._replace(entry=mine.entry._replace(id="user:QR:Harl", country="QR"))
    gazetteer = Gazetteer(path, JUDGING.not_places, [mine, own("Marchen")])
    assert ids(gazetteer, "Harl") == ["user:QR:Harl", "own:QQ:Harl", "gn:6"]
    assert [p.id for p in gazetteer.lookup_loosely("Kirvol")] == ["user:QR:Harl"]
    assert gazetteer.is_place("Kirvoul")
    assert not gazetteer.is_place("Marchen")
    assert gazetteer.lookup("Zzyx") == ()
    assert not gazetteer.is_place("Zzyx")  # asking leaves nothing behind


def test_the_file_is_the_same_whenever_it_is_compiled(path: Path, tmp_path: Path) -> None:
    write(tmp_path / "again.sqlite", iter(PLACES), JUDGING)
    assert (tmp_path / "again.sqlite").read_bytes() == path.read_bytes()


NAMES = st.text(string.ascii_letters + "-' éöŞ", min_size=1, max_size=15).filter(lambda name: fold(name) != "")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=6, unique=True))
def test_every_name_finds_its_place_and_finds_it_loosely(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "any.sqlite"
    path.unlink(missing_ok=True)
    write(path, [town(n, name) for n, name in enumerate(names)], JUDGING)
    gazetteer = Gazetteer(path)
    for n, name in enumerate(names):
        assert f"gn:{n}" in ids(gazetteer, name)
        assert f"gn:{n}" in ids(gazetteer, fold(name))
        found = [p.id for p in gazetteer.lookup_loosely(f"{name} ")]
        assert f"gn:{n}" in found
