"""Changes of hands in a text that gives no day: which are one, and which are not."""

from __future__ import annotations

import pytest

from rashomon.comparing.events import find
from tests.comparing.accounts import Account, changed, killed

FORT = "Fort Guard"


def together(account: Account) -> list[set[str]]:
    return sorted(({m.claim for m in event.mentions} for event in find([account.reading()])), key=min)


def commentary() -> Account:
    text = Account("one", "Orm Gazette")
    text.says("The Fort Guard gave Orm to the Red Lances.", "gave", control=changed("Orm", FORT, "Red Lances"))
    text.says("Then the Red Lances captured Orm without a fight.", "captured",
              control=changed("Orm", FORT, "Red Lances"))  # fmt: skip
    return text


def test_there_and_back_are_two_however_they_are_worded() -> None:
    text = commentary()
    text.says("The Red Lances handed Orm back.", "handed", control=changed("Orm", "Red Lances", FORT))
    assert together(text) == [{"c1", "c2"}, {"c3"}]


def test_another_place_is_another_happening_though_one_sentence_tells_both() -> None:
    text = commentary()
    text.says("The Fort Guard gave Tarvol to the Red Lances.", "gave", control=changed("Tarvol", FORT, "Red Lances"))
    assert together(text) == [{"c1", "c2"}, {"c3"}]


@pytest.mark.parametrize(
    ("word", "groups"),
    [("liberation", [{"c1", "c2"}, {"c3", "c4"}]), ("recovery", [{"c1", "c2"}, {"c3", "c4"}])],
)
def test_who_praises_a_change_without_saying_who_gained_speaks_of_his_own_side(
    word: str, groups: list[set[str]]
) -> None:
    text = commentary()
    text.says("The Red Lances handed Orm back.", "handed", control=changed("Orm", "Red Lances", FORT))
    text.says(f"The {word} of Orm is a day of joy.", word, FORT, control=changed("Orm", None, None))
    assert together(text) == groups


def test_fighting_somebody_somewhere_is_no_part_of_a_change_of_hands() -> None:
    text = commentary()
    text.says("The Fort Guard says that it is fighting the Red Lances.", "fighting", FORT, type="ASSAULT",
              agents=(FORT,), recipients=("Red Lances",))  # fmt: skip
    assert {"c3"} in together(text)


def test_the_dead_of_a_battle_are_not_those_of_a_strike_on_that_day() -> None:
    day = "2031-03-12"
    one = Account("one", "Orm Gazette", "2031-03-15")
    one.says("The Fort Guard captured the bridge of Orm from the Red Lances on 12 March.", "captured", when=day,
             control=changed("Orm", "Red Lances", FORT))  # fmt: skip
    one.says("They killed sixty of the Red Lances there on that day.", "killed", type="ASSAULT", agents=(FORT,),
             recipients=("Red Lances",), quantities=killed(60), when=day)  # fmt: skip
    two = Account("two", "Delta Post", "2031-03-16")
    two.says("The Fort Guard shelled the hospital of Orm on 12 March.", "shelled", type="ASSAULT", agents=(FORT,),
             recipients=("hospital",), place="Orm", when=day)  # fmt: skip
    two.says("Fourteen patients were killed.", "killed", type="ASSAULT", quantities=killed(14))
    groups = [{m.id for m in event.mentions} for event in find([one.reading(), two.reading()])]
    assert not any({"one:c1", "two:c1"} <= group or {"one:c2", "two:c2"} <= group for group in groups)
