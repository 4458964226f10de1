"""Documents that fit filters: by what they say, when they were published, and which claims they hold."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.case.query.claims import matching
from rashomon.case.query.filters import Filters
from rashomon.case.query.identifying import document_number
from rashomon.case.query.naming import tellers_named
from rashomon.case.query.words import CLOSE, OPEN, expression, marked
from rashomon.case.types import DocumentRow, Snippet
from rashomon.errors import QueryError

DocumentOrder = Literal["newest", "oldest", "claims", "title", "relevance"]
"""By day of publication (undated last), by the number of claims that fit, by title, or by how well the text fits the
words looked for. Ties: as they were taken in."""

_ORDERS: dict[str, str] = {
    "newest": "d.first_day DESC, d.docno",
    "oldest": "d.first_day ASC NULLS LAST, d.docno",
    "claims": "claims DESC, d.docno",
    "title": "coalesce(d.title, d.name) COLLATE NOCASE, d.docno",
    "relevance": "found.rank, d.docno",
}
_OF_ITSELF = ("text", "since", "until", "document")
_ROW = (
    "SELECT d.id, d.name, d.title, d.source, d.author, d.published, d.url, d.lang, d.path, d.text_sha256, "
    "d.raw_sha256, r.rashomon, r.reader, r.parser, r.knowledge FROM documents d "
    "LEFT JOIN readings r ON r.docno = d.docno AND r.current = 1 WHERE d.docno = ?"
)
_AROUND = 24  # words of a snippet


@dataclass(frozen=True, slots=True)
class _Question:
    """FROM and WHERE over documents `d`, with the parameters; `counted`: how many of a document's claims fit."""

    sql: str
    counted: str
    params: dict[str, object]


def documents(
    db: sqlite3.Connection, filters: Filters, order: DocumentOrder, limit: int | None
) -> Iterator[DocumentRow]:
    """The documents that fit, at most `limit`. Raises QueryError as claims' filters do."""
    if order == "relevance" and filters.text is None:
        raise QueryError("only documents found by their words can be sorted by relevance")
    asked = _question(db, filters)
    sql = f"SELECT d.docno, {asked.counted} AS claims {asked.sql} ORDER BY {_ORDERS[order]}"
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    for docno, claims in db.execute(sql, asked.params).fetchall():
        row = db.execute(_ROW, (docno,)).fetchone()
        yield DocumentRow(**dict(row), claims=claims, snippet=_snippet(db, docno, asked.params.get("words")))


def count(db: sqlite3.Connection, filters: Filters) -> int:
    """How many documents fit."""
    asked = _question(db, filters)
    return int(db.execute(f"SELECT count(*) {asked.sql}", asked.params).fetchone()[0])


def _question(db: sqlite3.Connection, filters: Filters) -> _Question:
    tables, tests, params = ["documents d"], [], dict[str, object]()
    if filters.text is not None:
        tables = ["documents_text found CROSS JOIN documents d ON d.docno = found.rowid"]
        tests.append("found.documents_text MATCH :words")
        params["words"] = expression(filters.text)
    since, until = filters.days
    if until is not None:
        tests.append("d.first_day <= :published_until")
        params["published_until"] = until
    if since is not None:
        tests.append("d.last_day >= :published_since")
        params["published_since"] = since
    if filters.document is not None:
        tests.append(f"d.docno = {document_number(db, filters.document)}")
    of_claims = filters.without(*_OF_ITSELF)
    counted = "coalesce((SELECT r.claims FROM readings r WHERE r.docno = d.docno AND r.current = 1), 0)"
    if of_claims.asked:
        found = matching(db, of_claims)
        params.update(found.params)
        tables.append(
            f"LEFT JOIN (SELECT c.docno, count(*) AS claims {found.sql} GROUP BY c.docno) m ON m.docno = d.docno"
        )
        counted = "coalesce(m.claims, 0)"
        tests.append(_told(db, of_claims, params))
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    return _Question(f"FROM {' '.join(tables)} {where}", counted, params)


def _told(db: sqlite3.Connection, filters: Filters, params: dict[str, object]) -> str:
    """That a document holds a claim that fits; where a teller alone is asked for, that it is the teller's own, too."""
    if filters.asked != {"teller"} or filters.teller is None:
        return "m.docno IS NOT NULL"
    tellers = tellers_named(db, filters.teller)
    params.update(own_sources=json.dumps(tellers.sources), own_authors=json.dumps(tellers.authors))
    own = (f"d.{of} IN (SELECT value FROM json_each(:own_{of}s))" for of in ("source", "author"))
    return f"(m.docno IS NOT NULL OR {' OR '.join(own)})"


def _snippet(db: sqlite3.Connection, docno: int, words: object) -> Snippet | None:
    if words is None:
        return None
    row = db.execute(
        f"SELECT snippet(documents_text, -1, ?, ?, '…', {_AROUND}) FROM documents_text "
        "WHERE documents_text MATCH ? AND rowid = ?",
        (OPEN, CLOSE, words, docno),
    ).fetchone()
    return marked(row[0]) if row else None
