"""Names: where they begin and end, and under which name an actor goes."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.reading.actors.names import find_names
from rashomon.reading.parser import load, parse

Reads = Callable[..., Any]


def names(text: str) -> list[str]:
    return [n.text for n in find_names(parse(load(), text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Wardens of the Marsh burned a barn.", "Wardens of the Marsh"),
        ("Envoys of the Order of Sanna left Port Ille.", "Order of Sanna"),
        ("Soldiers met Colonel Iva Strand near the mill.", "Iva Strand"),
        ("A letter from President Omar al-Rasmi was read out.", "Omar al-Rasmi"),
        ("The Lowland People's Front marched on Sorrow Hill.", "Lowland People's Front"),
        ("They trust Doctors Without Borders.", "Doctors Without Borders"),
        ("The envoy met Yusuf al- Karim in Tarn.", "Yusuf al- Karim"),
    ],
)
def test_a_name_is_whole_and_without_its_title(text: str, wanted: str) -> None:
    assert wanted in names(text)


@pytest.mark.parametrize("word", ["Ministers", "Villagers", "Monday", "Government"])
def test_common_words_with_a_capital_are_no_names(word: str) -> None:
    assert word not in names(f"{word} of the valley waited. On Monday the Government of the valley spoke.")


def test_a_title_stands_apart(reads: Reads) -> None:
    name = next(n for n in find_names(parse(load(), "Foreign Minister Dena Holt resigned.")) if n.text == "Dena Holt")
    assert name.title == ("Foreign", "Minister")


def test_a_surname_that_is_a_common_word_is_read_as_a_name(reads: Reads) -> None:
    read = reads("Press officer Alan Baker spoke first. Baker said that the Reed Company had left.")
    assert read.who("Baker", 1) == ["Alan Baker"]


def test_a_persons_later_names_are_the_same_person(reads: Reads) -> None:
    read = reads("General Osip Varda met Prime Minister Hanna al-Tarif. Varda thanked Tarif. Mr Varda left.")
    assert read.who("Varda", 1) == ["Osip Varda"]
    assert read.who("Tarif") == ["Hanna al-Tarif"]


def test_an_acronym_joins_its_long_form(reads: Reads) -> None:
    read = reads("The Northern Relief Front (NRF) took Tarn. Later the NRF left.")
    assert read.who("Front") == read.who("NRF", 1) == ["NRF"]


def test_also_known_as_joins_two_names(reads: Reads) -> None:
    read = reads("The River Guard, also known as the Oarsmen, took Tarn. The Oarsmen held it for a week.")
    assert read.who("Guard") == read.who("Oarsmen", 1)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Thorn Column fighters took the mill.", "fighters", "Thorn Column"),
        ("Militants of the Thorn Column took the mill.", "Militants", "Thorn Column"),
        ("TLA guerrillas took the mill.", "guerrillas", "TLA"),
        ("A Lowland army convoy burned.", "convoy", "Lowland army"),
        ("Colombian police took the mill.", "police", "Colombian police"),
        ("Two soldiers slept.", "soldiers", "two soldiers"),
        ("A Kenyan army doctor spoke.", "doctor", "Kenyan army doctor"),
        ("Dozens of farmers fled.", "Dozens", "farmers"),
        ("The Harn militia fled.", "militia", "Harn militia"),
    ],
)
def test_members_stand_for_their_body(reads: Reads, text: str, word: str, name: str) -> None:
    assert reads(text).who(word) == [name]


def test_one_noun_for_two_bodies_gives_both(reads: Reads) -> None:
    assert reads("Kurdish and Druze fighters met.").who("fighters") == ["Kurdish fighters", "Druze fighters"]


def test_adjectives_of_belonging_name_their_state(reads: Reads) -> None:
    read = reads("An Ethiopian strike hit the depot.")
    assert read.who("Ethiopian") == ["Ethiopia"]
    assert read.sort("Ethiopian") == "group"


def test_a_capital_that_speaks_is_a_body_but_a_place_where_things_happen(reads: Reads) -> None:
    read = reads("Khartoum accused Chad of arming the raiders. A bomb went off in Khartoum.")
    assert (read.sort("Khartoum"), read.sort("Khartoum", 1)) == ("group", "place")
