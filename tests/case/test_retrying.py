"""What was refused can be tried again: from its bytes, else from its file."""

from contextlib import closing
from pathlib import Path

import pytest

from rashomon.case import quarantine
from rashomon.case.adding import add, add_pieces
from rashomon.case.opening import connect
from rashomon.case.quarantine import Refusal
from rashomon.case.retrying import retry
from rashomon.case.settings import Settings
from rashomon.errors import InputError
from rashomon.intake import Details
from rashomon.intake.types import Origin, Piece, Refused
from rashomon.model import Document, Reading
from tests.case.fake import FAKE, Fake, load_fake, one, rows

GERMAN = "Die Armee hat die Stadt am Freitag eingenommen, sagte ein Sprecher der Regierung. Lanzen attacked Tarvol."


class Careful(Fake):
    """Reads what Fake fails on."""

    def read(self, document: Document) -> Reading:
        return super().read(document.model_copy(update={"text": document.text.replace("fail", "succ")}))


def load_careful() -> Careful:
    return Careful("careful-1")


@pytest.fixture(autouse=True)
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("d").mkdir()
    Path("d/a.txt").write_text("Lances attacked Tarvol on Friday, and held it.", encoding="utf-8")
    Path("d/de.txt").write_text(GERMAN, encoding="utf-8")
    Path("d/f.txt").write_text("They fail to hold the town, it was said on Monday.", encoding="utf-8")
    return Path("case.db")


def waiting(case: Path, *, settled: bool = False) -> list[Refusal]:
    with closing(connect(case)) as connection:
        return list(quarantine.refusals(connection, settled=settled))


@pytest.mark.parametrize("keep_raw", [True, False])
def test_what_can_be_taken_in_now_is_settled_and_the_rest_waits_on(case: Path, keep_raw: bool) -> None:
    settings = Settings(load_fake, Details(source="The Courier"), keep_raw=keep_raw)
    assert add(case, ["d"], settings).refusals == 2
    assert [(r.place, r.error, r.kept, r.tries) for r in waiting(case)] == [
        ("d/de.txt", "LanguageError", keep_raw, 1),
        ("d/f.txt", "ReadingError", keep_raw, 1),
    ]
    summary = retry(case, FAKE)
    assert (summary.added, summary.refusals) == (0, 2)
    assert [r.tries for r in waiting(case)] == [2, 2]
    summary = retry(case, Settings(load_careful, keep_raw=keep_raw))
    assert (summary.added, summary.refusals) == (1, 1)
    assert rows(case, "SELECT name, source, reader FROM documents JOIN readings USING (docno) ORDER BY 1") == [
        ("a", "The Courier", "fake-1"),
        ("f", "The Courier", "careful-1"),
    ]
    assert [r.place for r in waiting(case)] == ["d/de.txt"]
    assert retry(case, Settings(load_fake, Details(lang="en"), keep_raw=keep_raw)).added == 1
    assert waiting(case) == []
    assert [r.settled for r in waiting(case, settled=True)] == [True, True]
    assert retry(case, FAKE).documents == 0


def test_kept_bytes_are_tried_though_the_file_is_gone(case: Path) -> None:
    add(case, ["d"], FAKE)
    Path("d/f.txt").unlink()
    assert retry(case, Settings(load_careful)).added == 1


def test_what_is_gone_with_its_bytes_stays_listed(case: Path) -> None:
    add(case, ["d"], Settings(load_fake, keep_raw=False))
    Path("d/f.txt").unlink()
    summary = retry(case, Settings(load_careful, keep_raw=False))
    assert summary.refusals == 2
    assert [(r.place, r.tries) for r in waiting(case)] == [("d/de.txt", 2), ("d/f.txt", 1)]
    assert "cannot be tried again" in " ".join(e for kind in summary.refused.values() for e in kind.examples)


def test_the_bytes_of_a_refused_input_come_back_as_they_were(case: Path) -> None:
    add(case, ["d"], FAKE)
    with closing(connect(case)) as connection:
        [german, _] = quarantine.refusals(connection)
        assert german.raw_sha256 is not None
        assert quarantine.bytes_of(connection, german.raw_sha256) == GERMAN.encode()


def test_what_was_fetched_is_added_or_kept_apart(case: Path) -> None:
    origin = Origin("fetch", url="https://courier.example/a", media="text/plain")
    bad = Origin("fetch", url="https://courier.example/b")
    pieces: list[Piece | Refused] = [
        Piece("a", b"Lances attacked Tarvol on Friday, and held it.", origin, Details(url=origin.url)),
        Refused(InputError("https://courier.example/b", "answered 404"), bad),
        Piece("c", b"", Origin("fetch", url="https://courier.example/c")),
    ]
    summary = add_pieces(case, pieces, FAKE)
    assert (summary.added, summary.refusals) == (1, 2)
    assert rows(case, "SELECT how, url, media FROM acquisitions") == [("fetch", origin.url, "text/plain")]
    assert [r.place for r in waiting(case)] == ["https://courier.example/b", "https://courier.example/c"]
    assert one(case, "SELECT command FROM runs") == "fetch"
    assert add_pieces(case, pieces, FAKE).there == 1


def test_rows_and_lines_are_tried_by_themselves_and_keep_their_places(case: Path) -> None:
    Path("t.csv").write_text(f'title,text\nOne,Lances attacked Tarvol on Friday.\nZwei,"{GERMAN}"\n', encoding="utf-8")
    summary = add(case, ["t.csv"], FAKE)
    assert (summary.added, summary.refusals) == (1, 1)
    Path("t.csv").unlink()
    assert retry(case, Settings(load_fake, Details(lang="en"))).added == 1
    assert rows(case, "SELECT name, member FROM documents JOIN acquisitions USING (docno) ORDER BY 1") == [
        ("t:2", "line 2"),
        ("t:3", "line 3"),
    ]


def test_what_was_taken_in_later_is_no_longer_said_to_be_refused(case: Path) -> None:
    add(case, ["d"], FAKE)
    retry(case, Settings(load_careful, Details(lang="en")))
    assert add(case, ["d"], FAKE).refused_before == 0
