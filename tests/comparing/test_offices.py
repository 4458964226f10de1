"""Tellers named by their office in one document, and by name in another."""

from __future__ import annotations

import pytest

from rashomon.comparing.accounts import stand_ins
from rashomon.comparing.disputes.statements import Speakers
from rashomon.comparing.events.types import Event
from rashomon.comparing.offices import with_offices
from tests.comparing.accounts import Account
from tests.comparing.disputes.telling import one_event


def named(id: str, words: str, name: str = "Ada Merrin") -> Account:
    """A document that names somebody with his office."""
    return Account(id).says(f"The town burned, {words} said.", "burned", name, type="ASSAULT")


def called(office: str, text: str = "Huts burned, the {} said.") -> Account:
    """A document that has only an office for whoever tells."""
    return Account("z").says(text.format(office), "burned", office, type="ASSAULT")


def meant(office: str, *others: Account, text: str = "Huts burned, the {} said.") -> str | None:
    """Whom an office means in a document beside these others."""
    readings = [account.reading() for account in (called(office, text), *others)]
    found = with_offices(readings, [0] * len(readings), [stand_ins(reading) for reading in readings])
    return found[0].get(office)


@pytest.mark.parametrize(
    "words",
    [
        "General Ada Merrin",
        "the commander, General Ada Merrin,",
        "the general, Ada Merrin,",
        "Major General Ada Merrin",
    ],
)
def test_an_office_is_whoever_holds_it_elsewhere(words: str) -> None:
    assert meant("general", named("a", words)) == "Ada Merrin"


def test_an_office_of_a_place_too() -> None:
    assert meant("Prefect", named("a", "the Prefect of Upper Orm, Ada Merrin,")) == "Ada Merrin"
    assert meant("Prefect of Upper Orm", named("a", "the Prefect of Upper Orm, Ada Merrin,")) == "Ada Merrin"
    assert meant("Prefect of Kel", named("a", "the Prefect of Upper Orm, Ada Merrin,")) is None


def test_an_office_that_two_hold_is_nobody_s() -> None:
    two = named("a", "General Ada Merrin"), named("b", "General Ilo Tarn", "Ilo Tarn")
    assert meant("general", *two) is None


@pytest.mark.parametrize("text", ["Huts burned, a {} said.", "Huts burned, a retired {} said."])
def test_one_of_many_is_not_the_one_who_is_named(text: str) -> None:
    assert meant("general", named("a", "General Ada Merrin"), text=text) is None


def test_what_many_are_is_no_office() -> None:
    assert meant("official", named("a", "the official Ada Merrin")) is None


def test_another_war_has_its_own_general() -> None:
    readings = [account.reading() for account in (called("general"), named("a", "General Ada Merrin"))]
    assert not with_offices(readings, [0, 1], [{}, {}])[0]


def test_both_are_one_teller() -> None:
    readings = [account.reading() for account in (called("general"), named("a", "General Ada Merrin"))]
    event: Event = one_event(readings)
    assert {s.teller.name for s in Speakers(readings, [event]).of(event)} == {"Ada Merrin"}


@pytest.mark.parametrize(
    "words", ["Ministry spokeswoman Colonel Ada Merrin", "the Ministry's spokeswoman, Ada Merrin,"]
)
def test_a_body_named_by_its_last_word_is_the_one_named_in_full(words: str) -> None:
    account = Account("a").says("The Salt Ministry met.", "met", type="CONSULT")
    reading = account.says(f"Huts burned, {words} said.", "burned", "Ada Merrin", type="ASSAULT").reading()
    assert stand_ins(reading) == {"Ada Merrin": "Salt Ministry"}
