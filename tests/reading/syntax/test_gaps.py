"""Subjects that stand further off: behind a verb of saying, before an infinitive, in front of a gerund."""

from __future__ import annotations

import pytest

from tests.reading.syntax.conftest import Slot


@pytest.mark.parametrize(
    ("text", "verb", "doer", "object_"),
    [
        ("The man who the navy says robbed the bank was jailed.", "robbed", "man", ["bank"]),
        ("The man who the navy says robbed the bank was jailed.", "jailed", "", ["man"]),
        ("The general, who officials believe planned the raid, left.", "planned", "general", ["raid"]),
        ("The gang that residents say torched the mill denied it.", "torched", "gang", ["mill"]),
        ("The town held a man they say shot the envoy.", "shot", "man", ["envoy"]),
        ("The thief was shot by a man the navy says belongs to the Kestrels.", "belongs", "man", []),
    ],
)
def test_gap_behind_a_verb_of_saying(slot: Slot, text: str, verb: str, doer: str, object_: list[str]) -> None:
    assert slot(text, verb, "subj") == ([doer] if doer else [])
    assert slot(text, verb, "obj") == object_


def test_what_is_said_without_a_gap(slot: Slot) -> None:
    assert slot("The navy said the gang robbed the bank.", "robbed", "subj") == ["gang"]
    assert slot("The man the navy praised robbed the bank.", "robbed", "subj") == ["man"]
    assert slot("The men they hope to free fled.", "free", "subj") == ["they"]


def test_finite_verb_is_no_conjunct_of_an_infinitive(slot: Slot) -> None:
    text = "The Synod asked the farmers to drop the case and sent two envoys."
    assert slot(text, "sent", "subj") == ["Synod"]
    assert slot(text, "drop", "subj") == ["farmers"]


def test_bare_verb_after_an_infinitive_is_one(slot: Slot) -> None:
    assert slot("The Synod asked the farmers to drop the case and leave.", "leave", "subj") == ["farmers"]


def test_noun_before_a_gerund_does_it(slot: Slot) -> None:
    text = "The envoy denied any knowledge of the navy shelling the mill."
    assert slot(text, "shelling", "subj") == ["navy"]
