"""Tables of delimited text: CSV, and the same with tabs, semicolons or bars."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from rashomon.errors import InputError
from rashomon.intake.columns import Chosen, ColumnError, Columns
from rashomon.intake.dating import Order, is_of_parts, order_of
from rashomon.intake.decoding import UndecodableError
from rashomon.intake.details import Details
from rashomon.intake.tables.dialect import dialect_of
from rashomon.intake.tables.documents import Table
from rashomon.intake.tables.encoding import encoding_of
from rashomon.intake.tables.rows import Row, rows
from rashomon.intake.types import Piece, Refused, Taken

_SAMPLE = 1 << 18
_DATES_OF_A_SAMPLE = 200
_REFUSED_IN_VAIN = 1000  # so many rows, and hardly any taken: it is no table of documents
_MEDIA = {",": "text/csv", "\t": "text/tab-separated-values"}
_NO_COLUMNS = Columns()


def read_csv(piece: Piece, given: Details, columns: Columns = _NO_COLUMNS) -> Iterator[Taken | Refused]:
    """The documents of a table, one a row.

    Encoding, delimiter and quoting are found out. A row that is ragged, broken or without a text is refused with its
    line; the rest goes on. The bytes of a row are the head and the row: a table by itself.

    Args:
        piece: the table.
        given: details that hold whatever it says.
        columns: what the user calls its columns.
    """
    try:
        yield from _Delimited(io.BytesIO(piece.data), columns).documents(piece, given)
    except (ColumnError, UndecodableError) as error:
        yield Refused(InputError(piece.origin.shown, str(error)), piece.origin, piece.data)
    except UnicodeDecodeError as error:
        reason = f"begins as {error.encoding.upper()} and is none (byte {error.start})"
        yield Refused(InputError(piece.origin.shown, reason), piece.origin, piece.data)
    except InputError as error:
        yield Refused(error, piece.origin, piece.data)


class _Delimited:
    """A table whose encoding and dialect are told. Raises UndecodableError if it is no text."""

    def __init__(self, file: BinaryIO, columns: Columns) -> None:
        self._file = file
        self._columns = columns
        self._encoding, self._mark = encoding_of(file)
        self._errors = "surrogateescape" if self._encoding == "utf-8" else "surrogatepass"
        if not self._encoding.startswith("utf"):
            self._errors = "replace"
        sample = self._text().read(_SAMPLE)
        self._dialect = dialect_of(sample, columns, whole=len(sample) < _SAMPLE)

    def documents(self, piece: Piece, given: Details) -> Iterator[Taken | Refused]:
        """The documents in its rows. Raises ColumnError if it has no column of texts, InputError if it has no rows."""
        shown = piece.origin.shown
        head = next(self._rows(), None)
        if head is None:
            raise InputError(shown, "is empty")
        if head.fault:
            raise InputError(f"{shown}:{head.number}", f"{head.fault}, and this row is the head of the table")
        chosen = self._columns.choose(head.cells)
        media = _MEDIA.get(self._dialect.delimiter, "text/csv")
        table = Table(piece, given, chosen, self._order(chosen), "line", media, self._encoding)
        refused = taken = 0
        for row in islice(self._rows(), 1, None):
            item = self._document(table, head, row)
            yield item
            taken += isinstance(item, Taken)
            refused += isinstance(item, Refused)
            if refused >= _REFUSED_IN_VAIN and refused > 9 * taken:
                raise InputError(shown, f"{refused:,} of its rows were refused, so the rest is not read")
        if not refused + taken:
            raise InputError(shown, "has a head but no rows")

    def _document(self, table: Table, head: Row, row: Row) -> Taken | Refused:
        ended = head.raw if head.raw[-1:] in ("\r", "\n") else head.raw + "\n"
        raw = (ended + row.raw).encode(self._encoding, self._errors)
        try:
            if row.fault:
                raise InputError(table.where(row.number), row.fault)
            return table.taken(_fitted(row, len(head.cells), table), row.number, raw)
        except InputError as error:
            return Refused(error, table.origin(row.number), raw)

    def _order(self, chosen: Chosen) -> Order | None:
        """What stands first in its dates, if these are numbers: the whole column is looked at."""
        columns = chosen.get("published", ())
        sample = islice(self._cells(columns), _DATES_OF_A_SAMPLE)
        return order_of(self._cells(columns)) if any(map(is_of_parts, sample)) else None

    def _cells(self, columns: Sequence[int]) -> Iterator[str]:
        for row in self._rows():
            yield from (row.cells[i] for i in columns if i < len(row.cells) and row.cells[i].strip())

    def _rows(self) -> Iterator[Row]:
        """Its rows, the head first, without empty lines."""
        rest = rows(self._text(), self._dialect)
        return (row for row in rest if row.fault or any(cell.strip() for cell in row.cells))

    def _text(self) -> io.TextIOWrapper:
        self._file.seek(self._mark)
        return _Kept(self._file, self._encoding, errors=self._errors, newline="")


class _Kept(io.TextIOWrapper):
    """A text that leaves the file beneath it open when it is done with."""

    def __del__(self) -> None:
        if not self.closed:
            self.detach()


def _fitted(row: Row, width: int, table: Table) -> list[str]:
    """The cells of a row; empty ones beyond the head are left out. Raises InputError if they do not fit the head."""
    beyond = row.cells[width:]
    if len(row.cells) < width or any(cell.strip() for cell in beyond):
        raise InputError(table.where(row.number), f"has {_cells(len(row.cells))} where the head has {width}")
    return row.cells[:width]


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number:,} cells"
