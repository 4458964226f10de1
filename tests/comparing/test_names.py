"""Who is who, and what is where, across documents."""

from __future__ import annotations

import pytest

from rashomon.analysis.matters import side_by_side
from rashomon.comparing.names import Names
from rashomon.comparing.places import spot
from rashomon.comparing.saying import prepare
from rashomon.comparing.settings import settings_of
from rashomon.model import Place, Reading
from tests.comparing.accounts import Account, changed


def naming(id: str, *names: str, known: dict[str, str] | None = None, places: tuple[str, ...] = ("Orm",)) -> Reading:
    """A document that names these, each within a sentence."""
    account = Account(id, known=known or {}, places=[Place(name=place) for place in places])
    for name in names:
        account.says(f"They saw that {name} came.", "came", agents=(name,))
    return account.reading()


def same(one: Reading, name: str, two: Reading, other: str) -> bool:
    readings = [one, two]
    names = Names(readings, settings_of(readings))
    first, second = names.party(0, name), names.party(1, other)
    return first is not None and second is not None and first.side == second.side


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("Red Lances", "the Red Lances", True),
        ("Red Lances", "Red Lances fighters", True),
        ("Red Lances' commanders", "Red Lances", False),
        ("Ember Front", "Front", True),
        ("Ember Front", "Reed Front", False),
        ("Veshtian army", "army", True),
        ("Veshtian army", "government troops", True),
        ("Veshtian general", "Veshtian jets", True),
        ("Veshtian army", "Marran army", False),
        ("soldiers", "soldiers", False),
        ("rebels", "rebels", False),
        ("Pirates", "Pirates", False),
        ("Al-Nasr Brigade", "Nasr brigade", True),
    ],
)
def test_names_of_one_war(name: str, other: str, one: bool) -> None:
    first = naming("one", name, "Veshtian army", "Salt League")
    second = naming("two", other, "Salt League")
    assert same(first, name, second, other) == one


def test_the_army_of_another_war_is_another() -> None:
    first, second = naming("one", "army"), naming("two", "army", places=("Tarvol",))
    assert not same(first, "army", second, "army")


def test_an_army_among_two_states_is_nobodys() -> None:
    both = naming("one", "army", "Veshtian army", "Marran army")
    assert Names([both], [0]).party(0, "army") is None


def test_the_known_are_one_under_any_name() -> None:
    first = naming("one", "ISIS", known={"ISIS": "is"})
    second = naming("two", "Daesh", known={"Daesh": "is"})
    assert same(first, "ISIS", second, "Daesh")
    assert same(first, "ISIS", naming("three", "ISIS"), "ISIS")


def test_a_person_stands_for_the_body_that_he_leads() -> None:
    account = Account("one").says("Ivo Rask leads the Red Lances.", "leads", kind="relation", sign="+",
                                  agents=("Ivo Rask",), recipients=("Red Lances",))  # fmt: skip
    reading = account.reading()
    claim = reading.claims[0]
    evidence = {
        "field": "type",
        "value": "relation",
        "score": 0.5,
        "rule": "sense",
        "entry": "relations.yaml:lead-body/lead",
    }
    persons = tuple(a.model_copy(update={"kind": "person"}) if a.name == "Ivo Rask" else a for a in reading.actors)
    led = reading.model_copy(
        update={"actors": persons, "claims": (claim.model_validate(claim.model_dump() | {"evidence": [evidence]}),)}
    )
    sides = [party.side for names in (Names([led], [0]),) for party in names.parties(0, ("Ivo Rask", "Red Lances"))]
    assert len(set(sides)) == 1


def test_a_label_names_nobody_where_a_name_is_told() -> None:
    one = Account("one").says("The regime held Orm.", "held", control={"place": "Orm", "to": "regime", "holds": True})
    two = Account("two").says("The Veshtian government held Orm.", "held",
                              control={"place": "Orm", "to": "Veshtian government", "holds": True})  # fmt: skip
    for account in (one, two):
        account.says("They saw the Salt League.", "saw", agents=("Salt League",), place="Orm")
    readings = [a.reading().model_copy(update={"places": (Place(name="Orm"),)}) for a in (one, two)]
    (matter,) = [m for m in side_by_side(readings) if m.kind == "control"]
    assert matter.actors == ("Veshtian government",)


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("town of Orm", "Orm", True),
        ("border crossing of Orm", "Orm crossing", True),
        ("Orm hospital", "Orm", False),
        ("barracks at Orm", "barracks of Orm", True),
        ("al-Orm", "Orm", True),
        ("Upper Orm", "Orm", False),
        ("Deir al-Orm", "Deir al-Zel", False),
    ],
)
def test_names_of_places(name: str, other: str, one: bool) -> None:
    first, second = spot(naming("one", "Lances"), name), spot(naming("two", "Lances"), other)
    assert first is not None
    assert second is not None
    assert (first.key == second.key) == one


def test_places_without_a_name_are_none() -> None:
    reading = naming("one", "Lances")
    assert [spot(reading, name) for name in ("town", "the north", "nine", None)] == [None] * 4


def test_claims_of_unknown_tellers_are_left_out() -> None:
    account = Account("one").says("He said that Orm fell.", "fell", "he", control=changed("Orm", None, None),
                                  unresolved=("speakers",))  # fmt: skip
    assert prepare([account.reading()])[1] == []
