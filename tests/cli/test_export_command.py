"""`rashomon export`: files that are whole or not there, what is left out told, errors in one line."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.case.opening import connect
from rashomon.case.writing import Writer
from rashomon.cli import app
from rashomon.errors import CaseError, QueryError, RashomonError
from rashomon.export.formats import FORMATS
from rashomon.intake.types import Origin, Taken
from rashomon.model import Claim, Reading

RUN = "INSERT INTO runs VALUES (1, 'add', '{}', '0', '2031-01-01T00:00:00Z', NULL, NULL)"


def keep(path: Path, readings: Sequence[Reading]) -> Path:
    """A case with these readings, added in this order."""
    db = connect(path, create=True)
    db.execute("BEGIN")
    db.execute(RUN)
    writer = Writer(db, 1, "2031-01-01T00:00:00Z")
    for reading in readings:
        docno, _ = writer.document(Taken(reading.document, Origin("file"), reading.document.text.encode()))
        writer.reading(docno, reading)
    db.execute("COMMIT")
    db.close()
    return path


@pytest.fixture
def readings(written: Reading, make_claim: Callable[..., Claim]) -> list[Reading]:
    document = written.document.model_copy(
        update={"id": "other", "source": "Ostrel Gazette", "published": "2029-02-11"}
    )
    return [written, written.model_copy(update={"document": document})]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readings: list[Reading]) -> Path:
    monkeypatch.chdir(tmp_path)
    return keep(Path("case.db"), readings)


def export(*args: str) -> Result:
    return CliRunner().invoke(app, ["export", "case.db", *args])


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_whatever_order_documents_were_added_in(case: Path, readings: list[Reading], name: str) -> None:
    keep(Path("turned.db"), readings[::-1])
    assert export("-f", name, "-o", "one").exit_code == 0
    assert CliRunner().invoke(app, ["export", "turned.db", "-f", name, "-o", "two"]).exit_code == 0
    assert Path("one").read_bytes() == Path("two").read_bytes()
    assert Path("one").stat().st_size


def test_text_goes_to_standard_output_and_the_count_to_the_other(case: Path) -> None:
    done = export("-f", "gold")
    assert len(done.stdout.splitlines()) == 8
    assert done.stderr.startswith("8 claims written.\nMachine-read and unreviewed")


def test_what_is_left_out_is_told(case: Path) -> None:
    done = export("-f", "acled", "-o", "acled.csv")
    assert "4 claims written." in done.stderr
    assert "Left out: 2 claims not said to be so; --include-unreal writes them, marked." in done.stderr
    assert "Left out: 2 claims without an ACLED event type." in done.stderr
    assert done.stdout == ""


def test_asked_for_the_unreal_comes_along(case: Path) -> None:
    done = export("-f", "acled", "--include-unreal")
    assert "6 claims written." in done.stderr
    assert "not said to be so" not in done.stderr
    assert "factuality=not" in done.stdout


def test_filters_apply(case: Path) -> None:
    found = [
        json.loads(line)
        for line in export("-f", "gold", "--type", "assault", "--teller", "Ostrel Gazette").stdout.splitlines()
    ]
    assert [(claim["trigger"], claim["type"]) for claim in found] == [("killed", "ASSAULT")]


def test_a_file_for_each_year(case: Path) -> None:
    done = export("-f", "gexf", "--per", "year", "-o", "ties")
    assert done.exit_code == 0
    assert sorted(path.name for path in Path("ties").iterdir()) == ["2029.gexf", "undated.gexf"]
    assert "written in 2 files." in done.stderr
    assert export("-f", "gexf", "--per", "year", "-o", "ties.zip").exit_code == 0
    with zipfile.ZipFile("ties.zip") as archive:
        assert archive.namelist() == ["2029.gexf", "undated.gexf"]
        assert archive.read("2029.gexf") == Path("ties/2029.gexf").read_bytes()


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["-f", "parquet"], "parquet needs a file: -o FILE.parquet"),
        (["-f", "gexf", "--per", "month"], "a file for each month needs a folder or an archive"),
        (["-f", "csv", "-o", "case.db"], "case.db: is the case itself"),
        (["-f", "parquet", "-o", "full"], "full: is there already, and is no file"),
        (["-f", "gexf", "--per", "year", "-o", "full"], "full: is there already; give a new folder"),
        (["-f", "parquet", "-o", "no/such/file"], "no/such/file: cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(case: Path, args: list[str], reason: str) -> None:
    Path("full").mkdir()
    Path("full/kept.txt").write_text("kept")
    before = case.read_bytes()
    done = export(*args)
    assert isinstance(done.exception, RashomonError)
    assert reason in str(done.exception)
    assert Path("full/kept.txt").read_text() == "kept"
    assert case.read_bytes() == before


@pytest.mark.parametrize(
    "args", [["-f", "csv", "--per", "month", "-o", "x"], ["-f", "pdf"], ["-f", "csv", "--near", "Ostrel"]]
)
def test_wrong_usage(case: Path, args: list[str]) -> None:
    assert export(*args).exit_code == 2


def test_a_case_that_is_none(case: Path) -> None:
    Path("note.txt").write_text("no case")
    assert isinstance(CliRunner().invoke(app, ["export", "note.txt", "-f", "csv"]).exception, CaseError)
    assert isinstance(CliRunner().invoke(app, ["export", "gone.db", "-f", "csv"]).exception, CaseError)


@pytest.mark.parametrize("name", ["csv", "parquet", "gexf"])
def test_what_goes_wrong_midway_leaves_the_file_as_it_was(case: Path, name: str) -> None:
    Path("out").write_text("as it was")
    done = export("-f", name, "-o", "out", "--actor", "Nobody Whatsoever")
    assert isinstance(done.exception, QueryError)
    assert Path("out").read_text() == "as it was"
    assert sorted(path.name for path in Path().iterdir() if path.name.endswith(".part")) == []


def test_a_wrong_question_writes_nothing(case: Path) -> None:
    done = export("-f", "csv", "--actor", "Nobody Whatsoever")
    assert isinstance(done.exception, QueryError)
    assert done.stdout == ""


def test_what_is_too_unsure_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calibrated: Reading) -> None:
    monkeypatch.chdir(tmp_path)
    keep(Path("case.db"), [calibrated])
    done = export("-f", "gold", "--min-confidence", "0.6")
    assert len(done.stdout.splitlines()) == 2
    assert "Left out: 2 claims below confidence 0.6." in done.stderr
