"""The signed ties that single claims draw."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparing import Pairing, pairings
from rashomon.model import Claim
from tests.comparing.accounts import Account


def claim(**fields: Any) -> Claim:
    return Account("one").says("The Lances met the Regency at Orm.", "met", **fields).reading().claims[0]


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({"type": "AID"}, "+"),
        ({"type": "ASSAULT"}, "-"),
        ({"kind": "relation", "sign": "+"}, "+"),
        ({"kind": "relation", "sign": "-"}, "-"),
    ],
)
def test_a_tie_has_the_sign_of_its_deed_or_relation(fields: dict[str, Any], sign: Any) -> None:
    found = pairings(claim(agents=("Regency",), recipients=("Lances",), **fields))
    assert found == (Pairing("Lances", "Regency", sign),)


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "REQUEST"},
        {"kind": "relation", "sign": "0"},
        {"kind": "appraisal", "sign": "-"},
        {"type": "AID", "factuality": "not"},
        {"type": "AID", "factuality": "future"},
        {"type": "AID", "factuality": "demanded", "negated": True},
        {"type": None},
    ],
)
def test_what_is_not_said_to_be_so_draws_no_tie(fields: dict[str, Any]) -> None:
    assert pairings(claim(agents=("Regency",), recipients=("Lances",), **fields)) == ()


def test_who_met_are_tied_and_who_bombed_together_are_not() -> None:
    both = ("Lances", "Regency")
    assert pairings(claim(agents=both, type="CONSULT")) == (Pairing("Lances", "Regency", "+"),)
    assert pairings(claim(agents=both, type="ASSAULT")) == ()


def test_a_town_handed_over_ties_and_a_town_taken_sets_apart() -> None:
    sides = {"place": "Orm", "from": "Regency", "to": "Lances"}
    assert pairings(claim(control=dict(sides), type="RETREAT")) == (Pairing("Lances", "Regency", "+"),)
    assert pairings(claim(control=dict(sides), type="COERCE")) == (Pairing("Lances", "Regency", "-"),)


def test_nobody_is_tied_to_himself() -> None:
    assert pairings(claim(agents=("Lances",), recipients=("Lances",), type="AID")) == ()
