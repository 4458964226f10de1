"""The names that claims use for words that stand for somebody, without a parser."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rashomon.reading.learned.naming import Names
from tests.reading.learned.drafts import at, document, draft, frame, named

ORLO = "Foreign Minister Jan Orlo spoke in Tarn. Later Orlo accused the Lowland Liberation Front (LLF). "


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Two army jets bombed Tarn.", "Two army jets", "army jets"),
        ("Residents fled Tarn.", "Residents", "residents"),
        ("The Falcons' commander fled.", "The Falcons", "Falcons"),
        (ORLO, "Foreign Minister Jan Orlo", "Jan Orlo"),
        (ORLO + "Pharmacist Ida Vell fled.", "Pharmacist Ida Vell", "Ida Vell"),
        ("The mayor, Ida Vell, fled.", "Ida Vell, fled", "Ida Vell"),
        ("Later the pharmacist Ida Vell fled.", "the pharmacist Ida Vell", "Ida Vell"),
    ],
)
def test_a_name_stands_without_articles_numbers_and_titles(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


def test_a_surname_is_its_bearers_full_name() -> None:
    assert named(ORLO, "Orlo", nth=2) == "Jan Orlo"


def test_initials_are_the_name_they_shorten() -> None:
    assert named(ORLO + "The LLF denied it.", "LLF", nth=2) == "Lowland Liberation Front"


def test_a_part_of_a_bodys_name_behind_the_article_is_the_body() -> None:
    assert named("The Steppe Banner fled. The Banner lost Tarn.", "The Banner") == "Steppe Banner"


def test_an_office_is_its_bearer() -> None:
    assert named("The governor, Ida Vell, fled. Then the governor resigned.", "the governor") == "Ida Vell"


def test_a_pronoun_follows_the_link() -> None:
    text = "Ida Vell met Jan Orlo. He left."
    names = Names(draft(text), document(text))
    found = names.name_of(*at(text, "He"), at(text, "Jan Orlo"))
    assert found is not None
    assert (found.name, found.rule) == ("Jan Orlo", "model: link")


def test_a_pronoun_without_a_link_takes_up_the_last_person() -> None:
    text = "Governor Ida Vell sent troops to Tarn. She called it peace."
    assert named(text, "She", ("agent", "Governor Ida Vell")) == "Ida Vell"


def test_a_pronoun_does_not_stand_for_its_partner() -> None:
    text = "Mr Jan Orlo met Mr Osk Varenne. Varenne struck him."
    names = Names(draft(text, frame(text, "struck", [("agent", "Varenne"), ("recipient", "him")])), document(text))
    found = names.name_of(*at(text, "him"))
    assert found is not None
    assert found.name == "Jan Orlo"


def test_a_pronoun_that_nothing_explains_is_nobody() -> None:
    assert named("They fled at dawn.", "They") is None


def test_what_is_somebodys_is_named_after_him() -> None:
    text = "Ida Vell left Tarn. Her guards stayed."
    assert named(text, "Her guards", ("agent", "Ida Vell")) is not None
    names = Names(draft(text), document(text))
    found = names.name_of(*at(text, "Her guards"), at(text, "Ida Vell"))
    assert found is not None
    assert found.name == "Ida Vell's guards"


def test_we_is_the_one_quoted_else_whoever_publishes_the_text() -> None:
    text = "“We will strike,” Ida Vell said."
    told = frame(text, "strike", [("agent", "We"), ("teller", "Ida Vell")])
    found = Names(draft(text, told), document(text)).name_of(*at(text, "We"))
    assert found is not None
    assert found.name == "Ida Vell"
    assert named("We will strike.", "We", source="Ministry of Defence of Tarnland") == "Ministry of Defence of Tarnland"
    assert named("We will strike.", "We") is None


def test_both_sides_are_the_last_two() -> None:
    text = "The Falcons and the Steppe Banner met. Both sides fired."
    assert named(text, "Both sides", ("agent", "Falcons"), ("agent", "Steppe Banner")) == "Falcons and Steppe Banner"


def test_both_are_rather_those_joined_by_and() -> None:
    text = "The Falcons met the Steppe Banner and the Vell Guard in the camp of the Red League. Both fired."
    assert named(text, "Both", ("agent", "The Falcons")) == "Steppe Banner and Vell Guard"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Those who fled came back.", "Those who fled", "those who fled"),
        ("Four were killed in Tarn.", "Four", "people"),
        ("The rebel-held town starves.", "rebel", "rebels"),
        ("Ukrainian losses grew.", "Ukrainian", "Ukraine"),
        ("Mothers of the Lion Brigade marched on the Lion Brigade.", "the Lion Brigade.", "Lion Brigade"),
    ],
)
def test_words_that_tell_of_somebody_name_him(text: str, words: str, name: str) -> None:
    assert named(text, words, ("agent", words)) == name


def test_i_is_the_author_and_we_the_body_behind_an_office() -> None:
    assert named("I fled Tarn.", "I", author="Ida Vell") == "Ida Vell"
    assert named("I fled Tarn.", "I") == "author"
    assert named("We took Tarn.", "We", source="General Headquarters of the Vell Army") == "Vell Army"


def test_a_known_actor_is_linked_to_its_entry() -> None:
    text = "Hezbollah fired rockets."
    actors = Names(draft(text), document(text)).actors(["Hezbollah"])
    assert [(a.name, a.known_as is not None) for a in actors] == [("Hezbollah", True)]
    assert [(m.start, m.end) for m in actors[0].mentions] == [(0, 9)]


def test_no_parser_is_imported() -> None:
    code = "import rashomon.reading.learned.composing, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hezbollah fled. Fighters of Hezbollah burned it.", "Fighters of Hezbollah", "Hezbollah"),
        ("Hezbollah fighters burned Tarn.", "Hezbollah fighters", "Hezbollah"),
        ("Hezbollah left Tarn. On Friday militants burned it.", "militants", "Hezbollah"),
        ("Hezbollah and Hamas left Tarn. On Friday militants burned it.", "militants", "militants"),
        ("Hezbollah left Tarn. On Friday gunmen burned it.", "gunmen", "gunmen"),
        ("On Friday supporters of Hezbollah sang.", "supporters of Hezbollah", "supporters of Hezbollah"),
    ],
)
def test_members_of_an_armed_body_are_the_body(text: str, words: str, name: str) -> None:
    assert named(text, words, ("agent", words)) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Grey Falcons burned Tarn.", "Grey", "Grey Falcons"),
        ("On Friday members of Hezbollah burned Tarn.", "members", "Hezbollah"),
        ("A pro-Tarn rally met a counter-Vell coalition.", "counter", "counter-Vell"),
        ("The Vell-led alliance burned Tarn.", "Vell", "Vell-led alliance"),
        ("They left Tarnia.The Grey Falcons stayed.", "Grey Falcons", "Grey Falcons"),
    ],
)
def test_a_part_of_a_name_stands_for_the_whole(text: str, words: str, name: str) -> None:
    assert named(text, words, ("agent", words)) == name


def test_initials_are_no_pronoun() -> None:
    assert named("Yesterday US jets came.", "US", ("agent", "US"), source="BBC") == "US"


def test_a_description_is_read_with_its_article_and_number() -> None:
    text = "Defence Secretary Jan Orlo met Ida Vell. Snow fell, the secretary said. The two leaders agreed."
    assert named(text, "secretary", ("teller", "secretary")) == "Jan Orlo"
    assert named(text, "leaders", ("agent", "Jan Orlo"), ("agent", "leaders")) == "Jan Orlo and Ida Vell"


def test_a_description_of_which_more_is_told_takes_up_nobody() -> None:
    text = "The Falcons hold Tarn. They lost the town they once held."
    assert named(text, "town", ("place", "town")) == "town"
