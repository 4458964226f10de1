"""A run that is cut off anywhere, and then run again, leaves the case that an undisturbed run leaves."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from rashomon.case import adding
from rashomon.case.adding import add
from rashomon.case.rereading import reread
from rashomon.case.settings import Settings
from rashomon.errors import CaseError
from tests.case.fake import FAKE, content, load_newer, one, rows, sound

TEXTS = (
    "Lances attacked Tarvol.",
    "Herons attacked Ostrel.",
    "They fail here.",
    "It is unfit: A attacked B.",
    "Quiet.",
)


class KilledError(BaseException):
    """Stands for kill -9: nothing that the program does afterwards has any effect."""


class Dying(sqlite3.Connection):
    """A connection that is gone, or whose disk is full, after so many statements."""

    left: int | None = None
    error: BaseException = KilledError()

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self._live()
        return super().execute(*given)

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        self._live()
        return super().executemany(*given)

    def _live(self) -> None:
        if Dying.left is not None:
            Dying.left -= 1
            if Dying.left < 0:
                raise Dying.error


@contextmanager
def dying(monkeypatch: pytest.MonkeyPatch, statements: int, error: BaseException) -> Iterator[None]:
    plain = sqlite3.connect

    def connect(*given: Any, **options: Any) -> sqlite3.Connection:
        return plain(*given, factory=Dying, **options)

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.case.opening.sqlite3.connect", connect)
        patch.setattr(Dying, "error", error)
        patch.setattr(Dying, "left", statements)
        yield


@pytest.fixture(autouse=True)
def _some_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(adding, "MOST_DOCUMENTS", 2)
    Path("d").mkdir()
    for number, text in enumerate(TEXTS):
        Path(f"d/{number}.txt").write_text(f"{text} So the people of the town said on Friday.", encoding="utf-8")
    Path("d/6.txt").write_text(Path("d/0.txt").read_text(encoding="utf-8"), encoding="utf-8")
    records = [{"doc": f"r{n}", "text": f"The army attacked village {n} in the north of the land."} for n in range(3)]
    Path("d/r.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records) + "[]\n", encoding="utf-8")


def cut_off(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], error: BaseException) -> Iterator[int]:
    """Cuts an action off at growing numbers of statements, until it gets through."""
    for statements in range(0, 10_000, 7):
        try:
            with dying(monkeypatch, statements, error):
                act()
        except (KilledError, CaseError):
            yield statements
        else:
            return


def made(case: Path) -> bool:
    """Whether the file is a case yet."""
    with closing(sqlite3.connect(case)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("error", [KilledError(), sqlite3.OperationalError("database or disk is full")])
def test_adding_goes_on_wherever_it_was_cut_off(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    add(Path("undisturbed.db"), ["d"], FAKE)
    expected = content(Path("undisturbed.db"))
    case = Path("case.db")
    times = 0
    for _ in cut_off(monkeypatch, lambda: add(case, ["d"], FAKE), error):
        times += 1
        if made(case):
            assert sound(case) == "ok"
            assert not rows(case, "SELECT 1 FROM documents LEFT JOIN readings USING (docno) WHERE readingno IS NULL")
    assert times > 5
    assert content(case) == expected


def test_a_fresh_case_cut_off_at_any_statement_is_mended_by_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    add(Path("undisturbed.db"), ["d"], FAKE)
    expected = content(Path("undisturbed.db"))
    for number, statements in enumerate((1, 3, 20, 60, 75, 110, 140, 190)):
        case = Path(f"case{number}.db")
        with pytest.raises(KilledError), dying(monkeypatch, statements, KilledError()):
            add(case, ["d"], FAKE)
        add(case, ["d"], FAKE)
        assert content(case) == expected


def test_reading_again_goes_on_wherever_it_was_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    case, newer = Path("case.db"), Settings(load_newer)
    add(case, ["d"], FAKE)
    monkeypatch.setattr("rashomon.case.rereading._AT_ONCE", 2)
    times = sum(1 for _ in cut_off(monkeypatch, lambda: reread(case, newer), KilledError()))
    assert times > 2
    assert rows(case, "SELECT DISTINCT reader FROM readings WHERE current = 1") == [("fake-2",)]
    assert one(case, "SELECT count(*) FROM readings") == 2 * one(case, "SELECT count(*) FROM documents")
    assert reread(case, newer).added == 0
    assert sound(case) == "ok"


def test_a_case_that_cannot_grow_says_so_and_goes_on_once_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Path("case.db")
    add(case, ["d/0.txt"], FAKE)
    pages = one(case, "PRAGMA page_count")
    long = " ".join(f"word{number}" for number in range(9000))
    Path("d/long.txt").write_text(f"Lances attacked Tarvol. {long}", encoding="utf-8")
    plain = sqlite3.connect

    def full(*given: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = plain(*given, **options)
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.case.opening.sqlite3.connect", full)
        with pytest.raises(CaseError, match=r"^case\.db: cannot be written: database or disk is full; what was"):
            add(case, ["d"], FAKE)
    assert sound(case) == "ok"
    add(case, ["d"], FAKE)
    add(Path("undisturbed.db"), ["d"], FAKE)
    assert content(case) == content(Path("undisturbed.db"))
