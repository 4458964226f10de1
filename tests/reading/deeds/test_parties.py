"""Whom a deed reaches through the deed that it is about."""

from __future__ import annotations

import pytest

from rashomon.model import Claim, Document
from rashomon.reading.rules import RuleReader


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader.load()


def _claim(reader: RuleReader, text: str, kind: str, trigger: str) -> Claim:
    claims = [c for c in reader.read(Document(id="t", text=text)).claims if c.type == kind and trigger in c.trigger]
    assert len(claims) == 1
    return claims[0]


@pytest.mark.parametrize(
    ("text", "type_", "trigger", "recipients"),
    [
        ("The bishop condemned the shelling of Marsa by the Herons.", "ACCUSE", "condemned", ("Herons",)),
        ("The minister welcomed the resignation of General Maru.", "SUPPORT", "welcomed", ("Maru",)),
        ("The rebels rejected the bishop's plan.", "REJECT", "rejected", ("bishop",)),
        ("The regional bloc demanded that the junta free its prisoners.", "REQUEST", "demanded", ("junta",)),
        ("The Council called for an end to the bombing of Marsa by the Herons.", "REQUEST", "called", ("Herons",)),
        ("The commander refused to meet the envoy.", "REJECT", "refused", ("envoy",)),
        ("The governor threatened to shoot looters.", "THREATEN", "threatened", ("looters",)),
        ("The army launched a campaign to defeat the Herons.", "ASSAULT", "campaign", ("Herons",)),
    ],
)
def test_who_is_addressed_through_a_deed(
    reader: RuleReader, text: str, type_: str, trigger: str, recipients: tuple[str, ...]
) -> None:
    assert _claim(reader, text, type_, trigger).recipients == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("The court sentenced Colonel Maru to ten years for the massacre of villagers.", "massacre", ("Maru",)),
        ("The union accused the police of an attack on its members.", "attack", ("police",)),
        ("Ten monks were killed at the hands of the militia.", "killed", ("militia",)),
        ("It was the carters, not the colonel, who burned the barn.", "burned", ("carters",)),
        ("The bishop has evidence that the Herons killed the pilgrims.", "killed", ("Herons",)),
        ("The Karsan artillery pounded the suburbs.", "pounded", ("Karsan artillery",)),
    ],
)
def test_who_did_it(reader: RuleReader, text: str, trigger: str, agents: tuple[str, ...]) -> None:
    assert _claim(reader, text, "ASSAULT", trigger).agents == agents


def test_a_place_that_is_judged_is_its_government(reader: RuleReader) -> None:
    assert _claim(reader, "The minister condemned Orsa.", "ACCUSE", "condemned").recipients == ("Orsa",)


def test_who_takes_credit_did_it(reader: RuleReader) -> None:
    text = "The minister condemned the attack on a station in Marsa. The Herons claimed responsibility."
    claims = reader.read(Document(id="t", text=text)).claims
    assert [c.agents for c in claims if c.trigger == "attack"] == [("Herons",)]
    assert [c.recipients for c in claims if c.type == "ACCUSE"] == [("Herons",)]


def test_who_meets_before_speaking(reader: RuleReader) -> None:
    claim = _claim(reader, "After talks with the Herons, General Maru said that he was content.", "CONSULT", "talks")
    assert claim.agents == ("Maru",)


def test_in_order_to_is_no_order(reader: RuleReader) -> None:
    claims = reader.read(Document(id="t", text="The Herons burned the bridge in order to stop the army.")).claims
    assert all(c.type != "REQUEST" for c in claims)


def test_a_resolution_speaks_for_its_council(reader: RuleReader) -> None:
    text = "The Council adopted a resolution which condemned the Herons."
    assert _claim(reader, text, "ACCUSE", "condemned").agents == ("Council",)


def test_each_accuses_the_other(reader: RuleReader) -> None:
    claims = reader.read(Document(id="t", text="The Herons and the Ravens accuse each other of lying.")).claims
    accused = {(c.agents, c.recipients) for c in claims if c.type == "ACCUSE"}
    assert accused == {(("Herons",), ("Ravens",)), (("Ravens",), ("Herons",))}


def test_whose_threat_and_whose_seizure(reader: RuleReader) -> None:
    threat = _claim(reader, "Orsa's threat to invade Belmar was condemned.", "THREATEN", "threat")
    assert (threat.agents, threat.recipients) == (("Orsa",), ("Belmar",))


def test_answers_with_fire(reader: RuleReader) -> None:
    assert _claim(reader, "The Herons answered with mortar fire.", "ASSAULT", "mortar fire").agents == ("Herons",)
