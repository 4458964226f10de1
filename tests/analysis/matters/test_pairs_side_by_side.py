"""Who stands how to whom, as several voices tell it."""

from __future__ import annotations

from rashomon.analysis.matters import Matter, side_by_side
from tests.comparing.accounts import Account


def pairs(*accounts: Account) -> list[Matter]:
    return [m for m in side_by_side([a.reading() for a in accounts]) if m.kind == "pair"]


def tie(id: str, sentence: str, word: str, sign: str, *speakers: str, **fields: str) -> Account:
    return Account(id).says(sentence, word, *speakers, kind="relation", agents=("Red Lances",), recipients=("Regency",),
                            sign=sign, **fields)  # fmt: skip


def test_each_voice_has_its_sign() -> None:
    one = tie("one", "The Red Lances are the Regency's allies.", "allies", "+")
    two = tie("two", "The Red Lances are at enmity with the Regency.", "enmity", "-")
    (matter,) = pairs(one, two)
    assert matter.actors == ("Red Lances", "Regency")
    assert [s.signs for s in matter.stances] == [("+",), ("-",)]
    (parting,) = matter.partings
    assert parting.slot == "tie"
    assert [position.voices for position in parting.positions] == [(0,), (1,)]


def test_who_tells_of_both_is_against_nobody() -> None:
    one = tie("one", "The Red Lances are the Regency's allies.", "allies", "+")
    two = tie("two", "The Red Lances are at enmity with the Regency.", "enmity", "-")
    again = "Once the Red Lances were the Regency's guests."
    both = two.says(again, "guests", kind="relation", agents=("Red Lances",), recipients=("Regency",), sign="+")
    (matter,) = pairs(one, both)
    assert matter.stances[1].signs == ("+", "-")
    assert matter.partings == ()


def test_a_denied_tie_is_a_parting() -> None:
    one = tie("one", "The Red Lances are the Regency's allies.", "allies", "+")
    two = tie("two", "The Red Lances are no allies of the Regency.", "allies", "+", factuality="not")
    (matter,) = pairs(one, two)
    assert [s.signs for s in matter.stances] == [("+",), ()]
    (parting,) = matter.partings
    assert [(p.value, p.voices) for p in parting.positions] == [
        ("friendly ties or deeds (+)", (0,)), ("no friendly ones", (1,)),
    ]  # fmt: skip


def test_deeds_between_them_count_but_not_those_of_an_event_shown_already() -> None:
    def sold(id: str, sentence: str, **fields: str) -> Account:
        return Account(id).says(sentence, "sold", type="COOPERATE", agents=("Red Lances",), recipients=("Regency",),
                                **fields)  # fmt: skip

    day = {"place": "Orm", "when": "2014-04-02"}
    other = sold("two", "Wheat was sold to them at Tarvol.", place="Tarvol", when="2015-06-07")
    (matter,) = pairs(sold("one", "The Lances sold the Regency oil.", **day), other)
    assert [s.signs for s in matter.stances] == [("+",), ("+",)]
    assert (
        pairs(sold("one", "The Lances sold them oil at Orm.", **day), sold("two", "Oil was sold at Orm.", **day)) == []
    )


def test_ties_of_another_sign_are_shown_though_an_event_has_the_claims() -> None:
    one, two = (
        Account(id).says(sentence, word, type=type, agents=("Red Lances",), recipients=("Regency",), place="Orm",
                         when="2014-04-02")
        for id, sentence, word, type in (
            ("one", "The Red Lances sold the Regency oil at Orm.", "sold", "COOPERATE"),
            ("two", "On 2 April the Red Lances shelled the Regency at Orm.", "shelled", "ASSAULT"),
        )
    )  # fmt: skip
    one.says("Shells hit the Regency at Orm that day, says Ada Merrin.", "hit", "Ada Merrin", place="Orm",
             type="ASSAULT", agents=("Red Lances",), recipients=("Regency",), when="2014-04-02")  # fmt: skip
    (matter,) = pairs(one, two)
    assert [s.signs for s in matter.stances] == [("+",), ("-",), ("-",)]
    (parting,) = matter.partings
    assert [p.voices for p in parting.positions] == [(0,), (1, 2)]
