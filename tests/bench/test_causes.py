"""Wrong claims drawn by lot, and causes summed up."""

import json
from pathlib import Path

import pytest

from bench import causes

TEXT = "The Norvan army shelled Lusk. Rebels fled Tarn. The mayor wept."
SCORER = """
def pair(gold, read):
    return [(g, r) for g in gold for r in read if g["start"] == r["start"]]

def checks(g, r):
    names = "typed agents recipients speakers factuality endorsement sign negated control".split()
    return {name: name != "agents" or g["agents"] == r["agents"] for name in names}

def place_of(claim):
    return None

same_name = None
"""


def claim(trigger: str, *agents: str) -> dict[str, object]:
    start = TEXT.index(trigger)
    return {"doc": "a", "trigger": trigger, "start": start, "end": start + len(trigger), "agents": list(agents)}


def files(folder: Path) -> list[str]:
    (folder / "score.py").write_text(SCORER)
    gold = [claim("shelled", "army"), claim("fled", "Rebels")]
    read = [claim("shelled", "Lusk"), claim("wept", "mayor")]
    for name, rows in (("read", read), ("gold", gold), ("documents", [{"doc": "a", "text": TEXT}])):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    return [str(folder / name) for name in ("read", "gold", "documents", "score.py")]


def test_every_kind_of_fault_is_drawn_with_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert causes.main(["draw", *files(tmp_path)]) == 0
    head, *blocks = capsys.readouterr().out.strip().split("\n\n")
    assert head == "# 3 of 3"
    assert [block.splitlines()[:2] for block in blocks] == [
        ["== a:read:16-23", "wrong: agents"],
        ["== a:gold:37-41", "wrong: missed"],
        ["== a:read:58-62", "wrong: invented"],
    ]
    assert "The Norvan army [[shelled]] Lusk. Rebels" in blocks[0]


def test_the_lot_is_the_same_for_the_same_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = []
    for seed in map(str, (1, *range(1, 13))):
        causes.main(["draw", *files(tmp_path), "-n", "1", "--seed", seed])
        drawn.append(capsys.readouterr().out)
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) > 1


def test_causes_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "causes.tsv").write_text("# id\tcause\na:1\tcoreference\na:2\tfactuality\na:3\tcoreference\n")
    assert causes.main(["sum", str(tmp_path / "causes.tsv")]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert lines == [["coreference", "2", "0.667"], ["factuality", "1", "0.333"]]


@pytest.mark.parametrize("line", ["a:1", "a:1\t", "a:0\tagain"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "causes.tsv").write_text(f"a:0\tcoreference\n{line}\n")
    with pytest.raises(ValueError, match=r"causes\.tsv:2: "):
        causes.sorted_causes(tmp_path / "causes.tsv")
