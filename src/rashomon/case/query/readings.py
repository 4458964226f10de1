"""Readings as they were kept: current ones in the order of their documents' ids, and older ones."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from itertools import groupby

from rashomon.case.query.claims import matching
from rashomon.case.query.filters import Filters
from rashomon.case.types import ReadingRow
from rashomon.errors import QueryError
from rashomon.model import Document, LeftOut, Reading

_DOCUMENT = ("text", "source", "title", "author", "published", "url", "lang", "path", "raw_sha256", "encoding")


def readings(db: sqlite3.Connection, filters: Filters) -> Iterator[Reading]:
    """The current readings with the claims that fit, by id of their documents, whatever order these came in.

    Documents without a fitting claim are left out, unless nothing is asked. Under `min_confidence`, each reading says
    how many of the claims that fit otherwise it leaves out.
    """
    if not filters.asked:
        for row in db.execute("SELECT docno FROM documents ORDER BY id"):
            if (found := current(db, int(row[0]))) is not None:
                yield found
        return
    least = filters.min_confidence
    found_by = matching(db, filters.without("min_confidence"))
    rows = db.execute(
        f"SELECT d.id AS document, c.docno, c.id, c.confidence {_joined(found_by.sql)} ORDER BY d.id", found_by.params
    )
    for docno, claims in groupby(rows, key=lambda row: int(row["docno"])):
        sure = {
            row["id"]: least is None or (row["confidence"] is not None and row["confidence"] >= least) for row in claims
        }
        kept = {name for name, fits in sure.items() if fits}
        reading = current(db, docno) if kept else None
        if reading is not None:
            yield _only(reading, kept, None if least is None else LeftOut(least=least, claims=len(sure) - len(kept)))


def current(db: sqlite3.Connection, docno: int) -> Reading | None:
    """The current reading of a document; None if it has not been read."""
    row = db.execute("SELECT body FROM readings WHERE docno = ? AND current = 1", (docno,)).fetchone()
    return _unpacked(document(db, docno), row[0]) if row else None


def older(db: sqlite3.Connection, docno: int, number: int) -> Reading:
    """A document's reading of this number, 1 the oldest. Raises QueryError if it has none."""
    rows = db.execute("SELECT readingno FROM readings WHERE docno = ? ORDER BY readingno", (docno,)).fetchall()
    if not 1 <= number <= len(rows):
        known = f"it has readings 1 to {len(rows)}" if len(rows) > 1 else f"it has {len(rows) or 'no'} reading"
        raise QueryError(f"reading {number}: there is none; {known}")
    body = db.execute("SELECT body FROM readings WHERE readingno = ?", (rows[number - 1][0],)).fetchone()[0]
    return _unpacked(document(db, docno), body)


def history(db: sqlite3.Connection, docno: int) -> list[ReadingRow]:
    """All readings of a document, the oldest first."""
    rows = db.execute(
        "SELECT rashomon, reader, parser, knowledge, made, current, claims FROM readings WHERE docno = ? "
        "ORDER BY readingno",
        (docno,),
    )
    return [ReadingRow(n, **{**row, "current": bool(row["current"])}) for n, row in enumerate(map(dict, rows), 1)]


def document(db: sqlite3.Connection, docno: int) -> Document:
    """A document as it was taken in, under its id in the case."""
    row = db.execute(f"SELECT id, {', '.join(_DOCUMENT)} FROM documents WHERE docno = ?", (docno,)).fetchone()
    return Document(**dict(row))


def _joined(sql: str) -> str:
    """The same FROM and WHERE with each claim's document `d`."""
    start, where, rest = sql.partition(" WHERE ")
    return f"{start} CROSS JOIN documents d ON d.docno = c.docno{where}{rest}"


def _unpacked(document: Document, body: bytes) -> Reading:
    content = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
    return Reading.model_validate({**content, "document": document})


def _only(reading: Reading, ids: set[str], left_out: LeftOut | None) -> Reading:
    """The reading with these claims, and the tellers who tell them."""
    claims = tuple(claim for claim in reading.claims if claim.id in ids)
    tellers = (one.model_copy(update={"claims": tuple(i for i in one.claims if i in ids)}) for one in reading.tellers)
    changes = {"claims": claims, "tellers": tuple(one for one in tellers if one.claims), "left_out": left_out}
    return reading.model_copy(update=changes)
