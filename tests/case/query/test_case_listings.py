"""Documents, actors, tellers and places of a case, its custody, and its Parquet snapshot."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest

from rashomon import CaseError, Filters, QueryError
from rashomon.case.case import Case, open_case
from rashomon.case.opening import connect
from tests.case.query.conftest import COURIER, readings, write


def names(case: Case, **filters: Any) -> list[str]:
    return sorted(row.name for row in case.documents(Filters(**filters)))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["courier", "letter", "radio"]),
        ({"text": "tarvol army"}, ["courier", "radio"]),
        ({"text": "holds"}, ["courier"]),
        ({"text": '"tarvol army"'}, []),
        ({"since": "2016-03-05"}, ["courier", "radio"]),
        ({"until": "2016-03-05"}, ["radio"]),
        ({"actor": "army", "text": "nobody"}, ["letter"]),
        ({"teller": "The Delta Courier"}, ["courier"]),
        ({"factuality": ("possible",)}, ["radio"]),
        ({"place": "Tarvol", "since": "2017"}, []),
    ],
)
def test_documents_that_fit(case: Case, filters: dict[str, Any], expected: list[str]) -> None:
    assert names(case, **filters) == expected
    assert case.count_documents(Filters(**filters)) == len(expected)


def test_documents_count_the_claims_that_fit(case: Case) -> None:
    assert {row.name: row.claims for row in case.documents()} == {"courier": 4, "radio": 3, "letter": 2}
    assert {row.name: row.claims for row in case.documents(Filters(actor="army"))} == {
        "courier": 1, "radio": 2, "letter": 1,
    }  # fmt: skip


def test_documents_come_in_the_order_asked_for(case: Case) -> None:
    assert [row.name for row in case.documents(sort="newest")] == ["courier", "radio", "letter"]
    assert [row.name for row in case.documents(sort="oldest")] == ["radio", "courier", "letter"]
    assert [row.name for row in case.documents(sort="claims", limit=2)] == ["courier", "radio"]
    assert [row.name for row in case.documents(sort="title")] == ["letter", "radio", "courier"]
    with pytest.raises(QueryError, match="found by their words"):
        list(case.documents(sort="relevance"))


def test_a_search_shows_where_the_words_stand(case: Case) -> None:
    [row] = case.search("farmers")
    assert row.snippet is not None
    [(start, end)] = row.snippet.marks
    assert row.snippet.text[start:end] == "farmers"


def test_a_document_without_claims_is_its_outlets(tmp_path: Path) -> None:
    empty = readings()[0].model_copy(update={"claims": ()})
    write(tmp_path / "empty.db", [empty])
    with open_case(tmp_path / "empty.db") as case:
        assert names(case, teller="Delta Courier") == ["courier"]
        assert names(case, teller="Delta Courier", kind=("event",)) == []
        assert [reading.document.title for reading in case.readings()] == ["Who holds Tarvol?"]
        assert list(case.readings(Filters(kind=("event",)))) == []


def test_actors_are_counted_by_role(case: Case) -> None:
    rows = {row.name: (row.claims, row.agent, row.recipient, row.loses, row.gains) for row in case.actors()}
    assert rows["Red Lances"] == (4, 2, 2, 2, 0)
    assert rows["army"] == (4, 3, 1, 0, 2)
    assert [row.name for row in case.actors(limit=2)] == ["Red Lances", "army"]
    assert [row.name for row in case.actors(sort="name")][:2] == ["army", "farmers"]
    assert {row.name for row in case.actors(Filters(actor="army"))} == {"army", "Red Lances", "United Nations"}


def test_tellers_are_counted(case: Case) -> None:
    rows = {row.name: (row.claims, row.holds) for row in case.tellers()}
    assert rows["Ada Merrin"] == (4, 2)
    assert rows["State Radio"] == (4, 4)


def test_places_are_counted(case: Case) -> None:
    rows = {row.name: (row.claims, row.controls, row.country) for row in case.places()}
    assert rows == {"Tarvol": (3, 3, "SY"), "Ostrel": (3, 0, "IQ"), "Syria": (1, 0, "SY")}


def test_bytes_come_back_as_they_were(case: Case) -> None:
    [row] = case.documents(Filters(text="farmers"))
    data = case.raw(row.id[:6])
    assert data == COURIER.text.encode()
    [came] = case.acquisitions(row.id)
    assert came.raw_sha256 == sha256(data).hexdigest()


def test_damaged_bytes_are_not_given_out(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    write(path, readings()[:1])
    for change, said in (("x'00'", "are damaged"), ("NULL", "were not kept")):
        db = connect(path, write=True)
        db.execute(f"UPDATE raw SET data = {change}")
        db.close()
        with open_case(path) as case, pytest.raises(CaseError, match=said):
            case.raw(next(case.documents()).id)


def test_older_readings_remain(tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    first = readings()[0]
    write(path, [first])
    write(path, [first.model_copy(update={"claims": first.claims[:1]})])
    with open_case(path) as case:
        [row] = case.documents()
        assert [(one.number, one.claims, one.current) for one in case.history(row.id)] == [(1, 4, False), (2, 1, True)]
        old, now = case.reading(row.id, 1), case.reading(row.id)
        assert old is not None
        assert now is not None
        assert (len(old.claims), len(now.claims), case.count_claims()) == (4, 1, 1)
        with pytest.raises(QueryError, match="it has readings 1 to 2"):
            case.reading(row.id, 3)


def test_frames_hold_the_rows(case: Case) -> None:
    frame = case.to_frame("claims", Filters(actor="army"))
    assert sorted(frame["trigger"]) == ["liberated", "met", "retaken", "shell"]
    assert list(case.to_frame("places")["name"]) == ["Ostrel", "Tarvol", "Syria"]
    assert list(case.to_frame("actors", Filters(text="nothing of that")).columns)[:2] == ["key", "name"]


def test_a_snapshot_joins_in_duckdb(case: Case, tmp_path: Path) -> None:
    files = case.snapshot(tmp_path / "parquet")
    assert sorted(file.name for file in (tmp_path / "parquet").iterdir()) == sorted(file.name for file in files)
    found = (
        duckdb.connect()
        .execute(
            f"SELECT c.trigger, c.agents, c.first_day, a.kind, d.title FROM '{tmp_path}/parquet/claims.parquet' c "
            f"JOIN '{tmp_path}/parquet/claim_actors.parquet' x USING (claim) "
            f"JOIN '{tmp_path}/parquet/actors.parquet' a USING (actor) "
            f"JOIN '{tmp_path}/parquet/documents.parquet' d USING (document) "
            "WHERE list_contains(a.names, 'Red Lances') AND x.role = 'agent' ORDER BY c.trigger"
        )
        .fetchall()
    )
    assert [(row[0], row[1], str(row[2]), row[3], row[4]) for row in found] == [
        ("attacked", ["Red Lances"], "2016-01-01", "armed group", None),
        ("losing", ["Red Lances"], "2016-03-28", "armed group", "Who holds Tarvol?"),
    ]


def test_a_snapshot_does_not_hang_on_the_order_of_adding(case: Case, tmp_path: Path) -> None:
    write(tmp_path / "turned.db", readings()[::-1])
    with open_case(tmp_path / "turned.db") as turned:
        pairs = zip(case.snapshot(tmp_path / "one"), turned.snapshot(tmp_path / "other"), strict=True)
        for one, other in pairs:
            assert one.read_bytes() == other.read_bytes()


def test_a_snapshot_that_cannot_be_written_is_said(case: Case, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CaseError, match="cannot be written"):
        case.snapshot(tmp_path / "file")


def test_an_answer_left_half_way_does_no_harm(case_path: Path) -> None:
    with open_case(case_path) as case:
        one, other, left = case.claims(), case.claims(), case.claims()
        assert len({next(one).ref, next(other).ref, next(left).ref}) == 1
        del one
        assert len(list(other)) == 8
    del left


def test_a_writer_keeps_no_reader_waiting_and_answers_hold_still(tmp_path: Path) -> None:
    path = tmp_path / "busy.db"
    write(path, readings()[:1])
    with open_case(path) as case:
        begun = case.claims()
        next(begun)
        write(path, readings()[1:])
        assert len(list(begun)) == 3  # of the state in which it was asked
        assert case.count_claims() == 9
        writer = connect(path, write=True)
        writer.execute("BEGIN IMMEDIATE")
        assert case.count_claims() == 9
        writer.execute("ROLLBACK")
        writer.close()
