"""Claims that fit filters, listed and counted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Literal

from rashomon.case.query.conditions import Condition, conditions
from rashomon.case.query.filters import Filters
from rashomon.case.query.planning import Way, way
from rashomon.case.query.words import CLOSE, OPEN, expression, marked
from rashomon.case.types import ClaimRow, Marks
from rashomon.errors import QueryError
from rashomon.model import Control, Quantity

ClaimOrder = Literal["newest", "oldest", "confidence", "document", "relevance"]
"""By the day of the happening (undated last), by confidence (the surest first), by document and place in its text, or
by how well the quote fits the words looked for. Ties: as they were taken in."""

_ORDERS: dict[str, str] = {
    "newest": "c.first_day DESC, c.claimno",
    "oldest": "c.first_day ASC NULLS LAST, c.claimno",
    "confidence": "c.confidence DESC, c.claimno",
    "document": "(SELECT k.id FROM documents k WHERE k.docno = c.docno), c.start, c.claimno",
}
_BY_DAY = ("newest", "oldest")
_BATCH = 500
_SELECT = (
    "SELECT c.claimno, d.id AS document, "
    "d.name, d.title, d.source, d.author, d.published, c.id, c.kind, c.type, c.mode, "
    'c.trigger, c.start, c."end", c.quote, c.quote_start, c.quote_end, c.agents, c.recipients, c.speakers, c.place, '
    'c."when", c.said, c.first_day, c.last_day, c.dated, c.factuality, c.negated, c.endorsement, c.sign, c.control, '
    "c.quantities, c.unresolved, c.confidence "
    "FROM claims c CROSS JOIN documents d ON d.docno = c.docno"
)


def claims(db: sqlite3.Connection, filters: Filters, order: ClaimOrder, limit: int | None) -> Iterator[ClaimRow]:
    """The claims that fit, at most `limit`. Raises QueryError as `conditions` does."""
    sql, params, _ = _ordered(db, conditions(db, filters), order, limit)
    return _rows(db, filters, [int(row[0]) for row in db.execute(sql, params)])


def page(
    db: sqlite3.Connection, filters: Filters, order: ClaimOrder, limit: int, most: int
) -> tuple[list[ClaimRow], int]:
    """The first claims that fit, and how many do; where there are more than `most`, one more than that."""
    met = conditions(db, filters)
    sql, params, found = _ordered(db, met, order, limit)
    if found is None or found.along is None:  # all of them are found anyway: one question is enough
        unlimited = sql.rpartition(" LIMIT ")[0]
        rows = db.execute(f"{unlimited} LIMIT {max(limit, most) + 1}", params)
        every = [int(row[0]) for row in rows]
        return list(_rows(db, filters, every[:limit])), min(len(every), most + 1)
    first = [int(row[0]) for row in db.execute(sql, params)]
    return list(_rows(db, filters, first)), len(first) if len(first) < limit else _count(db, met, most)


def numbers(
    db: sqlite3.Connection, filters: Filters, order: ClaimOrder, limit: int | None
) -> tuple[str, dict[str, object]]:
    """The SELECT of the numbers of the claims that fit, in order, and its parameters."""
    sql, params, _ = _ordered(db, conditions(db, filters), order, limit)
    return sql, params


def count(db: sqlite3.Connection, filters: Filters, most: int | None = None) -> int:
    """How many claims fit; where there are more than `most`, one more than that."""
    return _count(db, conditions(db, filters), most)


def _ordered(
    db: sqlite3.Connection, met: list[Condition], order: str, limit: int | None
) -> tuple[str, dict[str, object], Way | None]:
    found = None
    if order == "relevance":
        sql, params = _by_relevance(met)
    else:
        found = _way(db, met, order, limit)
        sql, params = f"SELECT c.claimno {found.sql} ORDER BY {_ORDERS[order]}", found.params
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    return sql, params, found


def _count(db: sqlite3.Connection, met: list[Condition], most: int | None) -> int:
    cap = "" if most is None else f" LIMIT {int(most) + 1}"
    if len(met) == 1 and not met[0].on_row:  # an index alone tells
        sql, params = f"SELECT DISTINCT claimno FROM ({met[0].ids})", dict(met[0].params)
    else:
        found = way(db, met, most, by_day=most is not None)
        sql, params = f"SELECT 1 {found.sql}", found.params
    return int(db.execute(f"SELECT count(*) FROM ({sql}{cap})", params).fetchone()[0])


def matching(db: sqlite3.Connection, filters: Filters) -> Way:
    """FROM and WHERE of all the claims that fit, in no order."""
    return way(db, conditions(db, filters), None, by_day=False)


def _way(db: sqlite3.Connection, met: list[Condition], order: str, limit: int | None) -> Way:
    if order == "confidence" and not met:
        return Way("FROM claims c INDEXED BY claims_by_confidence", {}, "claims_by_confidence")
    return way(db, met, limit, by_day=order in _BY_DAY)


def _by_relevance(met: list[Condition]) -> tuple[str, dict[str, object]]:
    text = [condition for condition in met if condition.name == "text"]
    if not text:
        raise QueryError("only claims found by their words can be sorted by relevance")
    params: dict[str, object] = {}
    for condition in met:
        params.update(condition.params)
    tests = [condition.test.format(claim="f.rowid") for condition in met if condition.name != "text"]
    on_rows = any(condition.on_row for condition in met)
    join = "claims_text f CROSS JOIN claims c ON c.claimno = f.rowid" if on_rows else "claims_text f"
    where = " AND ".join(["f.claims_text MATCH :text", *tests])
    return f"SELECT f.rowid AS claimno FROM {join} WHERE {where} ORDER BY f.rank, f.rowid", params


def _rows(db: sqlite3.Connection, filters: Filters, found: list[int]) -> Iterator[ClaimRow]:
    """The rows of these claims, in this order."""
    words = expression(filters.text) if filters.text else None
    for begin in range(0, len(found), _BATCH):
        batch = found[begin : begin + _BATCH]
        listed = ", ".join(map(str, batch))
        rows = {row["claimno"]: row for row in db.execute(f"{_SELECT} WHERE c.claimno IN ({listed})")}
        for number in batch:
            yield _claim(rows[number], _marks(db, number, words) if words else ())


def _marks(db: sqlite3.Connection, number: int, words: str) -> Marks:
    """Where a claim's quote holds the words."""
    row = db.execute(
        "SELECT highlight(claims_text, 0, ?, ?) FROM claims_text WHERE claims_text MATCH ? AND rowid = ?",
        (OPEN, CLOSE, words, number),
    ).fetchone()
    return marked(row[0]).marks if row else ()


def _claim(row: sqlite3.Row, marks: Marks) -> ClaimRow:
    values = {name: row[name] for name in row.keys()}  # noqa: SIM118 - iterating a Row gives values
    for name in ("claimno", "first_day", "last_day"):
        del values[name]
    control = row["control"]
    values.update(
        agents=tuple(json.loads(row["agents"])),
        recipients=tuple(json.loads(row["recipients"])),
        speakers=tuple(json.loads(row["speakers"])),
        unresolved=tuple(json.loads(row["unresolved"])),
        control=Control.model_validate_json(control) if control else None,
        quantities=tuple(Quantity.model_validate(one) for one in json.loads(row["quantities"])),
        first=_day(row["first_day"], date.min),
        last=_day(row["last_day"], date.max),
        dated=bool(row["dated"]),
        negated=bool(row["negated"]),
        marks=marks,
    )
    return ClaimRow(**values)


def _day(ordinal: int | None, open_end: date) -> date | None:
    """The day; None of an open end."""
    return None if ordinal is None or ordinal == open_end.toordinal() else date.fromordinal(ordinal)
