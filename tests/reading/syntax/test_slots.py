"""Deep slots: the same deed said in many ways has the same participants."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from rashomon.reading.parser import load, parse
from rashomon.reading.syntax import coordinated, loose_slots, slots


def _parse(text: str) -> Doc:
    return parse(load(), text)


def _token(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


def _slots(text: str, word: str) -> dict[str, list[str]]:
    return {name: [t.text for t in tokens] for name, tokens in slots(_token(_parse(text), word)).items()}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Herons shelled the granary.", "shelled"),
        ("The granary was shelled by the Herons.", "shelled"),
        ("The granary that the Herons shelled burned down.", "shelled"),
        ("The granary which was shelled by the Herons burned down.", "shelled"),
        ("The granary shelled by the Herons burned down.", "shelled"),
        ("It was the granary that the Herons shelled.", "shelled"),
        ("The Herons, who shelled the granary, fled.", "shelled"),
        ("Orsa accused the Herons of shelling the granary.", "shelling"),
        ("Orsa urged the Herons to shell the granary.", "shell"),
        ("The Herons promised Orsa to shell the granary.", "shell"),
        ("The Herons were ordered to shell the granary.", "shell"),
        ("The Herons are likely to shell the granary.", "shell"),
    ],
)
def test_who_did_what_survives_the_wording(text: str, word: str) -> None:
    found = _slots(text, word)
    assert found["subj"] == ["Herons"]
    assert found["obj"] == ["granary"]


def test_hyphenated_participles_have_doer_and_object() -> None:
    found = _slots("Rebel-held towns stayed calm.", "held")
    assert found["subj"] == ["Rebel"]
    assert found["obj"] == ["towns"]


def test_a_passive_without_by_phrase_has_no_doer() -> None:
    assert "subj" not in _slots("The granary was shelled before dawn.", "shelled")


def test_stranded_prepositions_take_the_antecedent() -> None:
    found = _slots("The patrol that the Herons fired on escaped.", "fired")
    assert found["on"] == ["patrol"]
    assert "obj" not in found


def test_nouns_have_possessors_modifiers_and_prepositions() -> None:
    found = _slots("The governor's abduction by the Herons shocked Orsa.", "abduction")
    assert found["poss"] == ["governor"]
    assert found["by"] == ["Herons"]
    assert _slots("The Orsan raid on the depot failed.", "raid")["on"] == ["depot"]


def test_predicates_are_said_of_their_subject() -> None:
    assert _slots("The Herons are a client of Orsa.", "client")["subj"] == ["Herons"]
    assert _slots("The Herons are brutal.", "brutal")["subj"] == ["Herons"]


def test_prepositions_of_the_object_are_a_second_choice() -> None:
    token = _token(_parse("The Herons took the town from the Larks."), "took")
    both = slots(token).get("from", []) + loose_slots(token).get("from", [])
    assert [t.text for t in both] == ["Larks"]


def test_coordination_lists_every_conjunct() -> None:
    doc = _parse("Orsa, Belvar and the Herons signed the accord.")
    assert [t.text for t in coordinated(_token(doc, "Orsa"))] == ["Orsa", "Belvar", "Herons"]
