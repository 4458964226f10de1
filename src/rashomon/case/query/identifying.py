"""Documents and claims by id, or by as much of an id as makes it the only one."""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from rashomon.errors import QueryError

_LISTED = 5
_ID = re.compile(r"[0-9a-f]{1,16}", re.IGNORECASE | re.ASCII)


class Ref(NamedTuple):
    """What `DOCUMENT` or `DOCUMENT:CLAIM` names."""

    document: str
    claim: str | None


def reference(text: str) -> Ref:
    """The parts of a reference."""
    document, _, claim = text.strip().partition(":")
    return Ref(document, claim or None)


def document_number(db: sqlite3.Connection, wanted: str) -> int:
    """The number of the document with this id, or the only one whose id begins so. Raises QueryError otherwise."""
    start = wanted.strip().lower()
    if not _ID.fullmatch(start):
        raise QueryError(
            f"{wanted!r} is not the id of a document: it is sixteen of the digits 0-9 and a-f, or the first of them"
        )
    rows = db.execute(
        "SELECT docno, id FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        (start, start + "g", _LISTED + 1),
    ).fetchall()
    if not rows:
        raise QueryError(f"{wanted}: no document of this case has an id that begins so")
    if len(rows) > 1:
        ids = ", ".join(row["id"] for row in rows[:_LISTED]) + (", ..." if len(rows) > _LISTED else "")
        raise QueryError(f"{wanted}: several documents have ids that begin so: {ids}")
    return int(rows[0]["docno"])
