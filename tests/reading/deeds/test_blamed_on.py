"""Who is blamed did it, by the account of him who blames, and not by the author's."""

from __future__ import annotations

import pytest

from rashomon import read
from rashomon.model import Claim


def deeds(text: str) -> list[Claim]:
    return [c for c in read(text).claims if c.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The Vale Guard blamed the shelling of the school on the Red Lances.", ("school",)),
        ("The Vale Guard blamed the attack on the Red Lances.", ()),
        ("The Vale Guard blamed the attack on the school on the Red Lances.", ("school",)),
        ("The Vale Guard pinned the murder of the mayor on the Red Lances.", ("mayor",)),
        ("The Vale Guard blamed the Red Lances for the shelling of the school.", ("school",)),
    ],
)
def test_by_his_account(text: str, recipients: tuple[str, ...]) -> None:
    (deed,) = deeds(text)
    assert (deed.agents, deed.recipients, deed.speakers) == (("Red Lances",), recipients, ("Vale Guard",))


def test_who_denies_it_denies_the_deed() -> None:
    charge, denial = deeds(
        "The Vale Guard blamed the shelling of the school on the Red Lances. The Red Lances denied it."
    )
    assert (charge.factuality, charge.speakers) == ("happened", ("Vale Guard",))
    assert (denial.factuality, denial.speakers, denial.agents) == ("not", ("Red Lances",), ("Red Lances",))


def test_a_deed_that_is_itself_blamed_for_something_keeps_its_victim() -> None:
    (deed,) = deeds("The ministry blamed the attack on the school for the delay.")
    assert (deed.agents, deed.recipients) == ((), ("school",))
