"""From the names in a text to the places that they may stand for."""

from __future__ import annotations

import pytest

from rashomon.knowledge.places import Gazetteer
from rashomon.reading.places.toponyms import candidates, place_names


def best(text: str, *names: str) -> list[str | None]:
    """The ids of the places that these names of a text stand for, in text order."""
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append((at, at + len(name)))
        at += len(name)
    return [found.best.id if found.best else None for found in place_names(text, spans)]


@pytest.mark.parametrize(
    ("name", "ids", "loose"),
    [
        ("Tarvol", ["gn:1"], False),
        ("TARVOL", ["gn:1"], False),
        ("eastern Tarvol", ["gn:1"], False),
        ("the Kessel", ["gn:3"], False),
        ("province of Kessel", ["gn:3"], False),
        ("Kessel province", ["gn:3"], False),
        ("Tarvol province", ["gn:1"], False),  # no division of that name is known
        ("Tarvoul", ["gn:1"], True),
        ("Quessland", ["country:QQ"], False),
        ("Quesslend", [], True),  # countries are spelt in known ways
        ("Tarvol airport", ["near:gn:1"], False),
        ("Harpen", ["gn:6", "gn:5"], False),
        ("Zzyx", [], True),
        ("Tarvol Zzyx", [], False),
    ],
)
def test_candidates_of_a_name(tiny_world: Gazetteer, name: str, ids: list[str], loose: bool) -> None:
    found = candidates(name)
    assert [p.id for p in found.places] == ids
    assert found.loose is loose


def test_something_near_a_town_has_a_radius_and_no_people_s_sort(tiny_world: Gazetteer) -> None:
    (airport,) = candidates("Tarvol airport").places
    assert (airport.kind, airport.radius_km) == ("site", 15.0)


def test_a_nationality_leads_to_its_country() -> None:
    for name in ("Syrian", "Ukrainians", "Sudanese"):
        assert candidates(name).places[0].kind == "country"
    assert candidates("Syrian").places[0].country == "SY"


def test_an_abbreviation_of_capitals_is_no_small_town() -> None:
    assert all(p.kind in {"country", "territory"} or not p.id.startswith("gn:") for p in candidates("EU").places)


@pytest.mark.parametrize(
    "text",
    [
        "A mill burned in Monroe, La., on Friday.",
        "A mill burned in Monroe, LA.",
        "A mill burned in Monroe, LA on Friday.",
    ],
)
def test_an_abbreviation_after_a_comma_is_a_division(text: str) -> None:
    short = "La" if "La." in text else "LA"
    start = text.index("Monroe")
    at = text.index(short, start)
    monroe, louisiana = place_names(text, [(start, start + 6), (at, at + 2)])
    assert monroe.best is not None
    assert louisiana.best is not None
    assert (monroe.best.admin1, louisiana.best.name) == ("Louisiana", "Louisiana")


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Harpen, Kessel.",
        "Shells hit Harpen in Kessel.",
        "Shells hit Harpen in northern Kessel.",
        "Shells hit Harpen (Kessel).",
        "Shells hit Harpen, in the rural Kessel.",
    ],
)
def test_what_stands_beside_a_name_says_where_it_lies(tiny_world: Gazetteer, text: str) -> None:
    assert best(text, "Harpen", "Kessel") == ["gn:5", "gn:3"]


def test_an_owner_before_a_name_says_where_it_lies(tiny_world: Gazetteer) -> None:
    assert best("Shells hit Kessel's Harpen.", "Kessel", "Harpen") == ["gn:3", "gn:5"]


def test_a_namesake_elsewhere_wins_without_any_hint(tiny_world: Gazetteer) -> None:
    assert best("Shells hit Harpen.", "Harpen") == ["gn:6"]


def test_an_abbreviation_after_a_comma_is_no_place_of_that_name(tiny_world: Gazetteer) -> None:
    for text in ("Tarvol, LA burned.", "A mill burned in Tarvol, LA.", "A mill burned in Tarvol, La., on Friday."):
        short = "La" if "La." in text else "LA"
        assert best(text, "Tarvol", short)[1] == "gn:8"
    assert best("A mill burned in La on Friday.", "La") == ["own:QQ:La"]


def test_in_a_list_the_next_name_is_no_container(tiny_world: Gazetteer) -> None:
    def share(text: str) -> float:
        """How likely Harpen is the one in Kessel."""
        spans = [(text.index(name), text.index(name) + len(name)) for name in ("Harpen", "Kessel", "Marvik")]
        return {p.id: share for p, share in place_names(text, spans)[0].places}["gn:5"]

    held = share("Shells hit Harpen, Kessel, before Marvik burned.")
    listed = share("Shells hit Harpen, Kessel and Marvik.")
    assert held > 0.9
    assert listed < held - 0.1
