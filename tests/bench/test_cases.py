"""Numbers and dates of a case, on an invented one."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from bench import cases, numbers

TEXT = "Norvay's army shelled Calder on 4 March 2031, killing five bakers. The mayor said that shells had wounded 14."


def case(folder: Path, killed: str, day: str) -> Path:
    record = {"doc": "a", "text": TEXT, "outlet": "Calder Post", "published": "2031-03-05"}
    (folder / "documents.jsonl").write_text(json.dumps(record), encoding="utf-8")
    start = TEXT.index("shelled")
    mention = {"doc": "a", "quote": "army shelled Calder", "trigger": "shelled", "start": start, "end": start + 7}
    killing = TEXT.index("killing")
    second = {"doc": "a", "quote": "killing five", "trigger": "killing", "start": killing, "end": killing + 7}
    position = {"value": killed, "held_by": "Calder Post", "docs": ["a"], "quotes": ["killing five bakers"]}
    gold = {
        "events": [{"id": "E1", "date": day, "mentions": [mention, second]}],
        "disputes": [
            {"id": "D1", "event": "E1", "slot": "number", "about": "killed", "positions": [position]},
            {"id": "D2", "event": "E1", "slot": "actor", "about": "who fired", "positions": [position]},
        ],
    }
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def rows(shown: str) -> dict[str, list[str]]:
    lines = [line for line in shown.splitlines() if "  " in line and not line.startswith(" ")]
    return {name: rest.split() for name, _, rest in (line.partition("  ") for line in lines)}


def test_right_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cases.main([str(case(tmp_path, "5", "2031-03-04"))]) == 0
    shown = rows(capsys.readouterr().out)
    assert shown["numbers that positions hold"] == ["1", "0", "1", "1", "1.000", "1.000"]
    assert shown["quantities with a figure of the dispute"] == ["1", "0", "1", "1", "1.000", "1.000"]
    right, wrong, found, total = shown["dates of mentions"][:4]
    assert (int(right) >= 1, wrong, found, total) == (True, "0", "2", "2")


def test_wrong_figures_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cases.main([str(case(tmp_path, "8", "2031-03-09")), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert rows(shown)["numbers that positions hold"][:2] == ["0", "1"]
    assert "D1 a: killed 8: 'killing five bakers', read: killed 5-5" in shown
    assert "E1 a: killed 'five bakers', held: [8]" in shown
    assert "E1 a: 2031-03-09, read 2031-03-04" in shown


def test_absent_data(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such data"):
        cases.main([str(tmp_path)])


@pytest.mark.parametrize(
    ("when", "gold", "same"),
    [
        ("2031-03-04", "2031-03-04", True),
        ("2031-03-04", "2031-03-03/2031-03-05", True),
        ("2031-03-03/2031-03-05", "2031-03-04", True),
        ("2031-03", "2031-03-04", False),
        ("2031-03-05", "2031-03-04", False),
        ("2031-03-01/2031-03-20", "2031-03-04/2031-03-24", True),
        ("2031-03-20/2031-03-23", "2031-03-04/2031-03-21", False),
        ("../2031-03-04", "2031-03-04", False),
    ],
)
def test_times(when: str, gold: str, same: bool) -> None:
    assert cases.same_time(when, gold) is same


def test_spans() -> None:
    assert cases.span("2028-02") == (datetime.date(2028, 2, 1), datetime.date(2028, 2, 29))
    assert cases.span("2028") == (datetime.date(2028, 1, 1), datetime.date(2028, 12, 31))


def test_numbers_of_a_suite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suite = tmp_path / "suite.yaml"
    suite.write_text(
        "- text: Shells killed five bakers.\n"
        "  counts: ['killed | killed 5 5 bakers \"five bakers\"']\n"
        "- text: Shells killed six bakers.\n"
        "  counts: ['killed | killed 7 7 bakers \"six bakers\"']\n"
        "  held: true\n"
        "- text: The Herons shelled Ostry in 2014.\n"
        "  none: true\n",
        encoding="utf-8",
    )
    assert numbers.main([str(suite), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert rows(shown)["developed on"] == ["1.000", "1.000", "1.000", "1.000", "1.000", "1.000", "2", "1"]
    assert rows(shown)["held back"][:3] == ["0.000", "0.000", "0.000"]
    assert 'read  killed | killed 6 6 "bakers" "six bakers"' in shown


@pytest.mark.parametrize(
    "record",
    ["{text: Shells killed six., counts: ['killed | dead 6 6 - \"six\"'], none: true}",
     "{text: Shells killed six., counts: ['wounded | wounded 6 6 - \"six\"']}",
     "{text: Shells killed six., counts: ['killed six']}"],
)  # fmt: skip
def test_a_line_that_does_not_fit_its_sentence(tmp_path: Path, record: str) -> None:
    suite = tmp_path / "suite.yaml"
    suite.write_text(f"- {record}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"Shells|cannot read"):
        numbers.load(suite)
