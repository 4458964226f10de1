"""Where a deed happens, however the sentence is built; and which places are not its place."""

from __future__ import annotations

from typing import Literal

import pytest

from rashomon.model import Document, EventType
from rashomon.reading.parser import load, parse
from rashomon.reading.places import find_places, place_of, places_of
from rashomon.reading.rules import scene_of
from rashomon.reading.syntax import slots
from rashomon.reading.types import Deed, PlaceReading, Scene


def read(text: str) -> Scene:
    return scene_of(Document(id="t", text=text), parse(load(), text))


def where(
    text: str,
    trigger: str,
    type_: EventType | None = "ASSAULT",
    kind: Literal["event", "relation", "control", "appraisal"] = "event",
) -> PlaceReading | None:
    """The place of the deed that this word tells, with its grammatical roles."""
    scene = read(text)
    head = next(t for t in scene.doc if t.text == trigger)
    filled = slots(head)
    struck = filled.get("obj", []) + filled.get("on", []) + filled.get("of", [])
    deed = Deed(head, head.i, head.i + 1, kind, type_, None, None, "test", 1.0, filled.get("subj", [])[:1], struck[:1])
    if kind == "control":
        deed.place = (filled.get("obj") or filled.get("from") or filled.get("of") or [])[:1]
    return place_of(scene, deed, struck)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The Herons ambushed a patrol near Tarvol.", "ambushed", "Tarvol"),
        ("Near Tarvol the Herons ambushed a patrol.", "ambushed", "Tarvol"),
        ("The Herons bombed a flour mill in Ostry on Friday.", "bombed", "Ostry"),
        ("A flour mill in Ostry was bombed before dawn.", "bombed", "Ostry"),
        ("The flour mill in the village of Ostry was bombed.", "bombed", "Ostry"),
        ("Shells fell on the outskirts of Ostry.", "fell", "Ostry"),
        ("Gunmen killed two teachers in the market town of Ostry in Velmar province.", "killed", "Ostry"),
        ("The Herons fought the Guard at the Sorra bridge.", "fought", "Sorra bridge"),
        ("Drones hit a warehouse at Camp Odell.", "hit", "Camp Odell"),
        ("Drones hit a fuel depot at Lisk military airport.", "hit", "Lisk military airport"),
        ("The two armies clashed in Ostry and Tarvol.", "clashed", "Ostry and Tarvol"),
        ("The siege of Tarvol goes on.", "siege", "Tarvol"),
        ("The Herons carried out an attack in Ostry.", "attack", "Ostry"),
        ("Jets bombed northern Yemen overnight.", "bombed", "northern Yemen"),
        ("Shells hit Aleppo, killing nine people.", "killing", "Aleppo"),
        ("Howitzers on Kell Hill shelled a mill in Ostry.", "shelled", "Ostry"),
        ("Drones hit a tower on the island of Skell in the Red Sea.", "hit", "Skell"),
        ("The Herons stormed Ostry in southern Yemen.", "stormed", "Ostry"),
        ("Shells fell near Sheikh Ostrin.", "fell", "Sheikh Ostrin"),
        ("Rockets hit the Wadi Sorrel area of Damascus.", "hit", "Wadi Sorrel"),
        ("The envoys will open talks in Ostry on Sunday.", "talks", "Ostry"),
        ("Jets struck an area west of Damascus.", "struck", "Damascus"),
        ("Gunmen abducted a judge from her home in Basra.", "abducted", "Basra"),
    ],
)
def test_place_of_a_deed(text: str, trigger: str, place: str) -> None:
    found = where(text, trigger)
    assert found is not None
    assert found.name == place


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("The mayor condemned the bombing in Ostry.", "condemned", "ACCUSE"),
        ("The Ostry council demanded an inquiry.", "demanded", "REQUEST"),
        ("The union opposed the siege of Tarvol.", "opposed", "REJECT"),
    ],
)
def test_a_judged_deed_keeps_its_place(text: str, trigger: str, type_: EventType) -> None:
    assert where(text, trigger, type_) is None


def test_relations_and_appraisals_have_no_place() -> None:
    assert where("The Herons are allies of the Guard in Ostry.", "allies", None, "relation") is None
    assert where("The Herons in Ostry are brutal.", "brutal", None, "appraisal") is None


def test_the_place_of_the_saying_is_not_the_place_of_the_deed() -> None:
    found = where("In Oslo, the envoy told reporters that shells had hit a bakery near Tikrit.", "hit")
    assert found is not None
    assert found.name == "Tikrit"


def test_the_more_specific_place_wins_and_the_other_is_kept() -> None:
    found = where("In Iraq, gunmen attacked a convoy near Tikrit.", "attacked")
    assert found is not None
    assert found.name == "Tikrit"
    assert [a.value for a in found.alternatives] == ["Iraq"]


def test_the_town_stands_for_the_last_town() -> None:
    found = where("The Herons reached Basra in June. They shelled a mill in the town.", "shelled")
    assert found is not None
    assert found.name == "Basra"


def test_what_is_held_keeps_its_full_name() -> None:
    held = where("The Herons hold the grain store at Basra.", "hold", None, "control")
    assert held is not None
    assert held.name == "grain store at Basra"
    town = where("The Herons seized the town of Ostry.", "seized", "COERCE", "control")
    assert town is not None
    assert town.name == "Ostry"


def test_a_carried_place_scores_below_a_stated_one() -> None:
    stated = where("Shells fell in Basra. They wounded two bakers.", "fell")
    carried = where("Shells fell in Basra. They wounded two bakers.", "wounded")
    assert stated is not None
    assert carried is not None
    assert (stated.name, carried.name) == ("Basra", "Basra")
    assert carried.score < stated.score / 1.5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in Ostry and in Velmar province.", ["Ostry", "Velmar province"]),
        ("A Syrian town was shelled.", []),
        ("They were trained in March by the Guard in Operation Hail.", []),
        ("Rebels crossed the Sorra river near Umm Dahla.", ["Sorra river", "Umm Dahla"]),
        ("Shells fell in Basra, Iraq, Cook said.", ["Basra", "Iraq"]),
        ("Shells fell in Ostry, Tarvol and Lisk.", ["Ostry", "Tarvol", "Lisk"]),
        ("The River Scouts fled at dawn.", []),
        ("Ostry, a market town, was calm. Ostry had been shelled.", ["Ostry", "Ostry"]),
        ("In Al-Thawra newspaper, an editor praised the army.", []),
    ],
)
def test_names_of_places(text: str, names: list[str]) -> None:
    assert [m.name for m in find_places(parse(load(), text)).mentions] == names


def test_list_of_places_groups_mentions_and_settles_coordinates() -> None:
    text = "Shells hit Basra. Basra is in Iraq. A mill in Ostry burned."
    basra, iraq, ostry = places_of(read(text))
    assert (basra.name, basra.country, len(basra.mentions)) == ("Basra", "IQ", 2)
    assert basra.lat == pytest.approx(30.5, abs=0.1)
    assert [text[m.start : m.end] for m in basra.mentions] == ["Basra", "Basra"]
    assert (iraq.country, ostry.name, ostry.country, ostry.lat) == ("IQ", "Ostry", None, None)


def test_invisible_marks_are_no_part_of_a_name() -> None:
    assert find_places(parse(load(), "Shells fell in Ostry\u200e on Friday.")).mentions[0].name == "Ostry"
