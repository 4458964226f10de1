"""Whom a side of a claim of control stands for, and which place a bare noun, by the whole case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rashomon.analysis.control import Ledger, as_of, ledgers
from rashomon.model import Actor, Place, Reading
from tests.comparing.accounts import Account, changed


def held(place: str, holder: str | None) -> dict[str, object]:
    return {**changed(place, None, holder), "holds": True}


def holders(found: Sequence[Ledger], account: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.place, t.holder, t.part) for one in found if one.account == account for t in one.tenures]


def of_war(id: str, source: str, *places: str) -> Account:
    """A document of one war: all name Orm."""
    return Account(id, source, "2031-04-05", places=[Place(name=name) for name in ("Orm", *places)])


def named(reading: Reading, *actors: Actor) -> Reading:
    return reading.model_copy(update={"actors": (*reading.actors, *actors)})


def test_a_numbered_unit_stands_for_the_army_of_the_state() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says(
        "The Kadrian army withdrew from Pell.",
        "withdrew",
        type="RETREAT",
        control=changed("Pell", "Kadrian army", None),
    )
    account.says("The 3rd Division holds Orm.", "holds", control=held("Orm", "3rd Division"))
    assert ("Orm", "Kadrian army", None) in holders(ledgers([account.reading()]), "Orm Herald")


def test_a_unit_of_somebody_else_is_not_the_states() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says(
        "The Kadrian army withdrew from Pell.",
        "withdrew",
        type="RETREAT",
        control=changed("Pell", "Kadrian army", None),
    )
    account.says("The Heron Front's 3rd Brigade took Orm.", "took", type="COERCE", agents=("Heron Front",),
                 control=changed("Orm", None, "3rd Brigade"))  # fmt: skip
    assert ("Orm", "Heron Front", None) in holders(ledgers([account.reading()]), "Orm Herald")


def test_the_government_and_its_army_are_named_apart_but_are_one_side() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says("The Kadrian government holds Orm.", "holds", control=held("Orm", "Kadrian government"))
    account.says("The Lances captured Orm from the Kadrian army.", "captured", type="COERCE", when="2031-04-06",
                 agents=("Red Lances",), control=changed("Orm", "Kadrian army", "Red Lances"))  # fmt: skip
    (found,) = ledgers([account.reading()])
    assert [(t.holder, t.until) for t in found.tenures] == [("Kadrian government", "2031-04-06"), ("Red Lances", None)]


def test_a_presidents_government_is_that_of_the_state() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says("The Kadrian army lost Pell.", "lost", type="RETREAT", control=changed("Pell", "Kadrian army", None))
    account.says("Orm is in the hands of Ida Tarn's government.", "hands", control=held("Orm", "Ida Tarn's government"))
    reading = named(account.reading(), Actor(name="Ida Tarn", kind="person"))
    assert ("Orm", "government", None) in holders(ledgers([reading]), "Orm Herald")


@pytest.mark.parametrize("label", ["outlaws", "rebels"])
def test_whom_a_label_means_where_only_one_can_be_meant(label: str) -> None:
    one, other = of_war("a", "Orm Herald"), of_war("b", "Radio Tarvol")
    one.says("The Heron Front took Orm from the Kadrian army.", "took", type="COERCE", agents=("Heron Front",),
             control=changed("Orm", "Kadrian army", "Heron Front"))  # fmt: skip
    other.says(
        "The Heron Front and the Kadrian army fought.", "fought", type="ASSAULT", agents=("Heron Front", "Kadrian army")
    )
    other.says(f"The {label} are in Pell.", "are", control=held("Pell", label))
    found = ledgers([one.reading(), other.reading()])
    assert holders(found, "Radio Tarvol") == [("Pell", "Heron Front", None)]


def test_a_label_that_may_mean_two_means_nobody() -> None:
    one, other = of_war("a", "Orm Herald"), of_war("b", "Radio Tarvol")
    one.says("The Heron Front took Orm.", "took", type="COERCE", control=changed("Orm", None, "Heron Front"))
    one.says("The Red Lances took Velm.", "took", type="COERCE", control=changed("Velm", None, "Red Lances"))
    other.says("The Heron Front and the Red Lances met.", "met", type="CONSULT", agents=("Heron Front", "Red Lances"))
    other.says("The rebels are in Pell.", "are", control=held("Pell", "rebels"))
    assert holders(ledgers([one.reading(), other.reading()]), "Radio Tarvol") == []


def test_a_bare_noun_is_of_the_place_that_its_paragraph_names_last() -> None:
    one, other = of_war("a", "Orm Herald", "Velm"), of_war("b", "Tarvol Watch")
    for place in ("Orm", "Velm"):
        one.says(f"The Heron Front holds {place}.", "holds", control=held(place, "Heron Front"))
    other.says(
        "3 April, Velm. Town taken by the Heron Front.",
        "taken",
        type="COERCE",
        control=changed("Town", None, "Heron Front"),
    )
    other.says("Orm is quiet. Orm has bread. \n4 April, Velm. The Heron Front holds the barracks.", "holds",
               control=held("barracks", "Heron Front"))  # fmt: skip
    found = holders(ledgers([one.reading(), other.reading()]), "Tarvol Watch")
    assert found == [("Velm", "Heron Front", None), ("Velm", "Heron Front", "barracks")]


@pytest.mark.parametrize(
    ("sentence", "trigger", "factuality"),
    [
        ("Orm has been empty since Friday.", "empty", "happened"),
        ("Orm is no man's land.", "no man's land", "not"),
        ("Nobody holds Orm.", "holds", "not"),
        ("No one controls Orm any more.", "controls", "not"),
    ],
)
def test_a_place_that_nobody_holds_has_no_holder(sentence: str, trigger: str, factuality: str) -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says("The Heron Front held Orm.", "held", control=held("Orm", "Heron Front"))
    account.says(sentence, trigger, factuality=factuality, control=held("Orm", None))
    (found,) = ledgers([account.reading()])
    assert [t.holder for t in found.tenures] == ["Heron Front", None]
    assert found.tenures[0].ended_by == ("a:c2",)
    assert found.denials == ()


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [("The Lances once held Orm.", "held"), ("Orm was once in the hands of the Lances.", "was once in the hands of")],
)
def test_who_once_held_a_place_does_not_hold_it(sentence: str, trigger: str) -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says(sentence, trigger, control=held("Orm", "Red Lances"))
    found = ledgers([account.reading()])
    assert [(t.holder, t.since, t.ended_by) for one in found for t in one.tenures] == [("Red Lances", None, ("a:c1",))]
    assert as_of(found, "2031-04-06") == ()


def test_a_denied_hold_leaves_the_place_to_whom_it_was() -> None:
    account = Account("a", "Orm Herald", published="2031-04-05")
    account.says("The Heron Front held Orm.", "held", control=held("Orm", "Heron Front"))
    account.says("The Lances do not hold Orm.", "hold", factuality="not", control=held("Orm", "Red Lances"))
    (found,) = ledgers([account.reading()])
    assert [t.holder for t in found.tenures] == ["Heron Front"]
    assert [denial.holder for denial in found.denials] == ["Red Lances"]
