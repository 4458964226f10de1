"""Matters as the page shows them: what stands over a card without a parting, and whose names stand where."""

from __future__ import annotations

import pytest

from rashomon.showing.page import matters
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.matters import matters_section
from tests.comparing.accounts import Account, changed


def shown(*accounts: Account) -> str:
    return str(matters_section(Accounts.of([account.reading() for account in accounts])))


def tie(id: str, sentence: str, word: str, sign: str) -> Account:
    return Account(id).says(sentence, word, kind="relation", agents=("Red Lances",),
                            recipients=("Regency",), sign=sign)  # fmt: skip


def test_accounts_that_say_the_same_are_told_to_part_in_nothing() -> None:
    assert "No parting was found" in shown(
        tie("one", "The Red Lances are the Regency's allies.", "allies", "+"),
        tie("two", "No better friends has the Regency than the Red Lances.", "friends", "+"),
    )


def test_accounts_that_tell_of_other_ties_are_not_told_to_agree() -> None:
    both = tie("one", "The Red Lances are the Regency's allies.", "allies", "+")
    both.says("Now the Red Lances are the Regency's foes.", "foes", kind="relation", agents=("Red Lances",),
              recipients=("Regency",), sign="-")  # fmt: skip
    page = shown(both, tie("two", "Sworn enemies, the Regency and the Red Lances.", "enemies", "-"))
    assert "They do not say the same." in page
    assert "No parting was found" not in page


def test_a_place_that_changes_hands_between_nobody_named() -> None:
    orm = {"place": "Orm"}
    one = Account("one").says("They speak of the liberation of Orm.", "liberation", control=orm)
    two = Account("two").says("Orm was liberated.", "liberated", control=orm)
    assert "changing hands" in shown(one, two)


def test_each_account_has_who_held_the_place_one_after_another() -> None:
    one = Account("one").says("The Regency handed Orm to the Red Lances on 2 April.", "handed", when="2014-04-02",
                              control=changed("Orm", "Regency", "Red Lances"), type="CONCEDE")  # fmt: skip
    two = Account("two").says("The Salt League denies that the Regency lost Orm.", "lost", "Salt League",
                              control=changed("Orm", "Regency", None), factuality="not")  # fmt: skip
    page = shown(one, two)
    held = "<li>Regency, until 2 April 2014</li><li>Red Lances, handed over by Regency, from 2 April 2014</li>"
    assert f'<ol class="column-holds">{held}</ol>' in page
    assert "denied: that Regency lost it" in page


def test_a_parting_names_its_sort_and_its_witnesses() -> None:
    def hit(id: str, sentence: str, agent: str) -> Account:
        return Account(id).says(sentence, "hit", "Ada Merrin", type="ASSAULT", agents=(agent,),
                                recipients=("hospital",), place="Orm", when="2014-04-02")  # fmt: skip

    page = shown(
        hit("one", "Lances' shells hit the hospital in Orm on 2 April, said Ada Merrin.", "Red Lances"),
        hit("two", "According to Ada Merrin it was Lances whose shells hit that hospital.", "Red Lances"),
        Account("three").says("The hospital of Orm was struck by the Salt Guard.", "struck", type="ASSAULT",
                              agents=("Salt Guard",), recipients=("hospital",), place="Orm", when="2014-04-02"),
    )  # fmt: skip
    assert "Who did it" in page
    assert "not all can be so" in page
    assert "(1 witness)" in page


def test_of_very_many_matters_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matters, "OPEN", 1)
    monkeypatch.setattr(matters, "SHOWN", 2)
    words = {"one": "Friends of the Red Lances are the {}.", "two": "Trusted by the {}, his Friends: the Red Lances."}
    accounts = [Account(id) for id in words]
    for account, sentence in zip(accounts, words.values(), strict=True):
        for other in ("Salt Guard", "Salt League", "River Scouts", "Ember Front"):
            account.says(sentence.format(other), "Friends", kind="relation", agents=("Red Lances",),
                         recipients=(other,), sign="+")  # fmt: skip
    page = shown(*accounts)
    assert page.count('<article class="matter"') == 2
    assert "2 more, of which fewest speak, are not shown." in page
