"""Deeds that share the doer of the verb before."""

from __future__ import annotations

import pytest

from rashomon.reading.learned.composing.sharing import shared
from tests.reading.learned.drafts import at, draft, frame


def _doers(text: str, first: str, arguments: list[tuple[str, str]], second: str, **labels: str) -> list[str]:
    frames = shared(draft(text, frame(text, first, arguments, **labels), frame(text, second, [])))
    found = next(f for f in frames if f.start == at(text, second)[0])
    return [text[a.start : a.end] for a in found.arguments if a.role == "agent"]


@pytest.mark.parametrize(
    ("text", "first", "second", "doers"),
    [
        ("The Falcons entered Tarn and burned the mill.", "entered", "burned", ["Falcons"]),
        ("The Falcons promised to leave Tarn.", "promised", "leave", ["Falcons"]),
        ("The Falcons fled after burning Tarn.", "fled", "burning", ["Falcons"]),
        ("The Falcons entered Tarn. And burned it was.", "entered", "burned", []),
        ("The Falcons entered Tarn where women burned coal.", "entered", "burned", []),
        ("The Falcons entered Tarn and the attack ended.", "entered", "attack", []),
    ],
)
def test_a_linked_verb_has_the_doer_of_the_one_before(text: str, first: str, second: str, doers: list[str]) -> None:
    assert _doers(text, first, [("agent", "Falcons")], second) == doers


def test_those_asked_or_accused_do_what_follows() -> None:
    text = "The mayor urged the Falcons to leave Tarn."
    arguments = [("agent", "mayor"), ("recipient", "Falcons")]
    assert _doers(text, "urged", arguments, "leave", type="REQUEST") == ["Falcons"]
    text = "The mayor accused the Falcons of burning Tarn."
    assert _doers(text, "accused", arguments, "burning", type="ACCUSE") == ["Falcons"]


def test_a_deed_with_a_doer_of_its_own_keeps_him() -> None:
    text = "The Falcons came and Vell burned Tarn."
    frames = draft(text, frame(text, "came", [("agent", "Falcons")]), frame(text, "burned", [("agent", "Vell")]))
    assert [text[a.start : a.end] for f in shared(frames) for a in f.arguments] == ["Falcons", "Vell"]
