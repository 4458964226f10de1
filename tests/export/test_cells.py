"""Cells that no spreadsheet takes for formulas, and that no document can break a table with."""

import csv
import io
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.export.cells import comma_separated, harmless, tab_separated

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
CELLS = st.lists(TEXT, min_size=2, max_size=2)


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@SUM(A1)", "\tx", "\rx", "\nx", "\0=x", "＝1", "-1 ", "+１"])
def test_what_looks_like_a_formula_is_text(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-12.5", "+3", "1e5", "", "a=b", "Ann's"])
def test_numbers_and_words_stay(cell: str) -> None:
    assert harmless(cell) == cell


def test_nul_is_replaced() -> None:
    assert harmless("a\0b") == "a\ufffdb"


@given(st.lists(CELLS, max_size=4))
def test_any_cells_come_back_from_csv(rows: list[list[str]]) -> None:
    text = "".join(comma_separated(["one", "two"], rows))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["one", "two"], *([*map(harmless, row)] for row in rows)]


@given(st.lists(CELLS, max_size=4))
def test_any_cells_leave_a_table_of_tabs_whole(rows: list[list[str]]) -> None:
    lines = "".join(tab_separated(["one", "two"], rows)).split("\n")
    assert lines[-1] == ""
    assert [len(line.split("\t")) for line in lines[:-1]] == [2] * (len(rows) + 1)


@pytest.mark.parametrize("write", [comma_separated, tab_separated])
def test_tables_are_written_as_rows_come(write: Callable[..., Iterator[str]]) -> None:
    def endless() -> Iterator[list[str]]:
        while True:
            yield ["a", "b"]

    pieces = write(["one", "two"], endless())
    assert [next(pieces).count("\n") for _ in range(3)] == [1, 1, 1]
