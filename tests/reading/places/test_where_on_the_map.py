"""A claim's place on the map, and the list of places, in an invented country."""

from __future__ import annotations

import pytest

from rashomon.model import Document, Place, Where
from rashomon.reading.actors import Mentions, resolve
from rashomon.reading.parser import load, parse
from rashomon.reading.places import PlaceIndex, PlaceMention, find_places, places_of, where_of
from rashomon.reading.types import PlaceReading, Scene

pytestmark = pytest.mark.usefixtures("tiny_world")


def scene_of(text: str) -> Scene:
    doc = parse(load(), text)
    document = Document(id="t", text=text)
    mentions = Mentions(doc, document)
    scene = Scene(document=document, doc=doc, actors=resolve(mentions, []))
    scene.places = find_places(doc, mentions.in_order())
    return scene


def wheres(text: str, name: str, joined: str | None = None) -> tuple[Where, ...]:
    """Where a deed lies whose place is this name of the text, alone or with others in one."""
    scene = scene_of(text)
    assert scene.places is not None
    head = next(t.i for t in scene.doc if scene.places.named_at(t) == name)
    return where_of(scene, PlaceReading(joined or name, head, 1.0, "test"))


def where(text: str, name: str) -> Where:
    (found,) = wheres(text, name)
    return found


def places(text: str) -> dict[str, Place]:
    return {place.name: place for place in places_of(scene_of(text))}


def test_in_a_town() -> None:
    found = where("Shells fell in Tarvol on Friday.", "Tarvol")
    assert found == Where(
        name="Tarvol", known_as="gn:1", country="QQ", latitude=10.1, longitude=20.1, radius_km=4.0, where_prec=1
    )


@pytest.mark.parametrize(
    ("before", "radius"),
    [
        ("near", 25),
        ("close to", 25),
        ("outside", 25),
        ("near the city of", 25),
        ("just south of", 25),
        ("20 km south of", 25),  # a quarter more than is said
        ("40 km south of", 50),
        ("some 40 kilometres north-east of", 50),
        ("forty km to the south of", 50),
        ("20 miles west of", 40.2),
        ("800 metres east of", 4),  # not less than the town itself
    ],
)
def test_near_a_town_is_not_in_it(before: str, radius: float) -> None:
    found = where(f"Shells fell {before} Tarvol on Friday.", "Tarvol")
    assert (found.nearness, found.where_prec, found.known_as) == ("near", 2, "gn:1")
    assert found.radius_km == pytest.approx(radius, abs=0.1)


@pytest.mark.parametrize("before", ["in", "in the city of", "in the south of", "on"])
def test_in_or_in_a_part_of_a_town_is_at_it(before: str) -> None:
    found = where(f"Shells fell {before} Tarvol on Friday.", "Tarvol")
    assert (found.nearness, found.where_prec, found.radius_km) == ("at", 1, 4.0)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Shells fell in Quessland on Friday.", "Quessland", 6),
        ("Shells fell in northern Quessland on Friday.", "northern Quessland", 5),
        ("Shells fell in the north of Quessland on Friday.", "Quessland", 5),
        ("Shells fell in Kessel province on Friday.", "Kessel province", 4),
        ("Shells fell in Ellenby district in Quessland.", "Ellenby district", 3),
        ("A ship was hit in the Velm Sea on Friday.", "Velm Sea", 7),
        ("Shells fell at Tarvol airport on Friday.", "Tarvol airport", 2),
        ("Shells fell in Sorra on Friday.", "Sorra", 1),
    ],
)
def test_precision_as_in_ucdp(text: str, name: str, precision: int) -> None:
    found = where(text, name)
    assert (found.where_prec, found.nearness) == (precision, "at")


def test_an_airport_is_not_its_town() -> None:
    found = where("Shells fell at Tarvol airport on Friday.", "Tarvol airport")
    assert (found.known_as, found.country, found.latitude, found.radius_km) == (None, "QQ", 10.1, 15.0)


def test_of_places_joined_in_one_name_each() -> None:
    text = "Shells fell in Tarvol, Dornik and Harpen on Friday, and Dornik burned."
    found = wheres(text, "Tarvol", "Tarvol, Dornik and Harpen")
    assert [w.name for w in found] == ["Tarvol", "Dornik", "Harpen"]
    assert [w.known_as for w in found] == ["gn:1", "gn:2", "gn:5"]


def test_a_name_with_and_in_it_is_one_place() -> None:
    scene = scene_of("Shells fell in Sorra and Lund on Friday. Sorra burned.")
    first, last = (t.i for t in scene.doc if t.text == "Sorra")
    index = PlaceIndex(
        [
            PlaceMention(i, end, i, name, None, 1.0, "test")
            for i, end, name in ((first, first + 3, "Sorra and Lund"), (last, last + 1, "Sorra"))
        ]
    )
    scene.doc.user_data["rashomon.places"] = index
    found = where_of(scene, PlaceReading("Sorra and Lund", first, 1.0, "test"))
    assert [w.name for w in found] == ["Sorra and Lund"]


def test_an_unknown_place_has_no_point() -> None:
    found = where("Shells fell near the village of Ostrabad on Friday.", "Ostrabad")
    assert found == Where(name="Ostrabad", nearness="near")


def test_a_deed_without_a_named_place_is_nowhere() -> None:
    scene = scene_of("Shells fell on a mill in Tarvol.")
    mill = next(t.i for t in scene.doc if t.text == "mill")
    assert where_of(scene, PlaceReading("mill in Tarvol", mill, 1.0, "test")) == ()


def test_listed_places_have_their_point_and_all_their_mentions() -> None:
    text = "Shells fell in Tarvol. TARVOL burned, and Dornik shook."
    found = places(text)
    tarvol = found["Tarvol"]
    assert (tarvol.known_as, tarvol.country, tarvol.admin1, tarvol.lat) == ("gn:1", "QQ", "Kessel", 10.1)
    assert [text[m.start : m.end] for m in tarvol.mentions] == ["Tarvol", "TARVOL"]
    assert found["Dornik"].known_as == "gn:2"


def test_other_places_of_the_name_are_kept() -> None:
    settled = places("Shells fell in Harpen. Tarvol and Dornik were calm.")["Harpen"]
    assert (settled.known_as, settled.country) == ("gn:5", "QQ")
    assert settled.score > 0.5
    assert all(a.known_as == "gn:6" and a.score < settled.score for a in settled.alternatives)


def test_an_unsettled_place_has_no_point_but_shows_what_was_weighed() -> None:
    found = places("Shells fell in the village of Marvik. Tarvol and Dornik were calm.")["Marvik"]
    assert (found.known_as, found.country, found.lat, found.lon, found.kind) == (None, None, None, None, None)
    assert found.score == 0.0
    assert [(a.known_as, a.country, a.lat) for a in found.alternatives] == [("gn:7", "QZ", -33.0)]


def test_a_part_of_a_country_is_a_region_of_its_own() -> None:
    found = places("Shells fell in northern Quessland.")["northern Quessland"]
    assert (found.kind, found.known_as, found.country) == ("region", None, "QQ")


def test_what_lies_near_an_alternative_is_not_given_out_as_the_alternative() -> None:
    found = places("Shells fell at Marvik airport. Tarvol and Dornik were calm.")["Marvik airport"]
    assert found.known_as is None
    assert [(a.known_as, a.name) for a in found.alternatives] == [(None, "Marvik")]
