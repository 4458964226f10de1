"""`rashomon relations` and `rashomon factions` on a small case."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.errors import QueryError
from tests.analysis.relations.delta import all_readings
from tests.case.query.conftest import write
from tests.comparing.accounts import Account


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("relations") / "delta.db"
    write(path, all_readings())
    return str(path)


@pytest.fixture(autouse=True, params=[80, 120])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


def rashomon(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def shown(result: Result) -> str:
    """What was written, its lines joined: columns cut words apart."""
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def test_pairs_are_listed_with_both_signs_marked(case: str, width: int) -> None:
    result = rashomon("relations", case)
    text = shown(result)
    assert "2 pairs. Machine-read and unreviewed" in text
    assert "both friendly" in text
    assert "3 claims by 3 tellers" in text
    assert all(len(line) <= width for line in result.stdout.splitlines())


def test_the_ledger_of_a_pair_shows_place_time_teller_and_words(case: str, width: int) -> None:
    result = rashomon("relations", case, "Lance Front", "Guard")
    text = shown(result)
    assert "Lance Front and Veshti Guard: 6 claims" in text
    for words in (
        "Friendly 1 claim",
        "Hostile 3 claims",
        "No tie: not counted 2 claims",
        "Orm",
        "2031-05-01",
        "handed",
    ):
        assert words in text
    assert all(len(line) <= width for line in result.stdout.splitlines())


def test_a_short_ledger_shows_both_signs(case: str) -> None:
    text = shown(rashomon("relations", case, "Lance Front", "Guard", "--limit", "3"))
    assert "3 of 6 claims" in text
    assert "Friendly 1 claim" in text
    assert "Hostile 1 of 3 claims" in text
    assert "No tie: not counted 1 of 2 claims" in text


def test_filters_narrow_what_is_counted(case: str) -> None:
    [pair] = json.loads(rashomon("relations", case, "--place", "Orm", "-f", "json").stdout)
    assert (pair["friendly"], pair["hostile"], pair["both"]) == (1, 0, False)
    rows = json.loads(rashomon("relations", case, "Lance Front", "Veshti Guard", "--place", "Orm", "-f", "json").stdout)
    assert [row["place"] for row in rows] == ["Orm"]
    assert "Lance Front and River League: No claims" in shown(
        rashomon("relations", case, "Lance Front", "River League", "--place", "Orm")
    )


def test_only_pairs_of_both_signs(case: str) -> None:
    rows = json.loads(rashomon("relations", case, "--both", "-f", "json").stdout)
    assert [row["other"] for row in rows] == ["Veshti Guard"]
    assert len(json.loads(rashomon("relations", case, "River League", "-f", "json").stdout)) == 1


def test_collapsing_names_what_it_drops(case: str) -> None:
    text = shown(rashomon("relations", case, "--collapse"))
    assert "one sign each" in text
    assert "1 friendly claim" in text
    rows = {row["other"]: row for row in json.loads(rashomon("relations", case, "--collapse", "-f", "json").stdout)}
    assert rows["Veshti Guard"]["sign"] == "-"
    assert len(rows["Veshti Guard"]["dropped_claims"]) == 1


def test_csv_has_a_row_a_claim_with_its_words(case: str) -> None:
    rows = list(
        csv.DictReader(io.StringIO(rashomon("relations", case, "Lance Front", "Veshti Guard", "-f", "csv").stdout))
    )
    assert len(rows) == 6
    assert rows[0]["quote"].startswith("The Lance Front handed Orm")


def test_an_unknown_name_is_an_error_with_a_hint(case: str) -> None:
    result = rashomon("relations", case, "Lanse Front")
    assert isinstance(result.exception, QueryError)
    assert "did you mean “Lance Front”" in str(result.exception)


def test_factions_with_the_tie_that_does_not_fit_and_its_words(case: str, width: int) -> None:
    result = rashomon("factions", case)
    text = shown(result)
    assert "3 sides, 2 friendly and 1 hostile tie. Machine-read" in text
    assert "Ties that no best division into factions satisfies" in text
    assert "The Lance Front handed Orm to the Veshti Guard on 1 May." in text
    assert all(len(line) <= width for line in result.stdout.splitlines())


def test_factions_say_whose_accounts_they_are_what_a_tie_weighs_and_what_is_left_out(case: str) -> None:
    text = shown(rashomon("factions", case))
    assert "As told by Ada Merrin; Delta Courier; Orm Herald; Tessel Mirror." in text
    assert "as tellers tell it" in text
    assert "there are claims of it" in shown(rashomon("factions", case, "--weigh", "claims"))


def test_a_reprint_raises_neither_tellers_nor_weights(tmp_path: Path) -> None:
    words = (
        "The Lance Front paid the River League through a merchant of Orm in the first week of May. Twelve barges "
        "came down the river with flour, lamp oil and boots, and the league's treasurer counted them at the lock."
    )
    made = []
    for doc, outlet, day in (("one", "Orm Herald", "2031-05-05"), ("two", "Tessel Mirror", "2031-05-06")):
        told = Account(doc, outlet, day)
        told.says(words, "paid", type="AID", agents=("Lance Front",), recipients=("River League",))
        made.append(told.reading())
    path = tmp_path / "reprint.db"
    write(path, made)
    text = shown(rashomon("relations", str(path)))
    assert "2 claims by 1 teller" in text
    assert "counts with its origin" in text
    rows = list(csv.DictReader(io.StringIO(rashomon("factions", str(path), "-f", "csv").stdout)))
    assert [row["weight"] for row in rows] == ["1.0"]


def test_factions_without_an_account(case: str) -> None:
    courier = json.loads(rashomon("documents", case, "--teller", "Delta Courier", "-f", "json").stdout)[0]["id"]
    found: dict[str, Any] = json.loads(rashomon("factions", case, "--without", courier[:6], "-f", "json").stdout)
    assert (found["camps"]["value"], found["without"]["camps"]["value"]) == (1, 0)
    assert "without these" in shown(rashomon("factions", case, "--without", courier))
    assert isinstance(rashomon("factions", case, "--without", "nosuch").exception, QueryError)


def test_factions_as_rows(case: str) -> None:
    rows = list(csv.DictReader(io.StringIO(rashomon("factions", case, "-f", "csv").stdout)))
    assert {row["factions"] for row in rows} == {"fits", "always broken"}


def test_a_case_in_which_nothing_fits_says_so(case: str) -> None:
    assert "No ties." in shown(rashomon("factions", case, "--type", "REQUEST"))
    assert "No pairs." in shown(rashomon("relations", case, "--type", "PROTEST"))


def test_the_file_of_the_case_is_not_overwritten(case: str) -> None:
    before = Path(case).read_bytes()
    assert rashomon("factions", case, "-o", case).exit_code == 1
    assert Path(case).read_bytes() == before
