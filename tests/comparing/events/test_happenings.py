"""Events of a case: what several tell of one happening comes together, what are two stay two."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.events import find
from rashomon.comparing.events.types import Event
from rashomon.model import Reading
from tests.comparing.accounts import Account, changed, killed
from tests.comparing.drawn import READINGS


def groups(events: Sequence[Event]) -> set[frozenset[str]]:
    return {frozenset(mention.id for mention in event.mentions) for event in events}


def shelling(account: Account, when: str | None, place: str | None, dead: int | None = None) -> Account:
    account.says("Shells hit the bakery.", "hit", type="ASSAULT", recipients=("bakery",), when=when, place=place)
    if dead is not None:
        account.says(f"They killed {dead}.", "killed", type="ASSAULT", quantities=killed(dead))
    return account


def test_a_deed_and_its_dead_are_one_event_across_documents() -> None:
    one = shelling(Account("a", published="2031-04-03"), "2031-04-02", "Orm", 5).reading()
    other = Account("b", published="2031-04-04")
    other.says("The bakery was shelled.", "shelled", type="ASSAULT", recipients=("bakery",), when="2031-04-02",
               place="Orm")  # fmt: skip
    assert groups(find([one, other.reading()])) == {frozenset({"a:c1", "a:c2", "b:c1"})}


def test_two_strikes_on_one_town_in_one_week_stay_two() -> None:
    one = shelling(Account("a", published="2031-04-03"), "2031-04-02", "Orm").reading()
    other = shelling(Account("b", published="2031-04-06"), "2031-04-05", "Orm").reading()
    assert len(find([one, other])) == 2


def test_one_day_in_two_towns_stays_two() -> None:
    one = shelling(Account("a", published="2031-04-03"), "2031-04-02", "Orm").reading()
    other = shelling(Account("b", published="2031-04-03"), "2031-04-02", "Tarvol").reading()
    assert len(find([one, other])) == 2


def test_a_quarter_is_in_its_town_once_a_document_says_so() -> None:
    town = shelling(Account("a", published="2031-04-03"), "2031-04-02", "Orm").reading()
    quarter = shelling(Account("b", published="2031-04-03"), "2031-04-02", "Mill Quarter").reading()
    assert len(find([town, quarter])) == 2
    both = shelling(Account("c", published="2031-04-03"), "2031-04-02", "Mill Quarter of Orm").reading()
    assert len(find([town, quarter, both])) == 1


def test_a_town_that_goes_back_and_forth_changes_hands_twice() -> None:
    account = Account("a", published="2031-05-01")
    account.says("The Lances captured Orm.", "captured", type="COERCE", control=changed("Orm", "army", "Lances"))
    account.says("The Lances handed Orm back to the army.", "handed", type="COERCE",
                 control=changed("Orm", "Lances", "army"))  # fmt: skip
    assert len(find([account.reading()])) == 2


def test_liberated_and_captured_on_one_day_are_one_change() -> None:
    one = Account("a", published="2031-04-03")
    one.says("The army liberated Orm.", "liberated", type="COERCE", when="2031-04-02", agents=("army",),
             control=changed("Orm", "Lances", "army"))  # fmt: skip
    other = Account("b", published="2031-04-03")
    other.says("Troops captured Orm.", "captured", type="COERCE", when="2031-04-02", agents=("army",),
               control=changed("Orm", "Lances", "army"))  # fmt: skip
    assert len(find([one.reading(), other.reading()])) == 1


def test_plans_demands_ties_and_verdicts_are_no_events() -> None:
    account = Account("a")
    account.says("The army will shell Orm.", "shell", type="ASSAULT", factuality="future")
    account.says("The army backs the Lances.", "backs", kind="relation", sign="+")
    account.says("The Lances are vile.", "vile", kind="appraisal", sign="-")
    assert find([account.reading()]) == ()


def test_a_denial_is_a_mention_of_what_it_denies() -> None:
    one = shelling(Account("a", published="2031-04-03"), "2031-04-02", "Orm").reading()
    other = Account("b", published="2031-04-03")
    other.says("The army did not shell the bakery.", "shell", type="ASSAULT", factuality="not", when="2031-04-02",
               place="Orm", recipients=("bakery",))  # fmt: skip
    assert groups(find([one, other.reading()])) == {frozenset({"a:c1", "b:c1"})}


@given(READINGS, st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_the_order_of_documents_changes_nothing(readings: tuple[Reading, ...], seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    assert find(shuffled) == find(readings)


@given(READINGS)
@settings(max_examples=60, deadline=None)
def test_every_claim_is_in_one_event_at_most(readings: tuple[Reading, ...]) -> None:
    ids = [mention.id for event in find(readings) for mention in event.mentions]
    assert len(ids) == len(set(ids))


@given(READINGS)
@settings(max_examples=40, deadline=None)
def test_another_war_changes_no_event(readings: tuple[Reading, ...]) -> None:
    """A document without a place, a day or a name in common leaves the events of the others as they are."""
    far = Account("elsewhere", published="1950-01-01")
    far.says("In Quellin gulls pecked a sailor.", "pecked", type="ASSAULT", recipients=("Quellin sailor",),
             place="Quellin", when="1950-01-01")  # fmt: skip
    assert groups(find(readings)) <= groups(find([*readings, far.reading()]))
