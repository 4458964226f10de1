"""`rashomon explain` with the real reader."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.cli.explain import ChoiceError, choose_claim
from rashomon.model import Reading

TEXT = "Gunmen attacked a convoy near Ostrel on Friday. The army condemned the attack and attacked the gunmen."


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    Path("a.txt").write_text(TEXT)


def rashomon(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("claim", ["c1", "condemned", "60"])
def test_an_explanation_shows_words_fields_and_parse(claim: str) -> None:
    result = rashomon("explain", "a.txt", claim)
    assert result.exit_code == 0
    for heading in ("The words", "Field by field", "Runners-up", "The clause as parsed"):
        assert f"\n{heading}\n" in result.stdout
    assert "unreviewed" in result.stdout
    assert ".yaml:" in result.stdout
    assert "nsubj" in result.stdout


def test_an_explanation_shows_the_numbers_with_their_words() -> None:
    Path("n.txt").write_text("At least 1,200 villagers were killed. No soldiers were hurt.")
    rows = [" ".join(line.split()) for line in rashomon("explain", "n.txt", "c1").stdout.splitlines()]
    assert any(
        row.startswith("number killed: at least 1,200 villagers") and row.endswith("“At least 1,200 villagers”")
        for row in rows
    )
    assert "wounded: no soldiers" in rashomon("explain", "n.txt", "c2").stdout


def test_a_document_is_chosen_among_several() -> None:
    Path("r.jsonl").write_text("".join(json.dumps({"doc": name, "text": TEXT}) + "\n" for name in "xy"))
    assert rashomon("explain", "r.jsonl", "c1", "--doc", "y").exit_code == 0
    for arguments in (["r.jsonl", "c1"], ["r.jsonl", "c1", "--doc", "z"]):
        result = rashomon("explain", *arguments)
        assert result.exit_code == 1
        assert str(result.exception).endswith("x, y")


def test_an_input_that_cannot_be_read_is_its_own_error() -> None:
    assert str(rashomon("explain", "no.txt", "c1").exception) == "no.txt: no such file or folder"


@pytest.mark.parametrize(("wanted", "found"), [("c2", "c2"), ("killed", "c4"), ("KILLED", "c4"), ("46", "c1")])
def test_a_claim_is_chosen_by_id_trigger_or_offset(written: Reading, wanted: str, found: str) -> None:
    assert choose_claim(written, wanted).id == found


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("c9", "radio: has no claim 'c9'; it has c1 (retaken), c2 (losing), c3 (cunning), c4 (killed)"),
        ("999", "radio: has no claim '999'; it has c1"),
        ("fled", "has no claim 'fled'"),
    ],
)
def test_a_claim_that_is_not_there_lists_those_that_are(written: Reading, wanted: str, message: str) -> None:
    with pytest.raises(ChoiceError, match=re.escape(message)):
        choose_claim(written, wanted)


def test_a_trigger_that_several_claims_have_lists_them(written: Reading) -> None:
    twice = written.model_copy(update={"claims": (*written.claims, written.claims[3].model_copy(update={"id": "c5"}))})
    with pytest.raises(ChoiceError, match=r"'killed' fits several claims: c4 \(killed\), c5 \(killed\)"):
        choose_claim(twice, "killed")


def test_a_reading_without_claims_says_so(written: Reading) -> None:
    with pytest.raises(ChoiceError, match="no claims were read"):
        choose_claim(written.model_copy(update={"claims": ()}), "c1")
