"""Claims left out for their confidence: by the function, in Python, on the command line; with an invented reader."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import rashomon
from rashomon.cli import app
from rashomon.model import Document, LeftOut, Reading
from rashomon.reading.base import Reader
from rashomon.reading.choosing import READERS, Choice
from rashomon.reading.confident import confident


class ByHeart:
    """Knows one text, and its reading."""

    name = "by-heart-1"

    def __init__(self, known: Reading) -> None:
        self._known = known

    def read(self, document: Document) -> Reading:
        return self._known.model_copy(update={"document": document})


@pytest.fixture(autouse=True)
def _readers(calibrated: Reading, written: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def calibrated_one(parser: str | None, knowledge: tuple[str, ...]) -> Reader:
        return ByHeart(calibrated)

    def raw_one(parser: str | None, knowledge: tuple[str, ...]) -> Reader:
        return ByHeart(written)

    monkeypatch.setitem(READERS, "calibrated", Choice(calibrated_one))
    monkeypatch.setitem(READERS, "raw", Choice(raw_one))
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        Path(f"{name}.txt").write_text(written.document.text)


def program(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def ids(reading: Reading) -> list[str]:
    return [claim.id for claim in reading.claims]


def test_claims_below_are_left_out_and_counted(calibrated: Reading) -> None:
    sure = confident(calibrated, 0.634)
    assert ids(sure) == ["c1", "c2"]
    assert sure.left_out == LeftOut(least=0.634, claims=2)
    assert [(one.chain, one.claims) for one in sure.tellers] == [
        (("State radio",), ("c1",)),
        (("Red Lances",), ("c2",)),
    ]
    assert ids(calibrated) == ["c1", "c2", "c3", "c4"]
    assert confident(calibrated, 0).left_out == LeftOut(least=0, claims=0)
    assert confident(calibrated, 1).claims == ()


def test_a_teller_keeps_what_is_left_of_its_claims(calibrated: Reading) -> None:
    assert confident(calibrated, 0.2).tellers[0].claims == ("c3",)


def test_leaving_out_more_counts_on(calibrated: Reading) -> None:
    assert confident(confident(calibrated, 0.2), 0.7).left_out == LeftOut(least=0.7, claims=3)
    assert confident(confident(calibrated, 0.7), 0.2).left_out == LeftOut(least=0.7, claims=3)


def test_a_reader_without_confidence_is_an_error(written: Reading) -> None:
    with pytest.raises(rashomon.ConfidenceError, match="the reader 'by hand' gives no confidence"):
        confident(written, 0.5)
    with pytest.raises(rashomon.ConfidenceError):
        rashomon.read(written.document.text, reader="raw", min_confidence=0.0)
    assert program("read", "a.txt", "--reader", "raw", "--min-confidence", "0.5").exit_code == 1


@pytest.mark.parametrize("least", [-0.1, 1.5, float("nan")])
def test_what_is_no_probability_is_an_error(calibrated: Reading, least: float) -> None:
    with pytest.raises(rashomon.ConfidenceError, match="between 0 and 1"):
        confident(calibrated, least)
    with pytest.raises(rashomon.ConfidenceError):
        rashomon.read_all([], min_confidence=least)
    assert program("read", "a.txt", "--reader", "calibrated", f"--min-confidence={least}").exit_code > 0


def test_python_leaves_out_too() -> None:
    text = Path("a.txt").read_text()
    assert ids(rashomon.read(text, reader="calibrated", min_confidence=0.5)) == ["c1", "c2"]
    assert rashomon.read(text, reader="calibrated").left_out is None
    outcomes = list(rashomon.read_all(["a.txt", "no.txt"], reader="calibrated", min_confidence=0.7))
    assert isinstance(outcomes[0], Reading)
    assert ids(outcomes[0]) == ["c1"]
    assert isinstance(outcomes[1], rashomon.InputError)


def test_a_table_says_it_account_by_account() -> None:
    result = program("read", "a.txt", "b.txt", "--reader", "calibrated", "--min-confidence", "0.5")
    assert " ".join(result.stdout.split()).count("2 claims below confidence .5 not shown") == 2
    assert result.stderr == ""


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "gold", "html"])
def test_other_formats_say_it_on_standard_error_for_all(format: str) -> None:
    given = program(
        "read",
        "a.txt",
        "b.txt",
        "--reader",
        "calibrated",
        "--min-confidence",
        ".5",
        "-f",
        format,
        "-o",
        f"out.{format}",
    )
    assert (given.exit_code, given.stderr) == (0, "4 claims below confidence .5 not shown\n")
    written = Path(f"out.{format}").read_text()
    if format == "json":
        assert [one["left_out"] for one in json.loads(written)] == [{"least": 0.5, "claims": 2}] * 2
    if format == "csv":
        assert [row["id"] for row in csv.DictReader(written.splitlines())] == ["c1", "c2"] * 2


def test_nothing_is_said_where_nothing_was_to_be_left_out() -> None:
    result = program("read", "a.txt", "--reader", "calibrated", "-f", "csv")
    assert (result.exit_code, result.stderr) == (0, "")


def test_an_explanation_of_a_claim_left_out_says_why_it_is_not_there() -> None:
    asked = ("explain", "a.txt", "--reader", "calibrated", "--min-confidence")
    assert program(*asked, "0.5", "c1").exit_code == 0
    some = program(*asked, "0.5", "c4")
    assert str(some.exception).endswith("it has c1 (retaken), c2 (losing); 2 claims below confidence .5 not shown")
    assert str(program(*asked, "0.95", "c4").exception) == "a.txt: 4 claims below confidence .95 not shown"
