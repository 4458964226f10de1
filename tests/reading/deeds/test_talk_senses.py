"""Verbal and cooperative deeds, ties and judgements: the right sense of a word, and none of its everyday ones."""

from __future__ import annotations

from functools import cache

import pytest

from rashomon.model import Claim, Document
from rashomon.reading.rules import RuleReader


@cache
def _claims(text: str) -> tuple[Claim, ...]:
    return _reader().read(Document(id="t", text=text)).claims


@cache
def _reader() -> RuleReader:
    return RuleReader.load()


def _senses(text: str) -> set[str]:
    return {c.type or c.kind for c in _claims(text)}


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Ostra and Belmar signed a memorandum on Monday.", "SUPPORT"),
        ("Ostra and Belmar struck a deal on Monday.", "AGREE"),
        ("The envoy met tribal elders in Lisk.", "CONSULT"),
        ("Ostra held talks with Belmar in Lisk.", "CONSULT"),
        ("The king sent his condolences to the families.", "SUPPORT"),
        ("Ostra threw its weight behind the rebels.", "SUPPORT"),
        ("The rebels apologised for the killing of two villagers.", "CONCEDE"),
        ("The junta lifted the curfew in Lisk.", "CONCEDE"),
        ("The army chief resigned on Tuesday.", "RETREAT"),
        ("Smugglers sold fuel to the rebels.", "COOPERATE"),
        ("Kesh gave shelter to 4,000 refugees.", "AID"),
        ("Kesh came to the aid of the garrison.", "AID"),
        ("Kesh has trained hundreds of rebels at a camp.", "AID"),
        ("The bishop urged the rebels to release the hostages.", "REQUEST"),
        ("Lawmakers pressed the cabinet to resign.", "REQUEST"),
        ("The government demanded the immediate release of the hostages.", "REQUEST"),
        ("The bishop deplored the massacre.", "ACCUSE"),
        ("The governor blasted the army in a speech.", "ACCUSE"),
        ("Prosecutors opened an investigation into the killing.", "ACCUSE"),
        ("Ostra vetoed the resolution.", "REJECT"),
        ("The rebels refused to leave Lisk.", "REJECT"),
        ("Ostra threatened Belmar with war.", "THREATEN"),
        ("The general vowed to crush the rebellion.", "THREATEN"),
        ("Ostra is at odds with Belmar over water.", "relation"),
        ("Omar Dell, a commander in the Northern Army, left.", "relation"),
        ("The general is a war criminal, the widow said.", "appraisal"),
        ("The corrupt regime must go.", "appraisal"),
    ],
)
def test_the_sense_is_found(text: str, sense: str) -> None:
    assert sense in _senses(text)


@pytest.mark.parametrize(
    "text",
    [
        "The new phone meets all safety standards.",
        "The storm threatened the coast.",
        "The club sold its striker for a record fee.",
        "The mayor asked whether the road was open.",
        "The colonel told villagers that the bridge was open.",
        "The critics slammed the film.",
        "We had a brutal winter.",
        "The food was terrible.",
        "The chef praised the soup.",
        "The last meeting took place in a tent.",
        "She called her mother before dinner.",
    ],
)
def test_everyday_senses_are_no_claims(text: str) -> None:
    assert not {c.type or c.kind for c in _claims(text)} & {
        "AGREE", "SUPPORT", "AID", "REQUEST", "ACCUSE", "THREATEN", "COOPERATE", "relation", "appraisal",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "agents", "recipients"),
    [
        ("The bishop spoke out against the junta.", ("bishop",), ("junta",)),
        ("The bishop was appalled by the junta.", ("bishop",), ("junta",)),
        ("The governor held the rebels responsible.", ("governor",), ("rebels",)),
        ("The rebels are funded by Ostra.", ("Ostra",), ("rebels",)),
        ("The regime received drones from Ostra.", ("Ostra",), ("regime",)),
    ],
)
def test_whose_deed_it_is(text: str, agents: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    found = [(c.agents, c.recipients) for c in _claims(text) if c.kind == "event"]
    assert (agents, recipients) in found


def test_a_noun_that_points_back_is_no_second_claim() -> None:
    claims = _claims("Ostra and Belmar held talks in Lisk on Monday. The talks lasted four hours.")
    assert [c.type for c in claims] == ["CONSULT"]


def test_a_noun_that_only_tells_the_sort_is_no_deed() -> None:
    assert not any(c.type == "AID" for c in _claims("Aid workers reached Lisk on foot."))


def test_what_is_given_belongs_to_the_giving() -> None:
    aid = [c for c in _claims("Ostra provided humanitarian assistance to the villagers.") if c.type == "AID"]
    assert [c.trigger for c in aid] == ["provided"]
