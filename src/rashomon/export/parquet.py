"""Claims as a Parquet file: one claim a row, columns typed, lists nested."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from rashomon.export.reality import Tally
from rashomon.export.telling import teller
from rashomon.export.wellformed import utf8
from rashomon.model import Claim, Reading
from rashomon.showing.phrases import NOTICE

_ROWS = 10_000  # a row group
_NAMES = pa.list_(pa.string())
_WHERE = pa.struct(
    {
        "name": pa.string(), "known_as": pa.string(), "country": pa.string(), "nearness": pa.string(),
        "latitude": pa.float64(), "longitude": pa.float64(), "radius_km": pa.float64(), "where_prec": pa.int8(),
    }
)  # fmt: skip
_QUANTITY = pa.struct(
    {
        "what": pa.string(), "min": pa.int64(), "max": pa.int64(), "who": pa.string(), "start": pa.int32(),
        "end": pa.int32(),
    }
)  # fmt: skip
_CONTROL = pa.struct({"place": pa.string(), "from": pa.string(), "to": pa.string(), "holds": pa.bool_()})
_COLUMNS = {
    "doc": pa.string(), "id": pa.string(), "teller": pa.string(), "speakers": _NAMES,
    "kind": pa.string(), "type": pa.string(), "mode": pa.string(),
    "factuality": pa.string(), "negated": pa.bool_(), "endorsement": pa.string(),
    "agents": _NAMES, "recipients": _NAMES, "trigger": pa.string(), "start": pa.int32(), "end": pa.int32(),
    "quote": pa.string(), "quote_start": pa.int32(), "quote_end": pa.int32(),
    "place": pa.string(), "where": pa.list_(_WHERE), "when": pa.string(), "said": pa.string(),
    "control": _CONTROL, "sign": pa.string(), "quantities": pa.list_(_QUANTITY), "unresolved": _NAMES,
    "confidence": pa.float64(), "confidences": pa.map_(pa.string(), pa.float64()),
    "scores": pa.map_(pa.string(), pa.float64()),
    "source": pa.string(), "title": pa.string(), "author": pa.string(), "published": pa.string(), "url": pa.string(),
    "lang": pa.string(), "text_sha256": pa.string(),
    "rashomon": pa.string(), "reader": pa.string(), "parser": pa.string(), "knowledge": pa.string(),
    "machine_read": pa.bool_(), "reviewed": pa.bool_(),
}  # fmt: skip
SCHEMA = pa.schema(_COLUMNS, metadata={"rashomon.notice": NOTICE})
"""The columns; the notice stands in the file's own metadata."""
_PLAIN = (
    "id", "kind", "type", "mode", "factuality", "negated", "endorsement", "trigger", "start", "end", "quote",
    "quote_start", "quote_end", "place", "when", "said", "sign",
)  # fmt: skip
_LISTS = ("speakers", "agents", "recipients", "unresolved")


def write_parquet(readings: Iterable[Reading], path: Path, tally: Tally) -> None:
    """Writes the file, one group of rows after the other."""
    rows: list[dict[str, Any]] = []
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for reading in readings:
            of_document = _document(reading)
            rows += ({**of_document, **_claim(reading, claim)} for claim in reading.claims)
            tally.wrote(len(reading.claims))
            while len(rows) >= _ROWS:
                writer.write_table(pa.Table.from_pylist(rows[:_ROWS], schema=SCHEMA))
                del rows[:_ROWS]
        writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))


def _claim(reading: Reading, claim: Claim) -> dict[str, Any]:
    whole = claim.model_dump(mode="python", include={"where", "quantities", "control"})
    return {
        **{name: _sound(getattr(claim, name)) for name in _PLAIN},
        **{name: [_sound(one) for one in getattr(claim, name)] for name in _LISTS},
        "teller": _sound(teller(claim, reading.document)),
        "where": [_sound(where) for where in whole["where"]],
        "quantities": [_sound(quantity) for quantity in whole["quantities"]],
        "control": _sound(whole["control"]) if whole["control"] else None,
        "confidence": claim.confidence.claim if claim.confidence else None,
        "confidences": sorted(claim.confidence.fields.items()) if claim.confidence else None,
        "scores": sorted(claim.scores.items()),
        "machine_read": True,
        "reviewed": False,
    }


def _document(reading: Reading) -> dict[str, Any]:
    document = reading.document
    given = {name: getattr(document, name) for name in ("source", "title", "author", "published", "url", "lang")}
    return {"doc": document.id, "text_sha256": document.sha256, **_sound(given), **reading.versions.model_dump()}


def _sound(value: Any) -> Any:
    """The value with its text in well-formed Unicode; Parquet holds no other."""
    if isinstance(value, dict):
        return {name: _sound(one) for name, one in value.items()}
    return utf8(value) if isinstance(value, str) else value
