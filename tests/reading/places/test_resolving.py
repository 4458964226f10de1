"""Which of several places a name stands for: invented places, weighed by the whole document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.knowledge.places import PlaceEntry
from rashomon.reading.places.resolving import UNKNOWN, Resolved, Toponym, lies_in, resolve_names


def place(key: str, name: str, lat: float, lon: float, people: int = 1000, **more: Any) -> PlaceEntry:
    entry = PlaceEntry(f"gn:{key}", name, "QQ", lat, lon, people, "town", radius_km=5.0)
    return entry._replace(**more)


KESSEL = place("kessel", "Kessel", 10.0, 20.0, 500_000, kind="region", level=1, radius_km=50.0)
IN_KESSEL = place("ostry-k", "Ostry", 10.1, 20.1, 3000, admin1="Kessel")
FAR = place("ostry-r", "Ostry", -30.0, 100.0, 90_000, country="QR")
TARVOL = place("tarvol", "Tarvol", 10.2, 20.1, 200_000, admin1="Kessel", kind="city")
DORNIK = place("dornik", "Dornik", 10.0, 20.3, 150_000, admin1="Kessel", kind="city")
QUESS = place("quess", "Quess", 10.0, 20.0, 9_000_000, id="country:QQ", kind="country", radius_km=300.0)
RUND = place("rund", "Rund", -30.0, 100.0, 9_000_000, id="country:QR", country="QR", kind="country", radius_km=300.0)
RUND_TOWN = place("rund-t", "Rund", 10.05, 20.05, 5000, admin1="Kessel")


def answers(*named: tuple[str, Sequence[PlaceEntry]] | tuple[str, Sequence[PlaceEntry], str]) -> list[Resolved]:
    """What the names of a document stand for: (name, its places, what it is said to lie in)."""
    return resolve_names([Toponym(n, t[0], tuple(t[1]), t[2] if len(t) > 2 else None) for n, t in enumerate(named)])


def best(resolved: Resolved) -> str:
    assert resolved.best is not None
    return resolved.best.id


def test_a_capital_beats_its_namesake() -> None:
    capital = FAR._replace(id="gn:capital", country="QS", kind="capital", population=40_000, lat=50.0)
    for candidates in ((FAR, capital), (capital, FAR)):
        (found,) = answers(("Ostry", candidates))
        assert best(found) == "gn:capital"
        assert found.settled


def test_more_people_win_where_nothing_else_is_known() -> None:
    (found,) = answers(("Ostry", (IN_KESSEL, FAR)))
    assert best(found) == "gn:ostry-r"


def test_what_it_is_said_to_lie_in_decides() -> None:
    ostry, kessel = answers(("Ostry", (FAR, IN_KESSEL), "Kessel"), ("Kessel", (KESSEL,)))
    assert best(ostry) == "gn:ostry-k"
    assert ostry.settled
    assert best(kessel) == "gn:kessel"


def test_neighbours_pull_a_village() -> None:
    ostry, *_ = answers(("Ostry", (FAR, IN_KESSEL)), ("Tarvol", (TARVOL,)), ("Dornik", (DORNIK,)))
    assert best(ostry) == "gn:ostry-k"
    assert ostry.settled


def test_the_countries_of_actors_pull_too() -> None:
    near = FAR._replace(id="gn:ostry-q", country="QQ", lat=10.0, lon=20.0)
    names = [Toponym(0, "Ostry", (FAR, near))]
    for country in ("QQ", "QR"):
        (found,) = resolve_names(names, {country: 1.0})
        assert found.best is not None
        assert found.best.country == country


def test_a_lesser_namesake_far_from_everything_is_not_settled() -> None:
    village = FAR._replace(population=900)
    ostry, tarvol, _ = answers(("Ostry", (village,)), ("Tarvol", (TARVOL,)), ("Dornik", (DORNIK,)))
    assert best(ostry) == "gn:ostry-r"
    assert not ostry.settled
    assert tarvol.settled


def test_something_near_a_lesser_place_is_no_better_known_than_that() -> None:
    for id in ("gn:ostry-r", "near:gn:ostry-r"):
        airport = FAR._replace(id=id, population=900)
        found, *_ = answers(("Ostry airport", (airport,)), ("Tarvol", (TARVOL,)))
        assert not found.settled
    ours = FAR._replace(id="near:own:QR:Ostry", population=0)
    assert answers(("Ostry airport", (ours,)))[0].settled


def test_a_place_of_no_country_makes_no_other_such_place_likely() -> None:
    sea = place("sea", "Velm", 0.0, 0.0, 0, id="own:XX:Velm", country="", kind="sea")
    other = place("lund", "Lund", 60.0, 60.0, 0, country="")
    found = resolve_names([Toponym(0, "Velm", (sea,)), Toponym(1, "Lundt", (other,), loose=True)])
    assert [f.settled for f in found] == [True, False]


def test_a_name_stands_for_one_place_in_one_document() -> None:
    ostry = ("Ostry", (FAR, IN_KESSEL))
    found = answers(ostry, ("Tarvol", (TARVOL,)), ("Ostry", (FAR, IN_KESSEL), "Kessel"), ("Kessel", (KESSEL,)), ostry)
    assert found[0] == found[2] == found[4]
    assert best(found[0]) == "gn:ostry-k"


def test_two_of_one_name_are_told_apart_by_what_stands_beside_them() -> None:
    rund = RUND._replace(id="gn:rund-r", kind="region", level=1)
    candidates = (FAR, IN_KESSEL)
    found = answers(
        ("Ostry", candidates, "Kessel"), ("Kessel", (KESSEL,)), ("Ostry", candidates, "Rund"), ("Rund", (rund,))
    )
    assert [best(f) for f in found] == ["gn:ostry-k", "gn:kessel", "gn:ostry-r", "gn:rund-r"]


def test_a_town_stands_for_a_division_of_its_name_and_has_its_shares() -> None:
    town = place("kessel-t", "Kessel", 10.05, 20.0, 60_000, admin1="Kessel")
    for candidates in ((town, KESSEL), (KESSEL, town)):
        (found,) = answers(("Kessel", candidates))
        assert best(found) == "gn:kessel-t"
        assert found.share == pytest.approx(1.0)
        assert len(found.places) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_a_division_named_as_such_is_not_the_town(turned: bool) -> None:
    town = place("kessel-t", "Kessel", 10.05, 20.0, 60_000, admin1="Kessel")
    named: list[tuple[str, Sequence[PlaceEntry]]] = [("Kessel", (KESSEL, town)), ("Kessel", (KESSEL,))]  # "province"
    found = answers(*(reversed(named) if turned else named))
    assert [best(f) for f in found] == (["gn:kessel", "gn:kessel-t"] if turned else ["gn:kessel-t", "gn:kessel"])


def test_a_hamlet_does_not_stand_for_its_division() -> None:
    hamlet = place("kessel-t", "Kessel", 10.05, 20.0, 600, admin1="Kessel")
    (found,) = answers(("Kessel", (hamlet, KESSEL)))
    assert best(found) == "gn:kessel"


def test_a_country_by_two_names_is_weighed_under_both() -> None:
    rund = (RUND, RUND_TOWN)
    around = [("Tarvol", (TARVOL,)), ("Dornik", (DORNIK,)), ("Ostry", (IN_KESSEL,))]
    alone, *_ = answers(("Rund", rund), *around)
    by_two = answers(("Rundic", (RUND,)), ("Rund", rund), *around)
    assert by_two[1].share == pytest.approx(alone.share, abs=0.01)
    assert alone.share < answers(("Rund", rund))[0].share  # its neighbours tell of the town


def test_unknown_names_stay_unknown() -> None:
    assert answers(("Zzyx", ()), ("Tarvol", (TARVOL,)))[0] == UNKNOWN
    assert (UNKNOWN.best, UNKNOWN.share, UNKNOWN.settled) == (None, 0.0, False)
    assert resolve_names([]) == []


def test_what_lies_in_what() -> None:
    assert lies_in(IN_KESSEL, KESSEL)
    assert lies_in(IN_KESSEL, QUESS)
    assert lies_in(IN_KESSEL._replace(admin1=""), KESSEL)  # by its distance
    assert not lies_in(IN_KESSEL._replace(admin1="", lat=12.0), KESSEL)
    assert not lies_in(FAR, QUESS)
    assert not lies_in(FAR._replace(admin1="Kessel"), KESSEL)  # in another country
    assert not lies_in(KESSEL, KESSEL)
    assert not lies_in(IN_KESSEL._replace(admin1="", lat=None), KESSEL)


CANDIDATES = {
    "Ostry": (FAR, IN_KESSEL),
    "Kessel": (KESSEL, place("kessel-r", "Kessel", -30.2, 100.2, 4000, country="QR")),
    "Tarvol": (TARVOL, place("tarvol-r", "Tarvol", -31.0, 101.0, 9000, country="QR")),
    "Dornik": (DORNIK,),
    "Rund": (RUND, RUND_TOWN),
    "Rundic": (RUND,),
    "Quess": (QUESS, FAR._replace(id="gn:quess-r", name="Quess")),
    "Nowhere": (place("nowhere", "Nowhere", 0, 0)._replace(lat=None, lon=None),),
    "Zzyx": (),
}
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from(sorted(CANDIDATES)), st.sampled_from([None, "Kessel", "Rund", "Quess", "Zzyx"])),
    min_size=1,
    max_size=9,
).map(
    lambda named: [
        Toponym(n, name, CANDIDATES[name], inside if inside != name else None) for n, (name, inside) in enumerate(named)
    ]
)
LANDS = st.dictionaries(st.sampled_from(["QQ", "QR"]), st.floats(0, 1))


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, LANDS)
def test_shares_sum_to_one_and_the_likeliest_comes_first(names: list[Toponym], lands: dict[str, float]) -> None:
    for toponym, found in zip(names, resolve_names(names, lands), strict=True):
        shares = [share for _, share in found.places]
        assert bool(shares) == bool(toponym.candidates)
        assert not shares or sum(shares) == pytest.approx(1.0, abs=0.001 * len(shares))
        assert shares == sorted(shares, reverse=True)
        assert {p.id for p, _ in found.places} <= {p.id for p in toponym.candidates}


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, LANDS, st.data())
def test_the_order_of_the_names_does_not_matter(
    names: list[Toponym], lands: dict[str, float], data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(names))
    found = {t.start: r for t, r in zip(names, resolve_names(names, lands), strict=True)}
    again = {t.start: r for t, r in zip(turned, resolve_names(turned, lands), strict=True)}
    for start, one in found.items():
        shares = {p.id: share for p, share in again[start].places}
        assert shares == pytest.approx({p.id: share for p, share in one.places}, abs=0.002)
        assert one.settled == again[start].settled
