"""`rashomon witnesses` on a small case."""

from __future__ import annotations

import csv
import io

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.model import Reading
from tests.case.query.conftest import write
from tests.comparing.accounts import Account

STORY = (
    "Shells hit the granary of Orm before the bakers had come for their flour that morning",
    "Eleven people who had slept between the sacks were carried to the ferry by their neighbours",
    "The harbour master counted four holes in the roof and one in the clock above the gate",
    "Nobody on either bank would say from which of the two hills the guns had been fired",
)


def told(id: str, source: str, published: str, *sentences: str) -> Reading:
    account = Account(id, source, published=published)
    for sentence in sentences:
        account.says(f"{sentence}.", sentence.split()[1], type="ASSAULT", place="Orm")
    return account.reading()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("witnesses") / "orm.db"
    other = "Goats \x1b[31mgrazed where the road to Tarvol leaves the valley and turns north to the old dam again"
    write(path, [told("a", "Axiom Wire", "2031-04-02", *STORY), told("b", "Courier", "2031-04-03", *STORY),
                 told("c", "Radio", "2031-04-03", other)])  # fmt: skip
    return str(path)


@pytest.fixture(autouse=True, params=[80, 120])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


def rashomon(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["witnesses", *arguments])


def test_reprints_stand_under_their_origin(case: str, width: int) -> None:
    result = rashomon(case)
    assert result.exit_code == 0, result.output
    text = " ".join(result.stdout.split())
    assert "3 documents, 2 origins, 2 independent witnesses" in text
    assert "Independent does not mean right" in text
    assert text.index("Axiom Wire") < text.index("Courier")
    assert "100% of its words" in text
    each = text.partition("Each independent witness, with its origins")[2]
    assert "Axiom Wire, 2 April 2031" in each
    assert "Radio, 3 April 2031" in each
    assert "Courier" not in each
    assert "\x1b[31m" not in result.stdout
    assert all(len(line) <= width for line in result.stdout.splitlines())


def test_rows_for_programs(case: str) -> None:
    rows = list(csv.DictReader(io.StringIO(rashomon(case, "-f", "csv").stdout)))
    assert sorted(row["what"] for row in rows if row["what"] in ("origin", "reprint")) == [
        "origin",
        "origin",
        "reprint",
    ]
    reprint = next(row for row in rows if row["what"] == "reprint")
    assert (reprint["share"], reprint["words"] != "") == ("1.0", True)


def test_filters_choose_documents(case: str) -> None:
    text = " ".join(rashomon(case, "--teller", "Radio").stdout.split())
    assert "1 document, 1 origin, 1 independent witness" in text
