"""Many accounts from one file of JSON Lines."""

from __future__ import annotations

import codecs
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, BinaryIO

from rashomon.errors import InputError
<<<<<<< HEAD
from rashomon.intake.archives.base import Entry
from rashomon.intake.columns import ColumnError, Columns
from rashomon.intake.dating import to_iso
from rashomon.intake.details import Details, iso_date
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.types import Origin, Refused, Taken
=======
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.fields import Fields
from rashomon.intake.sources import Source
>>>>>>> h6-tables
from rashomon.model import Document

_NO_COLUMNS = Columns()
_MAX_LINE = 12 * MAX_CHARACTERS  # every character escaped as a surrogate pair
_MEDIA = "application/x-ndjson"
_DETAILS = ("source", "title", "author", "published", "url")
_STRICT = ("doc", "id", "source", "outlet", "title", "author", "published", "url")  # what our own files call them


<<<<<<< HEAD
def read_records(entry: Entry, given: Details, columns: Columns) -> Iterator[Taken | Refused]:
    """The documents in a file, one a line; a bad line gives an error that names it, and the rest goes on."""
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
=======
def read_records(source: Source, given: Details, columns: Columns = _NO_COLUMNS) -> Iterator[Document | InputError]:
    """The documents in a file, one a line; a bad line gives an error that names it, and the rest goes on."""
    assert source.path is not None
    try:
        with source.path.open("rb") as file:
            for number, line in _lines(file):
                where = f"{source.shown}:{number}"
                try:
                    if line is None:
                        raise InputError(where, f"line is longer than {_MAX_LINE:,} bytes")
                    if line.strip():
                        yield _document(line, where, source, number, given, columns)
                except InputError as error:
                    yield error
    except OSError as error:
        yield InputError(source.shown, f"cannot be read: {error.strerror}")
>>>>>>> h6-tables


def _origin(whole: Origin, number: int) -> Origin:
    if whole.how == "table":  # a line that is tried again by itself comes from where it came from
        return whole
    member = f"{whole.member}!line {number}" if whole.member else f"line {number}"
    return replace(whole, how="table" if whole.how == "file" else whole.how, member=member, media=_MEDIA)


def count_records(file: BinaryIO) -> int:
    """About how many documents a file holds (its lines)."""
    return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines as UTF-8 bytes; None stands for one that is too long."""
    head = file.read(3)
    file.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        wide = io.TextIOWrapper(file, "utf-16", errors="surrogatepass", newline="\n")
        text = wide.read()
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


<<<<<<< HEAD
def _document(line: bytes, where: str, entry: Entry, number: int, given: Details, columns: Columns) -> Document:
    record = _record(line, where)
    keys = [*record]
    try:
        chosen = columns.choose(keys)
    except ColumnError as error:
        if columns.text is None:
            raise InputError(where, "record has no “text”") from None
        raise InputError(where, str(error)) from None
    by_field = {field: [keys[i] for i in found] for field, found in chosen.items()}
    text = _text(record, where, by_field["text"])
    if text is None:
        raise InputError(where, "record has no “text”")
    values = {field: _string(record, where, found) for field, found in by_field.items() if field != "text"}
    values["published"] = _date(record, where, by_field.get("published", []))
    own = Details(**{name: values.get(name) for name in _DETAILS})
    return make_document(
        text,
        values.get("id") or f"{entry.name}:{number}",
        given.over(own).over(entry.details),
=======
def _document(line: bytes, where: str, source: Source, number: int, given: Details, columns: Columns) -> Document:
    fields = Fields(_record(line, where), columns, where)
    return make_document(
        fields.text,
        fields.name or f"{source.name}:{number}",
        given.over(fields.details()),
>>>>>>> h6-tables
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
<<<<<<< HEAD


def _text(record: dict[str, Any], where: str, keys: Sequence[str]) -> str | None:
    """The first text that is filled, else one that is not; None if there is none."""
    found = [record[key] for key in keys if record[key] is not None]
    for key in keys:
        if record[key] is not None and not isinstance(record[key], str):
            raise InputError(where, f"field “{key}” is not a string")
    return next((text for text in found if text), found[0] if found else None)


def _string(record: dict[str, Any], where: str, keys: Sequence[str]) -> str | None:
    """The first of these fields that is filled; several names are joined. Whole numbers are taken as names."""
    for key in keys:
        value = record[key]
        if isinstance(value, int) and not isinstance(value, bool) and key in ("doc", "id"):
            return str(value)
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            value = ", ".join(value)
        if value is not None and not isinstance(value, str) and key in _STRICT:
            raise InputError(where, f"field “{key}” is not a string")
        if isinstance(value, str) and value:
            return value
    return None


def _date(record: dict[str, Any], where: str, keys: Sequence[str]) -> str | None:
    """The first date that can be read; what stands under “published” and is none is for the caller to refuse."""
    for key in keys:
        value = _string(record, where, [key])
        if value and (day := value if iso_date(value) else to_iso(value)):
            return day
        if value and key == "published":
            return value
    return None
=======
>>>>>>> h6-tables
