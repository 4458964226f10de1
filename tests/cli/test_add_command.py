"""`rashomon add`, `quarantine` and `reread`, with a reader that is fast."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.case.locking import writing
from rashomon.cli import app
from tests.case.fake import Fake, one, rows

SAID = "Lances attacked Tarvol on Friday, and held it, radio number {} said."


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("rashomon.api.load_reader", lambda name, parser, knowledge: Fake(name))
    Path("d").mkdir()
    for number in range(3):
        Path(f"d/{number}.txt").write_text(SAID.format(number), encoding="utf-8")


def rashomon(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def test_what_is_added_there_already_and_refused_is_said() -> None:
    first = rashomon("add", "case.db", "d")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.splitlines() == ["added: 3 documents (3 claims, machine-read and unreviewed)"]
    for number in range(5):
        Path(f"d/empty{number}.txt").touch()
    Path("d/\x1b[31m.txt").write_bytes(b"\x7fELF" + bytes(200))
    second = rashomon("add", "case.db", "d", "nowhere")
    assert second.exit_code == 1
    assert second.stderr.splitlines() == [
        "added: 0 documents",
        "already there: 3 documents",
        "refused: 7, kept in quarantine (rashomon quarantine case.db)",
        "  d/empty0.txt: is empty",
        "  d/empty1.txt: is empty",
        "  d/empty2.txt: is empty",
        "  ... and 2 more for the same reason",
        "  d/\\x1b[31m.txt: is binary, not text",
        "  nowhere: no such file or folder",
    ]
    third = rashomon("add", "case.db", "d")
    assert third.exit_code == 0
    assert third.stderr.splitlines()[-1] == "refused before, not tried again: 6 (rashomon add case.db --retry)"


def test_standard_input_and_what_is_said_of_it() -> None:
    result = rashomon("add", "case.db", "-", "--title", "Gone", "--published", "2016-12", stdin=SAID.format(9))
    assert result.exit_code == 0
    assert rows(Path("case.db"), "SELECT title, published FROM documents") == [("Gone", "2016-12")]
    assert one(Path("case.db"), "SELECT how FROM acquisitions") == "stdin"


def test_bytes_are_kept_unless_refused() -> None:
    rashomon("add", "case.db", "d/0.txt")
    rashomon("add", "other.db", "d/0.txt", "--no-raw")
    assert one(Path("case.db"), "SELECT data IS NOT NULL FROM raw") == 1
    assert rows(Path("other.db"), "SELECT data, size > 0 FROM raw") == [(None, 1)]


def test_what_was_refused_is_listed_and_tried_again() -> None:
    Path("d/=1+1.txt").touch()
    rashomon("add", "case.db", "d")
    listed = rashomon("quarantine", "case.db")
    assert listed.exit_code == 0
    assert "d/=1+1.txt" in listed.stdout
    assert "is empty" in listed.stdout
    assert "rashomon add case.db --retry" in listed.stderr
    [record] = json.loads(rashomon("quarantine", "case.db", "--format", "json").stdout)
    assert (record["place"], record["reason"], record["tries"], record["kept"]) == ("d/=1+1.txt", "is empty", 1, True)
    again = rashomon("add", "case.db", "--retry")
    assert again.exit_code == 1
    assert [record["tries"] for record in json.loads(rashomon("quarantine", "case.db", "-f", "json").stdout)] == [2]
    Path("d/=1+1.txt").write_text(SAID.format(7), encoding="utf-8")
    assert rashomon("add", "case.db", "d").exit_code == 0
    assert "Nothing is in quarantine" in rashomon("quarantine", "case.db").stdout
    assert "taken in since" in rashomon("quarantine", "case.db", "--all").stdout


def test_a_list_as_csv_has_no_formulas() -> None:
    Path("=1+1.txt").touch()
    rashomon("add", "case.db", "=1+1.txt")
    [record] = csv.DictReader(io.StringIO(rashomon("quarantine", "case.db", "-f", "csv").stdout))
    assert record["place"] == "'=1+1.txt"


def test_another_way_of_reading_is_said_before_it_is_mixed() -> None:
    Path("mine").mkdir()
    assert rashomon("add", "case.db", "d/0.txt", "--knowledge", "mine").exit_code == 0
    without = rashomon("add", "case.db", "d/1.txt")
    assert without.stderr.startswith("case.db: was read with the knowledge in mine so far; what is added now is read")
    assert "--knowledge mine" in without.stderr
    other = rashomon("add", "case.db", "d/2.txt", "--reader", "learned")
    assert other.stderr.startswith(
        "case.db: was read with the reader 'rules' so far; what is added now is read with the reader 'learned'\n"
    )


def test_reading_again_keeps_to_the_reader_and_asks_for_the_knowledge() -> None:
    Path("mine").mkdir()
    rashomon("add", "case.db", "d", "--knowledge", "mine", "--reader", "learned")
    refused = rashomon("reread", "case.db")
    assert refused.exit_code == 2
    assert "give --knowledge mine, or --without-knowledge" in " ".join(refused.stderr.split())
    assert rashomon("reread", "case.db", "--knowledge", "mine").stderr.splitlines()[-1] == "as they were: 3"
    assert rows(Path("case.db"), "SELECT DISTINCT reader FROM readings") == [("learned",)]
    result = rashomon("reread", "case.db", "--without-knowledge", "--reader", "rules")
    assert (result.exit_code, result.stderr) == (0, "read again: 3 (3 claims, machine-read and unreviewed)\n")
    assert rashomon("reread", "case.db", "--all").stderr.startswith("read again: 3 ")


@pytest.mark.parametrize("arguments", [["add"], ["add", "case.db"], ["add", "case.db", "d", "--published", "soon"]])
def test_wrong_usage_of_add_exits_with_two(arguments: list[str]) -> None:
    assert rashomon(*arguments).exit_code == 2
    assert not Path("case.db").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "d/0.txt", "d"], "d/0.txt: cannot be opened as a case"),
        (["reread", "none.db"], "none.db: no such case"),
        (["quarantine", "none.db"], "none.db: no such case"),
        (["add", "none.db", "--retry"], "none.db: no such case"),
    ],
)
def test_what_is_no_case_is_one_line(arguments: list[str], said: str) -> None:
    result = rashomon(*arguments)
    assert result.exit_code == 1
    assert str(result.exception).startswith(said)


def test_a_second_writer_is_refused() -> None:
    rashomon("add", "case.db", "d")
    with writing(Path("case.db")):
        result = rashomon("add", "case.db", "d")
    assert str(result.exception).startswith("case.db: is being written to by ")
