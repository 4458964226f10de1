"""`rashomon control` on a small case."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.errors import QueryError
from tests.case.query.conftest import write
from tests.comparing.accounts import Account, changed


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    herald = Account("a", "Orm Herald", published="2031-04-05")
    herald.says("The Lances captured Orm from the Regency.", "captured", type="COERCE", when="2031-04-02",
                control=changed("Orm", "Regency", "Red Lances"))  # fmt: skip
    radio = Account("b", "Radio Tarvol", published="2031-04-06")
    radio.says("The Regency has not lost Orm.", "lost", factuality="not", control=changed("Orm", "Regency", None))
    radio.says("The Regency holds \x1b[31mTarvol.", "holds",
               control={**changed("Tarvol", None, "Regency"), "holds": True})  # fmt: skip
    path = tmp_path_factory.mktemp("control") / "orm.db"
    write(path, [herald.reading(), radio.reading()])
    return str(path)


@pytest.fixture(autouse=True, params=[80, 120])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


def rashomon(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["control", *arguments])


def shown(result: Result) -> str:
    """What was written, its lines joined: columns cut words apart."""
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def test_each_account_stands_by_itself_with_its_words(case: str, width: int) -> None:
    result = rashomon(case)
    text = shown(result)
    assert "2 places in 2 accounts. Machine-read and unreviewed" in text
    assert "Regency until 2 April 2031" in text
    assert "Red Lances since 2 April 2031, from Regency" in text
    assert "denied: Regency lost it" in text
    assert "captured Orm from the Regency" in text
    assert "\x1b[31m" not in result.stdout
    assert all(len(line) <= width for line in result.stdout.splitlines())


def test_one_place_on_one_day(case: str) -> None:
    text = shown(rashomon(case, "orm", "--as-of", "2031-04-03"))
    assert "1 answer for 3 April 2031" in text
    assert "Orm Herald: Red Lances" in text
    assert "Tarvol" not in text


def test_rows_for_programs(case: str) -> None:
    rows = list(csv.DictReader(io.StringIO(rashomon(case, "-f", "csv").stdout)))
    assert [(row["place"], row["what"], row["holder"]) for row in rows] == [
        ("Orm", "held", "Regency"),
        ("Orm", "held", "Red Lances"),
        ("Orm", "denied", "Regency"),
        ("Tarvol", "held", "Regency"),
    ]


def test_a_place_that_nobody_tells_of_and_a_day_that_is_none(case: str, tmp_path: Path) -> None:
    assert isinstance(rashomon(case, "Quellin").exception, QueryError)
    assert "Orm, Tarvol" in str(rashomon(case, "Quellin").exception)
    assert isinstance(rashomon(case, "--as-of", "2031-04").exception, QueryError)


def test_a_place_is_found_by_its_other_names_and_offered_by_those_much_like_it(case: str) -> None:
    assert "did you mean “Tarvol”?" in str(rashomon(case, "Tarvul").exception)


def test_what_is_not_said_is_put_in_words_and_every_claim_can_be_looked_up(tmp_path: Path) -> None:
    herald = Account("a", "Orm Herald", published="2031-04-05")
    for day in ("Monday", "Tuesday", "Friday"):
        herald.says(f"On {day} the Regency still held Orm.", "held",
                    control={**changed("Orm", None, "Regency"), "holds": True})  # fmt: skip
    courier = Account("b", "Delta Courier", published="2031-04-06")
    courier.says("Orm has been liberated.", "liberated", control=changed("Orm", None, None))
    courier.says("The Regency may have lost Orm.", "lost", factuality="possible",
                 control=changed("Orm", "Regency", None))  # fmt: skip
    path = tmp_path / "told.db"
    write(path, [herald.reading(), courier.reading()])
    text = shown(rashomon(str(path)))
    assert "by” a day: held on that day" in text
    assert "Regency by 5 April 2031" in text
    assert re.search(r"and 1 more: [0-9a-f]{8}:c3", text)
    assert "it changed hands; to whom is not said" in text
    assert "may be so, or not" in text
