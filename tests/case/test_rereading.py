"""Documents are read again where another version read them; older readings stay."""

from pathlib import Path

import pytest

from rashomon.case.adding import add
from rashomon.case.rereading import reread
from rashomon.case.settings import Settings
from rashomon.case.summary import Progress
from rashomon.errors import CaseError
from rashomon.model import Document, Reading
from tests.case.fake import FAKE, Fake, load_newer, one, rows, sound

NEWER = Settings(load_newer)


class Frightened(Fake):
    """A newer reader that fails on one document that the older one could read."""

    def read(self, document: Document) -> Reading:
        if "Ostrel" in document.text:
            raise ValueError("no")
        return super().read(document)


def load_frightened() -> Frightened:
    return Frightened("frightened-1")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("d").mkdir()
    for number, town in enumerate(("Tarvol", "Ostrel", "Dorvan")):
        Path(f"d/{number}.txt").write_text(f"Lances attacked {town} on Friday, and held it.", encoding="utf-8")
    add(Path("case.db"), ["d"], FAKE)
    return Path("case.db")


def test_what_the_same_reader_read_is_left_as_it_is(case: Path) -> None:
    summary = reread(case, FAKE)
    assert (summary.added, summary.there) == (0, 3)
    assert one(case, "SELECT count(*) FROM readings") == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_another_version_read_is_read_again_and_the_older_reading_stays(case: Path, jobs: int) -> None:
    told: list[Progress] = []
    summary = reread(case, Settings(load_newer, jobs=jobs), tell=told.append)
    assert (summary.added, summary.there, summary.claims) == (3, 0, 3)
    assert rows(case, "SELECT docno, reader, current FROM readings ORDER BY 1, readingno") == [
        (docno, reader, current) for docno in (1, 2, 3) for reader, current in (("fake-1", 0), ("fake-2", 1))
    ]
    assert one(case, "SELECT count(*) FROM claims") == 3
    assert (told[-1].documents, told[-1].done, told[-1].left) == (3, 1, 0)
    assert sound(case) == "ok"


def test_only_what_is_outdated_is_read_again(case: Path) -> None:
    Path("d/9.txt").write_text("Herons attacked Lisk on Sunday, and left it.", encoding="utf-8")
    add(case, ["d"], NEWER)
    summary = reread(case, NEWER)
    assert (summary.added, summary.there) == (3, 1)


def test_all_can_be_read_again(case: Path) -> None:
    assert reread(case, FAKE, every=True).added == 3
    assert one(case, "SELECT count(*) FROM readings") == 6


def test_a_document_that_cannot_be_read_again_keeps_its_reading(case: Path) -> None:
    summary = reread(case, Settings(load_frightened))
    assert (summary.added, summary.refusals) == (2, 1)
    assert rows(case, "SELECT reader FROM readings WHERE current = 1 ORDER BY docno") == [
        ("frightened-1",), ("fake-1",), ("frightened-1",)
    ]  # fmt: skip
    assert one(case, "SELECT count(*) FROM claims") == 3


def test_a_case_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such case"):
        reread(tmp_path / "none.db", NEWER)
    assert list(tmp_path.iterdir()) == []
