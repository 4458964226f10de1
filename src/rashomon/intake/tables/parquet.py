"""Parquet files: tables whose columns have types."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from rashomon.errors import InputError
from rashomon.intake.columns import Chosen, ColumnError, Columns
from rashomon.intake.dating import Order, is_of_parts, order_of
from rashomon.intake.details import Details
from rashomon.intake.tables.documents import Table
from rashomon.intake.types import Piece, Refused, Taken

_BATCH = 32  # rows at once: as many longest texts as may be held
_DATES_OF_A_SAMPLE = 200
_ESCAPED = "surrogatepass"
_MEDIA = "application/json"
_NO_COLUMNS = Columns()


def read_parquet(piece: Piece, given: Details, columns: Columns = _NO_COLUMNS) -> Iterator[Taken | Refused]:
    """The documents of a table, one a row.

    Only the columns that are needed are read, a few rows at a time. A row has no bytes of its own: its cells as a
    JSON object stand for them.

    Args:
        piece: the table.
        given: details that hold whatever it says.
        columns: what the user calls its columns.
    """
    try:
        yield from _documents(_open(piece, columns), piece, given)
    except InputError as error:
        yield Refused(error, piece.origin, piece.data)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file, the names of the columns to be read, and which field each of them is for."""

    file: Any
    names: list[str]
    chosen: Chosen


def _open(piece: Piece, columns: Columns) -> _Opened:
    import pyarrow as pa
    import pyarrow.parquet as pq

    shown = piece.origin.shown
    try:
        file = pq.ParquetFile(io.BytesIO(piece.data))
        schema = file.schema_arrow
        chosen = columns.choose(schema.names)
    except ColumnError as error:
        raise InputError(shown, str(error)) from None
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        raise InputError(shown, f"is no Parquet file that can be read: {_first_line(error)}") from None
    kept: dict[str, tuple[int, ...]] = {}
    needed: list[int] = []
    for field, indices in chosen.items():
        plain = [i for i in indices if _is_plain(schema.field(i).type)]
        if not plain and (field == "text" or getattr(columns, field)):
            name, type_ = schema.names[indices[0]], schema.field(indices[0]).type
            raise InputError(shown, f"column “{name}” holds {type_}, not plain values that could be the {field}")
        if plain:
            needed += [i for i in plain if i not in needed]
            kept[field] = tuple(needed.index(i) for i in plain)
    names = [schema.names[i] for i in needed]
    for name in names:
        if schema.names.count(name) > 1:
            raise InputError(shown, f"has two columns “{name}”")
    return _Opened(file, names, kept)


def _is_plain(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        return _is_plain(kind.value_type)
    tests = (types.is_string, types.is_large_string, types.is_string_view, types.is_binary, types.is_large_binary)
    return any(test(kind) for test in (*tests, types.is_integer, types.is_date, types.is_timestamp, types.is_null))


def _documents(opened: _Opened, piece: Piece, given: Details) -> Iterator[Taken | Refused]:
    table = Table(piece, given, opened.chosen, _order(opened), "row", _MEDIA)
    number = 0
    for number, cells in _rows(opened):
        if isinstance(cells, str):
            yield Refused(InputError(table.where(number), cells), table.origin(number))
            continue
        raw = json.dumps(dict(zip(opened.names, cells, strict=True)), ensure_ascii=False).encode(errors=_ESCAPED)
        try:
            yield table.taken(cells, number, raw)
        except InputError as error:
            yield Refused(error, table.origin(number), raw)
    if not number:
        raise InputError(piece.origin.shown, "has no rows")


def _order(opened: _Opened) -> Order | None:
    """What stands first in its dates, if these are numbers: the whole column is looked at."""
    columns = opened.chosen.get("published", ())

    def dates() -> Iterator[str]:
        for _, cells in _rows(opened):
            if not isinstance(cells, str):
                yield from (cells[i] for i in columns if cells[i].strip())

    return order_of(dates()) if columns and any(map(is_of_parts, islice(dates(), _DATES_OF_A_SAMPLE))) else None


def _rows(opened: _Opened) -> Iterator[tuple[int, list[str] | str]]:
    """The rows by number, from 1, each as its cells; where a group of rows is damaged, why the rest of it is lost."""
    import pyarrow as pa

    before = 0
    for group in range(opened.file.num_row_groups):
        number = before
        try:
            batches = opened.file.iter_batches(_BATCH, [group], columns=opened.names, use_threads=False)
            for batch in batches:
                columns = [batch.column(batch.schema.get_field_index(name)) for name in opened.names]
                for row in range(batch.num_rows):
                    number += 1
                    yield number, [_string(column[row]) for column in columns]
        except (pa.ArrowException, OSError, MemoryError, ValueError) as error:
            yield number + 1, f"this row and the rest of its group are damaged: {_first_line(error)}"
        before = max(number, before + opened.file.metadata.row_group(group).num_rows)


def _string(scalar: Any) -> str:
    """A cell as a string; times as ISO 8601. What is no UTF-8 is marked with surrogates."""
    try:
        value = scalar.as_py()
    except UnicodeDecodeError:
        value = scalar.as_buffer().to_pybytes()
    except (ValueError, OverflowError):  # a time beyond what Python has
        return ""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return value.isoformat() if isinstance(value, date) else str(value)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
