"""Subjects that stand further off: behind a verb of saying, before an infinitive, in front of a gerund."""

from __future__ import annotations

import pytest
from spacy.language import Language

from rashomon.reading.parser import load, parse
from rashomon.reading.syntax import slots


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


def _slot(pipeline: Language, text: str, word: str, slot: str) -> list[str]:
    token = next(t for t in parse(pipeline, text) if t.text == word)
    return [t.text for t in slots(token).get(slot, [])]


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
def test_gap_behind_a_verb_of_saying(pipeline: Language, text: str, verb: str, doer: str, object_: list[str]) -> None:
    assert _slot(pipeline, text, verb, "subj") == ([doer] if doer else [])
    assert _slot(pipeline, text, verb, "obj") == object_


def test_what_is_said_without_a_gap(pipeline: Language) -> None:
    assert _slot(pipeline, "The navy said the gang robbed the bank.", "robbed", "subj") == ["gang"]
    assert _slot(pipeline, "The man the navy praised robbed the bank.", "robbed", "subj") == ["man"]
    assert _slot(pipeline, "The men they hope to free fled.", "free", "subj") == ["they"]


def test_finite_verb_is_no_conjunct_of_an_infinitive(pipeline: Language) -> None:
    text = "The Synod asked the farmers to drop the case and sent two envoys."
    assert _slot(pipeline, text, "sent", "subj") == ["Synod"]
    assert _slot(pipeline, text, "drop", "subj") == ["farmers"]


def test_bare_verb_after_an_infinitive_is_one(pipeline: Language) -> None:
    assert _slot(pipeline, "The Synod asked the farmers to drop the case and leave.", "leave", "subj") == ["farmers"]


def test_noun_before_a_gerund_does_it(pipeline: Language) -> None:
    text = "The envoy denied any knowledge of the navy shelling the mill."
    assert _slot(pipeline, text, "shelling", "subj") == ["navy"]
