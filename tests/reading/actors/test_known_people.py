"""What knowledge of people, organs and outlets gives to the reading: offices held, voices, organs of states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.reading.actors.voice import is_own_voice
from rashomon.reading.types import Scene

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "source", "published", "own"),
    [
        ("Rex Tillerson said that the bridge was closed.", "US State Department", "2017-06-01", True),
        ("Rex Tillerson said that the bridge was closed.", "US State Department", None, True),
        ("Rex Tillerson said that the bridge was closed.", "UK Government", "2017-06-01", False),
        ("Laurent Fabius said that the bridge was closed.", "UK Government", "2014-06-01", False),
    ],
)
def test_a_known_official_speaks_for_his_own_institution(
    reads: Reads, text: str, source: str, published: str | None, own: bool
) -> None:
    read = reads(text, source=source, published=published)
    scene = Scene(document=read.document, doc=read.doc, actors=read.actors, tellings=read.tellings)
    told = [t for t in read.tellings if t.source is not None]
    assert told
    assert all(is_own_voice(scene, t) is own for t in told)


def test_we_of_a_known_commander_is_his_force(reads: Reads) -> None:
    read = reads('"We left the town," said Mohamed Hamdan Dagalo.', published="2023-06-01")
    assert read.who("We") == ["RSF"]


def test_an_office_finds_its_known_holder(reads: Reads) -> None:
    text = (
        "Rex Tillerson arrived in Kenya. Later the Secretary of State met villagers. The Foreign Minister stayed away."
    )
    read = reads("Ash Carter and Juro Vane came. The Defense Secretary met villagers.", published="2016-05-01")
    assert read.who("Secretary") == ["Ash Carter"]
    later = reads(text, published="2017-06-01")
    assert later.who("Minister") != ["Rex Tillerson"]


def test_a_title_before_a_known_name_is_read_whole(reads: Reads) -> None:
    read = reads("Deputy Secretary of State Antony Blinken came to Kenya.")
    name = read.mentions.name_at(read.token("Blinken"))
    assert name.title == ("Deputy", "Secretary", "of", "State")


def test_a_surname_joins_its_known_bearer(reads: Reads) -> None:
    read = reads("Ash Carter spoke to farmers. Carter praised them.")
    assert read.who("Carter", 1) == ["Ash Carter"]


@pytest.mark.parametrize(
    ("source", "who"),
    [("Al-Manar", ["Hezbollah"]), ("Syrian state television", ["Syria"]), ("Reuters", []), ("The Harbour Gazette", [])],
)
def test_we_of_an_outlet_is_the_party_for_which_it_speaks(reads: Reads, source: str, who: list[str]) -> None:
    assert reads("We shelled the ridge at dawn.", source=source).who("We") == who


@pytest.mark.parametrize(
    "text",
    ["They read the times of the trains.", "Home office work is dull.", "He joined the independent council.",
     "It is the right sector."],
)  # fmt: skip
def test_common_words_are_no_known_names(reads: Reads, text: str) -> None:
    assert all(n.known is None for n in reads(text).mentions.names)


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("The Zambian police closed the market.", "Zambian police", "ZM.police"),
        ("Gabon's army shelled the ridge.", "Gabon's army", "GA.army"),
        (
            "Peruvian state television reported that the army shelled the ridge.",
            "Peruvian state television",
            "PE.statetv",
        ),
        ("German troops left the valley.", "German troops", "de.bundeswehr"),
        ("The German army left the valley.", "German army", "de.bundeswehr"),
    ],
)
def test_organs_of_states_are_linked(reads: Reads, text: str, name: str, known: str) -> None:
    actors = reads(text).actors.actors({name})
    assert {a.name: a.known_as for a in actors}.get(name) == known
