"""Which of the places of a sentence a deed belongs to, by the signs around each."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from rashomon.model import Document
from rashomon.reading.deeds import find_deeds
from rashomon.reading.parser import load, parse
from rashomon.reading.places import place_at, places_in
from rashomon.reading.places.chains import chained
from rashomon.reading.places.weighing import weights
from rashomon.reading.rules import scene_of
from rashomon.reading.types import Scene


def read(text: str) -> Scene:
    return scene_of(Document(id="t", text=text), parse(load(), text))


def word(scene: Scene, text: str) -> Token:
    return next(t for t in scene.doc if t.text == text)


def where(text: str, trigger: str, must: bool = False) -> str | None:
    scene = read(text)
    place = place_at(scene, word(scene, trigger), find_deeds(scene.doc, scene.actors), must)
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        # the inner of two places that stand together
        ("Gunmen killed two men in Ostry near Tarvol.", "killed", "Ostry"),
        ("Gunmen killed two men in the village of Ostry, 30 km south of Tarvol.", "killed", "Ostry"),
        ("Gunmen killed two men in Ostry, a market town some 30 km south of Tarvol.", "killed", "Ostry"),
        ("Gunmen killed two men in the Tarvol suburb of Ostry.", "killed", "Ostry"),
        # a name that may be a person's, taken in a place
        ("Harlan was captured in Ostry on Friday.", "captured", "Ostry"),
        # where those stand who strike from afar
        ("Howitzers on Kestle Hill shelled the outskirts of Ostry.", "shelled", "Ostry"),
        # where a source is
        ("According to a source in Tarvol, gunmen killed two men in Ostry.", "killed", "Ostry"),
        # where somebody comes from, is based or is heard is not where he acts
        ("Three men from Ostry were shot near Tarvol on Friday.", "shot", "Tarvol"),
        ("A brigade based in Ostry shelled the outskirts of Tarvol.", "shelled", "Tarvol"),
        # a clause told as going on at the same time
        ("Five people were killed when a bomb exploded in the town of Ostry.", "killed", "Ostry"),
        ("He was shot while he was driving through the suburb of Ostry.", "shot", "Ostry"),
        # verbs of movement and guard with their object
        ("Two warships patrolled the Gulf of Aden.", "patrolled", "Gulf of Aden"),
        ("Protesters marched through Ostry to demand bread.", "marched", "Ostry"),
    ],
)
def test_the_place_of_a_verb(text: str, trigger: str, place: str) -> None:
    assert where(text, trigger) == place


def test_where_a_place_must_be_named_an_unlikely_one_is() -> None:
    text = "Traders in Ostry said that the rebels want to sell timber."
    assert where(text, "sell") is None
    assert where(text, "sell", must=True) == "Ostry"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The army shelled the port of Ostry on Sunday. Four dockers were wounded.", "wounded", "Ostry"),
        ("The army shelled the port of Ostry on Sunday. Nobody was wounded.", "wounded", None),
        ("The army shelled the port of Ostry on Sunday. Elsewhere, four farmers were wounded.", "wounded", None),
    ],
)
def test_a_scene_goes_on_in_the_next_sentence(text: str, trigger: str, place: str | None) -> None:
    scene = read(text)
    deeds = find_deeds(scene.doc, scene.actors)
    assert place_at(scene, word(scene, "shelled"), deeds)
    found = place_at(scene, word(scene, trigger), deeds)
    assert (found.name if found else None) == place


def test_places_named_in_one_breath_are_chained() -> None:
    scene = read("The army shelled the village of Ostry near Tarvol, and Lisk was quiet.")
    doc, index = scene.doc, places_in(scene.doc)
    links = {linked.mention.name: linked for linked in chained(doc, index.mentions, word(scene, "shelled"))}
    assert (links["Ostry"].before, links["Ostry"].after) == ("", "near")
    assert links["Tarvol"].first == links["Ostry"].mention
    broken = chained(doc, index.mentions, word(scene, "near"))  # the deed's own word is in no chain
    assert all(linked.first == linked.mention for linked in broken[:2])


def test_alternatives_are_kept_with_their_scores() -> None:
    scene = read("Gunmen from Tarvol killed two men in Ostry.")
    place = place_at(scene, word(scene, "killed"))
    assert place is not None
    assert [a.value for a in place.alternatives] == ["Tarvol"]
    assert 1 >= place.score > place.alternatives[0].score > 0


def test_weights_say_what_one_would_expect() -> None:
    sign = weights()
    assert sign["lead: in"] > sign["lead: to"] > sign["lead: from"]
    assert sign["tie: attached"] > sign["tie: none"]
    assert sign["size: town"] > sign["size: country"]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The ministers will meet in Ostry on Monday. They will discuss the ceasefire.", "discuss", "Ostry"),
        ("The minister met the envoy in Ostry. He thanked the envoy.", "thanked", "Ostry"),
        ("The minister met the envoy in Ostry. The envoy may discuss aid.", "discuss", None),
    ],
)
def test_talks_go_on_where_they_began(text: str, trigger: str, place: str | None) -> None:
    scene = read(text)
    deeds = find_deeds(scene.doc, scene.actors)
    found = [place_at(scene, deed.head, deeds) for deed in deeds if deed.head.i <= word(scene, trigger).i]
    assert (found[-1].name if found[-1] else None) == place
