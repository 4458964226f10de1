"""What belongs to one deed is one trigger; what only owns or follows it is not a doer."""

from __future__ import annotations

import pytest

from rashomon.model import Claim, Document
from rashomon.reading.rules import RuleReader


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader.load()


def _claims(reader: RuleReader, text: str) -> list[Claim]:
    return [c for c in reader.read(Document(id="t", text=text)).claims if c.kind == "event"]


def test_a_strike_that_kills_is_one_deed_with_its_victims(reader: RuleReader) -> None:
    (strike,) = _claims(reader, "An Orsan airstrike killed nine villagers near Marsa.")
    assert strike.trigger.endswith("airstrike")
    assert strike.agents == ("Orsan",)
    assert "villagers" in strike.recipients[0]


def test_killed_and_wounded_is_one_deed(reader: RuleReader) -> None:
    (claim,) = _claims(reader, "The Herons killed and wounded dozens of farmers.")
    assert claim.trigger == "killed and wounded"


def test_two_deeds_stay_two(reader: RuleReader) -> None:
    claims = _claims(reader, "The Herons shelled the port and arrested the mayor.")
    assert [c.type for c in claims] == ["ASSAULT", "COERCE"]


def test_whoever_owns_the_aid_gives_it(reader: RuleReader) -> None:
    claims = _claims(reader, "Belvaran aid helped the refugees in Marsa.")
    assert [c.agents for c in claims if c.trigger == "helped"] == [("Belvar",)] or claims[0].agents != ("aid",)
    assert all("aid" not in c.agents for c in claims)


def test_pointing_back_is_no_new_deed(reader: RuleReader) -> None:
    claims = _claims(reader, "The Herons attacked the port. The attack was over by noon.")
    assert [c.trigger for c in claims] == ["attacked"]


def test_a_spokesman_denies_for_others(reader: RuleReader) -> None:
    (claim,) = _claims(reader, "A spokesman for the Herons denied shelling the port.")
    assert claim.agents == ("Herons",)
    assert claim.factuality == "not"
