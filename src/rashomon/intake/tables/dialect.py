"""How the cells of delimited text are set off: told by its head and by how well its rows fit the head."""

from __future__ import annotations

import io
import re
from itertools import product

from rashomon.intake.columns import Columns
from rashomon.intake.tables.rows import NEVER_CLOSES, Dialect, Row, rows

_DELIMITERS = (",", ";", "\t", "|")
_ROWS = 200
_SPACED = re.compile(r'[,;\t|] +"')


def dialect_of(sample: str, columns: Columns, *, whole: bool) -> Dialect:
    """The dialect under which the head names the most columns that are known, and the most rows fit the head.

    Args:
        sample: the beginning of the text.
        columns: what the user calls the columns.
        whole: the sample is all there is, not cut off in some row.
    """
    escapes = (None, "\\") if '\\"' in sample else (None,)
    blanks = (False, True) if _SPACED.search(sample) else (False,)
    candidates = [Dialect(d, e, b) for e, b, d in product(escapes, blanks, _DELIMITERS)]
    return max(candidates, key=lambda one: _fit(sample, one, columns, whole))


def _fit(sample: str, dialect: Dialect, columns: Columns, whole: bool) -> tuple[int, float, int]:
    found = _some(sample, dialect, whole)
    if not found:
        return -1, 0, 0
    head, others = found[0], found[1:]
    width = len(head.cells)
    known = columns.known_in(head.cells)
    fitting = sum(len(row.cells) == width for row in others) / len(others) if others else 1.0
    return known, round(fitting, 2), width if known < 0 else 0


def _some(sample: str, dialect: Dialect, whole: bool) -> list[Row]:
    """The first rows, without the one in which the sample is cut off."""
    found: list[Row] = []
    for row in rows(io.StringIO(sample, newline=""), dialect):
        if not whole and row.fault == NEVER_CLOSES:
            return found
        if row.cells or row.fault:
            found.append(row)
        if len(found) > _ROWS:
            return found
    return found if whole or len(found) < 2 else found[:-1]
