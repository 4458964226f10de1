from __future__ import annotations

import json
from pathlib import Path

import pytest

from training import pairs

SCORER = """
import sys
print([sum(1 for _ in open(path, encoding="utf-8")) for path in sys.argv[1:3]], *sys.argv[3:])
"""
PASSAGE = '- {{id: {id}, text: "Rebels attacked the {place}.", claims: "{claims}"}}\n'


def annotated(folder: Path, name: str, *passages: tuple[str, str, str]) -> Path:
    path = folder / name
    path.write_text("".join(PASSAGE.format(id=i, place=place, claims=claims) for i, place, claims in passages))
    return path


def test_what_both_annotated_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claim = "attacked | ASSAULT | Rebels ->"
    first = annotated(tmp_path, "one.yaml", ("a", "mill", claim), ("b", "pier", claim))
    second = annotated(tmp_path, "two.yaml", ("c", "barn", claim), ("a", "mill", ""))
    (tmp_path / "score.py").write_text(SCORER)
    kept = tmp_path / "kept"
    assert pairs.main([*map(str, (first, second, tmp_path / "score.py")), "--errors", "3", "-o", str(kept)]) == 0
    assert capsys.readouterr().out.splitlines() == ["1 passages annotated twice", "[1, 0] --errors 3"]
    assert json.loads((kept / "first.jsonl").read_text())["doc"] == "a"


def test_other_texts_are_refused(tmp_path: Path) -> None:
    first, second = (annotated(tmp_path, f"{p}.yaml", ("a", p, "")) for p in ("mill", "pier"))
    (tmp_path / "score.py").write_text(SCORER)
    with pytest.raises(SystemExit, match="a: the two texts differ"):
        pairs.main([str(first), str(second), str(tmp_path / "score.py")])
