"""The section of ties: who is drawn, and under whose name."""

from __future__ import annotations

import re

from rashomon.model import Actor
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.ties import DRAWN, ties_of, ties_section
from tests.comparing.accounts import Account


def accounts(account: Account, **kinds: str) -> Accounts:
    reading = account.reading()
    actors = tuple(
        Actor.model_validate({**actor.model_dump(), "kind": kinds.get(actor.name.split()[-1], actor.kind)})
        for actor in reading.actors
    )
    return Accounts.of([reading.model_copy(update={"actors": actors})])


def drawn(section: str) -> list[str]:
    return re.findall(r"<tspan[^>]*>([^<]*)</tspan>", section)


def test_both_signs_of_a_pair_stand_apart_with_their_tellers() -> None:
    one = Account("one").says(
        "The Lances armed the Herons.", "armed", agents=("Lances",), recipients=("Herons",), type="AID"
    )
    told = "A mayor says the Herons shelled the Lances."
    one.says(told, "shelled", "mayor", agents=("Herons",), recipients=("Lances",), type="ASSAULT")
    shown = accounts(one)
    (tie,) = ties_of(shown)
    assert [side.sign for side in tie.sides] == ["+", "-"]
    assert [[voice.name for voice, _ in side.by_voice] for side in tie.sides] == [["one"], ["mayor"]]
    assert 'value="t1"' in ties_section(shown)


def test_unnamed_people_are_listed_and_not_drawn() -> None:
    one = Account("one").says(
        "The Lances armed the Herons.", "armed", agents=("Lances",), recipients=("Herons",), type="AID"
    )
    one.says("The Lances shot four men.", "shot", agents=("Lances",), recipients=("four men",), type="ASSAULT")
    section = str(ties_section(accounts(one, men="civilians")))
    assert set(drawn(section)) == {"Lances", "Herons"}
    assert "four men" in section


def test_no_more_actors_are_drawn_than_there_is_room_for() -> None:
    one = Account("one")
    for number in range(DRAWN + 6):
        one.says(f"The Lances armed group {number}.", "armed", agents=("Lances",), recipients=(f"group {number}",),
                 type="AID")  # fmt: skip
    section = str(ties_section(accounts(one)))
    assert len(drawn(section)) == DRAWN
    assert "7 pairs stand in the list only" in section


def test_claims_without_ties_make_no_section() -> None:
    one = Account("one").says("The Lances marched.", "marched", agents=("Lances",), type="MOBILIZE")
    assert ties_section(accounts(one)) == ""


def test_the_organs_of_one_state_stand_as_one_side_and_who_has_no_name_under_the_words() -> None:
    one = Account("one").says("The Veshtian army shelled the Red Lances.", "shelled", agents=("Veshtian army",),
                              recipients=("Red Lances",), type="ASSAULT")  # fmt: skip
    one.says("The government sold the Red Lances oil.", "sold", agents=("government",), recipients=("Red Lances",),
             type="COOPERATE")  # fmt: skip
    one.says("The army shot four men.", "shot", agents=("army",), recipients=("four men",), type="ASSAULT")
    found = ties_of(accounts(one, men="civilians"))
    sides = {frozenset((tie.one.name, tie.other.name)): [side.sign for side in tie.sides] for tie in found}
    assert sides == {
        frozenset(("Red Lances", "Veshtian army")): ["+", "-"],
        frozenset(("army", "four men")): ["-"],
    }
    relations = found[0]
    assert [told.claim.id for side in relations.sides for told in side.told] == ["c2", "c1"]


def test_who_is_in_no_other_pair_of_his_document_is_still_the_side_of_that_name() -> None:
    one = Account("one").says("The Red Lances shelled the Salt Guard.", "shelled", agents=("Red Lances",),
                              recipients=("Salt Guard",), type="ASSAULT")  # fmt: skip
    two = Account("two").says("The Red Lances shot four men.", "shot", agents=("Red Lances",),
                              recipients=("four men",), type="ASSAULT")  # fmt: skip
    found = ties_of(Accounts.of([one.reading(), two.reading()]))
    assert len({end for tie in found for end in (tie.one, tie.other) if end.name == "Red Lances"}) == 1
