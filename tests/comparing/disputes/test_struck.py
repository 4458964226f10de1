"""Slot "target": what was hit by one account and by another, and what of it cannot be one."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparing.disputes import DISPUTES, find
from rashomon.comparing.disputes.struck import kind_of
from rashomon.model import Actor
from tests.comparing.accounts import Account
from tests.comparing.disputes.telling import Known, disputes, found, one_event, tellers

HIT: dict[str, Any] = {"type": "ASSAULT", "place": "Orm", "when": "2014-04-02"}


def hit(id: str, *targets: str, sentence: str | None = None, **fields: Any) -> Account:
    account = Account(id, published="2014-04-03")
    for number, target in enumerate(targets, 1):
        said = sentence or f"In the {number}. place they shelled {target}."
        account.says(said, "shelled", recipients=(target,), **{**HIT, **fields})
    return account


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the girls' school of Orm", ("school", "civil")),
        ("Orm's barracks", ("barracks", "military")),
        ("the maternity ward", ("hospital", "civil")),
        ("hospital near the barracks", ("hospital", "civil")),
        ("two ammunition depots", ("store of arms", "military")),
        ("refugee camp", ("camp of refugees", "civil")),
        ("training camp at Tarvol", ("barracks", "military")),
        ("bridge", None),
        ("the", None),
        ("", None),
    ],
)
def test_a_phrase_is_of_the_kind_of_its_noun(phrase: str, kind: tuple[str, str] | None) -> None:
    assert kind_of(phrase) == kind


def test_a_school_for_one_is_barracks_for_another() -> None:
    one, two = hit("one", "the school of Orm"), hit("two", "ammunition store")
    assert disputes(one, two) == {("target", "conflict"): ["school", "store of arms"]}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("market",), ("crowd at the market",)),
        (("school",), ("bridge",)),
        (("school",), ("hospital",)),
        (("school", "guns"), ("guns",)),
        (("command post",), ("garrison",)),
    ],
)
def test_what_may_be_one_or_part_of_one_is_no_dispute(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert disputes(hit("one", *first), hit("two", *second)) == {}


def test_two_bodies_are_two_targets_and_a_longer_name_is_none() -> None:
    assert disputes(hit("one", "Red Lances"), hit("two", "Salt Guard")) == {
        ("target", "conflict"): ["Red Lances", "Salt Guard"]
    }
    assert disputes(hit("one", "Red Lances"), hit("two", "Masked Red Lances")) == {}


def test_two_persons_may_both_be_hit() -> None:
    readings = [hit("one", "Ada Merrin").reading(), hit("two", "Bo Lind").reading()]
    people = [
        r.model_copy(update={"actors": tuple(Actor(name=a.name, kind="person") for a in r.actors)}) for r in readings
    ]
    assert not [f for f in find([one_event(people)], people) if f.kind in DISPUTES]


def test_in_a_battle_much_is_hit() -> None:
    one = hit("one", "school").says("They clashed there.", "clashed", **{**HIT, "agents": ("Red Lances",)})
    assert ("target", "conflict") not in disputes(one, hit("two", "barracks"))


def test_what_several_independent_witnesses_say_was_hit_is_agreed() -> None:
    accounts = [hit("one", "school"), hit("two", "the school of Orm"), hit("six", "hospital")]
    [finding] = [f for f in found(*accounts) if f.slot == "target"]
    assert (finding.kind, finding.about) == ("agreed", "what was hit")
    assert [(p.value, p.witnesses) for p in finding.positions] == [("school", 2)]
    assert tellers(finding) == {"school": ["one", "two"]}
    reprinted = Known({"one": ("one",), "two": ("one",), "six": ("six",)})
    [finding] = [f for f in found(*accounts, origins=reprinted) if f.slot == "target"]
    assert finding.kind == "one witness"
