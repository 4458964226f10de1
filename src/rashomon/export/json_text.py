"""Whole readings as JSON: one array of all, or one reading a line. `rashomon schema` prints the schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model import Reading


def as_json(readings: Iterable[Reading]) -> Iterator[str]:
    """One JSON array of readings, indented."""
    lead = "[\n"
    for reading in readings:
        yield lead + reading.model_dump_json(indent=1)
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def as_jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """One reading a line."""
    for reading in readings:
        yield reading.model_dump_json() + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a reading."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Reading.model_json_schema(mode="serialization"),
    }


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
