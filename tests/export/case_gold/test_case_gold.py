"""The schema of cases with gold answers: what is in it leads to documents, claims and words."""

from __future__ import annotations

import json
from typing import Any

from rashomon.export.case_gold import as_case_gold
from rashomon.model import Reading
from tests.comparing.accounts import Account, changed, killed


def case() -> list[Reading]:
    one = Account("a", "Orm Herald", published="2031-04-03")
    one.says(
        "Shells killed five in Orm.", "killed", type="ASSAULT", quantities=killed(5, 5), place="Orm", when="2031-04-02"
    )
    one.says("The Lances took Orm from the Regency.", "took", type="COERCE", when="2031-04-03", agents=("Red Lances",),
             control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    other = Account("b", "Radio Tarvol", published="2031-04-03")
    other.says("Nineteen were killed in Orm.", "killed", type="ASSAULT", quantities=killed(19, 19), place="Orm",
               when="2031-04-02")  # fmt: skip
    return [one.reading(), other.reading()]


def written(readings: list[Reading]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads("".join(as_case_gold(readings)))
    return made


def test_all_parts_are_there_whatever_the_order() -> None:
    found = written(case())
    assert list(found) == ["notes", "origins", "events", "disputes", "control", "relations"]
    assert found == written(case()[::-1])


def test_mentions_stand_in_the_text_where_they_say() -> None:
    texts = {reading.document.id: reading.document.text for reading in case()}
    for event in written(case())["events"]:
        for mention in event["mentions"]:
            assert texts[mention["doc"]][mention["start"] : mention["end"]] == mention["trigger"]


def test_a_dispute_has_its_tellers_and_their_words() -> None:
    (dispute,) = written(case())["disputes"]
    assert (dispute["slot"], dispute["kind"]) == ("number", "conflict")
    assert {(p["value"], p["held_by"]) for p in dispute["positions"]} == {("5", "Orm Herald"), ("19", "Radio Tarvol")}


def test_a_hold_that_only_follows_from_its_loss_is_not_stated() -> None:
    rows = written(case())["control"]["Orm"]
    assert [(row["account"], row["holder"], row["from"]) for row in rows] == [
        ("Orm Herald", "Red Lances", "2031-04-03")
    ]


def test_two_outlets_are_two_witnesses() -> None:
    (witness,) = written(case())["origins"]["witnesses"]
    assert (witness["count"], len(witness["witnesses"])) == (2, 2)
