"""`rashomon events` and `rashomon event` on a small case."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from tests.case.query.conftest import write
from tests.comparing.accounts import Account, changed, killed


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("events") / "orm.db"
    hit: dict[str, Any] = {"type": "ASSAULT", "place": "Orm", "when": "2014-04-02", "recipients": ("market",)}
    one = Account("one", "Orm Gazette", "2014-04-03")
    one.says("The Red Lances shelled the market in Orm.", "shelled", agents=("Red Lances",), **hit)
    one.says("The Salt Guard liberated Tarvol.", "liberated", control=changed("Tarvol", "Red Lances", "Salt Guard"))
    two = Account("two", "State \x1b[31mRadio", "2014-04-04")
    two.says("The Salt Guard shelled the market of Orm.", "shelled", "Ada Merrin", agents=("Salt Guard",), **hit)
    two.says("It killed 12 people.", "killed", "Ada Merrin", type="ASSAULT", quantities=killed(12, 12))
    three = Account("three", "Red Lances", "2014-04-04")
    three.says("The Red Lances never shelled the market of Orm.", "shelled", agents=("Red Lances",),
               factuality="not", **hit)  # fmt: skip
    write(path, [one.reading(), two.reading(), three.reading()])
    return path


def rashomon(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rows(*arguments: str | Path) -> list[dict[str, Any]]:
    result = rashomon(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def shelling(case: Path) -> str:
    return str(rows("events", case, "--tellers", "2")[0]["id"])


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_list_fits_the_terminal_and_counts(case: Path, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = rashomon("events", case).stdout
    assert max(map(len, shown.splitlines())) <= int(width)
    text = " ".join(shown.split())
    assert text.startswith("2 events. Machine-read and unreviewed")
    for part in ("Attack on market, Orm", "4 claims, 3 docs", "denied by 1", "Change of hands, Tarvol"):
        assert part in text
    assert "\x1b[31m" not in shown


def test_an_event_holds_all_that_is_said_of_it(case: Path) -> None:
    found = rows("events", case)
    assert [(len(event["claims"]), event["documents"], event["denied"]) for event in found] == [(4, 3, 1), (1, 1, 0)]
    assert found[0]["since"] == found[0]["until"] == "2014-04-02"
    assert found[0]["disputed"] >= 1


def test_filters_choose_events_and_keep_all_their_claims(case: Path) -> None:
    assert [event["place"] for event in rows("events", case, "--place", "Tarvol")] == ["Tarvol"]
    assert [len(event["claims"]) for event in rows("events", case, "--factuality", "not")] == [4]
    assert rows("events", case, "--tellers", "9") == []
    assert rashomon("events", case, "--tellers", "9").stdout.startswith("No events.")
    assert "1 of 2 events (--limit N shows more)" in rashomon("events", case, "--limit", "1").stdout


@pytest.mark.parametrize("width", ["80", "120"])
def test_tellers_stand_side_by_side_with_their_words(case: Path, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = rashomon("event", case, shelling(case)).stdout
    assert max(map(len, shown.splitlines())) <= int(width)
    text = " ".join(shown.split())
    for part in ("Orm Gazette", "Ada Merrin", "did not happen", "12 people", "never", "2014-04-02"):
        assert part in text
    assert "\x1b[31m" not in shown


def test_every_value_of_a_teller_leads_to_its_words(case: Path) -> None:
    cells = list(csv.DictReader(io.StringIO(rashomon("event", case, shelling(case), "-f", "csv").stdout)))
    agents = {(cell["teller"], cell["value"], cell["quotes"]) for cell in cells if cell["slot"] == "agent"}
    assert ("Ada Merrin", "Salt Guard", "The Salt Guard shelled the market of Orm.") in agents
    assert ("Orm Gazette", "Red Lances", "The Red Lances shelled the market in Orm.") in agents
    assert all(":c" in cell["claims"] for cell in cells)
    assert {cell["value"] for cell in cells if cell["teller"] == "Red Lances" and cell["slot"] == "happened"} == {
        "did not happen"
    }


def test_the_beginning_of_an_id_is_enough_and_an_unknown_one_is_refused(case: Path) -> None:
    id = shelling(case)
    assert rashomon("event", case, id[:9]).stdout == rashomon("event", case, id).stdout
    refused = rashomon("event", case, "e-nothing")
    assert refused.exit_code != 0
    assert "event e-nothing: there is none" in str(refused.exception)
    assert "2 begin so" in str(rashomon("event", case, "e-").exception)
