"""`rashomon disputes` on a small case."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from tests.case.query.conftest import write
from tests.comparing.accounts import Account, changed, killed


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("disputes") / "orm.db"
    hit: dict[str, Any] = {"type": "ASSAULT", "place": "Orm", "when": "2014-04-02", "recipients": ("market",)}
    one = Account("one", "Orm Gazette", "2014-04-03")
    one.says("The Red Lances shelled the market in Orm.", "shelled", agents=("Red Lances",), **hit)
    one.says("The Salt Guard liberated Tarvol.", "liberated", control=changed("Tarvol", "Red Lances", "Salt Guard"))
    two = Account("two", "State \x1b[31mRadio", "2014-04-04")
    two.says("The Salt Guard shelled the market of Orm.", "shelled", "Ada Merrin", agents=("Salt Guard",), **hit)
    two.says("The Salt Guard captured Tarvol.", "captured", control=changed("Tarvol", "Red Lances", "Salt Guard"))
    two.says("In Orm 12 people were killed.", "killed", place="Orm", when="2014-04-02", type="ASSAULT",
             quantities=killed(12, 12))  # fmt: skip
    write(path, [one.reading(), two.reading()])
    return path


def rashomon(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rows(*arguments: str | Path) -> list[dict[str, Any]]:
    result = rashomon("disputes", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("width", ["80", "120"])
def test_every_position_shows_its_tellers_and_their_words(
    case: Path, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = rashomon("disputes", case).stdout
    assert max(map(len, shown.splitlines())) <= int(width)
    text = " ".join(shown.split())
    assert text.startswith("1 dispute, 1 difference of wording on 2 events. Machine-read and unreviewed")
    for part in ("conflict: not all can be so", "Red Lances", "Salt Guard", "Ada Merrin: “", "1 witness"):
        assert part in text
    assert "\x1b[31m" not in shown


def test_framing_is_shown_and_what_is_agreed_comes_on_demand(case: Path) -> None:
    assert [(row["slot"], row["kind"]) for row in rows(case)] == [("actor", "conflict"), ("wording", "framing")]
    assert [row["kind"] for row in rows(case, "--no-framing")] == ["conflict"]
    assert [row["kind"] for row in rows(case, "--dispute", "conflict")] == ["conflict"]
    assert [row["kind"] for row in rows(case, "--dispute", "conflict", "--framing")] == ["conflict", "framing"]
    kinds = {(row["slot"], row["kind"]) for row in rows(case, "--agreed")}
    assert {("happened", "agreed"), ("time", "agreed"), ("actor", "conflict")} <= kinds


def test_what_is_not_shown_is_counted(case: Path) -> None:
    last = " ".join(rashomon("disputes", case, "--no-framing").stdout.split()).rpartition("Not shown: ")[2]
    assert "1 in different words (--framing)" in last
    counted = Counter(row["kind"] for row in rows(case, "--agreed", "--single"))
    assert f"{counted['one witness']} told by one witness alone (--single)." in last
    assert "Not shown" not in rashomon("disputes", case, "--agreed", "--single").stdout


def test_slots_kinds_and_filters_choose(case: Path) -> None:
    assert rows(case, "--slot", "number") == []
    assert rows(case, "--dispute", "update") == []
    assert len(rows(case, "--dispute", "conflict", "--slot", "actor")) == 1
    assert [row["kind"] for row in rows(case, "--place", "Tarvol")] == ["framing"]
    assert rashomon("disputes", case, "--slot", "number").stdout.startswith("Nothing is found")


def test_csv_has_a_row_for_each_teller_of_a_position(case: Path) -> None:
    cells = list(csv.DictReader(io.StringIO(rashomon("disputes", case, "--no-framing", "-f", "csv").stdout)))
    assert [(c["value"], c["teller"], c["witnesses"]) for c in cells] == [
        ("Red Lances", "Orm Gazette", "1"),
        ("Salt Guard", "Ada Merrin", "1"),
    ]
    assert all(":c1" in cell["claims"] for cell in cells)


def test_one_line_for_each_finding_in_jsonl(case: Path) -> None:
    lines = rashomon("disputes", case, "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows(case)


def test_a_limit_says_that_there_is_more(case: Path) -> None:
    shown = " ".join(rashomon("disputes", case, "--agreed", "--limit", "1").stdout.split())
    assert "1 of " in shown
    assert "--limit N shows more)" in shown


def test_the_words_of_a_denial_are_no_assertion(tmp_path: Path) -> None:
    hit: dict[str, Any] = {"type": "ASSAULT", "place": "Orm", "when": "2014-04-02", "recipients": ("market",)}
    one = Account("one", "Orm Gazette", "2014-04-03")
    one.says(
        "The Red Lances shelled the market of Orm at noon, when it was full.", "shelled", agents=("Red Lances",), **hit
    )
    two = Account("two", "State Radio", "2014-04-04")
    two.says("that anybody from the hills had shelled it", "shelled", "Ada Merrin", agents=("Red Lances",),
             factuality="not", **hit)  # fmt: skip
    path = tmp_path / "denied.db"
    write(path, [one.reading(), two.reading()])
    shown = " ".join(rashomon("disputes", path).stdout.split())
    assert "Orm Gazette: “The Red Lances shelled" in shown
    assert "Ada Merrin speaks against it: “that anybody" in shown
