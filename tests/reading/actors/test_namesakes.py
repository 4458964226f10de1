"""Names that somebody known bears and somebody else, too: whom a document means."""

from __future__ import annotations

import pytest

from rashomon.model import Document
from rashomon.reading.rules import RuleReader


def linked(text: str, published: str = "2021-04-02") -> set[str]:
    reading = RuleReader.load().read(Document(id="t", text=text, published=published))
    return {a.known_as for a in reading.actors if a.known_as}


@pytest.mark.parametrize(
    ("text", "known", "not_known"),
    [
        ("Hafez al-Assad sent tanks in 1982. Assad crushed the rebels.", "sy.hafez", "sy.assad"),
        ("Bashar al-Assad sent Maher al-Assad to the coast. Assad ordered the attack.", "sy.assad", None),
        ("President Assad sent Maher al-Assad to the coast. Assad ordered the attack.", "sy.assad", None),
        ("Ibrahim Burhan, a teacher, hid two boys. Mr Burhan was killed on Monday.", None, "sd.burhan"),
        ("Ibrahim Burhan, a teacher, hid two boys. General Burhan ordered the attack.", "sd.burhan", None),
    ],
)
def test_a_bare_surname_takes_up_the_fuller_name_before_it(text: str, known: str | None, not_known: str | None) -> None:
    found = linked(text)
    assert known is None or known in found
    assert not_known not in found


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Al-Shabaab attacked Pemba in Mozambique.", {"mz.asj"}),
        ("Al-Shabaab attacked a hotel in Mogadishu.", {"so.shabaab"}),
        ("Al-Shabaab attacked a college in Kenya.", {"so.shabaab"}),
    ],
)
def test_a_name_of_two_groups_is_that_of_the_country_named(text: str, known: set[str]) -> None:
    assert linked(text) & {"mz.asj", "so.shabaab"} == known


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("Shelling hit Donetsk, Marinka, Yavoriv and Lviv in Ukraine. In Paris, ministers met.", "Paris", "gn:689690"),
    ],
)
def test_a_hamlet_with_the_name_of_a_capital_is_not_taken_for_granted(text: str, name: str, known: str) -> None:
    reading = RuleReader.load().read(Document(id="t", text=text))
    place = next(p for p in reading.places if p.name == name)
    assert place.known_as != known
