import datetime
import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.tables import read_parquet
from rashomon.intake.types import Origin, Piece, Refused, Taken

LEFT = "The army left Tarvol on Friday, and nobody saw it leave."


def parquet(columns: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, **options)
    return file.getvalue()


def take(data: bytes, columns: Columns = Columns()) -> tuple[list[Taken], list[str]]:  # noqa: B008
    items = list(read_parquet(Piece("news", data, Origin("file", path="news.parquet")), Details(), columns))
    return [i for i in items if isinstance(i, Taken)], [str(i.error) for i in items if isinstance(i, Refused)]


def test_columns_with_types() -> None:
    [taken], errors = take(
        parquet(
            {
                "id": pa.array([7]),
                "body": pa.array([LEFT]).dictionary_encode(),
                "date": pa.array([datetime.datetime(2016, 12, 11, 8, 30)], pa.timestamp("ns")),
                "outlet": pa.array([b"The Courier"]),
                "title": pa.array([None], pa.string()),
                "embedding": pa.array([[1.0, 2.0]]),
            }
        )
    )
    document = taken.document
    assert not errors
    assert (document.id, document.text, document.published) == ("news:7", LEFT, "2016-12-11")
    assert (document.source, document.title) == ("The Courier", None)
    assert (taken.origin.how, taken.origin.member) == ("table", "row 1")
    assert json.loads(taken.raw or b"")["body"] == LEFT


def test_rows_in_several_groups_and_one_without_a_text() -> None:
    texts = [f"{LEFT} {n}" for n in range(100)]
    texts[50] = " "
    taken, errors = take(parquet({"text": texts}, row_group_size=30))
    assert [item.document.id for item in taken] == [f"news:{n}" for n in range(1, 101) if n != 51]
    assert errors == ["news.parquet:51: has no text"]


@pytest.mark.parametrize(
    ("columns", "asked", "reason"),
    [
        ({"a": [1]}, Columns(), "has no column known to hold texts (it has a); --column text=NAME names it"),
        ({"text": [["a"]]}, Columns(), "column “text” holds list<"),
        ({"text": [LEFT], "who": [{"a": 1}]}, Columns(author="who"), "column “who” holds struct<a: int64>"),
        ({"text": pa.array([], pa.string())}, Columns(), "has no rows"),
        ({"text": [LEFT]}, Columns(title="b"), "has no column “b” for title (it has text)"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(columns: dict[str, Any], asked: Columns, reason: str) -> None:
    taken, [error] = take(parquet(columns), asked)
    assert not taken
    assert error.startswith(f"news.parquet: {reason}")
    assert "\n" not in error


def test_damage_costs_one_group_of_rows() -> None:
    whole = parquet({"text": [f"{LEFT} {n}" for n in range(3000)]}, row_group_size=1000, compression="zstd")
    second = pq.ParquetFile(io.BytesIO(whole)).metadata.row_group(1).column(0)
    data = bytearray(whole)
    data[second.dictionary_page_offset + 30 : second.dictionary_page_offset + 400] = bytes(370)
    taken, [error] = take(bytes(data))
    assert [item.origin.member for item in taken[999:1001]] == ["row 1000", "row 2001"]
    assert len(taken) == 2000
    assert error.startswith("news.parquet:1001: this row and the rest of its group are damaged: ")


def test_the_whole_column_tells_the_order_of_its_dates() -> None:
    days = [*[""] * 100, "11/12/2016", *[""] * 100, "25/12/2016"]
    taken, _ = take(parquet({"text": [LEFT] * len(days), "date": days}))
    assert taken[100].document.published == "2016-12-11"


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\x00" * 40 + b"PAR1", b"text\nwords\n"])
def test_what_is_no_parquet_file_gives_one_line(data: bytes) -> None:
    taken, [error] = take(data)
    assert not taken
    assert error.startswith("news.parquet: is no Parquet file that can be read: ")


WHOLE = parquet({"text": [LEFT] * 40, "date": ["2016-12-11"] * 40})


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_damage_anywhere_gives_documents_or_refusals(where: int, damage: bytes) -> None:
    taken, errors = take(WHOLE[:where] + damage + WHOLE[where + len(damage) :])
    assert taken or errors
