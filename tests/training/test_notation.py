from __future__ import annotations

from pathlib import Path

import pytest

from training.notation import NotationError
from training.passages import load, parse

TEXT = "Rebels seized Port Sele from the army, then the army shelled Port Sele. At least 12 farmers fled."


def test_a_control_claim() -> None:
    sides = "from army | to Rebels"
    line = f"seized | control COERCE/seize | Rebels -> army | @Port Sele | {sides} | by mayor > priest | not"
    claim = parse(line, TEXT)
    assert TEXT[claim["start"] : claim["end"]] == "seized"
    assert (claim["kind"], claim["type"], claim["mode"]) == ("control", "COERCE", "seize")
    assert (claim["agents"], claim["recipients"]) == (["Rebels"], ["army"])
    assert claim["control"] == {"place": "Port Sele", "from": "army", "to": "Rebels"}
    assert (claim["speakers"], claim["factuality"], claim["endorsement"]) == (["mayor", "priest"], "not", "neutral")


def test_a_hold_is_of_its_agents() -> None:
    claim = parse("seized | hold | Rebels; Sailors -> | @Port Sele", TEXT)
    assert claim["control"] == {"place": "Port Sele", "from": None, "to": "Rebels and Sailors", "holds": True}
    assert claim["type"] is None


def test_occurrences_are_whole_words_counted_from_one() -> None:
    assert parse("army#2 | event | ->", TEXT)["start"] == TEXT.rindex("army")
    with pytest.raises(NotationError, match="not in the text"):
        parse("arm | event | ->", TEXT)


def test_quantities_have_offsets_of_their_own() -> None:
    (quantity,) = parse('shelled | ASSAULT | -> | n other 12 - farmers "At least 12 farmers"', TEXT)["quantities"]
    assert (quantity["min"], quantity["max"], quantity["who"]) == (12, None, "farmers")
    assert TEXT[quantity["start"] : quantity["end"]] == "At least 12 farmers"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("seized | SHOUT | ->", "no such type"),
        ("seized | rel x | ->", "no such sign"),
        ("seized | control COERCE | Rebels ->", "needs a place"),
        ("seized | ASSAULT | Rebels -> | from army", "sides belong"),
        ("seized | ASSAULT | Rebels -> | neutral", "he endorses"),
        ("seized | ASSAULT | Rebels -> | perhaps", "cannot read"),
    ],
)
def test_faults_are_named(line: str, reason: str) -> None:
    with pytest.raises(NotationError, match=reason):
        parse(line, TEXT)


def test_a_fault_in_a_file_names_file_and_passage(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text('- {id: one, text: "The army left.", claims: "came | event | ->"}')
    with pytest.raises(NotationError, match=r"a\.yaml: one: .*not in the text"):
        load(tmp_path)


def test_the_same_passage_twice_is_a_fault(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text('- {id: one, text: "The army left.", claims: ""}')
    with pytest.raises(NotationError, match="one: twice"):
        load(tmp_path)
