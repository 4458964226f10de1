"""Cases of every version that there ever was are opened, brought up to date, and say what they said."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rashomon.case.adding import add
from rashomon.case.case import open_case
from rashomon.case.opening import APPLICATION, MIGRATIONS, connect, version
from rashomon.case.query.filters import Filters
from rashomon.errors import CaseError
from tests.case.fake import FAKE, one, sound
from tests.case.versions.dumping import TEXTS, load

FOLDER = Path(__file__).parent / "versions"
VERSIONS = range(1, len(MIGRATIONS) + 1)


def stored(number: int, path: Path) -> Path:
    load((FOLDER / f"v{number}.sql").read_text(encoding="utf-8"), path)
    return path


@pytest.mark.parametrize("number", VERSIONS)
def test_every_version_is_opened_and_says_what_it_said(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case = stored(number, Path("case.db"))
    Path("d").mkdir()
    for name, text in TEXTS.items():
        Path(name).write_text(text, encoding="utf-8")
    assert add(case, ["d"], FAKE).added == 0
    Path("d/c.txt").write_text("Wolves attacked Dorvan on Sunday.", encoding="utf-8")
    assert add(case, ["d"], FAKE).added == 1
    with closing(connect(case)) as connection:
        assert version(connection) == len(MIGRATIONS)
    with open_case(case) as opened:
        assert {reading.document.text for reading in opened.readings()} >= {text for text in TEXTS.values() if text}
        assert [claim.agents for claim in opened.claims(Filters(text="ostrel"))] == [("Herons",)]
    assert one(case, "SELECT count(*) FROM readings") == 5
    assert sound(case) == "ok"


def test_the_newest_version_that_is_stored_is_the_schema_of_today(tmp_path: Path) -> None:
    query = "SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2"
    path = stored(len(MIGRATIONS), tmp_path / "old.db")
    with closing(sqlite3.connect(path)) as old, closing(connect(tmp_path / "new.db", create=True)) as new:
        same = old.execute(query).fetchall() == [tuple(row) for row in new.execute(query)]
    assert same, "the schema has changed: a released one needs a migration, else run tests.case.versions.dumping again"


def test_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db")) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 99; CREATE TABLE x (y)")
    with pytest.raises(CaseError, match=f"newer version of Rashomon .schema 99; this one knows {len(MIGRATIONS)}"):
        add(tmp_path / "case.db", ["nothing"], FAKE)
