"""Arguments that the parser hangs elsewhere or takes for something else."""

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


def test_two_objects_taken_for_one(pipeline: Language) -> None:
    assert _slot(pipeline, "The company sold the Brigade fuel.", "sold", "iobj") == ["Brigade"]
    assert _slot(pipeline, "It lends the government money.", "lends", "iobj") == ["government"]


def test_a_compound_is_no_receiver(pipeline: Language) -> None:
    assert _slot(pipeline, "The firm sold army uniforms.", "sold", "iobj") == []


def test_by_phrase_far_from_its_noun(pipeline: Language) -> None:
    text = "The Ministry condemns the cowardly shelling of Harn by Tarnish artillery."
    assert _slot(pipeline, text, "shelling", "by") == ["artillery"]


def test_driven_off_their_land(pipeline: Language) -> None:
    text = "Hundreds of families were driven off their land by the militia."
    assert _slot(pipeline, text, "driven", "obj") == ["Hundreds"]
    assert _slot(pipeline, text, "driven", "subj") == ["militia"]


def test_the_armys_hands(pipeline: Language) -> None:
    assert _slot(pipeline, "The tower is in the army's hands.", "is", "of") == ["army"]
