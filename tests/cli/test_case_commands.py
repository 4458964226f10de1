"""`rashomon documents`, `claims`, `actors`, `places`, `tellers` and `show` on a small case."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.errors import QueryError
from tests.case.query.conftest import COURIER, LETTER, readings, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("commands") / "delta.db"
    write(path, readings())
    write(path, readings()[:1])
    return path


@pytest.fixture(autouse=True)
def _there(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.parent)
    monkeypatch.setenv("COLUMNS", "120")


def rashomon(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def records(*arguments: str) -> list[dict[str, object]]:
    result = rashomon(*arguments, "--format", "json")
    assert result.exit_code == 0
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("width", ["80", "120"])
def test_each_claim_shows_who_tells_it_and_how_firmly(monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    result = rashomon("claims", "delta.db", "--teller", "Red Lances")
    text = " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= int(width)
    assert text.startswith("1 claim. Machine-read and unreviewed")
    for part in ("→ Red Lances", "says it did not happen", "“losing”", "confidence .40", "published 2016-03-28"):
        assert part in text


def test_filters_combine_and_a_page_says_how_many_there_are() -> None:
    arguments = ["--pair", "army", "Red Lances", "--near", "34.5,38.0,5km", "--type", "coerce", "--since", "2016-03"]
    assert [row["trigger"] for row in records("claims", "delta.db", *arguments)] == ["retaken"]
    assert rashomon("claims", "delta.db", "--limit", "2").stdout.startswith("2 of 9 claims (--limit N shows more).")
    assert rashomon("claims", "delta.db", "--text", "submarine").stdout.startswith("No claims.")


@pytest.mark.parametrize("what", ["documents", "claims", "actors", "places", "tellers"])
def test_every_listing_has_the_same_rows_in_each_format(what: str) -> None:
    rows = records(what, "delta.db")
    lines = rashomon(what, "delta.db", "-f", "jsonl").stdout.splitlines()
    cells = list(csv.DictReader(io.StringIO(rashomon(what, "delta.db", "-f", "csv").stdout)))
    assert [json.loads(line) for line in lines] == rows
    assert len(cells) == len(rows) > 1
    key = "document" if what == "claims" else "id" if what == "documents" else "key"
    assert [cell[key] for cell in cells] == [row[key] for row in rows]
    assert rashomon(what, "delta.db", "--limit", "1").exit_code == 0


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    hostile = readings()[0].model_copy(update={"document": COURIER.model_copy(update={"title": '=HYPERLINK("x")'})})
    write(tmp_path / "hostile.db", [hostile])
    [row] = csv.DictReader(io.StringIO(rashomon("documents", str(tmp_path / "hostile.db"), "-f", "csv").stdout))
    assert row["title"] == '\'=HYPERLINK("x")'


def test_an_unknown_name_is_one_line_with_near_misses() -> None:
    result = rashomon("claims", "delta.db", "--actor", "Red Lancers")
    assert isinstance(result.exception, QueryError)
    assert str(result.exception).endswith("did you mean “Red Lances”?")
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--type", "WAR"], "'WAR' is none of"),
        (["--near", "Tarvol"], "give a place and kilometres"),
        (["--limit", "0"], "--limit"),
        (["--sort", "best"], "--sort"),
    ],
)
def test_wrong_usage_is_said(arguments: list[str], said: str) -> None:
    result = rashomon("claims", "delta.db", *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_documents_show_the_words_in_their_text() -> None:
    stdout = rashomon("documents", "delta.db", "--text", "farmers").stdout
    assert stdout.startswith("1 document.")
    assert "killed at least 12 farmers" in " ".join(stdout.split())
    [row] = records("documents", "delta.db", "--text", "farmers")
    assert isinstance(row["snippet"], dict)
    [[start, end]] = row["snippet"]["marks"]
    assert row["snippet"]["text"][start:end] == "farmers"


def document(words: str) -> str:
    return str(records("documents", "delta.db", "--text", words)[0]["id"])


def test_a_document_shows_its_custody_readings_and_claims() -> None:
    stdout = rashomon("show", "delta.db", document("farmers")[:7]).stdout
    for part in ("file: courier.txt", "SHA-256", "2  4 claims, current", "--reading 1", "State radio  1 claim"):
        assert part in stdout


def test_a_claim_shows_why_it_was_read() -> None:
    result = rashomon("show", "delta.db", f"{document('farmers')[:7]}:c2")
    assert "The words" in result.stdout
    assert "says it did not happen" in result.stdout
    missing = rashomon("show", "delta.db", f"{document('farmers')}:c9")
    assert "has no claim 'c9'" in str(missing.exception)


def test_text_and_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    wanted = document("nobody")
    assert rashomon("show", "delta.db", wanted, "--text").stdout == LETTER.text
    assert rashomon("show", "delta.db", wanted, "--raw", "-o", str(tmp_path / "raw")).exit_code == 0
    assert (tmp_path / "raw").read_bytes() == LETTER.text.encode()
    assert rashomon("show", "delta.db", wanted, "--raw").stdout_bytes == LETTER.text.encode()


def test_an_older_reading_is_shown_by_number() -> None:
    wanted = document("farmers")
    assert rashomon("show", "delta.db", wanted, "--reading", "1").exit_code == 0
    assert "reading 3: there is none" in str(rashomon("show", "delta.db", wanted, "--reading", "3").exception)


@pytest.mark.parametrize("arguments", [["claims", "delta.db"], ["show", "delta.db", "ID", "--raw"]])
def test_the_case_is_never_written_over(made: Path, arguments: list[str]) -> None:
    before = made.read_bytes()
    given = [document("farmers") if part == "ID" else part for part in arguments]
    result = rashomon(*given, *([] if "--raw" in given else ["-f", "csv"]), "-o", "delta.db")
    assert str(result.exception) == "delta.db: is the case itself"
    assert made.read_bytes() == before


def test_what_is_no_case_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("no case")
    assert "cannot be opened as a case" in str(rashomon("claims", str(tmp_path / "no.db")).exception)
    assert str(rashomon("actors", "missing.db").exception) == "missing.db: no such case"


def test_hostile_text_moves_nothing_on_the_screen() -> None:
    stdout = rashomon("documents", "delta.db", "--text", "came").stdout
    assert "\x1b" not in stdout
    assert "\\x1b[31m" in stdout
