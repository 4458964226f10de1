"""Whose account a claim is: the teller whose words it is, not the outlet that carries them."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparing.accounts import account, stand_ins
from rashomon.comparing.names import Names
from rashomon.comparing.settings import settings_of
from rashomon.model import Actor, Claim, Document, Reading
from tests.comparing.accounts import Account


def whose(reading: Reading, claim: Claim | None = None) -> tuple[str, bool] | None:
    names = Names([reading], settings_of([reading]))
    found = account(names, 0, claim or reading.claims[0], reading.document, stand_ins(reading))
    return (found.name, found.own) if found else None


def told(sentence: str, *speakers: str, **fields: Any) -> Reading:
    return Account("a", "Delta Courier").says(sentence, "shelled", *speakers, type="ASSAULT", **fields).reading()


@pytest.mark.parametrize(
    "sentence",
    [
        "The army shelled Orm, said Major Ada Merrin, spokeswoman of the Lance Front.",
        "The army shelled Orm, the Lance Front's spokeswoman, Ada Merrin, said.",
        "The army shelled Orm, Lance Front spokeswoman Ada Merrin said.",
        "The army shelled Orm. For the Lance Front: Ada Merrin",
    ],
)
def test_a_spokesman_stands_for_his_body(sentence: str) -> None:
    assert whose(told(sentence, "Ada Merrin", agents=("Lance Front",))) == ("Lance Front", False)


def test_anybody_else_with_a_name_tells_for_himself() -> None:
    sentence = "The army shelled Orm, said General Ada Merrin, who commands the Lance Front."
    assert whose(told(sentence, "Ada Merrin")) == ("Ada Merrin", False)


def test_an_office_stands_for_the_person_named_beside_it() -> None:
    sentence = "The army shelled Orm, the Prefect of Tessel, Ada Merrin, said."
    assert whose(told(sentence, "Prefect of Tessel")) == ("Ada Merrin", False)


@pytest.mark.parametrize("speakers", [(), ("residents",), ("two officers",), ("residents and Lance Front",)])
def test_what_nobody_by_name_tells_is_the_outlets_account(speakers: tuple[str, ...]) -> None:
    assert whose(told("They shelled Orm.", *speakers)) == ("Delta Courier", True)


def test_who_speaks_through_somebody_without_a_name_is_the_next_outward() -> None:
    assert whose(told("They shelled Orm.", "Lance Front", "residents")) == ("Lance Front", False)


def test_two_who_say_it_together_are_one_account_of_both() -> None:
    reading = told("They shelled Orm.", "Lance Front and Veshti Guard")
    found = whose(reading.model_copy(update={"actors": (Actor(name="Lance Front"), Actor(name="Veshti Guard"))}))
    assert found == ("Lance Front and Veshti Guard", False)


def test_it_is_nobodys_account_where_the_words_do_not_say_who_he_is() -> None:
    assert whose(told("They shelled Orm.", "he", unresolved=("speakers",))) is None


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"source": "Delta Courier", "author": "Ada Merrin"}, "Delta Courier"),
        ({"source": "Delta Courier", "author": "Ada Merrin", "title": "Opinion: Who lost Orm?"}, "Ada Merrin"),
        ({"source": "Delta Courier", "author": "Ada Merrin", "text": "COMMENT\n\nOrm is lost."}, "Ada Merrin"),
        ({"source": "Delta Courier", "author": "Ada Merrin", "text": "Opinion polls say so."}, "Delta Courier"),
        ({"source": "Delta Courier", "title": "Opinion: Who lost Orm?"}, "Delta Courier"),
        ({"author": "Ada Merrin"}, "Ada Merrin"),
        ({"path": "notes/orm.txt"}, "the author of orm.txt"),
        ({"title": "Who lost Orm?"}, "the author, in “Who lost Orm?”"),
    ],
)
def test_a_signed_opinion_is_its_authors_account_any_other_piece_the_outlets(
    document: dict[str, str], name: str
) -> None:
    reading = told("They shelled Orm.")
    own = Document.model_validate({"id": "a", "text": "They shelled Orm."} | document)
    assert whose(reading.model_copy(update={"document": own}), reading.claims[0]) == (name, True)
