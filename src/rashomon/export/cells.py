"""Cells of tables for spreadsheets: none of them a formula, none of them able to break the table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

_LINE_END = "\r\n"  # with both in it, the writer quotes cells that hold either
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula; NUL as U+FFFD.

    Numbers stay as they are, negative ones too. Full-width signs count: some spreadsheets read them as their kin.
    """
    clean = cell.replace("\0", "\ufffd")
    if not cell.startswith(_FORMULA):
        return clean
    try:
        float(cell)
    except ValueError:
        return "'" + clean
    return cell if cell.isascii() and cell == cell.strip() else "'" + clean


def comma_separated(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table as CSV, line by line, its heading first. Cells with quotes, commas or line breaks are quoted."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=_LINE_END)
    writer.writerow(columns)
    yield _taken(buffer)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
        yield _taken(buffer)


def tab_separated(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table as tab-separated text without quoting.

    White space within a cell becomes one blank and a double quote a single one, so that it is the same table to
    programs that heed quotes and to those that do not.
    """
    yield "\t".join(columns) + "\n"
    for row in rows:
        yield "\t".join(harmless(" ".join(cell.replace('"', "'").split())) for cell in row) + "\n"


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue().removesuffix(_LINE_END) + "\n"
    buffer.seek(0)
    buffer.truncate()
    return text
