"""Names of places: spellings meet, ordinary words and common names of persons stay out."""

from __future__ import annotations

import pytest

from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import Gazetteer, load


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("As-Sukhnah", "Sukhna"),
        ("al-Hasakah", "Hasaka"),
        ("Ar-Raqqah", "Raqqa"),
        ("Ad-Dali", "Dali"),
        ("Sana'a", "Sanaa"),
        ("Düzköy", "duzkoy"),
        ("Deir ez-Zor", "Deir ez Zor"),
        ("Al Bayda", "Bayda"),
        ("Ash-Shaddadi", "Shaddadi"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Alma", "Ma"), ("Ash Carter", "Carter"), ("Adana", "Ana"), ("Aleppo", "Eppo")]
)
def test_only_an_article_is_folded_away(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Qamishli", "SY"), ("Kunduz", "AF"), ("Bakhmut", "UA"), ("Umm Ruwaba", "SD"), ("Goma", "CD"),
        ("Mekelle", "ET"), ("Maungdaw", "MM"), ("Marib", "YE"), ("Khan Younis", "PS"), ("Kidal", "ML"),
        ("Maiduguri", "NG"), ("Tobruk", "LY"), ("Baidoa", "SO"), ("North Kivu", "CD"), ("Donbas", "UA"),
        ("Cabo Delgado", "MZ"), ("Norway", "NO"), ("Chad", "TD"), ("the UAE", None), ("UAE", "AE"),
        ("Britain", "GB"), ("DR Congo", "CD"),
    ],
)  # fmt: skip
def test_country_of_a_name(gazetteer: Gazetteer, name: str, country: str | None) -> None:
    assert gazetteer.country(name) == country
    assert gazetteer.is_place(name) == (country is not None)


@pytest.mark.parametrize(
    "word", ["Ali", "March", "Nice", "Hassan", "Obama", "Police", "Most", "mosul", "Hamas", "Clinton", "Reading", "Zz"]
)
def test_words_and_persons_are_no_places_by_themselves(gazetteer: Gazetteer, word: str) -> None:
    assert not gazetteer.is_place(word)


def test_entries_come_largest_first_with_coordinates(gazetteer: Gazetteer) -> None:
    first = gazetteer.lookup("Hama")[0]
    assert (first.country, first.kind) == ("SY", "city")
    assert first.lat == pytest.approx(35.1, abs=0.2)
    assert first.lon == pytest.approx(36.75, abs=0.2)
    assert gazetteer.lookup("no such place at all") == ()


def test_countries_are_known_as_such(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_country("Sudan")
    assert gazetteer.is_country("U.S.")
    assert not gazetteer.is_country("Darfur")


def test_loading_twice_gives_the_same_gazetteer(gazetteer: Gazetteer) -> None:
    assert load() is gazetteer
