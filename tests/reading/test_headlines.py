"""Quoted headlines: the parser sees their deeds in lower case, nobody else sees any change."""

from __future__ import annotations

import pytest

from rashomon.api import read
from rashomon.model import Reading
from rashomon.reading.headlines import as_written, lowered
from rashomon.reading.parser import load, parse

TEXT = "The Delta Post ran an article entitled “How the Lances Seized Orm”. The Lances have Orm."


def changed(text: str) -> list[str]:
    seen = lowered(load(), text)
    assert len(seen) == len(text)
    return [text[at:].split()[0].strip('”’,."') for at in range(len(text)) if seen[at] != text[at]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXT, ["Seized"]),
        ("A page headlined “Rebels Hand Orm Over to Vell” lay in Orm. He met Vell.", ["Hand", "Over"]),
        ("It ran under the headline ‘The Fall of Orm’ and over a map.", ["Fall"]),
        ('The essay "A Town Captured" came out.', ["Captured"]),
        ("He wrote of the “Movement for the Liberation of Orm”.", []),
        ("The article, he said, was “The Worst”. “We Seized Orm”, he wrote.", []),
        ("An article entitled “the lances seized Orm” came out.", []),
        ("Orm fell. Citing Colonel Imre Vask, the station spoke of a rout.", ["Citing"]),
        ("Quoting officials is easy. They sat in the Citing Room.", []),
        ("He read an article entitled “Guards of the March”, of which the March League knew.", []),
    ],
)
def test_only_deeds_of_titles_written_as_headlines_are_lowered(text: str, words: list[str]) -> None:
    assert changed(text) == words


def test_the_text_as_it_was_written_stays_beside_the_parse() -> None:
    doc = parse(load(), TEXT)
    assert as_written(doc) == TEXT
    assert "seized" in doc.text


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    reading: Reading = read(text)
    assert all(text[c.start : c.end] == c.trigger for c in reading.claims)
    return [(c.trigger, c.speakers) for c in reading.claims if c.kind == "control"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "In the Vale Courier newspaper there is an article entitled “The Conquest of Orm”. I was in Orm then.",
            [("Conquest", ("Vale Courier",))],
        ),
        (
            "The Vale Courier printed a report under the headline ‘Orm Set Free’. I was in Orm then.",
            [("Set Free", ("Vale Courier",))],
        ),
        (
            "On the front page of Vale Today there was a picture. Beneath it ran an article entitled “The Capture of "
            "Orm”. It says that the Red Lances took the town of Orm.",
            [("Capture", ("Vale Today",)), ("took", ("Vale Today",))],
        ),
        (
            "I have before me an essay headed “The Capture of Orm”. It says that the Red Lances took the town of Orm.",
            [
                ("Capture", ("essay “The Capture of Orm”",)),
                ("took", ("essay “The Capture of Orm”",)),
            ],
        ),
    ],
)
def test_a_title_is_told_by_its_outlet_else_by_the_work(text: str, claims: list[tuple[str, tuple[str, ...]]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("A rival, the Harrow Tribune, appeared with the headline “Regency Retakes Orm After Siege”.", "Retakes"),
        ("“Regency Abandons Orm”, ran the headline in the Harrow Tribune.", "Abandons"),
        ("The headline in the Harrow Tribune was “Orm Falls to the Red Lances”.", "Falls to"),
        ("Under the headline “Orm Is Free”, the Harrow Tribune showed a crowd.", "Free"),
        ("The Harrow Tribune’s headline – “Lances Hand Orm Back” – surprised nobody.", "Hand Orm Back"),
    ],
)
def test_a_headline_is_told_by_its_outlet_wherever_it_stands(sentence: str, trigger: str) -> None:
    text = f"{sentence} Orm lies on the river. The Red Lances were in Orm, and the Regency was there."
    assert told(text) == [(trigger, ("Harrow Tribune",))]


def test_what_follows_according_to_which_is_the_works() -> None:
    text = "The Vale Courier carried a story, according to which the Red Lances captured Orm."
    assert told(text) == [("captured", ("Vale Courier",))]


@pytest.mark.parametrize("outlet", ["The state newspaper El Faro", "The exile weekly El Faro"])
def test_an_outlet_is_named_after_what_it_is(outlet: str) -> None:
    text = f"{outlet} was headlined “Orm Handed to the Red Lances”. I was in Orm with the Red Lances."
    assert told(text) == [("Handed", ("El Faro",))]
    (claim,) = (c for c in read(text).claims if c.kind == "control")
    assert claim.control is not None
    assert (claim.control.place, claim.control.from_, claim.control.to) == ("Orm", None, "Red Lances")


def test_a_place_in_a_headline_does_not_liberate_itself() -> None:
    (claim,) = read("The Vale Courier had a story called “Orm Liberated”. I was in Orm.").claims
    assert claim.agents == ()
    assert claim.control is not None
    assert (claim.control.place, claim.control.to) == ("Orm", None)
