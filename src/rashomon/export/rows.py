"""Rows of a case as JSON, as JSON Lines and as CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from rashomon.export.cells import comma_separated
from rashomon.export.comma_separated import quantity_text
from rashomon.model import Control, Frozen, Quantity

_LISTS = " → "  # between tellers of a chain
_CONTROL = ("place", "from_", "to", "holds")


def as_json(rows: Iterable[object], row: type) -> Iterator[str]:
    """One JSON array, a row a line."""
    lead = "[\n"
    for one in rows:
        yield lead + _dumped(one)
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def as_jsonl(rows: Iterable[object], row: type) -> Iterator[str]:
    """One row a line."""
    for one in rows:
        yield _dumped(one) + "\n"


def as_csv(rows: Iterable[object], row: type) -> Iterator[str]:
    """A heading, then one row a line. Lists are joined by `; `, chains of tellers by ` → `; no cell is a formula."""
    names = [f.name for f in fields(row) if f.name not in ("marks", "snippet", "control")]
    control = any(f.name == "control" for f in fields(row))
    columns = [*names, *(f"control_{name.rstrip('_')}" for name in _CONTROL if control)]
    return comma_separated(columns, (_cells(one, names, control) for one in rows))


FORMATS: dict[str, Callable[[Iterable[object], type], Iterator[str]]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
}
"""Each format as a function from rows, and their type, to pieces of text."""


def _dumped(row: object) -> str:
    return json.dumps(_plain(row), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    if is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in fields(value))
        return {name: _plain(one) for name, one in named if name != "marks" or one}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _cells(row: object, names: list[str], control: bool) -> list[str]:
    cells = [_cell(name, getattr(row, name)) for name in names]
    if control:
        held: Control | None = row.control  # type: ignore[attr-defined]
        cells += [_cell(name, getattr(held, name)) if held else "" for name in _CONTROL]
    return cells


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        texts = (quantity_text(one) if isinstance(one, Quantity) else str(one) for one in value)
        return (_LISTS if name == "speakers" else "; ").join(texts)
    return str(value)
