"""Many accounts from one file of JSON Lines."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from rashomon.errors import InputError
from rashomon.intake.archives.base import Entry
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.fields import Fields
from rashomon.intake.types import Origin, Refused, Taken
from rashomon.model import Document

_MAX_LINE = 12 * MAX_CHARACTERS  # every character escaped as a surrogate pair
_MEDIA = "application/x-ndjson"


def read_records(entry: Entry, given: Details, columns: Columns) -> Iterator[Taken | Refused]:
    """The documents in a file, one a line; a bad line gives an error that names it, and the rest goes on."""
    try:
        yield from _numbered(entry, given, columns)
    except UnicodeDecodeError as error:
        reason = f"begins as UTF-16 and is none (byte {error.start})"
        yield Refused(InputError(entry.origin.shown, reason), entry.origin, None)


def _numbered(entry: Entry, given: Details, columns: Columns) -> Iterator[Taken | Refused]:
    for number, line in _lines(entry.stream):
        origin = _origin(entry.origin, number)
        where = f"{entry.origin.shown}:{number}"
        try:
            if line is None:
                raise InputError(where, f"line is longer than {_MAX_LINE:,} bytes")
            if line.strip():
                yield Taken(_document(line, where, entry, number, given, columns), origin, line)
        except InputError as error:
            yield Refused(error, origin, line)


def _origin(whole: Origin, number: int) -> Origin:
    if whole.is_row:  # a line that is tried again by itself comes from where it came from
        return whole
    member = f"{whole.member}!line {number}" if whole.member else f"line {number}"
    return replace(whole, how="table" if whole.how == "file" else whole.how, member=member, media=_MEDIA)


def count_records(file: BinaryIO) -> int:
    """About how many documents a file holds (its lines)."""
    return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines as UTF-8 bytes; None: one that is too long. Raises UnicodeDecodeError for broken UTF-16."""
    head = file.read(3)
    file.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        wide = io.TextIOWrapper(file, "utf-16", errors="surrogatepass", newline="\n")
        try:
            text = wide.read()
        finally:
            wide.detach()
        file = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    elif head == codecs.BOM_UTF8:
        file.seek(3)
    number = 0
    while line := file.readline(_MAX_LINE + 1):
        number += 1
        if len(line) <= _MAX_LINE:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_MAX_LINE)
        yield number, None


def _document(line: bytes, where: str, entry: Entry, number: int, given: Details, columns: Columns) -> Document:
    fields = Fields(_record(line, where), columns, where)
    return make_document(
        fields.text,
        fields.name or f"{entry.name}:{number}",
        given.over(fields.details()).over(entry.details),
        where=where,
        path=entry.origin.path,
        raw_sha256=hashlib.sha256(line.rstrip(b"\r\n")).hexdigest(),
    )


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(where, f"is not valid UTF-8 (byte {error.start} of the line)") from None
    except json.JSONDecodeError as error:
        raise InputError(where, f"is not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError):
        raise InputError(where, "is not JSON that can be read") from None
    if not isinstance(record, dict):
        raise InputError(where, "is not a JSON object")
    return record
