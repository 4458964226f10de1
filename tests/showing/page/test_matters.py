"""Matters as the page shows them: what stands over a card without a parting, and whose names stand where."""

from __future__ import annotations

from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.matters import matters_section
from tests.comparing.accounts import Account


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
