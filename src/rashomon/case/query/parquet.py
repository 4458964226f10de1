"""A case as Parquet files, for analysis at scale: tables that join by `document`, `claim`, `actor` and `place`.

Rows come in the order of ids and keys; no number of a row in the case and no time of taking in is among them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from rashomon.errors import CaseError

_BATCH = 20_000
_REF = "d.id || ':' || c.id"
_OF_CLAIMS = "claims c ON c.claimno = x.claimno JOIN documents d ON d.docno = c.docno"
_TEXTS = pa.list_(pa.string())
_S, _I, _F, _B = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_DAY = pa.date32()
_EPOCH = date(1970, 1, 1).toordinal()


def _days(row: str) -> Sequence[tuple[str, str, pa.DataType]]:
    """First and last day; nothing where that end is open."""
    first, last = f"nullif({row}.first_day, 1)", f"nullif({row}.last_day, {date.max.toordinal()})"
    return ("first_day", f"{first} - {_EPOCH}", _DAY), ("last_day", f"{last} - {_EPOCH}", _DAY)


_TABLES: dict[str, tuple[Sequence[tuple[str, str, pa.DataType]], str]] = {
    "documents": (
        [("document", "d.id", _S), *((name, f"d.{name}", _S) for name in (
            "name", "title", "source", "author", "published", "url", "lang", "path", "text_sha256", "raw_sha256",
        )), *_days("d"),
         ("reader", "r.reader", _S), ("knowledge", "r.knowledge", _S), ("claims", "r.claims", _I),
         ("text", "d.text", _S)],
        "documents d LEFT JOIN readings r ON r.docno = d.docno AND r.current = 1 ORDER BY d.id",
    ),
    "claims": (
        [("claim", _REF, _S), ("document", "d.id", _S), ("id", "c.id", _S),
         *((name, f'c."{name}"', _S) for name in ("kind", "type", "mode", "trigger")),
         ("start", "c.start", _I), ("end", 'c."end"', _I), ("quote", "c.quote", _S),
         ("quote_start", "c.quote_start", _I), ("quote_end", "c.quote_end", _I),
         *((name, f"c.{name}", _TEXTS) for name in ("agents", "recipients", "speakers", "unresolved")),
         *((name, f'c."{name}"', _S) for name in ("place", "when", "said")),
         *_days("c"),
         ("dated", "c.dated", _B), ("factuality", "c.factuality", _S), ("negated", "c.negated", _B),
         ("endorsement", "c.endorsement", _S), ("sign", "c.sign", _S), ("control", "c.control", _S),
         ("quantities", "c.quantities", _S), ("confidence", "c.confidence", _F)],
        "claims c JOIN documents d ON d.docno = c.docno ORDER BY d.id, c.start, c.claimno",
    ),
    "claim_actors": (
        [("claim", _REF, _S), ("actor", "a.key", _S), ("role", "x.role", _S)],
        f"claim_actors x JOIN actors a ON a.actorno = x.actorno JOIN {_OF_CLAIMS} ORDER BY 1, 2, 3",
    ),
    "claim_tellers": (
        [("claim", _REF, _S), ("position", "x.position", _I), ("teller", "a.key", _S), ("holds", "x.last", _B)],
        f"claim_tellers x JOIN actors a ON a.actorno = x.actorno JOIN {_OF_CLAIMS} ORDER BY 1, 2",
    ),
    "claim_places": (
        [("claim", _REF, _S), ("place", "a.key", _S), ("role", "x.role", _S)],
        f"claim_places x JOIN places a ON a.placeno = x.placeno JOIN {_OF_CLAIMS} ORDER BY 1, 2, 3",
    ),
    "actors": (
        [("actor", "a.key", _S), ("kind", "a.kind", _S), ("known_as", "a.known_as", _S),
         ("names", "(SELECT json_group_array(name) FROM (SELECT n.name FROM actor_names n "
                   "WHERE n.actorno = a.actorno ORDER BY n.name))", _TEXTS)],
        "actors a ORDER BY a.key",
    ),
    "places": (
        [("place", "a.key", _S), *((name, f"a.{name}", _S) for name in ("kind", "known_as", "country", "admin1")),
         *((name, f"a.{name}", _F) for name in ("latitude", "longitude", "radius_km")),
         ("names", "(SELECT json_group_array(name) FROM (SELECT n.name FROM place_names n "
                   "WHERE n.placeno = a.placeno ORDER BY n.name))", _TEXTS)],
        "places a ORDER BY a.key",
    ),
}  # fmt: skip


def write(db: sqlite3.Connection, folder: Path) -> list[Path]:
    """Writes a file for each table; their paths. Raises CaseError if one cannot be written."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in _TABLES:
            part = folder / f".{table}.parquet.part"
            try:
                _write(db, table, part)
                written.append(part.replace(folder / f"{table}.parquet"))
            finally:
                part.unlink(missing_ok=True)
    except OSError as error:
        raise CaseError(f"{folder}: cannot be written: {error.strerror or error}") from None
    return written


def _write(db: sqlite3.Connection, table: str, path: Path) -> None:
    columns, _ = _TABLES[table]
    schema = pa.schema([(name, kind) for name, _, kind in columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _batches(db, table):
            arrays = [_array(list(values), kind) for values, (_, _, kind) in zip(batch, columns, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _batches(db: sqlite3.Connection, table: str) -> Iterator[Iterator[tuple[object, ...]]]:
    """A table's rows, so many at once, column by column."""
    columns, rest = _TABLES[table]
    rows = db.execute(f"SELECT {', '.join(sql for _, sql, _ in columns)} FROM {rest}")
    while found := rows.fetchmany(_BATCH):
        yield zip(*found, strict=True)


def _array(values: list[object], kind: pa.DataType) -> pa.Array:
    if kind == _TEXTS:
        return pa.array([json.loads(str(value)) for value in values], kind)
    if kind == _B:
        return pa.array([bool(value) for value in values], kind)
    if kind == _DAY:
        return pa.array(values, pa.int32()).cast(_DAY)
    return pa.array(values, kind)
