from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from training.check import CORPUS, checked, main

GOOD = "took | control COERCE/seize | Lances -> army | @Tarvol | from army | to Lances"


def write(folder: Path, *lines: str, name: str = "a", text: str = "The Lances took Tarvol from the army.") -> Path:
    claims = textwrap.indent("\n".join(lines), "    ")
    path = folder / f"{name}.yaml"
    path.write_text(f"- id: {name}-001\n  genre: wire\n  region: none\n  text: {text}\n  claims: |-\n{claims}\n")
    return path


def test_the_corpus_has_no_faults() -> None:
    assert [str(f) for passage in checked([CORPUS]) for f in passage.faults if not f.warning] == []


def test_a_good_passage_passes_and_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write(tmp_path, GOOD))]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "0 faults, 0 warnings"
    assert shown[2].split()[:2] == ["claims", "1"]
    assert [line.split()[1] for line in shown if line.startswith(("control", "COERCE"))] == ["1", "1"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("took | ASSAULT/seize | Lances -> army", "ASSAULT has no mode 'seize'"),
        ("took | SHOUT | Lances -> army", "no such type"),
        ("stole | ASSAULT | Lances -> army", "trigger not in the text"),
        ("took | ASSAULT | Spears -> army", "'Spears' not in the sentence"),
        ("took | rel + | -> Lances", "has an agent"),
        ("took | app + | Lances ->", "the one judged"),
        ("took | ASSAULT | Lances -> army | t last year", "no ISO date"),
        ("took | ASSAULT | Lances -> army | not | negated", "negated is for"),
        ('took | ASSAULT | Lances -> army | n killed 5 2 army "the army"', "least is more"),
    ],
)
def test_faults_of_a_line(line: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, GOOD, line)
    assert main([str(path)]) == 1
    (fault,) = capsys.readouterr().out.split("1 faults")[0].splitlines()
    assert fault.startswith(f"{path}:7: a-001: ")
    assert reason in fault


def test_the_same_claim_twice(tmp_path: Path) -> None:
    (passage,) = checked([write(tmp_path, GOOD, GOOD)])
    assert ["twice" in fault.reason for fault in passage.faults] == [True]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("took | ASSAULT | Lances -> army | by army", "no cue"),
        ("army | ASSAULT | ->", "2 times"),
        ("took | control COERCE | -> | @Tarvol", "no side"),
        ("took | rel - | Lances ->", "one side"),
    ],
)
def test_doubts_are_warnings(line: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, line, text="The Lances took Tarvol from the army, and the army fled.")
    assert main([str(path)]) == 0
    assert reason in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("a-001", "b-001", "an id is"),
        ("genre: wire", "gender: wire", "no genre"),
        ("genre: wire", "gender: wire", "no such key: gender"),
        ("region: none", "region:", "region is empty"),
        ("genre: wire", "genre: wire\n  published: May", "no ISO date"),
        ("text: The", "text: " + "Go. " * 12 + "The", "13 sentences"),
    ],
)
def test_faults_of_a_passage(old: str, new: str, reason: str, tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    path.write_text(path.read_text().replace(old, new))
    (passage,) = checked([path])
    assert any(reason in fault.reason and fault.line == 1 for fault in passage.faults)


def test_passages_nearly_the_same_and_ids_twice(tmp_path: Path) -> None:
    text = "The Lances took Tarvol from the army on a cold morning in March, long before the bells of the town rang"
    first = write(tmp_path, GOOD, text=text + ".")
    second = write(tmp_path, GOOD, name="b", text=text + " twice.")
    other = write(tmp_path, GOOD, name="c")
    reasons = [[f.reason for f in passage.faults] for passage in checked([first, second, other])]
    assert reasons == [[], ["nearly the same as a-001 (0.95)"], []]
    assert "id twice" in checked([first, first])[1].faults[0].reason


def test_what_is_no_list_of_passages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text("- [x")
    assert main([str(tmp_path)]) == 1
    assert "no YAML" in capsys.readouterr().out
    (tmp_path / "a.yaml").write_text("- text")
    assert main([str(tmp_path)]) == 1
    assert "no passage" in capsys.readouterr().out
