"""Documents are added to a case: once, with what was read in them, or not at all."""

import json
from pathlib import Path

import pytest

from rashomon.case.adding import add
from rashomon.case.settings import Settings
from rashomon.case.summary import Progress
from rashomon.errors import CaseError, ParserError
from rashomon.intake import Details
from tests.case.fake import FAKE, Fake, content, load_fake, one, rows, sound


@pytest.fixture(autouse=True)
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("case.db")


def text(name: str, content: str = "Lances attacked Tarvol near the old bridge on Friday.") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")
    return name


def records(name: str, *items: dict[str, object]) -> str:
    return text(name, "".join(json.dumps(item) + "\n" for item in items))


def test_what_is_new_is_added_and_read(case: Path) -> None:
    text("d/a.txt")
    records("d/r.jsonl", {"doc": "one", "title": "Gone", "text": "Herons attacked Ostrel and left the town at night."})
    summary = add(case, ["d"], FAKE)
    assert (summary.added, summary.there, summary.refusals, summary.claims) == (2, 0, 0, 2)
    assert rows(case, "SELECT name, path, title FROM documents ORDER BY name") == [
        ("a", "d/a.txt", None),
        ("one", "d/r.jsonl", "Gone"),
    ]
    assert rows(case, "SELECT current, claims, reader FROM readings") == [(1, 1, "fake-1")] * 2
    assert sound(case) == "ok"


def test_adding_again_adds_nothing_and_loads_no_reader(case: Path) -> None:
    text("d/a.txt"), text("d/b.txt", "Herons attacked Ostrel at night and then they left it.")
    add(case, ["d"], FAKE)
    before = content(case)
    summary = add(case, ["d"], Settings(load_nothing))
    assert (summary.added, summary.there) == (0, 2)
    assert content(case) == before


def load_nothing() -> Fake:
    raise ParserError("no reader is needed")


def test_one_text_in_two_places_is_one_document_with_two_acquisitions(case: Path) -> None:
    text("a.txt"), text("b.txt"), text("c.txt")
    summary = add(case, ["a.txt", "b.txt"], FAKE)
    assert (summary.added, summary.there) == (1, 1)
    assert add(case, ["c.txt"], FAKE).there == 1
    assert rows(case, "SELECT path FROM acquisitions ORDER BY path") == [("a.txt",), ("b.txt",), ("c.txt",)]


def test_the_same_text_in_another_outlet_is_another_document(case: Path) -> None:
    text("a.txt")
    add(case, ["a.txt"], FAKE)
    assert add(case, ["a.txt"], Settings(load_fake, Details(source="The Delta Courier"))).added == 1


def test_documents_of_the_same_name_are_all_added(case: Path) -> None:
    text("d/a.txt"), text("e/a.txt", "Herons attacked Ostrel at night and then they left it.")
    assert add(case, ["d", "e"], FAKE).added == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_read_is_kept_apart_and_the_rest_goes_on(case: Path, jobs: int) -> None:
    text("d/a.txt"), text("d/b.txt", ""), text("d/c.txt", "They fail to hold the town, it was said on Monday.")
    (
        text("d/u.txt", "Lances attacked an unfit army in the north of the land."),
        text("d/z.txt", "The end of the war came."),
    )
    text("d/y.txt", "They fail to hold the town, it was said on Monday.")
    summary = add(case, ["d", "nowhere"], Settings(load_fake, jobs=jobs))
    assert (summary.added, summary.there, summary.refusals, summary.quarantined) == (2, 0, 5, 4)
    kept = rows(case, "SELECT place, error FROM quarantine ORDER BY place")
    assert [place for place, _ in kept] == ["d/b.txt", "d/c.txt", "d/u.txt", "d/y.txt"]
    assert [error for _, error in kept] == ["InputError", "ReadingError", "ReadingError", "ReadingError"]
    assert one(case, "SELECT count(*) FROM documents LEFT JOIN readings USING (docno) WHERE readingno IS NULL") == 0
    assert sound(case) == "ok"
    again = add(case, ["d"], FAKE)
    assert (again.refusals, again.refused_before, again.there) == (0, 4, 2)


def test_a_document_on_which_a_process_dies_costs_itself_alone(case: Path) -> None:
    for number in range(20):
        text(
            f"d/{number:02}.txt",
            f"Lances attacked Tarvol {'and die!' if number == 7 else 'again'}, report {number} says.",
        )
    summary = add(case, ["d"], Settings(load_fake, jobs=2))
    assert (summary.added, summary.refusals) == (19, 1)
    assert "the process that read it died" in one(case, "SELECT reason FROM quarantine")


def test_odd_characters_and_long_titles_survive(case: Path) -> None:
    said = "Lances attacked Tarvol.\0 Then \U0001f54a came, and \u202eall was quiet\u202c in the town."
    records(
        "r.jsonl", {"doc": "half \ud800", "title": "Half \udc00 long" + " long" * 49_999, "author": "A\0", "text": said}
    )
    assert add(case, ["r.jsonl"], FAKE).added == 1
    [[name, title, author, kept]] = rows(case, "SELECT name, title, author, text FROM documents")
    assert (name, title[:7], len(title), author, kept) == ("half \ufffd", "Half \ufffd ", 250_006, "A\0", said)
    assert add(case, ["r.jsonl"], FAKE).there == 1


def test_a_file_that_was_mended_is_taken_and_its_refusal_settled(case: Path) -> None:
    text("a.txt", "")
    assert add(case, ["a.txt"], FAKE).refusals == 1
    text("a.txt")
    assert add(case, ["a.txt"], FAKE).added == 1
    assert rows(case, "SELECT place, tries, settled FROM quarantine") == [("a.txt", 1, 1)]


def test_progress_is_told(case: Path) -> None:
    for number in range(30):
        text(f"d/{number:02}.txt", f"Lances attacked Tarvol again, report {number} says.")
    told: list[Progress] = []
    add(case, ["d"], FAKE, told.append)
    assert len(told) > 2
    assert all(progress.done is not None and progress.left is not None and progress.rate > 0 for progress in told)
    assert (told[-1].done, told[-1].left, told[-1].summary.documents) == (1, 0, 30)


def test_the_audit_log_says_what_was_asked_and_what_came_of_it(case: Path) -> None:
    text("a.txt")
    add(case, ["a.txt", "b.txt"], Settings(load_fake, Details(author="Ada Merrin"), keep_raw=False))
    [[command, settings, summary, ended]] = rows(case, "SELECT command, settings, summary, ended FROM runs")
    told = json.loads(settings)
    assert (command, told["arguments"], told["given"]) == ("add", ["a.txt", "b.txt"], {"author": "Ada Merrin"})
    assert json.loads(summary)["added"] == 1
    assert ended


def test_a_reader_that_cannot_be_loaded_ends_the_run_and_leaves_nothing_half_done(case: Path) -> None:
    text("a.txt")
    with pytest.raises(ParserError):
        add(case, ["a.txt"], Settings(load_nothing))
    assert one(case, "SELECT count(*) FROM documents") == 0
    assert add(case, ["a.txt"], FAKE).added == 1


@pytest.mark.parametrize("path", ["folder", "a.txt", "nowhere/case.db"])
def test_what_is_no_case_is_said_so_and_left_alone(path: str) -> None:
    Path("folder").mkdir()
    text("a.txt")
    with pytest.raises(CaseError, match=f"^{path}: "):
        add(Path(path), ["a.txt"], FAKE)
    assert Path("a.txt").read_text(encoding="utf-8").startswith("Lances")
