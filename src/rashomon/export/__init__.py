"""Readings in formats for other programs, one file a format."""

from collections.abc import Callable, Iterable, Iterator

from rashomon.export.comma_separated import as_csv
from rashomon.export.gold import as_gold
from rashomon.export.json_text import as_json, as_jsonl
from rashomon.model import Reading

FORMATS: dict[str, Callable[[Iterable[Reading]], Iterator[str]]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "gold": as_gold,
}
"""Each format as a function from readings to pieces of text, written as they come."""

__all__ = ["FORMATS", "as_csv", "as_gold", "as_json", "as_jsonl"]
