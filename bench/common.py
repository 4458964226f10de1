"""What the measuring commands share: finding their data, reading documents, printing tables."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.api import ReaderLoader
from rashomon.engine import run
from rashomon.errors import InputError, RashomonError
from rashomon.export.gold import gold_fields
from rashomon.model import Document, Reading
from rashomon.reading.choosing import READERS

Record = dict[str, Any]
RULES, LEARNED = "rules", "learned"
"""Readers that are measured: the first where none is asked for, whichever is the product's default."""


def need(*paths: Path) -> None:
    """Ends the command with one plain line if a data file is not there."""
    for path in paths:
        if not path.exists():
            sys.exit(f"{path}: no such data: this command measures against data that you bring")


def json_lines(path: Path) -> Iterator[Record]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def document(record: Record) -> Document:
    """A document from a record (`doc` or `id`, `text`, and what else is known of it)."""
    known = {key: record[key] for key in ("source", "title", "author", "published", "url") if record.get(key)}
    return Document(id=str(record.get("doc") or record["id"]), text=record["text"], lang="en", **known)


def reader_option(parser: argparse.ArgumentParser) -> None:
    """Gives a command the option `--reader`."""
    parser.add_argument("--reader", choices=sorted(READERS), default=RULES, help="what is measured (default: rules)")


def readings(documents: Iterable[Document], jobs: int = 1, reader: str = RULES) -> Iterator[Reading]:
    """Reads documents in order. A document that cannot be read, or a reader that is not there, ends the command."""
    try:
        for item in run(documents, ReaderLoader(reader=reader), jobs):
            if isinstance(item, InputError):
                sys.exit(str(item))
            yield item
    except RashomonError as error:
        sys.exit(str(error))


def records(reading: Reading) -> list[Record]:
    """The claims of a reading with the fields that annotators fill in."""
    return [{"doc": reading.document.id, **gold_fields(claim)} for claim in reading.claims]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A plain table: first column to the left, the others to the right; floats with three decimals."""
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = []
    for row in cells:
        first = row[0].ljust(widths[0])
        lines.append("  ".join([first, *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]))
    return "\n".join(line.rstrip() for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)
