"""Which camp a teller is of, by the ties that are claimed."""

from __future__ import annotations

from rashomon.analysis.relations import ledger
from rashomon.analysis.relations.siding import camps
from tests.comparing.accounts import Account


def account(*ties: tuple[str, str, str]) -> Account:
    made = Account("one", published="2014-04-03")
    for one, sign, other in ties:
        word = "allied" if sign == "+" else "hostile"
        made.says(f"The {one} are {word} to the {other}.", word, kind="relation", sign=sign, agents=(one,),
                  recipients=(other,))  # fmt: skip
    return made


def test_friends_are_one_camp_and_who_is_alone_is_of_none() -> None:
    told = account(("Red Lances", "+", "Salt Guard"), ("Salt Guard", "-", "Orm Militia"))
    found = camps(ledger([told.reading()]).entries)
    assert found["Red Lances"] == found["Salt Guard"]
    assert "Orm Militia" not in found


def test_where_ties_leave_a_choice_nobody_has_a_camp() -> None:
    told = account(
        ("Red Lances", "-", "Salt Guard"), ("Salt Guard", "-", "Orm Militia"), ("Orm Militia", "-", "Red Lances")
    )
    assert camps(ledger([told.reading()]).entries) == {}
