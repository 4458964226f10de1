"""The measure of stated relations on tiny invented data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import relations
from tests.analysis.relations.delta import all_readings

SCORER = """
import json, sys
gold, found = (json.load(open(path, encoding="utf-8"))["relations"] for path in sys.argv[1:3])
print("events  none")
print(f"relations {len(gold)} {len(found)}")
print("  with their place", sum(row["place"] == "Orm" for row in found))
"""


def test_rows_go_to_the_scorer_and_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "score_case.py").write_text(SCORER, encoding="utf-8")
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "documents.jsonl").write_text("", encoding="utf-8")
    gold = [{"pair": ["A", "B"], "sign": "+", "place": None, "account": "C", "quote": "A met B"}]
    (folder / "gold.json").write_text(json.dumps({"relations": gold}), encoding="utf-8")
    monkeypatch.setattr(relations, "read", lambda documents, reader: all_readings())
    assert relations.main([str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["relations 1 6", "  with their place 1"]
    assert "  A / B + – by C: 'A met B'" in lines


def test_absent_data_is_one_plain_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such data"):
        relations.main([str(tmp_path)])
